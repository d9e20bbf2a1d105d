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
  assert.equal(parsed.format, 'IPTC 7901');
  return parsed.items;
}
const one = (name: string) => items(fixture(name))[0] ?? {};
const changed = (name: string, from: string | RegExp, to: string) =>
  items(Buffer.from(fixture(name).toString('latin1').replace(from, to), 'latin1'))[0] ?? {};
const bodyOf = (item: WireItem) => item.body?.map((block) => block.text);

describe('IPTC 7901', () => {
  it('reads the header, the keyword line, the headline and the time', () => {
    const { body, guid, replaces, edNote, privateNote, ...item } = one('iptc7901-story.txt');
    assert.deepEqual(item, {
      type: 'text',
      headline: 'Night train to Port Meridian returns after 30 years, railway says',
      slugline: 'Averland-transport/Meridian/Duarte',
      creditLine: 'dpa',
      source: 'eca',
      language: 'en',
      urgency: 3,
      firstCreated: '2026-03-02T12:10:00Z',
      versionCreated: '2026-03-02T12:10:00Z',
      keywords: ['Averland-transport', 'Meridian', 'Duarte'],
      subjects: [{ code: 'i', name: 'international', scheme: 'iptc7901-category' }],
      category: 'i',
      wordCount: 148,
      dateline: { text: 'Averland City (dpa)', place: 'Averland City' },
    });
  });

  it('joins wrapped lines, keeps signs of markup as text, and tables as tables', () => {
    assert.deepEqual(one('iptc7901-story.txt').body, [
      {
        kind: 'paragraph',
        text: 'The first night train in 30 years left Averland City on Monday with 212 passengers, the railway said, <on time> & full.',
      },
      { kind: 'paragraph', text: '"I bought the ticket a year ago," said Mia Sato, a teacher.' },
      { kind: 'table', text: 'Stop\tTime\nAverland City\t22:10\nPort Meridian\t06:45' },
    ]);
  });

  it('keeps the notebook for editors, and what is not for publication from everybody', () => {
    const item = one('iptc7901-story.txt');
    assert.equal(item.edNote, '## Note to editors\n- adds quote');
    assert.match(item.privateNote ?? '', /Jo Park, Tel: \+49 30 0000 0000\ndpa jop ab npr$/);
    assert.doesNotMatch(JSON.stringify([item.body, copyOf(item).copy]), /Jo Park|NOTEBOOK|not for publication|npr/);
  });

  it('reads marks, a headline over two lines and a byline before the sign that ends the head', () => {
    const item = one('iptc7901-lead.txt');
    assert.equal(item.takeKey, '1ST LEAD');
    assert.equal(item.headline, 'Crowds cheer as the night train to Port Meridian returns after 30 years');
    assert.equal(item.byline, 'By Jo Park, dpa');
    assert.deepEqual(item.signals, ['update']);
    assert.equal(item.privateNote, 'dpa jop ab npr');
  });

  it('reads German copy in windows-1252, on dpa’s own clock, with what was corrected', () => {
    const item = one('iptc7901-berichtigung-1252.txt');
    assert.equal(item.headline, 'Nachtzug nach Port Meridian fährt wieder');
    assert.equal(item.versionCreated, '2026-03-02T17:45:00Z');
    assert.equal(item.language, 'de');
    assert.deepEqual(item.signals, ['correction']);
    assert.match(copyOf(item).copy.correctionNote ?? '', /^Berichtigung: Zahl der Fahrgäste im 1\. Absatz korrigiert/);
    assert.deepEqual(bodyOf(item), [
      'Der erste Nachtzug seit 30 Jahren ist am Montag mit 212 Fahrgästen für das Küstenland abgefahren.',
    ]);
  });

  it('reads the same words in UTF-8', () => {
    const text = new TextDecoder('windows-1252').decode(fixture('iptc7901-berichtigung-1252.txt'));
    assert.deepEqual(items(new TextEncoder().encode(text))[0], one('iptc7901-berichtigung-1252.txt'));
  });

  it('reads a message that was sent without its start', () => {
    const item = one('iptc7901-french-no-soh.txt');
    assert.equal(item.headline, 'Le premier train de nuit depuis 30 ans (chemins de fer)');
    assert.equal(item.takeKey, 'Situation Averland:');
    assert.equal(item.creditLine, 'ATS');
    assert.equal(item.language, 'fr');
    assert.equal(item.versionCreated, '2025-12-02T11:23:00Z');
    assert.equal(item.dateline?.place, 'Averville');
    assert.equal(item.privateNote, '(SDA/jp)');
    const bare = changed('iptc7901-story.txt', /[\x01\x02\x03\x04]/g, '');
    assert.equal(bare.slugline, 'Averland-transport/Meridian/Duarte');
    assert.equal(bare.headline, one('iptc7901-story.txt').headline);
  });

  it('reads each message of a file', () => {
    assert.deepEqual(
      items(fixture('iptc7901-three.txt')).map((item) => item.headline),
      [one('iptc7901-story.txt').headline, one('iptc7901-lead.txt').headline, 'Night train'],
    );
  });
});

describe('the versions of an IPTC 7901 story', () => {
  const first = one('iptc7901-story.txt');

  it('share a guid when their keyword line is a slug', () => {
    const lead = one('iptc7901-lead.txt');
    assert.equal(lead.guid, first.guid);
    assert.equal(lead.version, '1');
    assert.notEqual(changed('iptc7901-story.txt', '021210 GMT Mar', '091210 GMT Mar').guid, first.guid);
  });

  it('are told apart by their headline when the keywords are only subjects', () => {
    const subjects = (headline: string) =>
      changed('iptc7901-berichtigung-1252.txt', 'Nachtzug nach Port Meridian', headline).guid;
    assert.equal(subjects('Nachtzug nach Port Meridian'), one('iptc7901-berichtigung-1252.txt').guid);
    assert.notEqual(subjects('Ein Baum'), one('iptc7901-berichtigung-1252.txt').guid);
  });

  it('are found by the number that a correction refers back to', () => {
    const wrong = changed('iptc7901-berichtigung-1252.txt', 'dpa 0345  0298', 'dpa 0298');
    const right = one('iptc7901-berichtigung-1252.txt');
    assert.equal(wrong.replaces?.length, 1);
    assert.equal(right.replaces?.length, 2);
    assert.ok(right.replaces?.includes(wrong.replaces?.[0] ?? 'none'));
  });

  it('are reached by a kill with bells that names their number, which only holds', () => {
    const kill = changed('iptc7901-kill.txt', 'Averland-transport/Meridian/Duarte', 'Advisory');
    assert.ok(kill.replaces?.includes(first.replaces?.[0] ?? 'none'));
    assert.equal(kill.headline, 'Night train');
    const { copy, killWords } = copyOf(kill);
    assert.match(killWords ?? '', /KILL KILL KILL/);
    assert.equal(copy.pubStatus, 'usable');
  });
});
