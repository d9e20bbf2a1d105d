import { check, passes } from './check/check.ts';
import { checkPullQuote } from './check/check-pull-quote.ts';
import type { ElementKind } from './check/check-type.ts';
import type { CopyToCheck } from './check/reading/region.ts';
import { sealFurniture } from './check/seal-furniture.ts';
import { chooseProved } from './edit/choose-summary.ts';
import { inFront } from './edit/cutting/in-front.ts';
import { onDemand } from './edit/cutting/on-demand.ts';
import { derive } from './edit/engine.ts';
import { contentOfText, overlap } from './edit/overlap.ts';
import { findQuotations } from './edit/quotes/quotations.ts';
import { readingMinutes } from './edit/reading-time.ts';
import type { CopyToEdit } from './edit/story-view.ts';
import { KEPT_NOTHING, type Kept, type KeptList, keptFurniture, type Previous } from './kept-furniture.ts';
import { copySentences } from './story/copy-sentences.ts';
import type { Edition } from './story/edition.ts';
import type { Draft, Drafts, Element, Finding, Furniture, PullQuote, WordOdds } from './story/furniture.ts';
import type { Seal } from './story/furniture-seal.ts';
import type { Quotation } from './story/quotation.ts';
import { proseOf, rowsOf } from './story/rows.ts';
import type { Evidence } from './story/span.ts';
import { isEnglish } from './text/is-english.ts';
import { oncePer } from './text/once-per.ts';
import { wordCount } from './text/word-count.ts';

export type Furnished = {
  readonly furniture: Furniture;
  readonly quotations: readonly Quotation[];
  /** What was left out and why, for the desk; the findings of refused candidates stand with their elements. */
  readonly findings: readonly Finding[];
  /** The gate's, over all of it. */
  readonly seal: Seal;
};

/** Key points shown at most, and words at which a summary of three sentences is long enough, and at most has. */
const MOST_POINTS = 5;
const FEWEST_POINTS = 3;
/** Points that are nothing but a quotation under its speaker's name: more would read as a list of sayings. */
const MOST_QUOTING = 2;
const QUOTES = /^[^“"]{2,40}: [“"]/u;
const ENOUGH_WORDS = 55;
const MOST_WORDS = 95;
const FEWEST_SENTENCES = 3;
const MOST_SENTENCES = 5;
/** Words of an opening sentence that stands as it is; a longer one is chosen like any other. */
const LONGEST_LEAD = 45;
/** Words that a long sentence leaves to each one that must still come. */
const ROOM = 20;
/** Two key points that share more of their words than this tell the same. */
const SAME = 0.5;
const NEARLY_SAME = 0.6;
/** Characters of a headline that have room on a page. */
const HEADLINE_ROOM = 80;
/** Characters of copy within which a standfirst should lie, about fifteen sentences. */
const EARLY = 2000;
/** A standfirst that has more of its words in common with the headline than this tells it over. */
const TOLD = 0.7;
/** Characters of copy that are worked on, about 6,500 words, and of a headline. */
const REACH = 40_000;
const LONGEST_HEADLINE = 1000;
/** Findings kept with an element, of the first candidate that was refused: they say enough, and finding all takes long. */
const MOST_FINDINGS = 6;

/**
 * Everything around the copy, in house spelling (`null` keeps the copy's own): for each place the first candidate that passes
 * every check. What cannot be proved is left out. Of a story that was furnished before (`previous`), what the new version
 * does not touch stays as it was.
 */
