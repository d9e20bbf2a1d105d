import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningProcess, runCopydesk, startProcess } from './support/running.ts';

/** Asks as Coral's server does: its body, its timeout, and the one field that it reads. */
async function coralScore(endpoint: string, key: string, text: string): Promise<number> {
  const url = new URL(`${endpoint}/v1alpha1/comments:analyze`);
  url.searchParams.set('key', key);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      comment: { text },
      doNotStore: true,
      requestedAttributes: { TOXICITY: {} },
      languages: ['en'],
    }),
  });
  if (!response.ok) throw new Error(`unable to get score: ${response.status}`);
  const result = (await response.json()) as { attributeScores: Record<string, { summaryScore: { value: number } }> };
  return result.attributeScores['TOXICITY']?.summaryScore.value ?? Number.NaN;
}

describe('a Coral whose endpoint is this newsroom', () => {
  let server: RunningProcess;
  let key: string;
  before(async () => {
    server = await startProcess({ args: ['--no-demo'] });
    const env = { COPYDESK_DATA: server.dataFolder, DATABASE_URL: '' };
    key = (await runCopydesk(['key', 'add', 'coral', '--per-second', '100'], { env })).stdout.trim();
  });
  after(() => server.destroy());

  it('withholds what is abusive and publishes what only disagrees, by its default threshold of 80 in 100', async () => {
    const abuse = await coralScore(
      server.address,
      key,
      'You are a stupid idiot and you should shut your filthy mouth.',
    );
    const protest = await coralScore(
      server.address,
      key,
      'I disagree: the council closed the bridge without asking us.',
    );
    assert.ok(abuse > 0.8, `the abuse is ${abuse}`);
    assert.ok(protest < 0.3, `the protest is ${protest}`);
  });

  it('is shown the words that drove the score', async () => {
    const text = 'Thank you for the report. But the mayor is a stupid idiot, sorry.';
    const response = await fetch(`${server.address}/v1alpha1/comments:analyze?key=${key}`, {
      method: 'POST',
      body: JSON.stringify({ comment: { text }, requestedAttributes: { TOXICITY: {} }, spanAnnotations: true }),
    });
    const { attributeScores } = (await response.json()) as {
      attributeScores: { TOXICITY: { spanScores: { begin: number; end: number }[] } };
    };
    const words = attributeScores.TOXICITY.spanScores.map(({ begin, end }) => text.slice(begin, end)).join(' ');
    assert.match(words, /idiot/);
    assert.doesNotMatch(words, /Thank you/);
  });

  it('sends a moderator’s verdict afterwards, and it is kept', async () => {
    const response = await fetch(`${server.address}/v1alpha1/comments:suggestscore?key=${key}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        comment: { text: 'Somebody ought to check these figures.' },
        context: { entries: [{ text: JSON.stringify({ url: 'https://paper.example/a', parentID: null }) }] },
        attributeScores: { TOXICITY: { summaryScore: { value: 0 } } },
        languages: ['en'],
        communityId: 'Coral:paper',
        clientToken: 'comment:c1',
      }),
    });
    assert.equal(response.status, 200);
    const env = { COPYDESK_DATA: server.dataFolder, DATABASE_URL: '' };
    const { stdout } = await runCopydesk(['export-comments'], { env });
    assert.match(
      stdout,
      /"kind":"suggestion","text":"Somebody ought to check these figures\.","scores":\{"TOXICITY":0\}/,
    );
  });

  it('finds the methods by discovery, as Google’s client libraries do', async () => {
    const document = await (await fetch(`${server.address}/$discovery/rest?version=v1alpha1`)).json();
    const { rootUrl, resources } = document as {
      rootUrl: string;
      resources: { comments: { methods: { analyze: { path: string; httpMethod: string } } } };
    };
    const { path, httpMethod } = resources.comments.methods.analyze;
    const response = await fetch(`${rootUrl}${path}`, {
      method: httpMethod,
      headers: { 'x-goog-api-key': key },
      body: JSON.stringify({ comment: { text: 'A kind word.' }, requestedAttributes: { TOXICITY: {} } }),
    });
    assert.equal(response.status, 200);
  });

  it('is refused with a wrong key, so that it knows that nothing is scored', async () => {
    await assert.rejects(coralScore(server.address, 'made-up', 'Hello there, dear neighbours.'), /400/);
  });
});
