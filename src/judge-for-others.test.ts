import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { judgeForOthers } from './judge-for-others.ts';

const ABUSE = { text: 'You are a stupid idiot and a liar.', withSpans: true };
const ARTICLE = `Harbour bridge to close for three weeks
The bridge over the harbour at Port Eldon will close for three weeks from Monday while engineers replace two bearings.
Ferries will run every 20 minutes, and the port will pay for the tickets of islanders.`;

async function judged(comment: Parameters<ReturnType<typeof judgeForOthers>>[0]) {
  const outcome = await judgeForOthers()(comment);
  if (outcome.kind !== 'judged') assert.fail(outcome.why);
  return outcome.judged;
}

describe('the judging for other programs', () => {
  it('gives no score while a model is missing or cut, and scores once all are there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'copydesk-models-'));
    const judge = judgeForOthers(pathToFileURL(`${folder}/`));
    const missing = await judge(ABUSE);
    const copy = () => cp(fileURLToPath(new URL('../models', import.meta.url)), folder, { recursive: true });
    await copy();
    await truncate(join(folder, 'respect/weights.bin'), 5000);
    const broken = await judge(ABUSE);
    await copy();
    const whole = await judge(ABUSE);
    await rm(folder, { recursive: true });
    assert.deepEqual([missing.kind, broken.kind, whole.kind], ['unavailable', 'unavailable', 'judged']);
  });

  it('names places inside of the comment, each with a probability', async () => {
    const { spans } = await judged({ ...ABUSE, text: `Good report 🚢. ${ABUSE.text}` });
    assert.ok(spans.length > 0);
    assert.ok(spans.every(({ begin, end, value }) => begin >= 16 && end > begin && value >= 0 && value <= 1));
  });

  it('finds a comment about the article more on its topic than one about anything else', async () => {
    const around = { article: ARTICLE, withSpans: false };
    const near = await judged({ ...around, text: 'Will the ferries take bicycles while the bridge is closed?' });
    const far = await judged({ ...around, text: 'My cousin sells cheap sunglasses and telephones on the internet.' });
    assert.ok((near.onTopic ?? 0) > 0.5 && (far.onTopic ?? 1) < 0.5, `${near.onTopic} and ${far.onTopic}`);
  });

  it('leaves the topic open where there is nothing to be off from', async () => {
    assert.equal((await judged({ text: 'Will the ferries take bicycles?', withSpans: false })).onTopic, null);
  });

  it('finds more substance in a reason with a source than in a cheer', async () => {
    const said = 'The port’s own report of 2019 says that the bearings last 30 years, so why were they replaced twice?';
    const reasoned = await judged({ text: said, withSpans: false });
    const cheer = await judged({
      text: 'Well done, well done, so great, so very great, well done to all!',
      withSpans: false,
    });
    assert.ok(reasoned.thoughtful !== null && cheer.thoughtful !== null && reasoned.thoughtful > cheer.thoughtful);
  });
});
