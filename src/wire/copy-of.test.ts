import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { copyOf } from './copy-of.ts';
import { parse } from './parse.ts';
import type { WireItem } from './wire-item.ts';

function fixture(name: string) {
  const parsed = parse(readFileSync(new URL(`../../fixtures/wire/${name}`, import.meta.url)), name);
  assert.ok(parsed.ok);
  return copyOf(parsed.items[0] ?? {});
}
const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });

describe('copyOf', () => {
  it('has a headline also where the first line is no more than a mark', () => {
    const body = [{ kind: 'paragraph', text: '.' }] as const;
    assert.equal(copyOf({ body }).copy.headline, 'Copy without a headline');
  });

  it('shows credits, keywords and datelines as text, whatever markup an agency puts there', () => {
    const { copy } = copyOf({
      headline: 'Ferry \u202eruns &lt;aground&gt;',
      body: [paragraph('The ferry runs.')],
      source: 'North<script>alert(1)</script>wire',
      keywords: ['<b>ferry</b>', '<img src=x onerror=alert(1)>'],
      dateline: { text: 'PORT <b>ELDON</b>, March 2 (NPA)', place: 'PORT <b>ELDON</b>' },
      language: 'en"><script>',
    });
    assert.equal(copy.headline, 'Ferry runs <aground>');
    assert.equal(copy.creditLine, 'Northwire');
    assert.deepEqual(copy.keywords, ['ferry']);
    assert.deepEqual(copy.dateline, { text: 'PORT ELDON, March 2 (NPA)', place: 'PORT ELDON' });
    assert.equal(copy.language, 'und');
  });

  it('has nothing of what a body says is not for publication, also where the headline is made from it', () => {
    const body = ['The ferry runs.', 'NOT FOR PUBLICATION: call 555 0100', 'Ask for Jo.'].map(paragraph);
    const { copy } = copyOf({ headline: 'Ferry', body });
    assert.deepEqual([copy.text, copy.embargoedUntil], ['The ferry runs.', undefined]);
    const none = copyOf({ body: body.slice(1) }).copy;
    assert.deepEqual([none.text, none.headline], ['', 'Copy without a headline']);
  });

  it('keeps words, status and section, and no note for editors', () => {
    const { copy } = fixture('mailed-story.txt');
    assert.equal(copy.headline, 'Fire destroys three warehouses at Port Meridian');
    assert.equal(copy.pubStatus, 'usable');
    assert.equal(copy.text, copy.blocks.map((block) => block.text).join('\n\n'));
    assert.doesNotMatch(JSON.stringify(copy), /Jo Park|Pictures will follow/);
    assert.equal(fixture('ninjs-1.json').copy.section, 'world');
  });

  it('makes the same guid for the same story whatever the file is called, and another for another', () => {
    const first = parse(new TextEncoder().encode('Gulls win\n\nOSLO, March 2 (AP) — They won.\n'), 'a.txt');
    const again = parse(new TextEncoder().encode('Gulls win\n\nOSLO, March 2 (AP) — They won again.\n'), 'b.txt');
    const other = parse(new TextEncoder().encode('Terns win\n\nOSLO, March 2 (AP) — They won.\n'), 'a.txt');
    assert.ok(first.ok && again.ok && other.ok);
    const guids = [first, again, other].map((parsed) => copyOf(parsed.items[0] ?? {}).guid);
    assert.equal(guids[0], guids[1]);
    assert.notEqual(guids[0], guids[2]);
    assert.match(guids[0] ?? '', /^copydesk:[0-9a-f]{24}$/);
  });

  it('takes an alert’s headline from its first words, cut at a word', () => {
    assert.equal(
      copyOf({ body: [paragraph('Ferry aground off Cape Lowell.')] }).copy.headline,
      'Ferry aground off Cape Lowell',
    );
    const { headline } = copyOf({ body: [paragraph(`Ferry ${'with many people '.repeat(20)}`)] }).copy;
    assert.ok(headline.length <= 101);
    assert.match(headline, /(?:with|many|people)…$/);
  });

  it('shows a headline once that the body repeats', () => {
    const { copy } = copyOf({
      headline: 'Rain at <b>last</b>',
      body: [{ kind: 'heading', text: 'Rain at last' }, paragraph('It rained.')],
    });
    assert.equal(copy.headline, 'Rain at last');
    assert.equal(copy.text, 'It rained.');
  });

  it('passes a readable embargo on and holds for any other, also one that only a note speaks of', () => {
    const embargo = (item: WireItem) => copyOf(item).copy.embargoedUntil;
    assert.equal(embargo({ embargoedUntil: '2026-03-03T06:00:00Z' }), '2026-03-03T06:00:00Z');
    assert.equal(embargo({ embargoedUntil: 'Next Monday' }), 'unreadable');
    assert.equal(embargo({ edNote: 'EMBARGOED until the speech is given' }), 'unreadable');
    assert.equal(embargo({ edNote: 'UPDATES: the embargo has been lifted' }), undefined);
    assert.equal(embargo({ edNote: 'UPDATES with reaction to the oil embargo' }), undefined);
    assert.equal(embargo({}), undefined);
  });

  it('tells readers what was corrected, and nothing that is meant for editors', () => {
    const { copy, replaces } = fixture('ninjs-3.json');
    assert.deepEqual(copy.signals, ['correction']);
    assert.equal(copy.correctionNote, 'Corrects the name of the statistics office in the second paragraph.');
    assert.deepEqual(replaces, ['urn:example:northwire:20260304:census-1']);
    assert.equal(
      fixture('mailed-correction.txt').copy.correctionNote,
      'Corrects the number of warehouses in the first paragraph to three',
    );
    assert.equal(
      copyOf({ signals: ['correction'], edNote: 'Corrects name. Editors please note new slug' }).copy.correctionNote,
      undefined,
    );
    assert.deepEqual(copyOf({ edNote: 'UPDATES with quote' }).copy.signals, ['update']);
    assert.deepEqual(copyOf({ edNote: 'UPDATE: Writethru. New lead' }).copy.signals, ['update']);
    assert.deepEqual(copyOf({ edNote: 'UPDATE TO COME: more follows' }).copy.signals, []);
  });

  it('reports words that order a kill or a hold, and never acts on them', () => {
    const { copy, killWords } = fixture('mailed-kill.txt');
    assert.match(killWords ?? '', /KILL KILL KILL/);
    assert.equal(copy.pubStatus, 'usable');
    const words = (edNote: string) => copyOf({ headline: 'h', edNote }).killWords;
    assert.equal(words('BULLETIN KILL'), 'BULLETIN KILL');
    assert.equal(words('A kill is mandatory.'), 'kill is mandatory');
    assert.equal(words('HOLD HOLD HOLD'), 'HOLD HOLD HOLD');
    assert.equal(words('Please withhold the story on the port'), 'Please withhold the story');
    assert.equal(words('Make certain the story is not used.'), 'Make certain the story is not used');
    assert.equal(copyOf({ headline: 'Kill - Harbour fire' }).killWords, 'Kill -');
  });

  it('takes no ordinary news for an order', () => {
    const quiet = (headline: string) => copyOf({ headline, body: [paragraph(headline)] }).killWords;
    assert.equal(quiet('Police kill two in raid, hold five'), undefined);
    assert.equal(quiet('Senate to kill bill; house to hold vote'), undefined);
    assert.equal(quiet('Kill switch fitted to ferry engines'), undefined);
    assert.equal(quiet('Banks must withhold tax'), undefined);
  });

  it('files a story under the section that its category, subjects or keywords name', () => {
    const section = (item: WireItem) => copyOf(item).copy.section;
    assert.equal(section({ category: 'Business' }), 'business');
    assert.equal(section({ subjects: [{ code: 'medtop:15000000' }] }), 'sport');
    assert.equal(section({ subjects: [{ name: 'arts, culture and entertainment', code: '01000000' }] }), 'culture');
    assert.equal(section({ keywords: ['Harbour', 'politics'] }), 'politics');
    assert.equal(section({ keywords: ['life jackets'] }), undefined);
  });
});

