import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from '../parse.ts';
import type { WireItem } from '../wire-item.ts';

const bodyOf = (item: WireItem | undefined) => item?.body?.map((block) => block.text);
function read(text: string): WireItem {
  const parsed = parse(new TextEncoder().encode(text));
  assert.ok(parsed.ok);
  assert.equal(parsed.format, 'plain text');
  return parsed.items[0] ?? {};
}
const fixture = (name: string) =>
  read(readFileSync(new URL(`../../../fixtures/wire/${name}`, import.meta.url), 'utf8'));

describe('plain text', () => {
  it('parts headline, byline, dateline, paragraphs and credit', () => {
    const item = fixture('mailed-story.txt');
    assert.equal(item.slugline, 'Harbour-Fire');
    assert.equal(item.headline, 'Fire destroys three warehouses at Port Meridian');
    assert.equal(item.byline, 'By Lena Ortiz and Sam Whitfield');
    assert.deepEqual(item.dateline, { text: 'PORT MERIDIAN, March 2 (Northwire)', place: 'PORT MERIDIAN' });
    assert.equal(item.creditLine, 'Northwire');
    assert.deepEqual(bodyOf(item), [
      'A fire destroyed three warehouses on the east quay on Monday night, the harbour fire service said.',
      '"We saw the flames from the hill before the alarm came in," said Captain Ana Duarte, who led the crews.',
      'No one was hurt. The cause is not known.',
      'The port expects to open again on Wednesday.',
    ]);
  });

  it('keeps notes to editors and what is not for publication out of the body', () => {
    const item = fixture('mailed-story.txt');
    assert.equal(item.edNote, '(Eds: Pictures will follow by noon.)');
    assert.match(item.privateNote ?? '', /Jo Park/);
    assert.doesNotMatch(JSON.stringify(item.body), /Eds|Park|publication/);
  });

  it('reads a headline in quotation marks, a dateline of its own and a closing credit', () => {
    const item = read(
      '"Port will open soon": mayor\n\nPort Meridian, February 5\n\nThe mayor said so on Wednesday.\n\nNobody disagreed.\n\n- ANI\n',
    );
    assert.equal(item.headline, '"Port will open soon": mayor');
    assert.equal(item.dateline?.text, 'Port Meridian, February 5');
    assert.equal(item.creditLine, 'ANI');
    assert.deepEqual(bodyOf(item), ['The mayor said so on Wednesday.', 'Nobody disagreed.']);
  });

  it('reads an embargo above the story, and keeps its words when they are not certain', () => {
    const item = fixture('mailed-embargo.txt');
    assert.equal(item.embargoedUntil, '2026-03-03T06:00:00Z');
    assert.equal(item.headline, 'Council to vote on new tram line');
    assert.equal(read('EMBARGO: Tuesday noon\nTram line\n\nThe council votes.').embargoedUntil, 'Tuesday noon');
    assert.equal(read('EMBARGOED\nTram line\n\nThe council votes.').embargoedUntil, 'embargoed, no time given');
  });

  it('takes no headline for an embargo, an order or a note', () => {
    const headline = (line: string) =>
      read(`${line}\n\nThe ministers met on Tuesday and agreed.\n\nThey meet again in May.`);
    const lines = [
      'Embargo on oil exports lifted',
      'Embargoed oil reaches port',
      'Editor-in-chief of the Gazette resigns',
      'Kill switch fitted to ferries',
      'Hold music wins prize',
      'Update on the tram line expected',
      'Correction in markets goes on',
    ];
    assert.deepEqual(
      lines.map((line) => headline(line).headline),
      lines,
    );
    assert.deepEqual(
      lines.map((line) => headline(line).embargoedUntil),
      lines.map(() => undefined),
    );
  });

  it('takes orders and corrections for notes, never for headlines', () => {
    const kill = fixture('mailed-kill.txt');
    assert.equal(kill.headline, 'Harbour-Fire');
    assert.match(kill.edNote ?? '', /KILL KILL KILL\nEDITORS: Please kill/);
    const correction = fixture('mailed-correction.txt');
    assert.deepEqual(correction.signals, ['correction']);
    assert.match(correction.edNote ?? '', /Corrects the number of warehouses/);
    assert.equal(correction.headline, 'Fire destroys three warehouses at Port Meridian');
    assert.equal(correction.dateline?.text, 'New Meridian, Sep 21 (NNW)');
  });

  it('leaves an alert of one paragraph without a headline', () => {
    const item = read('URGENT\n\nFerry with 80 aboard runs aground off Cape Lowell, coastguard says\n');
    assert.equal(item.headline, undefined);
    assert.deepEqual(bodyOf(item), ['Ferry with 80 aboard runs aground off Cape Lowell, coastguard says']);
  });

  it('takes indents for paragraphs, long lines for paragraphs, and columns as they stand', () => {
    assert.deepEqual(bodyOf(read('Gulls win\n\n   The Gulls won on\nSunday.\n   The Terns lost.')), [
      'The Gulls won on Sunday.',
      'The Terns lost.',
    ]);
    const long =
      'The council sat for a long time and talked about the line, the quay, the cost, the noise and the gulls. ';
    assert.deepEqual(bodyOf(read(`Gulls win\n\n${long}\n${long}`)), [long.trim(), long.trim()]);
    assert.deepEqual(bodyOf(read('Gulls win\n\nThe table.\n\nTeam     Goals\nGulls    2\nTerns    1\n')), [
      'The table.',
      'Team     Goals\nGulls    2\nTerns    1',
    ]);
  });

  it('takes linear time on a file without one blank line', () => {
    const started = performance.now();
    read(`Gulls win\n${'a b\n'.repeat(240_000)}`);
    assert.ok(performance.now() - started < 5_000);
  });
});
