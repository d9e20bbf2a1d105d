import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { copyOf } from '../copy-of.ts';
import { parse } from '../parse.ts';
import type { WireItem } from '../wire-item.ts';

function read(json: string | object): readonly WireItem[] {
  const parsed = parse(new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json)));
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.refusal.message);
  assert.equal(parsed.format, 'dpa digitalwires JSON');
  return parsed.items;
}
const story = readFileSync(new URL('../../../fixtures/wire/json/dpa-story.json', import.meta.url), 'utf8');
const entry = { urn: 'urn:newsml:example.org:1', entry_id: 'e', headline: 'Fähre', version: 1 };

describe('dpa digitalwires JSON', () => {
  it('reads the head, the article with its box, and the dateline that stands apart', () => {
    const [ferry] = read(story);
    assert.equal(ferry?.guid, 'urn:newsml:example.org:20260302:99-117');
    assert.equal(ferry?.version, '3');
    assert.equal(ferry?.versionCreated, '2026-03-02T10:40:00Z');
    assert.equal(ferry?.abstract, 'Alle 80 Menschen an Bord sind in Sicherheit.');
    assert.equal(ferry?.category, 'vm');
    assert.equal(ferry?.source, 'nwd');
    assert.deepEqual(ferry?.dateline, { text: 'Kap Lowell (nwd)', place: 'Kap Lowell' });
    assert.deepEqual(ferry?.subjects, [{ code: '20000147', name: 'Schifffahrt', scheme: 'medtop' }]);
    assert.deepEqual(
      ferry?.body?.map(({ kind, text }) => [kind, text]),
      [
        ['paragraph', 'Eine Fähre ist am Montag aufgelaufen.'],
        ['heading', 'Ursache unklar'],
        ['item', 'Wind'],
        ['item', 'Strömung'],
        ['heading', 'Die Fähre'],
        ['paragraph', 'Gebaut 1998.'],
      ],
    );
    assert.equal(ferry?.associations?.[0]?.type, 'picture');
    assert.equal(ferry?.associations?.[0]?.renditions?.[0]?.href, 'https://example.org/faehre.jpg');
  });

  it('keeps contacts, initials and what is not said to be publishable out of the notes for readers', () => {
    const [ferry] = read(story);
    assert.match(ferry?.edNote ?? '', /Bilder folgen bis 1300/);
    assert.doesNotMatch(ferry?.edNote ?? '', /Ortiz|0100|lo n1 jp|Veröffentlichung/);
    assert.match(ferry?.privateNote ?? '', /Ortiz, \+1 555 0100/);
    const [silent] = read({ ...entry, ednotes: [{ role: 'dpaednoterole:contacts', ednote: 'Call Jo Park' }] });
    assert.equal(silent?.edNote, undefined);
    assert.equal(silent?.privateNote, 'Call Jo Park');
  });

  it('tells readers of a correction what was wrong', () => {
    const [ferry] = read(story);
    assert.deepEqual(ferry?.signals, ['correction']);
    assert.equal(ferry && copyOf(ferry).copy.correctionNote, 'Berichtigung: Zahl der Menschen an Bord korrigiert');
  });

  it('takes the strictest of a status that is told in two places, and holds an embargo that is only a note', () => {
    const categories = [{ type: 'dnltype:pubstatus', name: 'canceled', qcode: 'stat:canceled' }];
    assert.equal(read({ ...entry, pubstatus: 'usable', categories })[0]?.pubStatus, 'canceled');
    const ednotes = [{ role: 'dpaednoterole:embargo', ednote: 'Sperrfrist bis Dienstag', is_publishable: true }];
    const [held] = read({ ...entry, ednotes });
    assert.equal(held?.embargoedUntil, 'Sperrfrist bis Dienstag');
    assert.equal(held && copyOf(held).copy.embargoedUntil, 'unreadable');
  });

  it('reads a list of entries', () => {
    assert.equal(read([entry, { ...entry, urn: 'urn:newsml:example.org:2' }]).length, 2);
  });
});
