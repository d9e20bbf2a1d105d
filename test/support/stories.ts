import { type Delivery, type ReceivedItem, saveDelivery } from '../../src/store/filing/save-delivery.ts';
import { claimWork, type Made, saveFurniture } from '../../src/store/made/work.ts';
import type { Store } from '../../src/store/store.ts';
import type { Copy } from '../../src/story/copy.ts';
import { textOf } from '../../src/story/copy.ts';
import type { Element } from '../../src/story/furniture.ts';
import { sealDigest } from '../../src/story/furniture-seal.ts';
import type { Quotation } from '../../src/story/speech/quotation.ts';

const PARAGRAPHS = [
  'The harbour bridge at Port Eldon will close for three weeks from Monday, the port said.',
  '“We know that this is hard for the islanders,” said harbour master Ruth Amadi.',
  'Ferries will run every 20 minutes while engineers replace two bearings.',
];

type Parts = Partial<Copy> & { readonly paragraphs?: readonly string[] };

/** Agency copy that may be published, unless `parts` say otherwise. */
export function copyWith({ paragraphs = PARAGRAPHS, ...parts }: Parts = {}): Copy {
  const blocks = paragraphs.map((text) => ({ kind: 'paragraph' as const, text }));
  return {
    headline: 'Harbour bridge to close for three weeks',
    blocks,
    text: textOf(blocks),
    creditLine: 'NPA',
    language: 'en',
    section: 'Local',
    keywords: [],
    pubStatus: 'usable',
    signals: [],
    ...parts,
  };
}

/** One item of a delivery. */
export function itemWith(parts: Partial<ReceivedItem> = {}): ReceivedItem {
  return { guid: 'npa:bridge', copy: copyWith(), replaces: [], ...parts };
}

/** A file with these items. Its bytes tell it from every file with other items, unless they are given. */
export function deliveryOf(items: readonly ReceivedItem[], parts: Partial<Delivery> = {}): Delivery {
  return {
    source: 'NPA',
    name: 'bridge.json',
    format: 'ninjs 2.1',
    bytes: Buffer.from(JSON.stringify(items)),
    receivedAt: new Date('2026-03-02T08:00:00Z'),
    items,
    ...parts,
  };
}

/** What an engine might make of this copy: its own sentences, each with its place. Without any for copy of one paragraph. */
export function madeFrom(copy: Copy, parts: Partial<Made['furniture']> = {}): Made {
  const element = (text: string, start = copy.text.indexOf(text)): Element => ({
    text,
    madeBy: { kind: 'engine', version: '1' },
    evidence: [{ part: 'text', start, end: start + text.length }],
    findings: [],
  });
  const first = copy.blocks[0]?.text ?? '';
  const headline: Element = {
    text: copy.headline,
    madeBy: { kind: 'agency' },
    evidence: [{ part: 'headline', start: 0, end: copy.headline.length }],
    findings: [{ check: 'length', message: 'The first candidate had 91 characters.', start: 80, end: 91 }],
  };
  const made = {
    furniture: {
      displayHeadline: headline,
      standfirst: first === '' ? null : element(first),
      summary: copy.blocks.map((block) => element(block.text)),
      keyPointsTitle: null,
      keyPoints: first === '' ? [] : [element(first.slice(0, 20).trim(), 0)],
      pullQuote: null,
      readingMinutes: 2,
      ...parts,
    },
    quotations: quotationsIn(copy),
    findings: [{ check: 'attribution', message: 'No title could be proved.' }],
  };
  return sealed(made, copy);
}

/** Furniture as the gate hands it on, for tests of the store that need none of the checks. */
export function sealed(made: Omit<Made, 'seal'>, copy: Copy): Made {
  return { ...made, seal: { checks: 'test', digest: sealDigest(made.furniture, copy, 'test') } };
}

/** Ruth Amadi's words, where the copy has them. */
function quotationsIn({ text }: Copy): Quotation[] {
  const words = /“([^”]+),” (said) harbour master (Ruth Amadi)/d.exec(text);
  if (!words?.indices) return [];
  const [, said, cue, speaker] = words.indices;
  const mention = (span: [number, number]) => ({ start: span[0], end: span[1], text: text.slice(...span) });
  const [start, end] = said!;
  return [
    {
      kind: 'direct',
      start,
      end,
      speaker: mention(speaker!),
      name: 'Ruth Amadi',
      role: 'harbour master',
      cue: mention(cue!),
    },
  ];
}

/** Makes and saves furniture for everything that waits. */
export async function furnishAll(store: Store, at = new Date('2026-03-02T12:00:00Z')): Promise<void> {
  for (let work = await claimWork(store); work; work = await claimWork(store)) {
    await saveFurniture(store, work.storyVersionId, madeFrom(work.copy), at);
  }
}

/** A story that readers see, from an item of its own guid. Returns its slug. */
export async function publish(store: Store, item: Partial<ReceivedItem> = {}, at?: Date): Promise<string> {
  const outcome = await saveDelivery(store, deliveryOf([itemWith(item)]));
  await furnishAll(store, at);
  return outcome.stories[0]!.slug;
}
