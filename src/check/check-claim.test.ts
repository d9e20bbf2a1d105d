import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkClaim } from './check-claim.ts';

const copy = {
  headline: 'Harbour opens again after storm',
  text: `The harbour of Port Meridian opened again on Tuesday after a storm that sank at least four boats, Mayor Ana Duarte said.

"We did not expect this," she told reporters. Repairs may cost 12 million euros.

Former harbour master Leo Brandt met engineer Ruth Okoro, who was injured in the storm. Two ferries sailed from Aldport to Westmere on Sunday.`,
};
const checksOf = (claim: string) => [...new Set(checkClaim(claim, copy).findings.map(({ check }) => check))];

describe('a claim about copy', () => {
  it('passes when it is a sentence of the copy, or one cut without harm', () => {
    assert.deepEqual(checksOf('Repairs may cost 12 million euros.'), []);
    assert.deepEqual(checksOf('Two ferries sailed from Aldport to Westmere.'), []);
    assert.equal(checkClaim('Repairs may cost 12 million euros.', copy).score, 1);
  });

  it('fails when it leaves out the hedge, and says where in the copy that stands', () => {
    const { findings, ok } = checkClaim('Repairs cost 12 million euros.', copy);
    assert.equal(ok, false);
    const [finding] = findings;
    assert.equal(finding?.check, 'polarity');
    assert.equal(copy.text.slice(finding?.copy?.start, finding?.copy?.end), 'may');
  });

  it('fails when a verb gets the subject of another', () => {
    assert.ok(checksOf('Former harbour master Leo Brandt was injured in the storm.').includes('heads'));
  });

  it('fails when an object gets the verb or the preposition of another', () => {
    assert.deepEqual(checksOf('Two ferries sailed from Westmere on Sunday.'), ['heads']);
  });

  it('fails when it leaves out who says so', () => {
    assert.deepEqual(checksOf('The harbour of Port Meridian opened again on Tuesday.'), ['attribution']);
  });

  it('fails when a title loses the word that makes it another', () => {
    assert.ok(checksOf('Harbour master Leo Brandt met engineer Ruth Okoro.').includes('polarity'));
  });

  it('fails for a forename or a long form that its sentence does not give', () => {
    const story = { headline: '', text: 'Marta Vale spoke first. Vale left the US on Monday.' };
    assert.equal(checkClaim('Vale left the US on Monday.', story).ok, true);
    assert.equal(checkClaim('Vale left the United States on Monday.', story).ok, false);
  });

  it('shows in the claim between which words something is missing', () => {
    const claim = 'Officials will visit one home.';
    const { findings } = checkClaim(claim, {
      headline: '',
      text: 'Officials will visit one home in 50, chosen at random.',
    });
    assert.deepEqual(
      findings.map(({ start, end }) => claim.slice(start, end)),
      ['visit one home', 'visit one home'],
    );
  });

  it('places findings in the whole text, and each line is a claim of its own', () => {
    const text = 'Repairs may cost 12 million euros\nRepairs may cost 13 million euros';
    const { sentences, findings } = checkClaim(text, copy);
    assert.equal(sentences.length, 2);
    assert.equal(text.slice(findings[0]?.start, findings[0]?.end), '13');
  });

  it('does not pass a text without words, nor any text against copy without words', () => {
    assert.equal(checkClaim('', copy).ok, false);
    assert.equal(checkClaim('A storm came.', { headline: '', text: '' }).ok, false);
  });

  it('fails for a sign, a picture or a hidden character that the copy does not have', () => {
    assert.deepEqual(checksOf('Repairs may cost -12 million euros.'), ['provenance']);
    assert.deepEqual(checksOf('Repairs may cost <12 million euros.'), ['provenance']);
    assert.deepEqual(checksOf('Repairs may cost 12 million euros 🔥.'), ['provenance']);
    assert.deepEqual(checksOf('Repairs may\u202e cost 12 million euros.'), ['provenance']);
    assert.deepEqual(checksOf('Repairs may cost 12 million euros?'), ['provenance']);
  });
});
