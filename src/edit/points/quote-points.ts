import type { Draft } from '../../story/furniture.ts';
import type { Span } from '../../story/span.ts';
import type { Quotation } from '../../story/speech/quotation.ts';
import { wordCount } from '../../text/length/word-count.ts';
import type { Token } from '../../text/tokens.ts';
import { onDemand } from '../cutting/on-demand.ts';
import { capital, ENGINE } from '../cutting/write.ts';
import { contentOf, spread } from '../overlap.ts';
import { namesOneOf } from '../quotes/certain-quotation.ts';
import { speakerOf } from '../quotes/quoted-speaker.ts';
import { clausesIn, type Spoken } from '../quotes/spoken-clauses.ts';
import { tells } from '../quotes/telling-words.ts';
import type { StoryView } from '../story-view.ts';

const FEWEST = 5;
const MOST = 9;
/** Quotations that are proposed; a story shows two of them at most. */
const PLACES = 10;
const REPETITION = 3;

/**
 * Places for points that quote, the most telling first: `Rubio: “We don’t view meetings as a concession”`. Whole sentences, or
 * whole clauses of them, of one quotation whose speaker the record names; every word inside the marks is hers.
 */
export function quotePoints(story: StoryView): Iterable<Draft>[] {
  const found = story.quotations.flatMap((quotation) => pointsIn(quotation, story));
  return spread(
    found,
    ({ value }) => value,
    ({ content }) => content,
    REPETITION,
  )
    .slice(0, PLACES)
    .map(({ draft }) => onDemand(() => [draft].values()));
}

type Point = { readonly draft: Draft; readonly value: number; readonly content: ReadonlySet<string> };

function pointsIn(quotation: Quotation, story: StoryView): Point[] {
  const speaker = speakerOf(quotation, story);
  if (!speaker) return [];
  return clausesIn(quotation, story).flatMap((spoken) => {
    if (namesOneOf(quotation.name ?? '', spoken.text)) return [];
    const text = `${capital(speaker.text)}: “${spoken.text}”`;
    const count = wordCount(text);
    const value = count < FEWEST || count > MOST ? undefined : tells(spoken, story);
    if (value === undefined) return [];
    const evidence = proof(spoken, speaker.places).map((span) => ({ part: 'text' as const, ...span }));
    return [{ draft: { text, madeBy: ENGINE, evidence }, value, content: contentOf(spoken.tokens) }];
  });
}

/** The words said in front: they decide where the point stands among the others. */
const proof = ({ tokens }: Spoken, places: readonly Span[]): Span[] => [
  { start: tokens[0]!.start, end: (tokens.at(-1) as Token).end },
  ...places,
];
