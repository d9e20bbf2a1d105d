import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
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
