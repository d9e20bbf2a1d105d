import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { judgeRespect, readRespectModel } from '../src/moderate/respectful/respect-model.ts';
import { contrastRows } from './contrast/contrast-rows.ts';
import { encodeModel } from './encode-model.ts';
import { PLANS } from './plan.ts';
import { readLexicon } from './read-lexicon.ts';
import { trainModel } from './train-model.ts';

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const slurs = ['zorkling', 'zorklings'];
const small = {
  ...PLANS,
  wide: { ...PLANS.wide, linearBits: 14, epochs: 2 },
  deep: { ...PLANS.deep, linearBits: 14, embedBits: 10, epochs: 2 },
};

function train(): Uint8Array {
  const rows = contrastRows(folder('contrast'), slurs, 2);
  const { model } = trainModel(rows, readLexicon(folder('lexicon'), slurs), small, () => undefined);
  return encodeModel(model.weights, model.lexicon);
}

describe('training', () => {
  const bytes = train();

  it('gives the same bytes twice', () => {
    assert.deepEqual(Buffer.compare(Buffer.from(train()), Buffer.from(bytes)), 0);
  });

  it('gives a model that tells an insult from thanks, small as it is here', () => {
    const model = readRespectModel(bytes);
    const insult = judgeRespect('You are a stupid moron.', model).score;
    const thanks = judgeRespect('Thank you, your answer about the timetable helped me.', model).score;
    assert.ok(insult < 0.4 && thanks > 0.6, `${insult} ${thanks}`);
  });

  it('learns a slur from the list that it is given, and in every template a slot is known', () => {
    const texts = contrastRows(folder('contrast'), slurs, 2).map(({ text }) => text);
    assert.ok(texts.some((text) => text.toLowerCase().includes('zorkling')));
    assert.deepEqual(
      texts.filter((text) => /[{}]/.test(text)),
      [],
    );
  });
});
