import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { type Block, type Copy, textOf } from '../../story/copy.ts';
import type { Element } from '../../story/furniture.ts';
import { copyOf } from '../copy-of.ts';
import { parse } from '../parse.ts';
import type { OutgoingStory } from './outgoing-story.ts';
import { writeNinjs } from './write-ninjs.ts';

/**
 * What IPTC's ninjs 3.1 schema says of the keys that we write, and no other key: whatever this accepts, that one accepts.
 * https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json
 */
const string = { type: 'string' };
const uri = { type: 'string', format: 'uri' };
const time = { type: 'string', format: 'date-time' };
const object = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const list = (items: object) => ({ type: 'array', items });
const words = list(object({ role: string, contentType: string, value: string }, ['value']));
const concept = object({ name: string, rel: string, uri, literal: string });
const common = {
  uri,
  type: { enum: ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'] },
  representationType: { enum: ['full', 'partial'] },
  version: string,
  firstCreated: time,
  versionCreated: time,
  embargoedUntil: time,
  pubStatus: { enum: ['usable', 'withheld', 'canceled'] },
  language: string,
  edNote: string,
  slugline: string,
  by: string,
  located: string,
  headlines: words,
  descriptions: words,
  bodies: words,
  infoSources: list(object({ name: string, role: string, uri, literal: string })),
  subjects: list(concept),
  altIds: list(object({ role: string, value: string })),
  standard: object({ name: string, version: string, schema: uri }),
  digitalSourceType: object({ name: string, uri, literal: string }),
};
const schema = object({ ...common, associations: list(object({ ...common, name: string }, ['name', 'uri'])) }, ['uri']);
const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const accepts = ajv.compile(schema);

const blocks: readonly Block[] = [
  {
    kind: 'paragraph',
    text: 'Divers found hollow piles under the <old> pier & closed it.',
    marks: [
      { kind: 'strong', start: 0, end: 12 },
      { kind: 'link', href: 'https://port.example/?a=1&b=2', start: 7, end: 12 },
    ],
  },
  { kind: 'heading', text: 'What happens now' },
  { kind: 'item', text: 'The ferry moves' },
  { kind: 'item', text: 'The café stays' },
  { kind: 'quotation', text: '"Safety comes first," Ingrid Solheim said.' },
  { kind: 'table', text: 'Pile\tState\nNorth\tHollow' },
  { kind: 'preformatted', text: 'a   b\n  c' },
];
const copy: Copy = {
  headline: 'Port & town: “old pier” <closed>',
  slugline: 'PIER',
  byline: 'Asha Rao',
  dateline: { text: 'PORT ELDON, March 2 (NPA)', place: 'PORT ELDON', date: '2026-03-02' },
  blocks,
  text: textOf(blocks),
  creditLine: 'Norfeed',
  language: 'en-GB',
  keywords: [],
  pubStatus: 'usable',
  versionCreated: '2026-03-02T08:00:00Z',
  firstCreated: '2026-03-01T08:00:00Z',
  agencyVersion: '3',
  signals: [],
};
const story: OutgoingStory = {
  guid: 'urn:npa:pier',
  version: '3',
  pubStatus: 'usable',
  copy,
  page: 'https://post.example/story/pier',
  changedAt: '2026-03-02T08:05:00.000Z',
};
const readBack = (value: OutgoingStory) => {
  const parsed = parse(new TextEncoder().encode(JSON.stringify(writeNinjs(value))));
  assert.ok(parsed.ok && parsed.items[0]);
  return copyOf(parsed.items[0]);
};
const accepted = (value: OutgoingStory): void => {
  accepts(writeNinjs(value));
  assert.deepEqual(accepts.errors ?? [], []);
};
const element = (text: string, madeBy: Element['madeBy']): Element => ({ text, madeBy, evidence: [], findings: [] });

describe('a story as ninjs', () => {
  it('is accepted by the schema and read back as the copy that it was', () => {
    accepted(story);
    const back = readBack(story);
    assert.equal(back.guid, 'urn:npa:pier');
    assert.deepEqual({ ...back.copy, headline: copy.headline }, copy);
  });

  it('keeps marks that cross each other, cut where they cross', () => {
    const text = 'Divers found hollow piles.';
    const marks = [
      { kind: 'strong' as const, start: 0, end: 12 },
      { kind: 'link' as const, href: 'https://port.example/?a=1&b=2', start: 7, end: 25 },
    ];
    const crossing = { ...copy, blocks: [{ kind: 'paragraph' as const, text, marks }], text };
    const back = readBack({ ...story, copy: crossing }).copy.blocks[0];
    assert.equal(back?.text, text);
    assert.deepEqual(back?.marks, [
      { kind: 'strong', start: 0, end: 12 },
      { kind: 'link', href: 'https://port.example/?a=1&b=2', start: 7, end: 12 },
      { kind: 'link', href: 'https://port.example/?a=1&b=2', start: 13, end: 25 },
    ]);
  });

  it('says of everything made here what made it, apart from the agency’s words', () => {
    const out = writeNinjs({
      ...story,
      furniture: {
        displayHeadline: element('Old Pier Closes', { kind: 'engine', version: '1' }),
        standfirst: element('Divers found hollow piles.', { kind: 'agency' }),
        summary: [element('The pier is closed.', { kind: 'editor', name: 'Asha Rao' })],
        keyPointsTitle: null,
        keyPoints: [element('Piles are hollow', { kind: 'model', name: 'qwen' })],
        pullQuote: null,
        readingMinutes: 1,
      },
    });
    const made = out['associations'] as { name: string; digitalSourceType: { uri: string } }[];
    assert.deepEqual(
      made.map((each) => [each.name, each.digitalSourceType.uri.replace(/^.*\//, '')]),
      [
        ['displayHeadline-1', 'algorithmicallyEnhanced'],
        ['summary-1', 'humanEdits'],
        ['keyPoint-1', 'trainedAlgorithmicMedia'],
      ],
    );
    assert.doesNotMatch(JSON.stringify({ ...out, associations: [] }), /Old Pier Closes|Piles are hollow/);
    assert.ok(accepts(out));
  });

  it('of a killed story gives its identity and its notice, and no word of the copy', () => {
    const { copy: _, ...identity } = story;
    const killed: OutgoingStory = { ...identity, pubStatus: 'canceled', notice: 'The agency withdrew this story.' };
    accepted(killed);
    assert.doesNotMatch(JSON.stringify(writeNinjs(killed)), /pier &|Divers|Solheim/);
    const parsed = parse(new TextEncoder().encode(JSON.stringify(writeNinjs(killed))));
    assert.equal(parsed.ok && parsed.items[0]?.pubStatus, 'canceled');
    assert.equal(parsed.ok && parsed.items[0]?.guid, 'urn:npa:pier');
  });

  it('carries an embargo, and a correction with its note', () => {
    const note = 'An earlier version of this story named the wrong pier.';
    const corrected = { ...copy, signals: ['correction'], correctionNote: `Correction: ${note}` };
    const back = readBack({ ...story, copy: corrected, embargoedUntil: '2026-03-04T06:00:00Z' });
    assert.equal(back.copy.embargoedUntil, '2026-03-04T06:00:00Z');
    assert.equal(back.copy.correctionNote, `Correction: ${note}`);
    assert.deepEqual(back.copy.signals, ['correction']);
  });

  it('says that it is an update, where it is one', () => {
    const back = readBack({ ...story, copy: { ...copy, signals: ['update'] } });
    assert.deepEqual(back.copy.signals, ['update']);
    assert.equal(back.copy.correctionNote, undefined);
  });

  it('keeps any guid, also one that is no address, and any words', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, text, (guid, headline, paragraph) => {
        const odd = { ...copy, headline, blocks: [{ kind: 'paragraph' as const, text: paragraph }], text: paragraph };
        const value = { ...story, guid, copy: odd };
        accepted(value);
        const parsed = parse(new TextEncoder().encode(JSON.stringify(writeNinjs(value))));
        assert.equal(parsed.ok && parsed.items[0]?.guid, guid);
      }),
      { numRuns: 300 },
    );
  });
});
