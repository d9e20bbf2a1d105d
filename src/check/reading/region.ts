import type { Copy, Dateline } from '../../story/copy.ts';
import { copyTokens } from '../../story/reading/copy-tokens.ts';
import { type Row, rowsOf } from '../../story/reading/rows.ts';
import { type TaggedSentence, tagged, taggedSentences } from '../../story/reading/tagged-sentences.ts';
import type { Evidence } from '../../story/span.ts';
import { ownWordsOf } from '../../story/speech/own-words.ts';
import type { Quotation } from '../../story/speech/quotation.ts';
import type { Reported } from '../../story/speech/reported.ts';
import { type Person, peopleOf } from '../../story/who/people.ts';
import { type StandIn, standInsOf } from '../../story/who/stand-ins.ts';
import { markedSpans } from '../../text/quote-marks.ts';
import { blankTickers } from '../../text/tickers.ts';
import { type Token, tokens } from '../../text/tokens.ts';
import { ARTICLES } from '../../text/words/function-words.ts';
import { isWord } from './meaning.ts';
import { type Unit, unitsOf } from './unit.ts';
import { type Word, wordsIn } from './words.ts';

/** What the checks read of a story: the agency's words, and who is quoted in them. */
export type CopyToCheck = Pick<Copy, 'headline' | 'text'> & {
  readonly dateline?: Dateline;
  readonly quotations?: readonly Quotation[];
};

/** One sentence of the copy, or its whole headline: what the words of a draft must come from. */
export type Region = {
  readonly part: Evidence['part'];
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  /** For each key, where its units stand, in order. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** For each token, whether it says something: articles and marks do not. */
  readonly says: readonly boolean[];
  /** The units that are reporting verbs. */
  readonly verbs: readonly number[];
  readonly reported: readonly Reported[];
  /** For each token, whether it stands inside quotation marks. */
  readonly quoted: readonly boolean[];
  /** What kind of row this is, if it is a line that tells something without a sentence. */
  readonly row: Row | null;
};

/** The copy as the checks see it, made once. */
export type ReadCopy = {
  readonly copy: CopyToCheck;
  readonly regions: readonly Region[];
  /** By surname in small letters; only people whose surname nobody else in the copy shares. */
  readonly people: ReadonlyMap<string, Person>;
  /** The pronouns of its text of which it is certain whom they mean, in order. */
  readonly standIns: readonly StandIn[];
};

const read = new WeakMap<CopyToCheck, ReadCopy>();

/** Reads the copy for checking; the same object is read once. */
export function readCopy(copy: CopyToCheck): ReadCopy {
  const known = read.get(copy);
  if (known) return known;
  const quotations = copy.quotations ?? [];
  let standIns: readonly StandIn[] | undefined;
  const made = {
    copy,
    regions: [...headlineRegion(copy.headline), ...textRegions(copy.text)],
    people: peopleOf(copy.text, quotations),
    get standIns() {
      standIns ??= standInsOf(copy.text, quotations);
      return standIns;
    },
  };
  read.set(copy, made);
  return made;
}

/** The regions that a piece of evidence touches. */
export function regionsOf(story: ReadCopy, evidence: Evidence): Region[] {
  return story.regions.filter(
    (region) => region.part === evidence.part && region.start < evidence.end && evidence.start < region.end,
  );
}

function headlineRegion(headline: string): Region[] {
  if (headline.trim() === '') return [];
  const list = tokens(blankTickers(headline));
  const span = { start: 0, end: headline.length };
  const marks = markedSpans(headline);
  const turned = partnerFirst(list);
  return [list, ...(turned ? [turned] : [])].map((order) =>
    regionOf('headline', tagged(span, order, { marks, isHeadline: true })),
  );
}

