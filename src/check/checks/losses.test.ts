import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findQuotations } from '../../edit/quotes/quotations.ts';
import { check } from '../check.ts';
import type { ElementKind } from '../check-type.ts';

/** The checks that refuse `words` as a draft from the one sentence `copy`. */
function refusals(copy: string, words: string, kind: ElementKind = 'summary'): string[] {
  const evidence = [{ part: 'text' as const, start: 0, end: copy.length }];
  const draft = { text: words, madeBy: { kind: 'engine' as const, version: '1' }, evidence };
  const found = check(draft, { headline: '', text: copy, quotations: findQuotations(copy) }, kind);
  return [...new Set(found.map((finding) => finding.check))];
}

describe('words whose loss changes what stays', () => {
  it('a length of time keeps what makes it a moment', () => {
    const copy = 'The train had passed a routine inspection two days before the derailment near the river.';
    assert.ok(refusals(copy, 'The train had passed a routine inspection two days.').includes('losses'));
    assert.ok(
      refusals('The line was last closed 16 years ago.', 'The line was last closed 16 years.').includes('losses'),
    );
  });

  it('a verb keeps the adverb that completes it', () => {
    const copy = 'Odile Renn put the hosts ahead in the 12th minute after a mistake by the defence.';
    assert.ok(refusals(copy, 'Odile Renn put the hosts in the 12th minute after a mistake.').includes('losses'));
  });

  it('a comparison keeps both halves and what turns it round', () => {
    const copy = 'The storm is moving at little more than the pace of a cyclist over the hills.';
    assert.ok(refusals(copy, 'The storm is moving at more than the pace of a cyclist.').includes('losses'));
    const economy = 'The figures showed that the economy grew twice as fast as expected in spring.';
    assert.ok(refusals(economy, 'The figures showed that the economy grew twice.').includes('losses'));
    assert.ok(
      refusals(economy, 'The figures showed that the economy grew as fast as expected in spring.').includes('losses'),
    );
    assert.ok(
      refusals(economy, 'The figures showed that the economy grew twice as as expected in spring.').includes('losses'),
    );
  });

  it('what hardly happens keeps the word that says so', () => {
    const copy = 'Shares in Calder were little changed at midday on Monday.';
    assert.ok(refusals(copy, 'Shares in Calder were changed at midday on Monday.').includes('losses'));
  });

  it('an hour keeps what makes it one', () => {
    const copy = 'Storm Berit reached the northern coast at about five o’clock, with gusts of rain.';
    assert.ok(refusals(copy, 'Storm Berit reached northern coast at about five', 'keyPoint').includes('numbers'));
  });

  it('the place and the time in front of a piece of news say nothing of it', () => {
    const brief = 'SARN - The central bank left its main rate at 3.5 percent on Thursday.';
    assert.deepEqual(refusals(brief, 'Central bank left its main rate at 3.5%', 'keyPoint'), []);
    const entry = '17:50 Police have closed the coastal road between Port Ellery and Tarnow Bay.';
    const told = 'Police have closed the coastal road between Port Ellery and Tarnow Bay.';
    assert.deepEqual(refusals(entry, told), []);
    assert.notDeepEqual(
      refusals('17 Police have closed the coastal road.', 'Police have closed the coastal road.'),
      [],
    );
  });

  it('what takes a claim back stays with it', () => {
    const copy = 'Deaths in the group were also fewer, but that difference was too small to rule out chance.';
    assert.ok(refusals(copy, 'Deaths in the group were also fewer', 'keyPoint').includes('losses'));
  });

  it('a part keeps its whole', () => {
    const copy = 'Of the 400 items that were priced, 171 became cheaper during the month.';
    assert.ok(refusals(copy, '171 became cheaper during the month', 'keyPoint').includes('losses'));
  });

  it('what loses none of them passes', () => {
    const copy = 'The council approved a new bridge across the inner harbour, ending a dispute that divided the town.';
    assert.deepEqual(refusals(copy, 'The council approved a new bridge across the inner harbour.'), []);
  });
});

describe('clauses after a cut', () => {
  it('each that is opened has its verb', () => {
    const copy =
      'The institute said that 11 of the 19 largest rivers shared by two countries had no agreement of any kind.';
    assert.ok(
      refusals(copy, 'The institute said that 11 of the 19 largest rivers shared by two countries.').includes(
        'clauses',
      ),
    );
  });

  it('a relative clause alone is no sentence', () => {
    const copy = 'The lighthouse board, which did not employ women, paid his wages to her for four months.';
    assert.ok(refusals(copy, 'The lighthouse board, which did not employ women', 'keyPoint').includes('clauses'));
  });

  it('a verb keeps its subject', () => {
    const copy = 'The plan, which the government said would reach 212,000 carers, was welcomed by unions.';
    assert.ok(refusals(copy, 'The government said would reach 212,000 carers.').includes('clauses'));
  });
});
