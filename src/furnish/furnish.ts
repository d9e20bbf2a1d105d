import { checkPullQuote } from '../check/check-pull-quote.ts';
import { sealFurniture } from '../check/seal-furniture.ts';
import { inFront } from '../edit/cutting/in-front.ts';
import { derive } from '../edit/engine.ts';
import { contentOfText, overlap, shareOf } from '../edit/overlap.ts';
import { findQuotations } from '../edit/quotes/quotations.ts';
import { readingMinutes } from '../edit/reading-time.ts';
import type { CopyToEdit } from '../edit/story-view.ts';
import type { Edition } from '../story/edition.ts';
import type { Draft, Drafts, Element, Finding, Furniture, PullQuote } from '../story/furniture.ts';
import type { Seal } from '../story/furniture-seal.ts';
import { copySentences } from '../story/reading/copy-sentences.ts';
import { proseOf, rowsOf } from '../story/reading/rows.ts';
import type { Evidence } from '../story/span.ts';
import type { Quotation } from '../story/speech/quotation.ts';
import { isEnglish } from '../text/is-english.ts';
import { oncePer } from '../text/memory/once-per.ts';
import { summaryOf } from './furnish-summary.ts';
import { KEPT_NOTHING, type Kept, keptFurniture, type Previous } from './kept-furniture.ts';
import { firstProved, flowing, type Gate, inOrder, only, placesLeft, restOnOne, startOf } from './proved.ts';

export type Furnished = {
  readonly furniture: Furniture;
  readonly quotations: readonly Quotation[];
  /** What was left out and why, for the desk; the findings of refused candidates stand with their elements. */
  readonly findings: readonly Finding[];
  /** The gate's, over all of it. */
  readonly seal: Seal;
};

/** Key points shown at most, and how many are few. */
const MOST_POINTS = 5;
const FEWEST_POINTS = 3;
/** Points that are nothing but a quotation under its speaker's name: more would read as a list of sayings. */
const MOST_QUOTING = 2;
const QUOTES = /^[^“"]{2,40}: [“"]/u;
/** Two key points that share more of their words than this tell the same. */
const SAME = 0.5;
const NEARLY_SAME = 0.6;
/** A key point of which the headline holds more than this tells it over. */
const AS_HEADLINE = 0.8;
/** Characters of a headline that have room on a page. */
const HEADLINE_ROOM = 80;
/** Characters of copy within which a standfirst should lie, about fifteen sentences. */
const EARLY = 2000;
/** A title of which a point has more than this of the words tells the point over. */
const TOLD_BY_POINT = 0.75;
/** A standfirst that has more of its words in common with the headline than this tells it over. */
const TOLD = 0.7;
/** Characters of copy that are worked on, about 6,500 words, and of a headline. */
const REACH = 40_000;
const LONGEST_HEADLINE = 1000;
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
    first?.part === 'headline' && first.start === 0 && first.end === gate.copy.headline.length;
  const other = only(fresh, (draft) => !displayHeadline || !same(draft)(displayHeadline) || isWhole(draft));
  const points = keyPoints.map(({ text }) => contentOfText(text));
  const tellsPoint = (draft: Draft) => points.some((point) => overlap(contentOfDraft(draft), point) > TOLD_BY_POINT);
  const first = firstProved(other, gate, 'keyPointsTitle') ?? firstProved(fresh, gate, 'keyPointsTitle');
  // A point told over names no story: there the agency's headline does, though the page has it above.
  const element =
    first && tellsPoint(first) ? (firstProved(only(fresh, isWhole), gate, 'keyPointsTitle') ?? first) : first;
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
  const last = placesLeft(drafts.lastKeyPoints ?? [], kept, isNew);
  const headline = contentOfText(gate.copy.headline);
  // Where hardly any can be proved, others are good enough: two may have a little more in common, or tell the headline over.
  const rounds = [
    { places: first, same: SAME, asHeadline: AS_HEADLINE, most: MOST_POINTS },
    { places: spare, same: SAME, asHeadline: AS_HEADLINE, most: FEWEST_POINTS },
    { places: last, same: SAME, asHeadline: 1, most: FEWEST_POINTS },
    { places: [...first, ...spare, ...last], same: NEARLY_SAME, asHeadline: 1, most: FEWEST_POINTS },
  ];
  for (const { places, same, asHeadline, most } of rounds) {
    for (const place of places) {
      if (taken.length >= most) break;
      const full = taken.filter(({ element }) => QUOTES.test(element.text)).length >= MOST_QUOTING;
      const fresh = only(place, (draft) => {
        if (full && QUOTES.test(draft.text)) return false;
        const content = contentOfDraft(draft);
        if (shareOf(content, headline) > asHeadline) return false;
        return taken.every((other) => overlap(content, other.content) <= same);
      });
      const element = firstProved(fresh, gate, 'keyPoint');
      if (element) taken.push({ element, content: contentOfText(element.text) });
    }
  }
  return taken.map(({ element }) => element).sort(inOrder);
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
