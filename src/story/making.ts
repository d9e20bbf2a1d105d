import type { Finding, Furniture, Maker, Override } from './furniture.ts';
import type { Evidence } from './span.ts';

/** One element of the furniture with everything that is known about how it came to be. `id` is its place on the record's page. */
export type MadePart = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly madeBy: Maker;
  readonly madeAt?: string;
  readonly evidence: readonly Evidence[];
  readonly override?: Override;
  /** What the checks said of other wordings that were refused before this one. */
  readonly refused: readonly Finding[];
};

/** Every element of a page that is not the agency's story itself, in the order of reading. */
export function partsMade(furniture: Furniture): MadePart[] {
  const { displayHeadline, summary, keyPointsTitle, keyPoints, standfirst, pullQuote } = furniture;
  const part = (id: string, name: string, element: Furniture['standfirst']): MadePart[] => {
    if (!element) return [];
    const { findings, ...rest } = element;
    return [{ id, name, ...rest, refused: findings }];
  };
  return [
    ...part('headline', 'Headline', displayHeadline),
    ...summary.flatMap((element, i) => part(`summary-${i + 1}`, `Summary, sentence ${i + 1}`, element)),
    ...part('points-title', 'Title of the key points', keyPointsTitle),
    ...keyPoints.flatMap((element, i) => part(`point-${i + 1}`, `Key point ${i + 1}`, element)),
    ...part('standfirst', 'Standfirst', standfirst),
    ...(pullQuote
      ? [
          {
            id: 'pull-quote',
            name: `Pull quote of ${pullQuote.speaker}`,
            text: pullQuote.text,
            madeBy: { kind: 'agency' } as const,
            evidence: [{ part: 'text', start: pullQuote.start, end: pullQuote.end } as const],
            refused: [],
          },
        ]
      : []),
  ];
}

const VOCABULARY = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/**
 * The IPTC digital source type of an element (NewsCodes, digitalsourcetype). The engine only cuts and joins the agency's words,
 * which is an alteration that keeps their meaning; what a language model writes is its own.
 */
export function sourceTypeOf({ kind }: Maker): string {
  const types = {
    agency: 'digitalCreation',
    engine: 'algorithmicallyEnhanced',
    model: 'trainedAlgorithmicMedia',
    editor: 'humanEdits',
  } as const;
  return `${VOCABULARY}${types[kind]}`;
}
