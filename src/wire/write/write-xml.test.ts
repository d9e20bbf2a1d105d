import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { type Block, type Copy, textOf } from '../../story/copy.ts';
import { copyOf } from '../copy-of.ts';
import { parse } from '../parse.ts';
import type { OutgoingStory } from './outgoing-story.ts';
import { writeAtom } from './write-atom.ts';
import { writeNewsmlG2 } from './write-newsml-g2.ts';

const blocks: readonly Block[] = [
  {
    kind: 'paragraph',
    text: 'Divers found hollow piles under the <old> pier & closed it.',
    marks: [{ kind: 'link', href: 'https://port.example/?a=1&b=2', start: 7, end: 25 }],
  },
  { kind: 'item', text: 'The ferry moves' },
  { kind: 'item', text: 'The café stays' },
  { kind: 'quotation', text: '“Safety comes first,” Ingrid Solheim said.' },
  { kind: 'table', text: 'Pile\tState\nNorth\tHollow' },
];
const copy: Copy = {
  headline: 'Port & town: “old pier” closed',
  slugline: 'PIER',
  byline: 'Asha Rao',
  dateline: { text: 'PORT ELDON, March 2 (NPA)', place: 'PORT ELDON', date: '2026-03-02' },
  blocks,
  text: textOf(blocks),
  creditLine: 'Norfeed',
  language: 'en-GB',
  keywords: ['harbour'],
  pubStatus: 'usable',
  versionCreated: '2026-03-02T08:00:00Z',
  firstCreated: '2026-03-01T08:00:00Z',
  agencyVersion: '3',
  signals: ['correction'],
  correctionNote: 'Correction: an earlier version of this story named the wrong pier.',
};
const story: OutgoingStory = {
  guid: 'npa 2026/pier?',
  version: '3',
  pubStatus: 'usable',
  copy,
  page: 'https://post.example/story/pier?a=1&b=2',
  publishedAt: '2026-03-02T08:04:00.000Z',
  changedAt: '2026-03-02T08:05:00.000Z',
};
const { copy: _, ...identity } = story;
const killed: OutgoingStory = { ...identity, pubStatus: 'canceled', notice: 'Withdrawn by the agency.' };
const options = { provider: 'The Post & Co', now: new Date('2026-03-02T09:00:00Z') };
const feed = { title: 'The Post & Co', url: 'https://post.example', now: options.now };
const items = (xml: string) => {
  const parsed = parse(new TextEncoder().encode(xml));
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.refusal.message);
  return parsed.items;
};

/** What a strict parser says against it; the names of all elements too. */
function read(xml: string): { readonly errors: readonly string[]; readonly names: readonly string[] } {
  const errors: string[] = [];
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => void errors.push(error.message));
  parser.on('opentag', ({ name }) => void names.push(name));
  parser.write(xml).close();
  return { errors, names };
}

describe('a story as NewsML-G2', () => {
  it('is read back as the copy that it was', () => {
    const [item] = items(writeNewsmlG2([story], options));
    const back = copyOf(item!);
    assert.equal(back.guid, story.guid);
    assert.deepEqual(back.copy, copy);
  });

  it('has what a document of power conformance needs', () => {
    const xml = writeNewsmlG2([story], options);
    assert.match(
      xml,
      /guid="npa 2026\/pier\?" version="3" standard="NewsML-G2" standardversion="2.34" conformance="power"/,
    );
    const { names } = read(xml);
    for (const name of ['catalogRef', 'rightsInfo', 'itemMeta', 'contentMeta', 'contentSet', 'inlineXML'])
      assert.ok(names.includes(name), name);
  });

  it('of a killed story is a canceled item without a word of it', () => {
    const xml = writeNewsmlG2([killed], options);
    assert.doesNotMatch(xml, /Divers|old pier|contentSet/);
    const [item] = items(xml);
    assert.equal(item?.pubStatus, 'canceled');
    assert.equal(item?.guid, story.guid);
  });

  it('of several is a message with all of them', () => {
    assert.deepEqual(
      items(writeNewsmlG2([story, killed, { ...story, guid: 'other' }], options)).map((item) => item.guid),
      [story.guid, story.guid, 'other'],
    );
  });
});

describe('stories as Atom', () => {
  it('carry their whole words, and are read back with them', () => {
    const [item] = items(writeAtom([story], feed));
    const back = copyOf(item!).copy;
    assert.equal(back.headline, copy.headline);
    assert.deepEqual(back.blocks, copy.blocks);
    assert.deepEqual(back.dateline, copy.dateline);
  });

  it('have what RFC 4287 asks of each entry, and a tombstone for a killed story', () => {
    const xml = writeAtom([story, killed], feed);
    const { names } = read(xml);
    assert.deepEqual(
      names.filter((name) => /^(?:feed|id|updated|title|entry|at:deleted-entry)$/.test(name)),
      ['feed', 'id', 'title', 'updated', 'entry', 'id', 'title', 'updated', 'at:deleted-entry'],
    );
    assert.match(xml, /<id>urn:x-copydesk:guid:npa%202026%2Fpier%3F<\/id>/);
  });
});

describe('XML that goes out', () => {
  it('is well-formed whatever the words', () => {
    const words = fc.string({ minLength: 1, unit: 'binary' });
    fc.assert(
      fc.property(words, words, fc.string({ minLength: 1 }), (headline, text, guid) => {
        const odd: Copy = {
          ...copy,
          headline,
          byline: text,
          blocks: [{ kind: 'preformatted', text }],
          text,
          keywords: [text],
        };
        const value = { ...story, guid, copy: odd };
        assert.deepEqual(read(writeNewsmlG2([value], options)).errors, []);
        assert.deepEqual(read(writeAtom([value], feed)).errors, []);
      }),
      { numRuns: 300 },
    );
  });
});
