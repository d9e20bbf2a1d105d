import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { copyOf } from '../copy-of.ts';
import { parse } from '../parse.ts';
import type { WireItem } from '../wire-item.ts';
import { findEmbargoWords } from './embargo-words.ts';

function mailed(text: string) {
  const parsed = parse(new TextEncoder().encode(text), 'mail.txt');
  assert.ok(parsed.ok);
  return copyOf(parsed.items[0] ?? {}).copy;
}
function ninjs(more: object) {
  const item = {
    uri: 'urn:a',
    type: 'text',
    headline: 'Tram line wins vote',
    body_text: 'The council voted.',
    ...more,
  };
  const parsed = parse(new TextEncoder().encode(JSON.stringify(item)), 'item.json');
  assert.ok(parsed.ok);
  return copyOf(parsed.items[0] ?? {}).copy;
}
const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });

const orders = [
  'EMBARGOED until 2027-01-01T00:00:00Z',
  'EMBARGOED: council votes for tram line',
  'EMBARGOED UNTIL 0600 GMT Friday',
  'Embargoed for 6 a.m. on Friday',
  'EMBARGOED UNTIL LIFTED BY THE MINISTER',
  'EMBARGO',
  '*** EMBARGO *** 1 Jan 2027 06:00',
  'Strictly embargoed to the end of the speech',
  'Under embargo until noon',
  'Under strict embargo until the speech',
  'Hold for release until Friday 6am',
  'HOLD FOR RELEASE',
  'Hold until 6am Friday',
  'Do not publish until 6 p.m. Friday',
  'Do not use before the speech',
  'Not for publication before noon',
  'NOT FOR RELEASE',
  'Not for use or broadcast until 0600',
  'Not to be published before 6am',
  'Sperrfrist: 1.1.2027, 06:00 Uhr',
  'Achtung, Sperrfrist Freitag 6 Uhr',
  'Embargo jusqu’à vendredi',
  'Release date: 1 January 2027',
  'Release time 06:00',
  'For release 1 January 2027',
  'FOR RELEASE: Friday, 6am',
  'Advance for release Jan. 1, 2027',
  'Council votes for tram line (EMBARGOED)',
  'This story is embargoed until Friday.',
];

const news = [
  'The embargo on oil was lifted on Monday, the ministry said.',
  'Embargoed goods were found on the ship, customs officers said on Friday.',
  'Embargo on oil exports lifted',
  'Embargoed oil reaches port',
  'Embargo lifted',
  'EMBARGOED GOODS FOUND ON SHIP',
  'Embargo-breaking ship seized off Cape Lowell',
  'Under embargo for 20 years, the island turned to farming.',
  'The arms embargo will run until 2027, the council said.',
  'For immediate release',
  'For immediate release: 1 January 2027',
  'For release from prison he had to wait 10 years.',
  'Release of the film is planned for 2027.',
  'Release date of the film is moved to May',
  'Hold music wins prize',
  'Hold until last lap wins Gulls the cup',
  'Not for the first time, the Gulls won.',
  'Not for use as a toy, the label said.',
  'Do not use the lift in a fire, the warden said.',
  'Do not publish names, judge tells papers',
  'Advance for the Gulls as Terns lose 2-1',
];

describe('findEmbargoWords', () => {
  it('finds each order to wait', () => {
    assert.deepEqual(
      orders.filter((line) => findEmbargoWords([line]) === undefined),
      [],
    );
  });

  it('takes no news about an embargo for one', () => {
    assert.deepEqual(
      news.filter((line) => findEmbargoWords([line]) !== undefined),
      [],
    );
    const long = `Embargoed until the day of the vote by both houses, ${'the long report on the line and its cost '.repeat(5)}`;
    assert.equal(findEmbargoWords([long]), undefined);
  });

  it('finds an order in capitals at the start of a paragraph that it runs into', () => {
    const run = `EMBARGOED UNTIL 0600 GMT Friday ${'The council voted for the line and for its cost. '.repeat(5)}`;
    assert.notEqual(findEmbargoWords([run]), undefined);
  });
});

