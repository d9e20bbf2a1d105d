import { check } from '../check/check.ts';
import { chooseProved } from '../edit/summary/choose-summary.ts';
import type { Draft, Drafts, Element, WordOdds } from '../story/furniture.ts';
import { wordCount } from '../text/length/word-count.ts';
import type { Kept } from './kept-furniture.ts';
import { firstProved, flowing, type Gate, inOrder, only, placesLeft, restOnOne, startOf } from './proved.ts';

/** Words at which a summary of three sentences is long enough, and at most has. */
const ENOUGH_WORDS = 55;
const MOST_WORDS = 95;
const FEWEST_SENTENCES = 3;
const MOST_SENTENCES = 5;
/** Words of an opening sentence that stands as it is; a longer one is chosen like any other. */
const LONGEST_LEAD = 45;
/** Words that a language model's long sentence leaves to each one that must still come. */
const ROOM = 20;

/**
 * Three to five sentences, about 75 words, in the order of the copy: those that together tell most of the story; people by full
 * name the first time. What is kept and what a language model wrote come first.
 */
export function summaryOf(drafts: Drafts, gate: Gate, { summary: kept, isNew }: Kept): Element[] {
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

function formBehind(element: Draft, drafts: Iterable<Draft>): Draft | undefined {
  let found = false;
  for (const draft of drafts) {
    if (found) return draft;
    found = draft.text === element.text;
  }
  return undefined;
}

function has(drafts: Iterable<Draft>, { text }: Draft): boolean {
  for (const draft of drafts) if (draft.text === text) return true;
  return false;
}
