import type { Copy } from '../../story/copy.ts';
import type { Element, Furniture, Maker } from '../../story/furniture.ts';

/** A story on its way out. Without `copy` it is withdrawn: then nothing but its identity and its `notice` goes out. */
export type OutgoingStory = {
  readonly guid: string;
  /** The agency's version, or our count where it gives none. */
  readonly version: string;
  readonly pubStatus: 'usable' | 'withheld' | 'canceled';
  /** ISO 8601 with a zone. */
  readonly embargoedUntil?: string;
  readonly copy?: Copy;
  readonly furniture?: Furniture;
  /** What readers are told of a kill. */
  readonly notice?: string;
  /** The story's page. */
  readonly page: string;
  readonly publishedAt?: string;
  /** When what is sent last changed; ISO 8601, UTC. */
  readonly changedAt: string;
};

/** An element that was made from the copy, with its place among the others. */
export type Derived = {
  readonly name: 'displayHeadline' | 'standfirst' | 'summary' | 'keyPointsTitle' | 'keyPoint';
  readonly number: number;
  readonly text: string;
  readonly madeBy: Maker;
};

/** What was made here, in reading order; the agency's own words among the furniture are in the copy already. */
export function derivedOf(furniture: Furniture | undefined): Derived[] {
  if (!furniture) return [];
  const all = (name: Derived['name'], elements: readonly (Element | null)[]) =>
    elements.flatMap((element, index) =>
      element && element.madeBy.kind !== 'agency'
        ? [{ name, number: index + 1, text: element.text, madeBy: element.madeBy }]
        : [],
    );
  return [
    ...all('displayHeadline', [furniture.displayHeadline]),
    ...all('standfirst', [furniture.standfirst]),
    ...all('summary', furniture.summary),
    ...all('keyPointsTitle', [furniture.keyPointsTitle]),
    ...all('keyPoint', furniture.keyPoints),
  ];
}

const SOURCE_TYPES = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** IPTC's digital source type of what was made here: our engine shortens human words and generates none. */
export function sourceTypeOf(maker: Maker): { readonly uri: string; readonly name: string } | undefined {
  if (maker.kind === 'engine')
    return { uri: `${SOURCE_TYPES}algorithmicallyEnhanced`, name: 'Algorithmically enhanced' };
  if (maker.kind === 'model')
    return { uri: `${SOURCE_TYPES}trainedAlgorithmicMedia`, name: 'Trained algorithmic media' };
  if (maker.kind === 'editor') return { uri: `${SOURCE_TYPES}humanEdits`, name: 'Human edits' };
  return undefined;
}

/** The note on a version, in words by which a receiver knows it for a correction or an update; of a kill its notice. */
export function noteOn({ copy, notice }: OutgoingStory): string | undefined {
  if (!copy) return notice;
  if (!copy.signals.includes('correction'))
    return copy.signals.includes('update') ? 'Update: takes the place of the versions before it.' : undefined;
  const note = copy.correctionNote;
  if (note === undefined) return 'Correction.';
  return /^\W{0,3}correct(?:s|ed|ion)\b|\bcorrects\b/i.test(note) ? note : `Correction: ${note}`;
}

/** An ISO 8601 instant with its zone as the schemas want it, or undefined. */
export const dateTime = (text: string | undefined): string | undefined =>
  text !== undefined &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
  !Number.isNaN(Date.parse(text))
    ? text
    : undefined;