describe('an embargo that is only in words', () => {
  const story = 'PORT ELDON, March 2 (NPA) - The council voted for the tram line on Monday.\n\nIt opens in 2029.';

  it('holds mailed copy where it stands above the story, and is neither its headline nor in its body', () => {
    const made = orders.slice(9, 27).map((line) => mailed(`${line}\n\nTram line wins vote\n\n${story}\n`));
    assert.deepEqual(
      made.map((copy) => [copy.embargoedUntil, copy.headline]),
      made.map(() => ['unreadable', 'Tram line wins vote']),
    );
    assert.deepEqual(
      made.map((copy) => copy.blocks.length),
      made.map(() => 2),
    );
  });

  it('holds mailed copy where it is the last line, alone or touching the last paragraph', () => {
    const last = 'EMBARGOED until 2027-01-01T00:00:00Z';
    const apart = mailed(`Tram line wins vote\n\n${story}\n\n${last}\n`);
    const touching = mailed(`Tram line wins vote\n\n${story}\n${last}\n`);
    assert.deepEqual([apart.embargoedUntil, touching.embargoedUntil], ['unreadable', 'unreadable']);
    assert.doesNotMatch(apart.text + touching.text, /EMBARGOED/);
  });

  it('does not hold mailed news whose wrapped line begins with such words', () => {
    const wrapped =
      'The council said that the report on the new tram line had been\nembargoed until Friday by the mayor.';
    assert.equal(mailed(`Tram line wins vote\n\n${story}\n\n${wrapped}\n`).embargoedUntil, undefined);
    assert.equal(mailed(`FOR IMMEDIATE RELEASE\n\nTram line wins vote\n\n${story}\n`).embargoedUntil, undefined);
  });

  it('opens at a time that is certain, in whatever words it is ordered', () => {
    const copy = mailed(`Do not publish until 0600 GMT on March 3, 2026\n\nTram line wins vote\n\n${story}\n`);
    assert.equal(copy.embargoedUntil, '2026-03-03T06:00:00Z');
    const two = mailed(
      `EMBARGOED UNTIL 0600 GMT March 3, 2026\nNot for use before 0900 GMT March 3, 2026\n\nTram line wins vote\n\n${story}\n`,
    );
    assert.equal(two.embargoedUntil, 'unreadable');
  });

  it('holds ninjs in the headline, the slugline, a note, the terms or a paragraph', () => {
    const holds = [
      { headline: 'EMBARGOED: Tram line wins vote' },
      { slugline: 'EMBARGO' },
      { ednote: 'HOLD FOR RELEASE' },
      { usageterms: 'Not for publication before Friday' },
      { body_text: 'EMBARGOED UNTIL 0600 GMT Friday\n\nThe council voted.' },
      { body_xhtml: '<p>The council voted.</p><p>Sperrfrist: Freitag, 06:00 Uhr</p>' },
    ];
    assert.deepEqual(
      holds.map((more) => ninjs(more).embargoedUntil),
      holds.map(() => 'unreadable'),
    );
    assert.equal(ninjs({ body_text: news.join('\n\n') }).embargoedUntil, undefined);
    assert.equal(ninjs({ ednote: 'Not for publication: desk +44 20 7946 0000' }).embargoedUntil, undefined);
  });

  it('reads the field whatever it is called, and of two takes neither', () => {
    assert.equal(ninjs({ embargo: '2027-01-01T06:00:00Z' }).embargoedUntil, '2027-01-01T06:00:00Z');
    assert.equal(ninjs({ embargoed: null, embargo: '2027-01-01T06:00:00Z' }).embargoedUntil, '2027-01-01T06:00:00Z');
    assert.equal(
      ninjs({ embargoed: '2026-01-01T06:00:00Z', embargo: '2027-01-01T06:00:00Z' }).embargoedUntil,
      'unreadable',
    );
  });

  it('leaves an embargo that can be read as it is', () => {
    const item: WireItem = { embargoedUntil: '2026-03-03T06:00:00Z', body: [paragraph('EMBARGOED UNTIL FRIDAY')] };
    assert.equal(copyOf(item).copy.embargoedUntil, '2026-03-03T06:00:00Z');
  });
});

describe('a status that is told twice', () => {
  it('is the stricter one', () => {
    assert.equal(ninjs({ pubstatus: 'usable', pubStatus: 'canceled' }).pubStatus, 'canceled');
    assert.equal(ninjs({ pubStatus: 'withheld', pubstatus: 'usable' }).pubStatus, 'withheld');
    assert.equal(ninjs({ pubstatus: 'withheld', pubStatus: 'canceled' }).pubStatus, 'canceled');
    assert.equal(ninjs({ pubstatus: 'usable', pubStatus: 'odd' }).pubStatus, 'unreadable');
    assert.equal(ninjs({ pubstatus: 'usable' }).pubStatus, 'usable');
  });
});
