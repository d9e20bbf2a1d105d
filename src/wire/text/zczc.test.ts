import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { copyOf } from '../copy-of.ts';
import { parse } from '../parse.ts';
import type { WireItem } from '../wire-item.ts';

function items(bytes: Uint8Array): readonly WireItem[] {
  const parsed = parse(bytes);
  assert.ok(parsed.ok);
  assert.equal(parsed.format, 'ZCZC text');
  return parsed.items;
}
const fixture = (name: string) => items(readFileSync(new URL(`../../../fixtures/wire/text/${name}`, import.meta.url)));
const text = (words: string) => items(new TextEncoder().encode(words));

describe('ZCZC text', () => {
  it('reads bulletins with marked lines, several in a file', () => {
    const [first, second] = fixture('zczc-bulletins.txt');
    assert.deepEqual(first, {
      type: 'text',
      headline: 'Night train returns to Port Meridian',
      slugline: 'Harbour_BC1',
      takeKey: '(PORT MERIDIAN)',
      category: 'A',
      located: 'AVL',
      abstract: 'Night train returns to Port Meridian',
      creditLine: 'AAP',
      source: 'AAP',
      language: 'en',
      privateNote: 'NNWIS\\Parkj',
      subjects: [{ code: '03000000', scheme: 'iptc-subject' }],
      body: [
        {
          kind: 'paragraph',
          text: 'The first night train in 30 years has left Averland City with 212 people on board.',
        },
        { kind: 'paragraph', text: 'The railway says <every> seat was sold & more trains will follow.' },
      ],
    });
    assert.equal(second?.takeKey, '0600');
    assert.deepEqual(second?.body, [
      { kind: 'paragraph', text: "Here are this morning's headlines..." },
      { kind: 'item', text: 'The railway has added a second night train.' },
      { kind: 'item', text: 'The Gulls have won the cup.' },
    ]);
  });

  it('reads a racing title behind its colons and keeps lists as they stand', () => {
    const [item] = fixture('zczc-racing.txt');
    assert.equal(item?.headline, 'Harbour Park MARKET DAY');
    assert.deepEqual(item?.dateline, { text: 'PORT MERIDIAN, Mar 3 AAP', place: 'PORT MERIDIAN' });
    assert.equal(item?.creditLine, 'AAP');
    assert.deepEqual(item?.body, [
      { kind: 'paragraph', text: "Latest betting for tomorrow's Harbour Park gallops." },
      {
        kind: 'preformatted',
        text: "Race one Harbour Park - Lighthouse Keepers' Widows and Orphans Plate\n  3.00 Fog Horn\n  4.80 Keeper's Girl\n  5.50 Second Wave",
      },
    ]);
  });

  it('parts a racing title into its slug and its take', () => {
    const [item] = text(
      'ZCZC FMG000\nYY RFG TDR\n:Harbour Premierships gallop Trainers 2025-2026\nThe list follows.\n\nNNNN\n',
    );
    assert.equal(item?.headline, 'Harbour Premierships gallop Trainers 2025-2026');
    assert.equal(item?.slugline, 'Harbour Premierships');
    assert.equal(item?.takeKey, 'gallop Trainers 2025-2026');
  });

  it('reads a sheet whose lines end in carriage returns only', () => {
    const [item] = fixture('zczc-sheet-cr.txt');
    assert.equal(item?.headline, 'Harbour Grey');
    assert.equal(item?.slugline, 'Harbour Grey');
    assert.equal(item?.takeKey, '4/3/2026');
    assert.equal(item?.creditLine, 'AAP');
    assert.match(item?.body?.at(-1)?.text ?? '', /^LOCAL TIMES\n {3}1 - 742 {3}Puzzle Box 22\.02\n/);
  });

  it('reads an Italian message: routing, headline, dateline, clock', () => {
    const [item] = fixture('zczc-italian.txt');
    assert.equal(item?.headline, 'TRENI: TORNA IL NOTTURNO PER PORTO MERIDIANO');
    assert.deepEqual(item?.dateline, { text: '(ANSA) - ROMA, 2 MAR', place: 'ROMA', date: '2026-03-02' });
    assert.equal(item?.creditLine, 'ANSA');
    assert.equal(item?.versionCreated, '2026-03-02T11:10:00Z');
    assert.equal(item?.language, 'it');
    assert.match(item?.body?.[0]?.text ?? '', /^Il primo treno notturno dopo trent'anni è partito/);
  });

  it('keeps an order not to use copy out of the headline, and calls a person', () => {
    const [item] = text(
      'ZCZC AAP\nKILL KILL KILL\nHarbour fire\n\nPlease kill the story on the harbour fire.\n\nNNNN\n',
    );
    assert.equal(copyOf(item ?? {}).killWords, 'KILL KILL KILL');
    assert.doesNotMatch(item?.headline ?? '', /KILL/);
  });

  it('gives sheets of two days two guids, and the same one again for the same sheet', () => {
    const sheet = (day: string) => copyOf(text(`ZCZC\n#Harbour Grey\n:${day}\n\nFINAL FIELDS\n\nNNNN\n`)[0] ?? {}).guid;
    assert.equal(sheet('4/3/2026'), sheet('4/3/2026'));
    assert.notEqual(sheet('4/3/2026'), sheet('11/3/2026'));
  });

  it('is not taken for a story that begins with such a word', () => {
    const parsed = parse(
      new TextEncoder().encode('ZCZCs and NNNNs: how telex marked its ends\n\nThe marks are 90 years old.\n'),
    );
    assert.ok(parsed.ok);
    assert.equal(parsed.format, 'plain text');
  });
});