describe('a dateline without a year', () => {
  const mailed = {
    headline: 'Bridge closes',
    dateline: { text: 'PORT ELDON, December 30 (NPA)', place: 'PORT ELDON' },
  };

  it('is dated by when the copy came', () => {
    assert.equal(copyOf(mailed, '2027-01-02T08:00:00Z').copy.dateline?.date, '2026-12-30');
  });

  it('stays undated when nothing says when it came', () => {
    assert.equal(copyOf(mailed).copy.dateline?.date, undefined);
  });
});

describe('the note of a cancellation', () => {
  it('is kept for readers where it speaks to them, and left where it speaks to editors', () => {
    const noteOf = (edNote: string) => copyOf({ headline: 'Dam', pubStatus: 'canceled', edNote }).copy.correctionNote;
    assert.equal(
      noteOf('This story has been withdrawn: the exercise was not real.'),
      'This story has been withdrawn: the exercise was not real.',
    );
    assert.equal(noteOf('Editors: please remove this story from all services.'), undefined);
  });

  it('keeps the end of the licence that an item names; a year that means never ends nothing', () => {
    const ends = (expires: string) => copyOf({ headline: 'Port', expires }).copy.licenceEnds;
    assert.equal(ends('2026-04-01T00:00:00+02:00'), '2026-03-31T22:00:00Z');
    assert.equal(ends('at the end of the season'), 'unreadable');
    assert.equal(ends('9999-12-31T23:59:59Z'), undefined);
    assert.equal(ends('29991231T235959Z'), undefined);
  });

  it('loses no word of a headline that only looks like markup, and reads one that is', () => {
    const headline = (words: string) => copyOf({ headline: words, byline: words }).copy;
    const kept = (words: string) => {
      const copy = headline(words);
      assert.equal(copy.byline, copy.headline);
      return copy.headline;
    };
    assert.equal(kept('What <b> means'), 'What <b> means');
    assert.equal(kept('If x <y and y > z'), 'If x <y and y > z');
    assert.equal(kept('Fish &amp; <chips> &#8364;3'), 'Fish & <chips> €3');
    assert.equal(kept('Fish &chips; R&D'), 'Fish &chips; R&D');
    assert.equal(kept('The <em>Gull</em> sails<br/>again'), 'The Gull sails again');
  });
});
