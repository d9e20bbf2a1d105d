import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findQuotations } from '../edit/quotes/quotations.ts';
import type { Draft } from '../story/furniture.ts';
import { check } from './check.ts';
import type { ElementKind } from './check-type.ts';
import type { CopyToCheck } from './reading/region.ts';

const text = [
  'Harbour master Ines Calder said on Tuesday that at least 40 boats may leave Port Alder if the storm turns north.',
  'The council has not approved the sea wall, which would cost £3.5 million, although engineers warned of floods.',
  '"We will not move a single family before Friday," Calder told reporters. "The wall was never finished."',
  'The former mayor, Tom Reese, allegedly sold the land to Brinemark for two million pounds in May 2019.',
  'Brinemark bought the Alder Shipyard from Northgate after a long dispute.',
].join('\n\n');
const copy: CopyToCheck = { headline: '"Boats may leave Port Alder": Calder', text, quotations: findQuotations(text) };

function draftOf(words: string, near: string): Draft {
  const start = text.indexOf(near);
  assert.ok(start >= 0, near);
  return {
    text: words,
    madeBy: { kind: 'engine', version: '1' },
    evidence: [{ part: 'text', start, end: start + near.length }],
  };
}
const checksFor = (words: string, near: string, kind: ElementKind = 'summary'): string[] => [
  ...new Set(check(draftOf(words, near), copy, kind).map((finding) => finding.check)),
];

