import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { addApiKey } from '../store/others/api-keys.ts';
import type { Judge } from './judge-port.ts';
import { createPerspectiveRoutes } from './perspective-routes.ts';

const START = new Date('2026-03-02T09:00:00.000Z');
const RUDE = 'You are an idiot, and everybody on this page knows it.';

/** Judges by one word, so that a test knows the score. */
const byOneWord: Judge = async ({ text, article, withSpans }) => {
  const begin = text.indexOf('idiot');
  return {
    kind: 'judged',
    judged: {
      respectful: begin < 0 ? 0.97 : 0.08,
      onTopic: article === undefined ? null : article.includes('bridge') && text.includes('bridge') ? 0.9 : 0.2,
      thoughtful: 0.4,
      spans: withSpans && begin >= 0 ? [{ begin, end: begin + 5, value: 0.95 }] : [],
    },
  };
};

type Body = Record<string, unknown>;
type Detail = { errorType?: string; reason?: string; languageNotSupportedByAttributeError?: unknown };

for (const database of databases) {
  describe(`the Perspective-compatible endpoint on ${database.name}`, () => {
    let db: TestDatabase;
    let app: Hono;
    let key: string;
    let now: Date;
    const open = (judge: Judge = byOneWord) => {
      const host = createPerspectiveRoutes(
        { store: db.store, now: () => now, url: 'https://courier.example', log: pino({ level: 'silent' }) },
        judge,
      );
      app = host as unknown as Hono;
    };
    beforeEach(async () => {
      db = await database.open();
      now = START;
      key = await addApiKey(db.store, { name: 'coral', perSecond: 100, origins: ['https://blog.example'], now });
      open();
    });
    afterEach(() => db.destroy());

    const send = async (body: Body | string, { path = 'analyze', as = `?key=${key}`, headers = {} } = {}) => {
      const answer = await app.request(`/v1alpha1/comments:${path}${as}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, body: JSON.parse(text) };
    };
    const ask = (parts: Body = {}) =>
      send({ comment: { text: RUDE }, requestedAttributes: { TOXICITY: {} }, ...parts });
    const errorOf = (answer: Awaited<ReturnType<typeof send>>) => {
      const { code, status, message, details } = answer.body.error;
      const [detail] = (details ?? []) as Detail[];
      return { http: answer.status, code, status, message, kind: detail?.errorType ?? detail?.reason };
    };

    it('answers the request that Coral sends with a score where Coral reads it', async () => {
      const answer = await ask({ doNotStore: true, languages: ['en'] });
      assert.equal(answer.status, 200);
      assert.ok(Math.abs(answer.body.attributeScores.TOXICITY.summaryScore.value - 0.92) < 1e-9);
      assert.equal(answer.body.attributeScores.TOXICITY.summaryScore.type, 'PROBABILITY');
      assert.deepEqual(answer.body.languages, ['en']);
    });

    it('gives the places that drove a score in UTF-16 units, the end not included', async () => {
      const text = '🎺🎺 What an idiot.';
      const answer = await ask({ comment: { text }, spanAnnotations: true });
      const [span] = answer.body.attributeScores.TOXICITY.spanScores;
      assert.deepEqual([text.slice(span.begin, span.end), span.score.type], ['idiot', 'PROBABILITY']);
    });

    it('scores a comment as a whole where no places are asked for', async () => {
      const [span] = (await ask()).body.attributeScores.TOXICITY.spanScores;
      assert.deepEqual([span.begin, span.end], [0, RUDE.length]);
    });

    it('leaves out a score under the threshold that was asked for', async () => {
      const answer = await ask({ requestedAttributes: { TOXICITY: { scoreThreshold: 0.95 }, UNSUBSTANTIAL: {} } });
      assert.deepEqual(Object.keys(answer.body.attributeScores), ['UNSUBSTANTIAL']);
    });

    it('judges a comment by the article and the comment that it answers, and gives the token back', async () => {
      const seen: unknown[] = [];
      open(async (comment) => {
        seen.push([comment.article, comment.parent]);
        return byOneWord(comment);
      });
      const answer = await ask({
        requestedAttributes: { OFF_TOPIC: {} },
        context: {
          articleAndParentComment: {
            article: { text: 'The harbour bridge closes.' },
            parentComment: { text: 'For how long?' },
          },
        },
        clientToken: 'comment:12',
      });
      assert.deepEqual(seen, [['The harbour bridge closes.', 'For how long?']]);
      assert.ok(answer.body.attributeScores.OFF_TOPIC.summaryScore.value > 0.7);
      assert.equal(answer.body.clientToken, 'comment:12');
    });

    it('reads the entries of a context as what was said before, the last one as what is answered', async () => {
      const seen: unknown[] = [];
      open(async (comment) => {
        seen.push([comment.thread, comment.parent]);
        return byOneWord(comment);
      });
      await ask({ context: { entries: [{ text: 'A first word.' }, { text: 'A second word.' }] } });
      assert.deepEqual(seen, [[['A first word.', 'A second word.'], 'A second word.']]);
    });

    it('takes the other spelling of JSON names', async () => {
      const answer = await send({
        comment: { text: RUDE },
        requested_attributes: { TOXICITY: { score_threshold: 0.1 } },
      });
      assert.equal(answer.status, 200);
    });

    it('refuses what the protocol refuses, with its own errors', async () => {
      const long = 'ü'.repeat(10_241);
      const cases: [Body, string, string][] = [
        [{ comment: { text: '  ' } }, 'COMMENT_EMPTY', 'Comment must be non-empty.'],
        [{ comment: { text: long } }, 'COMMENT_TOO_LONG', 'Comment text too long.'],
        [{ requestedAttributes: {} }, 'NO_REQUESTED_ATTRIBUTES', 'Missing requested_attributes'],
        [
          { languages: ['fr'] },
          'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
          'Attribute TOXICITY does not support request languages: fr',
        ],
        [{ comment: { text: '12 / 14 !!!' } }, 'LANGUAGE_DETECTION_FAILED', 'Unable to detect language'],
        [
          { comment: { text: RUDE, type: 'HTML' } },
          'INVALID_REQUEST',
          "Currently, only 'PLAIN_TEXT' comments are supported",
        ],
        [
          { requestedAttributes: { TOXICITY: { scoreType: 'RAW' } } },
          'INVALID_REQUEST',
          'Requested score type RAW is not supported by attribute TOXICITY',
        ],
      ];
      const answers = await Promise.all(cases.map(([body]) => ask(body)));
      assert.deepEqual(
        answers.map(errorOf).map(({ http, status, kind, message }) => [http, status, kind, message]),
        cases.map(([, kind, message]) => [400, 'INVALID_ARGUMENT', kind, message]),
      );
    });

    it('makes up no score for an attribute that it has no model for', async () => {
      const answer = errorOf(await ask({ requestedAttributes: { TOXICITY: {}, IDENTITY_ATTACK: {} } }));
      assert.deepEqual([answer.http, answer.kind], [400, 'INVALID_REQUEST']);
      assert.match(
        answer.message,
        /not supported here: IDENTITY_ATTACK\. Supported are TOXICITY, OFF_TOPIC, UNSUBSTANTIAL/,
      );
    });

    it('says that off-topic needs something to be off', async () => {
      const answer = errorOf(await ask({ requestedAttributes: { OFF_TOPIC: {} } }));
      assert.match(answer.message, /needs a context/);
    });

    it('says so where the context is too little to judge by', async () => {
      open(async () => ({ kind: 'judged', judged: { respectful: 0.9, onTopic: null, thoughtful: 0.5, spans: [] } }));
      const context = { entries: [{ text: '…' }] };
      const answer = errorOf(await ask({ requestedAttributes: { OFF_TOPIC: {} }, context }));
      assert.deepEqual([answer.http, answer.kind], [400, 'INVALID_REQUEST']);
    });

    it('tells another language from English by its words when none is named', async () => {
      const german =
        'Das ist nicht die Brücke, von der ich mit dem Minister gesprochen habe, und das wird auch nicht besser.';
      const answer = await ask({ comment: { text: german } });
      const [detail] = answer.body.error.details;
      assert.deepEqual(detail.languageNotSupportedByAttributeError, {
        attribute: 'TOXICITY',
        detectedLanguages: ['de'],
      });
    });

    it('refuses a body that is no object, and one that is too large, without a stack', async () => {
      const bodies = ['not json', '[]', '"text"', `{"comment":{"text":"${'a'.repeat(1024 * 1024)}"}}`];
      const answers = await Promise.all(bodies.map((body) => send(body)));
      assert.deepEqual(
        answers.map(errorOf).map(({ http, kind }) => [http, kind]),
        bodies.map(() => [400, 'INVALID_REQUEST']),
      );
    });

    it('answers 503 and no score when the model cannot be read', async () => {
      open(async () => ({ kind: 'unavailable', why: 'The model file is missing.' }));
      const answer = await ask();
      assert.deepEqual([answer.status, answer.body.error.status], [503, 'UNAVAILABLE']);
      assert.equal(answer.body.attributeScores, undefined);
    });

    it('answers 503 and no score when a judgement is no number', async () => {
      open(async () => ({
        kind: 'judged',
        judged: { respectful: Number.NaN, onTopic: null, thoughtful: 0.5, spans: [] },
      }));
      assert.equal((await ask()).status, 503);
    });

    it('says in the same shape that something broke, and nothing of what', async () => {
      open(async () => {
        throw new Error('a path and a password');
      });
      const answer = await ask();
      assert.deepEqual([answer.status, answer.body.error.status], [500, 'INTERNAL']);
      assert.ok(!JSON.stringify(answer.body).includes('password'));
    });

    it('stores nothing of what it analyzes', async () => {
      await ask({ doNotStore: false });
      assert.deepEqual(await db.store.read.selectFrom('suggested_score').select('id').execute(), []);
      assert.deepEqual(await db.store.read.selectFrom('comment').select('id').execute(), []);
    });

    it('keeps what a moderator of Coral says that the score ought to be', async () => {
      const body = {
        comment: { text: RUDE },
        context: { entries: [{ text: '{"url":"https://paper.example/bridge"}' }] },
        attributeScores: { TOXICITY: { summaryScore: { value: 1 } } },
        languages: ['EN'],
        communityId: 'Coral:paper',
        clientToken: 'comment:7',
      };
      const answer = await send(body, { path: 'suggestscore' });
      assert.deepEqual([answer.status, answer.body], [200, { clientToken: 'comment:7' }]);
      const [row] = await db.store.read.selectFrom('suggested_score').selectAll().execute();
      assert.deepEqual([row?.text, row?.scores, row?.community_id], [RUDE, '{"TOXICITY":1}', 'Coral:paper']);
    });

    it('describes itself to Google’s client libraries, with every shape that it names', async () => {
      const text = await (await app.request('/$discovery/rest?version=v1alpha1')).text();
      const document = JSON.parse(text);
      const { analyze, suggestscore } = document.resources.comments.methods;
      const address = (method: { path: string }) => new URL(method.path, document.rootUrl).href;
      assert.equal(address(analyze), 'https://courier.example/v1alpha1/comments:analyze');
      assert.equal(address(suggestscore), 'https://courier.example/v1alpha1/comments:suggestscore');
      const named = [...text.matchAll(/"\$ref":"(\w+)"/g)].map((match) => match[1] ?? '');
      assert.deepEqual(
        named.filter((name) => !(name in document.schemas)),
        [],
      );
    });
  });
}
