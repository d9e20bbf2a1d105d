import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Element, Furniture } from '../story/furniture.ts';
import { sealDigest } from '../story/furniture-seal.ts';
import { CHECKS_VERSION, sealFurniture } from './seal-furniture.ts';

const copy = { headline: 'Harbour opens again', text: 'Repairs may cost 12 million euros. The storm sank four boats.' };
const bare: Furniture = {
  displayHeadline: null,
  standfirst: null,
  summary: [],
  keyPointsTitle: null,
  keyPoints: [],
  pullQuote: null,
  readingMinutes: 1,
};
const standfirst = (text: string, more: Partial<Element> = {}): Furniture => ({
  ...bare,
  standfirst: {
    text,
    madeBy: { kind: 'editor', name: 'Asha Rao' },
    evidence: [{ part: 'text', start: 0, end: copy.text.length }],
    findings: [],
    ...more,
  },
});
const seal = (furniture: Furniture) => sealFurniture(furniture, { kept: copy, checked: copy });

describe('the seal', () => {
  it('is over just this furniture and just this copy', () => {
    const furniture = standfirst('The storm sank four boats.');
    assert.deepEqual(seal(furniture), {
      checks: CHECKS_VERSION,
      digest: sealDigest(furniture, copy, CHECKS_VERSION),
    });
    assert.notEqual(seal(furniture).digest, sealDigest(furniture, { ...copy, text: `${copy.text} ` }, CHECKS_VERSION));
  });

  it('is not given to words that the copy does not carry, whoever made them', () => {
    const invented = 'The storm sank nine boats.';
    assert.throws(() => seal(standfirst(invented)), { code: 'bad-input', message: /does not say “nine”/ });
    assert.throws(() => seal(standfirst(invented, { madeBy: { kind: 'model', name: 'any' } })), { code: 'bad-input' });
    assert.throws(() => seal(standfirst(invented, { madeBy: { kind: 'engine', version: '9' } })), {
      code: 'bad-input',
    });
  });

  it('is given to what an editor answers for, and only for what the checks had told her', () => {
    const text = 'Repairs of the harbour cost 12 million euros.';
    const told = { check: 'provenance', message: 'The copy does not say “of”, “harbour” here.' };
    const override = { by: 'Asha Rao', reason: 'Seen on the bill.', at: '2026-03-03T09:00:00Z' };
    assert.doesNotThrow(() => seal(standfirst(text, { override: { ...override, findings: [told] } })));
    assert.throws(() => seal(standfirst(text, { override: { ...override, findings: [] } })), { code: 'bad-input' });
  });

  it('is not given to a pull quote that the copy does not have', () => {
    const pullQuote = { text: 'We are sure of it all.', start: 0, end: 22, speaker: 'Asha Rao' };
    assert.throws(() => seal({ ...bare, pullQuote }), { code: 'bad-input' });
  });
});