export function furnish(
  whole: CopyToEdit,
  {
    language,
    previous,
    drafts: model,
  }: {
    readonly language: Edition['language'] | null;
    readonly previous?: Previous | undefined;
    /** A language model's candidates: they stand before the engine's. */
    readonly drafts?: Drafts;
  },
): Furnished {
  const minutes = readingMinutes(whole.text);
  const copy = inReach(whole);
  if (!isEnglish(proseOf(copy.text))) return withoutLanguage(whole, copy, minutes);
  const quotations = findQuotations(copy.text);
  const own = derive(copy, { language, quotations });
  const drafts = model ? inFront(model, own) : own;
  const gate: Gate = { copy: { ...copy, quotations }, missing: [], refused: new Set() };
  const kept = previous ? keptFurniture({ ...previous, copy: inReach(previous.copy) }, gate.copy) : KEPT_NOTHING;
  const displayHeadline = leftOut(
    kept.displayHeadline ?? firstProved(drafts.displayHeadline, gate, 'displayHeadline') ?? agencysHeadline(gate.copy),
    gate,
    'display headline',
  );
  const summary = summaryOf(drafts, gate, kept);
  const keyPoints = isOneSentence(copy.text) ? [] : keyPointsOf(drafts, gate, kept);
  const furniture: Furniture = {
    displayHeadline,
    standfirst: standfirstOf(drafts.standfirst, gate, { displayHeadline, summary, kept: kept.standfirst }),
    summary,
    keyPointsTitle: titleOf(drafts.keyPointsTitle, gate, { displayHeadline, keyPoints, kept: kept.keyPointsTitle }),
    keyPoints,
    pullQuote: kept.pullQuote ?? pullQuoteOf(drafts.pullQuotes, gate),
    readingMinutes: minutes,
  };
  const seal = sealFurniture(furniture, { kept: whole, checked: gate.copy });
  return { furniture, quotations, findings: gate.missing, seal };
}

/**
 * What the engine works on: of very long copy its first paragraphs, without a headline that is none. The news stands in front,
 * and the time for one story stays bounded whatever a wire sends. Places in the text stay what they are.
 */
function inReach(copy: CopyToEdit): CopyToEdit {
  const paragraph = copy.text.lastIndexOf('\n\n', REACH);
  const text = copy.text.length <= REACH ? copy.text : copy.text.slice(0, paragraph > REACH / 2 ? paragraph : REACH);
  return { ...copy, text, headline: copy.headline.length <= LONGEST_HEADLINE ? copy.headline : '' };
}

type Gate = {
  readonly copy: CopyToCheck;
  readonly missing: Finding[];
  /** What was refused once, by kind and words: the same draft may stand in several lists. */
  readonly refused: Set<string>;
};

/** The first draft without a finding, with what was said of the first one before it; null when there is none. */
function firstProved(drafts: Iterable<Draft>, gate: Gate, kind: ElementKind): Element | null {
  let refused: Draft | undefined;
  for (const draft of drafts) {
    const key = `${kind} ${draft.evidence[0]?.start} ${draft.text}`;
    if (!gate.refused.has(key) && passes(draft, gate.copy, kind))
      return { ...draft, findings: refused ? check(refused, gate.copy, kind).slice(0, MOST_FINDINGS) : [] };
    gate.refused.add(key);
    refused ??= draft;
  }
  return null;
}

/** Those that a test lets through, looked for only as far as somebody reads. */
function only(drafts: Iterable<Draft>, test: (draft: Draft) => boolean): Iterable<Draft> {
  return onDemand(function* () {
    for (const draft of drafts) if (test(draft)) yield draft;
  });
}

/** "…, she said." leaves a reader on the least that it tells: only where nothing else is proved. */
const flowing = (drafts: Iterable<Draft>) => only(drafts, ({ text }) => !/\b(?:said|says|added)[.]$/.test(text));

function has(drafts: Iterable<Draft>, { text }: Draft): boolean {
  for (const draft of drafts) if (draft.text === text) return true;
  return false;
}

function leftOut(element: Element | null, gate: Gate, name: string): Element | null {
  if (element === null) gate.missing.push({ check: 'furnish', message: `No ${name} could be proved; it is left out.` });
  return element;
}

/** What a draft tells; several lists hold it, and each compares it. */
const contentOfDraft = oncePer(({ text }: Draft) => contentOfText(text));

