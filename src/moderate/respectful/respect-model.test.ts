import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { judgeRespect, readRespectModel } from './respect-model.ts';

const bytes = readFileSync(new URL('../../../models/respect/weights.bin', import.meta.url));
const model = readRespectModel(bytes);
const score = (text: string): number => judgeRespect(text, model).score;
const quoted = (text: string): string[] =>
  judgeRespect(text, model).spans.map(({ start, end }) => text.slice(start, end));

describe('how respectful a comment is', () => {
  it('an objection to a plan is respectful, an insult to its author is not', () => {
    assert.ok(score('The council has not repaired the bridge in ten years, and nobody tells us why.') > 0.8);
    assert.ok(score('The mayor is a brainless moron and everybody who voted for him is an idiot.') < 0.2);
  });

  it('the places that drove it down quote the comment as it was written', () => {
    assert.deepEqual(quoted('With respect, you are a 1d10t, and the report is late again.'), ['1d10t']);
  });

  it('what is denied is not what is said', () => {
    assert.ok(score('Immigrants are vermin.') < 0.3);
    assert.ok(score('Immigrants are not vermin, and it is wrong to call them so.') > 0.6);
    assert.ok(score('You are not an idiot, you asked a fair question.') > 0.6);
    assert.ok(score('You are not just an idiot, you are a liar.') < 0.3);
    assert.ok(score('Nobody deserves to be beaten because she is a woman.') > 0.6);
  });

  it('quoting abuse to oppose it is respectful', () => {
    assert.ok(score('Saying that disabled people are worthless is hateful, please stop it.') > 0.6);
    assert.ok(score('Calling refugees vermin is unacceptable.') > 0.6);
    const quoted = score('The man who wrote “kill all Muslims” on our wall belongs before a court.');
    assert.ok(quoted > score('Kill all Muslims.') + 0.2);
  });

  it('a disguise does not help', () => {
    assert.ok(score('You are a stupid moron.') < 0.2);
    assert.ok(score('You are a 5tup1d m0r0n.') < 0.2);
    assert.ok(score('You are a s t u p i d m.o.r.o.n.') < 0.3);
    assert.ok(score('You are a ѕtuріd mоrоn.') < 0.2);
    assert.ok(score('You are a st\u200bupid mo\u00adron.') < 0.2);
    assert.ok(score('Youareastupidmoron') < 0.4);
  });

  it('saying who one is is no offence, whoever one is', () => {
    const said = (term: string) => score(`I am a ${term} and I have lived on this street for ten years.`);
    assert.ok(said('muslim') > 0.7);
    assert.equal(new Set(['gay', 'lesbian', 'jew', 'christian', 'woman', 'white', 'black'].map(said)).size, 1);
  });

  it('blunt words about a thing are milder than the same words about a person', () => {
    assert.ok(score('This timetable is terrible.') > score('This woman is terrible.'));
    assert.ok(score('I hate this song.') > score('I hate this man.') + 0.2);
  });

  it('a threat is not respectful, without any swearing', () => {
    assert.ok(score('Somebody should shoot the mayor and burn her house.') < 0.35);
  });

  it('one insult in a long and fair comment is found', () => {
    const fair = 'I read the report on the harbour and still have questions about the money. '.repeat(6);
    const long = `${fair}You are a stupid idiot. ${fair}`;
    assert.ok(score(long) < score(fair) - 0.3);
    const [span] = judgeRespect(long, model).spans;
    assert.equal(span?.start, long.indexOf('stupid'));
  });

  it('the places are in order, within the comment, five at most, whatever is written', () => {
    const rude = 'idiot and 😀 mörön! '.repeat(40);
    assert.equal(judgeRespect(rude, model).spans.length, 5);
    assert.deepEqual(quoted('You are a liar. And you fucking stupid moron are late.'), [
      'liar',
      'fucking stupid moron',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (extra) => {
        const text = `${extra} you ｓtupid idiot ${extra}`;
        const { score: verdict, spans } = judgeRespect(text, model);
        const ends = spans.flatMap(({ start, end }) => [start, end]);
        const inOrder = ends.every((at, i) => at >= (ends[i - 1] ?? 0) && at <= text.length);
        return verdict >= 0 && verdict <= 1 && spans.length <= 5 && inOrder;
      }),
    );
  });

  it('a long comment takes as much longer as it is longer, not more', () => {
    const time = (text: string): number => {
      const started = performance.now();
      for (let i = 0; i < 5; i++) judgeRespect(text, model);
      return performance.now() - started;
    };
    const sentence = 'The idiot in the council says that we, the people of this town, have to wait for the ferry. ';
    time(sentence.repeat(40));
    const short = Math.min(time(sentence.repeat(20)), time(sentence.repeat(20)), time(sentence.repeat(20)));
    assert.ok(time(sentence.repeat(160)) < 60 * Math.max(1, short));
  });

  it('a comment without words is respectful and drives nothing', () => {
    assert.deepEqual(judgeRespect('', model), { score: 1, spans: [] });
    assert.deepEqual(judgeRespect(' \n… 👍', model), { score: 1, spans: [] });
  });

  it('a model file that is cut, changed or of another kind is refused', () => {
    const refused = { code: 'bad-setting' };
    const changed = Uint8Array.from(bytes);
    changed[bytes.length - 100] = (changed[bytes.length - 100] ?? 0) ^ 1;
    assert.throws(() => readRespectModel(bytes.subarray(0, bytes.length - 7)), refused);
    assert.throws(() => readRespectModel(changed), refused);
    assert.throws(() => readRespectModel(new TextEncoder().encode('{"a":"model of another kind"}')), refused);
    assert.throws(() => readRespectModel(new Uint8Array()), refused);
  });
});
