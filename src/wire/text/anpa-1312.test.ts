import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { copyOf } from '../copy-of.ts';
import { parse } from '../parse.ts';
import type { WireItem } from '../wire-item.ts';

const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/wire/text/${name}`, import.meta.url));
function items(bytes: Uint8Array): readonly WireItem[] {
  const parsed = parse(bytes);
  assert.ok(parsed.ok);
  assert.equal(parsed.format, 'ANPA-1312');
  return parsed.items;
}
const one = (name: string) => items(fixture(name))[0] ?? {};
const changed = (name: string, from: string, to: string) =>
  items(Buffer.from(fixture(name).toString('latin1').replaceAll(from, to), 'latin1'))[0] ?? {};
const bodyOf = (item: WireItem) => item.body?.map((block) => block.text);

describe('ANPA-1312', () => {
  it('reads the header lines, the head block and the year of the trailer', () => {
    const { body, guid, ...item } = one('anpa-harbour.anpa');
    assert.deepEqual(item, {
      type: 'text',
      headline: 'Three warehouses burn at Port Meridian',
      slugline: 'AV--Harbour-Fire',
      byline: 'By LENA ORTIZ',
      creditLine: 'AP',
      source: 'AP',
      language: 'en',
      urgency: 4,
      firstCreated: '2026-03-02T23:10:00Z',
      versionCreated: '2026-03-02T23:10:00Z',
      edNote: 'With AP Photos.',
      privateNote: 'This is the first of three reports from the east quay.',
      keywords: ['AV--Harbour-Fire Inquiry at Meridian'],
      subjects: [{ code: 'i', name: 'international', scheme: 'anpa-category' }],
      category: 'i',
      wordCount: 310,
      associations: [
        { guid: 'ZZP101', type: 'picture' },
        { guid: 'ZZP102', type: 'picture' },
      ],
      dateline: { text: 'PORT MERIDIAN, Averland (AP)', place: 'PORT MERIDIAN, Averland' },
    });
    assert.match(guid ?? '', /^copydesk:[0-9a-f]{24}$/);
    assert.equal(body?.length, 4);
  });

  it('keeps paragraphs as text, with the dashes and quotation marks that its signs stand for', () => {
    assert.deepEqual(bodyOf(one('anpa-harbour.anpa')), [
      'A fire destroyed three warehouses on the east quay — the largest in the harbour — on Monday night, the fire service said.',
      "“We saw the flames from the hill,” said Captain Ana Duarte. “My crew said ‘go now' and we went.”",
      'Damage was put at < 2 million crowns & rising.',
      'AP writer Sam Whitfield in Averland City contributed to this report.',
    ]);
  });

  it('keeps tables with their control characters as rows and cells', () => {
    const item = one('anpa-standings.anpa');
    assert.equal(item.headline, 'Averland League Standings');
    assert.equal(item.byline, 'By The Associated Press');
    assert.deepEqual(item.body, [
      { kind: 'heading', text: 'All Times Local' },
      { kind: 'heading', text: 'NORTH DIVISION' },
      {
        kind: 'table',
        text: '\tW\tL\tPct\tGB\nGulls\t23\t13\t.639\t—\nNew Harbour Terns\t19\t21\t.475\t6½',
      },
      { kind: 'heading', text: "Monday's Games" },
      { kind: 'paragraph', text: 'Gulls 3, Terns 1' },
      { kind: 'paragraph', text: 'Herons 2, Rooks 2' },
    ]);
  });

  it('reads Kyodo’s form: a wrapped headline with a plus, indents, a trailer on Japan’s clock', () => {
    const item = one('anpa-kyodo.anpa');
    assert.equal(item.headline, 'Averland opens first night train to Port Meridian in 30 years');
    assert.equal(item.slugline, 'Averland-rail');
    assert.equal(item.versionCreated, '2026-03-02T14:15:00Z');
    assert.equal(item.creditLine, 'Kyodo');
    assert.deepEqual(item.dateline, {
      text: 'AVERLAND CITY, March 2 Kyodo',
      place: 'AVERLAND CITY',
      date: '2026-03-02',
    });
    assert.deepEqual(bodyOf(item), [
      'The first night train in 30 years left Averland City on Monday with 212 passengers, the railway said.',
      '"I bought the ticket a year ago," said Mia Sato, a teacher.',
    ]);
  });

  it('reads each message of a file', () => {
    const alerts = items(fixture('anpa-two-alerts.anpa'));
    assert.deepEqual(alerts.map(bodyOf), [
      ['Averland fire service says three warehouses are burning.'],
      ['Averland central bank raises its rate to 4 percent.'],
    ]);
    assert.deepEqual(
      alerts.map((alert) => alert.urgency),
      [1, 1],
    );
  });

  it('reads a message that lost its start, its year or its end', () => {
    const bare =
      items(
        Buffer.from(
          fixture('anpa-harbour.anpa')
            .toString('latin1')
            .replace(/[\x16\x01]/g, ''),
          'latin1',
        ),
      )[0] ?? {};
    assert.equal(bare.headline, 'Three warehouses burn at Port Meridian');
    assert.equal(bare.guid, one('anpa-harbour.anpa').guid);
    const cut = items(fixture('anpa-harbour.anpa').subarray(0, 700))[0] ?? {};
    assert.equal(cut.headline, 'Three warehouses burn at Port Meridian');
    assert.equal(cut.versionCreated, undefined);
  });
});

describe('the versions of an ANPA story', () => {
  const first = one('anpa-harbour.anpa');
  const second = one('anpa-harbour-2nd-lead.anpa');

  it('share one guid through the night, and the lead is the version', () => {
    assert.equal(second.guid, first.guid);
    assert.equal(second.version, '2');
    assert.equal(first.version, undefined);
    assert.equal(second.takeKey, '2ndLd-Writethru');
  });

  it('say what was corrected, for readers', () => {
    assert.deepEqual(second.signals, ['update', 'correction']);
    assert.match(second.edNote ?? '', /With AP Photos\./);
    assert.equal(copyOf(second).copy.correctionNote, 'CORRECTS number of warehouses to four, not three.');
    assert.equal(second.byline, 'By LENA ORTIZ, AP Business Writer');
  });

  it('differ from another story whose keyword is cut to the same letters', () => {
    const other = changed('anpa-harbour.anpa', 'Inquiry at Meridian', 'Insurance');
    assert.equal(other.slugline, first.slugline);
    assert.notEqual(other.guid, first.guid);
  });

  it('differ from the story that has their slug next week', () => {
    assert.notEqual(changed('anpa-harbour.anpa', '03-02-26', '03-09-26').guid, first.guid);
  });

  it('follow last evening’s story when they come early in the next news day, and not later', () => {
    const early = changed('anpa-harbour-2nd-lead.anpa', '03-03-26 0650', '03-03-26 0950');
    assert.deepEqual(early.replaces, [first.guid]);
    assert.notEqual(early.guid, first.guid);
    assert.equal(changed('anpa-harbour-2nd-lead.anpa', '03-03-26 0650', '03-03-26 1650').replaces, undefined);
    assert.equal(second.replaces, undefined);
  });

  it('keep alerts apart, which all have one slug', () => {
    const [one, other] = items(fixture('anpa-two-alerts.anpa')).map((alert) => alert.guid);
    assert.notEqual(one, other);
  });

  it('are reached by a kill days later, which only holds', () => {
    const kill = one('anpa-harbour-kill.anpa');
    assert.ok(kill.replaces?.includes(first.guid ?? ''));
    const { copy, killWords } = copyOf(kill);
    assert.equal(copy.pubStatus, 'usable');
    assert.match(killWords ?? '', /kill/i);
    assert.notEqual(kill.headline, 'EDITORS:');
  });
});