describe('check', () => {
  it('passes a sentence of the copy as it stands', () => {
    assert.deepEqual(
      checksFor('Brinemark bought the Alder Shipyard from Northgate after a long dispute.', 'Brinemark bought'),
      [],
    );
  });

  it('passes what leaves out a whole phrase', () => {
    assert.deepEqual(checksFor('Brinemark bought the Alder Shipyard from Northgate.', 'Brinemark bought'), []);
    assert.deepEqual(checksFor('Brinemark bought the Alder Shipyard', 'Brinemark bought', 'keyPoint'), []);
  });

  it('refuses a word that the copy does not say', () => {
    assert.deepEqual(checksFor('Brinemark bought the Alder Shipyard from Northgate in Geneva.', 'Brinemark bought'), [
      'provenance',
    ]);
  });

  it('refuses words put together from two sentences', () => {
    const [, second] = text.split('\n\n');
    assert.ok(second);
    assert.deepEqual(checksFor('Brinemark bought the sea wall.', 'Brinemark bought'), ['provenance']);
  });

  it('refuses evidence outside the copy, and none at all', () => {
    const draft = draftOf('Brinemark bought the Alder Shipyard.', 'Brinemark bought');
    assert.equal(check({ ...draft, evidence: [] }, copy, 'summary')[0]?.check, 'provenance');
    assert.equal(
      check({ ...draft, evidence: [{ part: 'text', start: 5, end: 99_999 }] }, copy, 'summary')[0]?.check,
      'provenance',
    );
  });

  it('refuses swapped roles', () => {
    assert.deepEqual(checksFor('Northgate bought the Alder Shipyard from Brinemark.', 'Brinemark bought'), [
      'provenance',
    ]);
  });

  it('refuses half a name', () => {
    assert.ok(checksFor('Brinemark bought the Alder from Northgate.', 'Brinemark bought').includes('names'));
  });

  it('refuses another number, and one without its bound or scale', () => {
    const near = 'The former mayor';
    assert.ok(
      checksFor('The former mayor allegedly sold the land to Brinemark for three million pounds.', near).includes(
        'provenance',
      ),
    );
    assert.ok(
      checksFor('The former mayor allegedly sold the land to Brinemark for two pounds.', near).includes('numbers'),
    );
    const boats = 'Ines Calder said 40 boats may leave Port Alder if the storm turns north.';
    assert.ok(checksFor(boats, 'Harbour master').includes('numbers'));
  });

  it('reads number words and figures as the same number', () => {
    const words = 'The former mayor allegedly sold the land to Brinemark for 2 million pounds in May 2019.';
    assert.deepEqual(checksFor(words, 'The former mayor'), []);
  });

  it('refuses half a date', () => {
    const words = 'The former mayor allegedly sold the land to Brinemark for two million pounds in May.';
    assert.ok(checksFor(words, 'The former mayor').includes('dates'));
  });

  it('refuses a lost negation, modal, hedge, condition or qualifier', () => {
    assert.ok(checksFor('The council has approved the sea wall.', 'The council').includes('polarity'));
    assert.ok(
      checksFor('Ines Calder said at least 40 boats leave Port Alder if the storm turns north.', 'Harbour').includes(
        'polarity',
      ),
    );
    assert.ok(checksFor('Ines Calder said at least 40 boats may leave Port Alder.', 'Harbour').includes('polarity'));
    const sold = 'The former mayor, Tom Reese, sold the land to Brinemark for two million pounds in May 2019.';
    assert.ok(checksFor(sold, 'The former mayor').includes('polarity'));
    const mayor = 'The mayor, Tom Reese, allegedly sold the land to Brinemark for two million pounds in May 2019.';
    assert.ok(checksFor(mayor, 'The former mayor').includes('polarity'));
  });

  it('refuses a claim without its speaker, or given to another', () => {
    const claim = 'At least 40 boats may leave Port Alder if the storm turns north';
    assert.ok(checksFor(`${claim}.`, 'Harbour master').includes('attribution'));
    assert.ok(
      checksFor(`Reese said at least 40 boats may leave Port Alder if the storm turns north.`, 'Harbour').includes(
        'attribution',
      ),
    );
    assert.deepEqual(checksFor(`${claim}, Calder said.`, 'Harbour master'), []);
  });

  it('refuses a stronger cue than the copy has', () => {
    assert.notDeepEqual(checksFor('Engineers confirmed floods.', 'The council'), []);
  });

  it('refuses a changed quotation and words in the first person outside the marks', () => {
    const near = '"We will not move';
    assert.ok(
      checksFor('"We will not move a family before Friday," Calder told reporters.', near).includes('quotations'),
    );
    assert.ok(checksFor('Calder said we will not move a single family before Friday.', near).includes('quotations'));
  });

  it('refuses what does not read as a whole', () => {
    const near = 'Brinemark bought';
    assert.ok(checksFor('Brinemark bought the Alder Shipyard from', near, 'keyPoint').includes('form'));
    assert.ok(checksFor('Bought the Alder Shipyard from Northgate', near, 'keyPoint').length > 0);
    assert.ok(checksFor('the Alder Shipyard from Northgate', near, 'keyPoint').includes('form'));
    assert.ok(
      checksFor('Brinemark bought the Alder Shipyard from Northgate after a long dispute', near, 'keyPoint').includes(
        'form',
      ),
    );
  });

  it('takes an attribution from the agency’s headline', () => {
    const draft: Draft = {
      text: 'Boats May Leave Port Alder, Calder Says',
      madeBy: { kind: 'engine', version: '1' },
      evidence: [{ part: 'headline', start: 0, end: copy.headline.length }],
    };
    assert.deepEqual(check(draft, copy, 'displayHeadline'), []);
    const bare = { ...draft, text: 'Boats May Leave Port Alder' };
    assert.ok(check(bare, copy, 'displayHeadline').some((finding) => finding.check === 'attribution'));
  });

  it('never lets a draft through because something broke', () => {
    const broken = {
      headline: '',
      get text(): string {
        throw new Error('gone');
      },
    };
    assert.deepEqual(
      check(draftOf('Brinemark bought the Alder Shipyard.', 'Brinemark'), broken, 'summary').map(
        (finding) => finding.check,
      ),
      ['provenance'],
    );
  });

  it('refuses words that the agency’s headline quotes without saying whose they are', () => {
    const headline = '"The wall will be built this year": Port Alder mayor wins the harbour vote';
    const evidence = [{ part: 'headline' as const, start: 0, end: headline.length }];
    const draft = {
      text: 'The Wall Will Be Built This Year',
      madeBy: { kind: 'engine' as const, version: '1' },
      evidence,
    };
    const found = check(draft, { headline, text, quotations: [] }, 'displayHeadline');
    assert.deepEqual(
      found.map((finding) => finding.check),
      ['attribution'],
    );
  });
});