/** A title that is none of the points and, where one can be proved, not the display headline either. */
function titleOf(
  drafts: Iterable<Draft>,
  gate: Gate,
  {
    displayHeadline,
    keyPoints,
    kept,
  }: { displayHeadline: Element | null; keyPoints: readonly Element[]; kept: Element | null },
): Element | null {
  const same = (draft: Draft) => (element: Element) => element.text.toLowerCase() === draft.text.toLowerCase();
  if (kept && !keyPoints.some(same(kept)) && !(displayHeadline && same(kept)(displayHeadline))) return kept;
  const fresh = only(drafts, (draft) => !keyPoints.some(same(draft)));
  // The agency's whole headline once more is better than a broken form of it: its place among the drafts says when.
  const isWhole = ({ evidence: [first] }: Draft) =>
    first?.part === 'headline' && first.end === gate.copy.headline.length;
  const other = only(fresh, (draft) => !displayHeadline || !same(draft)(displayHeadline) || isWhole(draft));
  const element = firstProved(other, gate, 'keyPointsTitle') ?? firstProved(fresh, gate, 'keyPointsTitle');
  return leftOut(element, gate, 'title for the key points');
}

/** A sentence that neither tells the display headline over nor stands in the summary, where one can be proved. */
function standfirstOf(
  drafts: Iterable<Draft>,
  gate: Gate,
  {
    displayHeadline,
    summary,
    kept,
  }: { displayHeadline: Element | null; summary: readonly Element[]; kept: Element | null },
): Element | null {
  const told = contentOfText(displayHeadline?.text ?? '');
  const isNews = (draft: Draft) => overlap(contentOfDraft(draft), told) <= TOLD;
  if (kept && isNews(kept)) return kept;
  const adds = only(drafts, isNews);
  const isIn = (draft: Draft) => summary.some((element) => restOnOne(element, draft));
  const isSame = (draft: Draft) => summary.some(({ text }) => text === draft.text);
  const fresh = only(adds, (draft) => !isIn(draft));
  // What comes late is background: better what the summary has too, in other words.
  const early = (list: Iterable<Draft>) => only(list, (draft) => startOf(draft) < EARLY);
  const other = only(adds, (draft) => !isSame(draft));
  const lists = [early(fresh), early(other), fresh, adds, drafts].map(flowing);
  const element = [...lists, adds, drafts].reduce<Element | null>(
    (found, list) => found ?? firstProved(list, gate, 'standfirst'),
    null,
  );
  return leftOut(element, gate, 'standfirst');
}

/** An alert: its headline has said all that a point could say. */
const isOneSentence = (text: string): boolean => copySentences(text).length < 2 && rowsOf(text).length === 0;

/** Up to five points, none of which repeats another, in the order of the copy. Those that are kept come first. */
function keyPointsOf(drafts: Drafts, gate: Gate, { keyPoints: kept, isNew }: Kept): Element[] {
  const taken = kept.elements.map((element) => ({ element, content: contentOfText(element.text) }));
  const first = placesLeft(drafts.keyPoints, kept, isNew);
  const spare = placesLeft(drafts.spareKeyPoints ?? [], kept, isNew);
  // Where hardly any can be proved, others are good enough, and two may have a little more in common.
  const rounds = [
    { places: first, same: SAME, most: MOST_POINTS },
    { places: spare, same: SAME, most: FEWEST_POINTS },
    { places: first, same: NEARLY_SAME, most: FEWEST_POINTS },
    { places: spare, same: NEARLY_SAME, most: FEWEST_POINTS },
  ];
  for (const { places, same, most } of rounds) {
    for (const place of places) {
      if (taken.length >= most) break;
      const full = taken.filter(({ element }) => QUOTES.test(element.text)).length >= MOST_QUOTING;
      const fresh = only(place, (draft) => {
        if (full && QUOTES.test(draft.text)) return false;
        const content = contentOfDraft(draft);
        return taken.every((other) => overlap(content, other.content) <= same);
      });
      const element = firstProved(fresh, gate, 'keyPoint');
      if (element) taken.push({ element, content: contentOfText(element.text) });
    }
  }
  return taken.map(({ element }) => element).sort(inOrder);
}