/** The units of tagged tokens. A token of several words ("anti-war") is the place of several units. */
function unitsOver(list: readonly Token[]): Unit[] {
  // Tokens that touch are cut in words together: the tagger parts "400,000" otherwise than we do.
  const words: Word[] = [];
  // The first and the last token of each word.
  const firsts: number[] = [];
  const lasts: number[] = [];
  for (let i = 0; i < list.length; i++) {
    const first = i;
    while (list[i + 1]?.start === list[i]!.end) i++;
    const run = first === i ? [list[i]!] : list.slice(first, i + 1);
    let at = 0;
    const text = first === i ? run[0]!.text : run.map((token) => token.text).join('');
    // Where each token ends in that text: one that is written otherwise than the copy does has another length there.
    const ends: number[] = [];
    for (const token of run) ends.push((ends.at(-1) ?? 0) + token.text.length);
    for (const word of wordsIn(text)) {
      words.push(word);
      // Words come in order, so each is looked for behind the one before.
      while (ends[at]! <= word.start) at++;
      const begin = at;
      while (ends[at]! < word.end) at++;
      firsts.push(first + begin);
      lasts.push(first + at);
    }
  }
  return unitsOf(words).map(({ key, first, last, verb }) => ({
    key,
    first: firsts[first]!,
    last: lasts[last]!,
    ...(verb && { verb }),
  }));
}

const DEALINGS = /^(?:talks|deal|war|ties|trade|treaty|summit)$/;

/** "talks with Iran" may be written "Iran talks" in a headline: the same tokens in that order, or nothing where it does not apply. */
function partnerFirst(list: readonly Token[]): Token[] | undefined {
  const at = list.findIndex(
    ({ norm }, i) => DEALINGS.test(norm) && list[i + 1]?.norm === 'with' && /^\p{Lu}/u.test(list[i + 2]?.text ?? ''),
  );
  if (at < 0 || /^\p{Lu}/u.test(list[at + 3]?.text ?? '')) return undefined;
  return [...list.slice(0, at), list[at + 2]!, { ...list[at]!, pos: 'NOUN' }, ...list.slice(at + 3)];
}

/** The sentences, and the rows that are not sentences by themselves: the lines of a table are one stretch without a stop. */
function textRegions(text: string): Region[] {
  const rows = rowsOf(text);
  const own = ownWordsOf(text);
  // What somebody says of her own doings may be told with or without "said it".
  const inBothWays = (sentence: TaggedSentence, row: Row | null = null): Region[] => {
    const told = own.get(sentence.start);
    return [regionOf('text', sentence, row), ...(told ? [regionOf('text', told)] : [])];
  };
  if (rows.length === 0) return taggedSentences(text).flatMap((sentence) => inBothWays(sentence));
  const alone = new Map(rows.map((row) => [row.start, row]));
  const regions = taggedSentences(text).flatMap((sentence) => {
    const row = alone.get(sentence.start);
    const isRow = row !== undefined && sentence.end - row.end <= 1 && row.end <= sentence.end;
    if (isRow) alone.delete(row.start);
    return inBothWays(sentence, isRow ? row : null);
  });
  const marks = markedSpans(text);
  const all = copyTokens(text);
  let at = 0;
  for (const row of alone.values()) {
    while (at < all.length && all[at]!.start < row.start) at++;
    const first = at;
    while (at < all.length && all[at]!.end <= row.end) at++;
    regions.push(regionOf('text', tagged(row, all.slice(first, at), { marks, isHeadline: false }), row));
  }
  return regions;
}

/** Of a long story few sentences are asked for their units: each is read when it is. */
function regionOf(
  part: Region['part'],
  { start, end, tokens: list, quoted, reported }: TaggedSentence,
  row: Row | null = null,
): Region {
  let read: Reading | undefined;
  const reading = () => {
    read ??= readUnits(list);
    return read;
  };
  return {
    part,
    start,
    end,
    tokens: list,
    quoted,
    reported,
    row,
    get units() {
      return reading().units;
    },
    get places() {
      return reading().places;
    },
    get says() {
      return reading().says;
    },
    get verbs() {
      return reading().verbs;
    },
  };
}

type Reading = Pick<Region, 'units' | 'places' | 'says' | 'verbs'>;

function readUnits(list: readonly Token[]): Reading {
  const units = unitsOver(list);
  const says = list.map((token) => isWord(token) && !ARTICLES.has(token.norm));
  const places = new Map<string, number[]>();
  for (const [i, { key }] of units.entries()) places.get(key)?.push(i) ?? places.set(key, [i]);
  const verbs = units.flatMap(({ verb, first }, i) => (verb && list[first]!.pos === 'VERB' ? [i] : []));
  return { units, places, says, verbs };
}
