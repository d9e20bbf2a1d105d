import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { creditOf, DEFAULT_PROFILE, expiryOf, type SourceProfile, whyOutside } from './source-profile.ts';

const profile = (parts: Partial<SourceProfile>): SourceProfile => ({ ...DEFAULT_PROFILE, ...parts });

describe('the contract with a source', () => {
  it('covers everything when it names no language and no section', () => {
    assert.equal(whyOutside(DEFAULT_PROFILE, {}, 'northwire'), undefined);
    assert.equal(whyOutside(DEFAULT_PROFILE, { language: 'fi', section: 'Sport' }, 'northwire'), undefined);
  });

  it('covers a language with all its regions, however the tag is written', () => {
    const english = profile({ languages: ['en', 'pt-BR'] });
    const reasons = ['en', 'EN-gb', 'en_US', 'pt-br'].map((language) => whyOutside(english, { language }, 'northwire'));
    assert.deepEqual(reasons, [undefined, undefined, undefined, undefined]);
  });

  it('says which language it does not cover', () => {
    const english = profile({ languages: ['en', 'pt-BR'] });
    const reasons = ['enm', 'pt', undefined].map((language) =>
      whyOutside(english, language === undefined ? {} : { language }, 'northwire'),
    );
    assert.deepEqual(reasons, [
      'The contract with northwire is for copy in en or pt-BR, and this is in enm.',
      'The contract with northwire is for copy in en or pt-BR, and this is in pt.',
      'The contract with northwire is for copy in en or pt-BR, and this is in no language that it names.',
    ]);
  });

  it('says which section it does not cover, in whatever capitals', () => {
    const world = profile({ sections: ['World', 'Business'] });
    assert.equal(whyOutside(world, { language: 'en', section: ' WORLD ' }, 'northwire'), undefined);
    assert.equal(
      whyOutside(world, { language: 'en', section: 'Sport' }, 'northwire'),
      'The contract with northwire is for World or Business, and this is for Sport.',
    );
    assert.match(whyOutside(world, { language: 'en' }, 'northwire') ?? '', /for no section that it names/);
  });

  it('ends so many days after publication, to the millisecond', () => {
    assert.equal(expiryOf(profile({ expiresAfterDays: 30 }), '2026-02-27T23:30:00.000Z'), '2026-03-29T23:30:00.000Z');
    assert.equal(expiryOf(DEFAULT_PROFILE, '2026-02-27T23:30:00.000Z'), undefined);
  });

  it('gives its credit line to copy without one, and to all copy only when it says always', () => {
    const credit = { creditLine: 'Northern News Wire' };
    assert.equal(creditOf(profile(credit), undefined), 'Northern News Wire');
    assert.equal(creditOf(profile(credit), ' '), 'Northern News Wire');
    assert.equal(creditOf(profile(credit), 'NPA'), 'NPA');
    assert.equal(creditOf(profile({ ...credit, creditLineAlways: true }), 'NPA'), 'Northern News Wire');
    assert.equal(creditOf(profile({ creditLineAlways: true }), 'NPA'), 'NPA');
  });
});