const startOf = ({ evidence }: Draft): number => evidence.find(({ part }) => part === 'text')?.start ?? 0;
const inOrder = (a: Draft, b: Draft): number => startOf(a) - startOf(b);

/** Places that a kept list leaves to fill: none that it fills itself, and while it is whole only what is new in the copy. */
function placesLeft(places: Drafts['summary'], kept: KeptList, isNew: Kept['isNew']): readonly Iterable<Draft>[] {
  const filled = new Set(kept.elements.map(startOf));
  if (filled.size === 0 && !kept.whole) return places;
  return places.filter(([first]) => first && !filled.has(startOf(first)) && (!kept.whole || isNew(first)));
}

/**
 * Three to five sentences, about 75 words, in the order of the copy: those that together tell most of the story; people by full
 * name the first time. What is kept and what a language model wrote come first.
 */
function summaryOf(drafts: Drafts, gate: Gate, { summary: kept, isNew }: Kept): Element[] {
  const places = placesLeft(drafts.summary, kept, isNew);
  const taken = [...kept.elements];
  for (const place of places.filter(isModels)) {
    if (isFull(taken)) break;
    const most = MOST_WORDS - ROOM * Math.max(0, FEWEST_SENTENCES - 1 - taken.length);
    const element = firstProved(
      only(place, ({ text }) => wordsIn(taken) + wordCount(text) <= most),
      gate,
      'summary',
    );
    if (element && taken.every((other) => startOf(other) !== startOf(element))) taken.push(element);
  }
  if (!isFull(taken)) taken.push(...chosenFrom(places, gate, { taken, odds: drafts.summaryWords ?? new Map() }));
  if (kept.whole && taken.length === kept.elements.length) return taken;
  const before = kept.elements.map((element) => inFull(element, drafts.summary, gate));
  const added = taken.slice(kept.elements.length);
  return onceInFull([...before, ...added].sort(inOrder), drafts.summary, gate);
}

/** The sentence that the copy opens with, as the news stands in front, and those that with what is taken tell most of the story. */
function chosenFrom(
  places: Drafts['summary'],
  gate: Gate,
  { taken, odds }: { readonly taken: readonly Element[]; readonly odds: WordOdds },
): Element[] {
  const sizes = { fewest: FEWEST_SENTENCES, most: MOST_SENTENCES, words: MOST_WORDS };
  const prove = (draft: Draft) => firstProved([draft], gate, 'summary');
  const filled = new Set(taken.map(startOf));
  const open = places.filter(([first]) => first && !filled.has(startOf(first)));
  const [opening] = open;
  const opens = ([draft]: Iterable<Draft>) => draft && taken.every((other) => startOf(draft) < startOf(other));
  const lead = opening && opens(opening) ? firstProved(only(flowing(opening), isShort), gate, 'summary') : null;
  const first = lead ? [lead] : [];
  const left = lead ? open.slice(1) : open;
  const rest = chooseProved(left.map(flowing), odds, { taken: [...taken, ...first], sizes, prove });
  const chosen = [...first, ...rest];
  // One sentence is no summary: then another may end on its speaker.
  if (taken.length + chosen.length > 1) return chosen;
  const others = left.filter(([draft]) => draft && !chosen.some((one) => startOf(one) === startOf(draft)));
  return [...chosen, ...chooseProved(others, odds, { taken: [...taken, ...chosen], sizes, prove })];
}

