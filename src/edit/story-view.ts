import type { Copy, Dateline } from '../story/copy.ts';
import type { Edition } from '../story/edition.ts';
import { copyTokens } from '../story/reading/copy-tokens.ts';
import { type TaggedSentence, tagged, taggedSentences } from '../story/reading/tagged-sentences.ts';
import type { Evidence } from '../story/span.ts';
import { ownWordsOf } from '../story/speech/own-words.ts';
import type { Quotation } from '../story/speech/quotation.ts';
import { type Person, peopleOf } from '../story/who/people.ts';
import { type StandIn, standInsOf } from '../story/who/stand-ins.ts';
import { hasWordCharacter } from '../text/length/characters.ts';
import { markedSpans } from '../text/quote-marks.ts';
import { blankTickers } from '../text/tickers.ts';
import { type Token, tokens } from '../text/tokens.ts';
import { STOP_WORDS } from '../text/words/function-words.ts';
import { FIRST_NAMES } from '../text/words/name-words.ts';
import { tellable } from './tellable.ts';

/** What the engine works from. */
export type CopyToEdit = Pick<Copy, 'headline' | 'text'> & {
  readonly dateline?: Dateline;
  /** What the agency says that this version is. */
  readonly signals?: readonly string[];
};

/** A sentence of the copy, or its headline, as the writers see it. Places inside it are places in `tokens`. */
export type SentenceView = TaggedSentence & {
  readonly part: Evidence['part'];
  /** Its place among the sentences; -1 for the headline. */
  readonly index: number;
  readonly paragraph: number;
  /** The tokens that carry news, and their lemmas, each once, for comparing. */
  readonly content: readonly Token[];
  readonly about: ReadonlySet<string>;
  /** The same without "said it", where somebody tells of her own doings. */
  readonly own?: SentenceView;
};

/** The story, read once for all writers. */
export type StoryView = {
  readonly copy: CopyToEdit;
  /** House spelling; null keeps the copy's own. */
  readonly language: Edition['language'] | null;
  readonly headline: SentenceView | null;
  readonly sentences: readonly SentenceView[];
  readonly quotations: readonly Quotation[];
  readonly people: ReadonlyMap<string, Person>;
  /** By its place, each pronoun whose name may be written instead. */
  readonly standIns: ReadonlyMap<number, StandIn>;
  /** How often each content word stands in the copy, by lemma. */
  readonly frequency: ReadonlyMap<string, number>;
};

export function viewStory(
  copy: CopyToEdit,
  { language, quotations }: { language: Edition['language'] | null; quotations: readonly Quotation[] },
): StoryView {
  let paragraph = 0;
  let last = 0;
  const ownWords = ownWordsOf(copy.text);
  const sentences = tellable(taggedSentences(copy.text), copy).map((sentence, index): SentenceView => {
    if (index > 0 && /\n[^\S\n]*\n/.test(copy.text.slice(last, sentence.start))) paragraph++;
    last = sentence.end;
    const place = { part: 'text', index, paragraph } as const;
    const own = ownWords.get(sentence.start);
    return { ...viewSentence(sentence, place), ...(own && { own: viewSentence(own, place) }) };
  });
  const head = tokens(blankTickers(copy.headline));
  const span = { start: 0, end: copy.headline.length };
  const headline =
    head.length === 0
      ? null
      : viewSentence(tagged(span, head, { marks: markedSpans(copy.headline), isHeadline: true }), {
          part: 'headline',
          index: -1,
          paragraph: -1,
        });
  const people = new Map(
    [...peopleOf(copy.text, quotations)].filter(([, person]) => isPerson(person, copy.text, quotations)),
  );
  const standIns = new Map(standInsOf(copy.text, quotations).map((standIn) => [standIn.start, standIn]));
  return {
    copy,
    language,
    headline,
    sentences,
    quotations,
    people,
    standIns,
    frequency: countWords(copyTokens(copy.text)),
  };
}

/** Bodies speak too: "France Telecom" has no surname. A first name, a role, a "Mr" or a "she" tells a person. */
const isPerson = ({ full, withRole }: Person, text: string, quotations: readonly Quotation[]): boolean =>
  withRole !== undefined ||
  FIRST_NAMES.has(full.slice(0, full.indexOf(' ')).toLowerCase()) ||
  new RegExp(
    `\\b(?:Mr|Mrs|Ms|Dr|Sir|Lord)\\.? ${full.slice(full.lastIndexOf(' ') + 1).replace(/[^\p{L}]/gu, '.')}\\b`,
    'u',
  ).test(text) ||
  quotations.some(({ name, speaker }) => name === full && /^(?:he|she)$/i.test(speaker?.text ?? ''));

function viewSentence(
  sentence: TaggedSentence,
  place: Pick<SentenceView, 'part' | 'index' | 'paragraph'>,
): SentenceView {
  const content = sentence.tokens.filter(isContent);
  return { ...sentence, ...place, content, about: new Set(content.map(({ lemma }) => lemma)) };
}

export const isContent = (token: Token): boolean =>
  token.text.length > 1 && !STOP_WORDS.has(token.norm) && hasWordCharacter(token.text);

function countWords(all: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of all) if (isContent(token)) counts.set(token.lemma, (counts.get(token.lemma) ?? 0) + 1);
  return counts;
}
