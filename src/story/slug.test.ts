import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { slugOf } from './slug.ts';

describe('the slug of a headline', () => {
  it('is its words in small letters, parted by hyphens', () => {
    assert.equal(slugOf('Harbour fire: 3 hurt, police say'), 'harbour-fire-3-hurt-police-say');
  });

  it('has no apostrophes, and letters of the Latin alphabet without their accents', () => {
    assert.equal(
      slugOf('Côte d’Ivoire’s Łódź café won’t reopen in Straße 9'),
      'cote-divoires-lodz-cafe-wont-reopen-in-strasse-9',
    );
  });

  it('keeps the letters of other scripts, with the marks that belong to them', () => {
    assert.equal(slugOf('दिल्ली में बारिश'), 'दिल्ली-में-बारिश');
    assert.equal(slugOf('東京 で 地震'), '東京-で-地震');
    assert.equal(slugOf('Київ: йод'), 'київ-йод');
  });

  it('is cut between words at 80 characters', () => {
    const slug = slugOf(
      'Ministers agree to extend the fisheries accord for another five years after a night of talks in Ostend',
    );
    assert.equal(slug, 'ministers-agree-to-extend-the-fisheries-accord-for-another-five-years-after-a');
  });

  it('is “story” when the headline has no letter', () => {
    assert.equal(slugOf('— “…” —'), 'story');
    assert.equal(slugOf(''), 'story');
  });

  it('is never empty, never longer than 80, never in need of a second pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (headline) => {
        const slug = slugOf(headline);
        assert.ok(slug.length > 0 && slug.length <= 80);
        assert.match(slug, /^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u);
        assert.equal(slugOf(slug), slug);
        assert.equal(decodeURIComponent(encodeURIComponent(slug)), slug);
      }),
      { numRuns: 500 },
    );
  });
});