const isModels = ([first]: Iterable<Draft>): boolean => first?.madeBy.kind === 'model';
const wordsIn = (list: readonly Draft[]): number => list.reduce((sum, { text }) => sum + wordCount(text), 0);
const isShort = ({ text }: Draft): boolean => wordCount(text) <= LONGEST_LEAD;
const isFull = (summary: readonly Draft[]): boolean =>
  summary.length === MOST_SENTENCES || (summary.length >= FEWEST_SENTENCES && wordsIn(summary) >= ENOUGH_WORDS);

/** The fullest form of a sentence that is kept: the one that named its people before it may be gone. */
function inFull(element: Element, places: Drafts['summary'], gate: Gate): Element {
  const place = placeOf(element, places);
  return (place && has(place, element) && firstProved(place, gate, 'summary')) || element;
}

/** A person named in full by an earlier sentence needs no role and forename again, where the shorter form is proved too. */
function onceInFull(summary: readonly Element[], places: Drafts['summary'], gate: Gate): Element[] {
  let before = '';
  return summary.map((element) => {
    const shorter = formBehind(element, placeOf(element, places) ?? []);
    const extra = shorter && element.evidence.length > shorter.evidence.length ? element.evidence.at(-1) : undefined;
    const name = extra ? gate.copy.text.slice(extra.start, extra.end).split(/\s+/u).slice(-2).join(' ') : '';
    const known = name !== '' && before.includes(name) && shorter && check(shorter, gate.copy, 'summary').length === 0;
    const chosen = known ? { ...shorter, findings: element.findings } : element;
    before += ` ${chosen.text}`;
    return chosen;
  });
}

/** The place of the sentence that an element rests on. */
const placeOf = (element: Draft, places: Drafts['summary']): Iterable<Draft> | undefined =>
  places.find(([first]) => first && restOnOne(first, element));

/** Whether two of them rest on one sentence. */
const restOnOne = ({ evidence: [one] }: Draft, { evidence: [other] }: Draft): boolean =>
  one !== undefined && other !== undefined && one.part === other.part && one.start < other.end && other.start < one.end;

function formBehind(element: Draft, drafts: Iterable<Draft>): Draft | undefined {
  let found = false;
  for (const draft of drafts) {
    if (found) return draft;
    found = draft.text === element.text;
  }
  return undefined;
}

function pullQuoteOf(quotes: readonly PullQuote[], gate: Gate): PullQuote | null {
  return quotes.find((quote) => checkPullQuote(quote, gate.copy).length === 0) ?? null;
}

/** The agency's headline as it is, beside the copy's first line or the word that they share; null where it has none, or no room. */
function agencysHeadline({ headline, text: copy }: CopyToEdit, most: number = HEADLINE_ROOM): Element | null {
  const text = headline.trim();
  if (text === '' || text.length > most) return null;
  const evidence: Evidence[] = [{ part: 'headline', start: 0, end: headline.length }];
  const word = text.split(/\s+/u).find((part) => part.length > 2 && copy.includes(part));
  const line = /[^\s].*/u.exec(copy);
  if (word) evidence.push({ part: 'text', start: copy.indexOf(word), end: copy.indexOf(word) + word.length });
  else if (line) evidence.push({ part: 'text', start: line.index, end: line.index + line[0].length });
  return { text, madeBy: { kind: 'agency' }, evidence, findings: [] };
}

/** Copy in a language that we do not edit keeps the agency's own headline and gets what can be counted. */
function withoutLanguage(whole: CopyToEdit, copy: CopyToEdit, minutes: number): Furnished {
  const displayHeadline = agencysHeadline(copy, Number.POSITIVE_INFINITY);
  const findings: Finding[] = [
    { check: 'language', message: 'The copy is not in English: only what needs no language is made.' },
  ];
  const empty = { standfirst: null, summary: [], keyPointsTitle: null, keyPoints: [], pullQuote: null };
  const furniture = { displayHeadline, ...empty, readingMinutes: minutes };
  return { furniture, quotations: [], findings, seal: sealFurniture(furniture, { kept: whole, checked: copy }) };
}
