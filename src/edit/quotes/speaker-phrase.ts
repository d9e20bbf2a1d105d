import type { Item } from './quote-scene.ts';

/** Items of a scene from `from` to `to`, both inclusive. */
export type Phrase = { readonly from: number; readonly to: number };

/** How many items a noun phrase or a search may take; keeps the work linear on any text. */
const REACH = 40;
const LONGEST_BRACKET = 12;

const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'SYM', 'X']);
const SUBJECT_PRONOUNS = new Set(
  'he she they it we i you who another others many some most several both one all everyone somebody someone'.split(' '),
);
const OBJECT_PRONOUNS = new Set('him her them us me it himself herself themselves itself'.split(' '));
const INNER_PREPOSITIONS = new Set('of for in at from with on to by under'.split(' '));
const TIME =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|tomorrow|tonight|week|month|year|morning|afternoon|evening|night|january|february|march|april|may|june|july|august|september|october|november|december|time|times|day|ago|earlier|late|later|recently)$/u;

/** "on Monday", "last time"; "Ann May" and "The Aldport Times" end in names. */
function isTime(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!TIME.test(item?.norm ?? '')) return false;
  return (
    !(isCapital(item) && !item!.norm.endsWith('day') && isName(items[at - 1]) && !ALWAYS_TIME.test(item!.norm)) &&
    !(item!.norm === 'day' && isCapital(item))
  );
}

/** "Mr.", "Sen.", "Ann B. Ode": the stop belongs to the word before it. */
const isShortened = (items: readonly Item[], stop: number): boolean =>
  /^(?:mr|mrs|ms|dr|sen|rep|gov|gen|jr|sr|st)$/u.test(items[stop - 1]?.norm ?? '') ||
  (/^\p{Lu}$/u.test(items[stop - 1]?.word?.text ?? '') && isCapital(items[stop + 1]));

/** "vice-president", not "Polls - Ann Ode". */
const isHyphen = (items: readonly Item[], at: number): boolean =>
  items[at]!.norm === '-' && (items[at - 1]?.end === items[at]!.start || items[at + 1]?.start === items[at]!.end);

const ALWAYS_TIME = /^(?:january|february|july|september|october|november|december)$/u;

const isCapital = (item: Item | undefined): boolean => /^\p{Lu}\p{L}/u.test(item?.word?.text ?? '');
const isName = (item: Item | undefined): boolean => item?.pos === 'PROPN' || /^\p{Lu}/u.test(item?.word?.text ?? '');

/** The noun phrase whose last item is at `at`, read backwards; undefined when no noun phrase ends there. */
export function phraseEndingAt(items: readonly Item[], at: number): Phrase | undefined {
  const last = items[at];
  if (last?.word === undefined) return undefined;
  // "Rep. Ann Ode (D-Port Sel), who": what stands in brackets belongs to the phrase before it.
  const bracket = last.norm === ')' ? openingBracket(items, at) : -1;
  if (bracket > 0) return phraseEndingAt(items, bracket - 1);
  if (SUBJECT_PRONOUNS.has(last.norm) && last.pos !== 'PROPN') {
    return last.norm === 'one' && items[at - 1]?.pos === 'DET' ? { from: at - 1, to: at } : { from: at, to: at };
  }
  if (!NOMINAL.has(last.pos) && !isNameLike(last)) return undefined;
  let from = at;
  let k = at - 1;
  for (; k >= 0 && at - k < REACH; k--) {
    const item = items[k]!;
    if (item.word === undefined) {
      // A nickname in marks stands inside a name: Dwayne "The Rock" Johnson.
      if (isName(items[k - 1]) && isName(items[k + 1]) && item.end - item.start < 30) continue;
      break;
    }
    if (item.cue !== undefined && item.pos === 'VERB') break;
    if (item.pos === 'DET' || /^(?:his|her|its|their|our|my|your)$/u.test(item.norm)) {
      from = k;
      if (!INNER_PREPOSITIONS.has(items[k - 1]?.norm ?? '') || !isHead(items[k - 2])) break;
      k -= 1;
    } else if (NOMINAL.has(item.pos) || isNameLike(item)) from = k;
    else if (item.norm === "'s" || item.norm === "'" || item.norm === '/' || item.norm === '&' || isHyphen(items, k))
      continue;
    else if (item.norm === '.' && isShortened(items, k)) continue;
    else if (
      item.norm === 'and' &&
      isHead(items[k - 1]) &&
      isHead(items[k + 1]) &&
      isName(items[k - 1]) === isName(items[k + 1])
    )
      continue;
    else if (INNER_PREPOSITIONS.has(item.norm) && isHead(items[k - 1]) && !isTime(items, k + 1)) continue;
    else if (INNER_PREPOSITIONS.has(item.norm) && isHead(items[k - 1])) continue;
    else if (
      /(?:ed|iar)$/u.test(item.norm) &&
      INNER_PREPOSITIONS.has(items[k + 1]?.norm ?? '') &&
      isHead(items[k - 1]) &&
      item.pos === 'VERB'
    )
      continue;
    else break;
  }
  return { from, to: trimTime(items, from, at) };
}

function openingBracket(items: readonly Item[], at: number): number {
  for (let k = at - 1; k >= 0 && at - k < LONGEST_BRACKET; k--) if (items[k]!.norm === '(') return k;
  return -1;
}

const isHead = (item: Item | undefined): boolean =>
  item !== undefined && (item.pos === 'NOUN' || item.pos === 'PROPN' || isNameLike(item));

function isNameLike(item: Item): boolean {
  return (
    /^\p{Lu}\p{L}/u.test(item.word?.text ?? '') && !/^(?:ADP|SCONJ|CCONJ|DET|PRON|AUX|PART|ADV|PUNCT)$/u.test(item.pos)
  );
}

/** "Rubio on Wednesday", "the spokesman Tuesday": the time is no part of the speaker. */
function trimTime(items: readonly Item[], from: number, to: number): number {
  let end = to;
  while (
    end > from &&
    (isTime(items, end) || /^(?:on|in|at|last|this|this|that|late|early|the)$/u.test(items[end]!.norm))
  )
    end--;
  return end;
}

/** The noun phrase that begins at `at`: a name with titles, a role, a pronoun. */
export function phraseStartingAt(items: readonly Item[], at: number): Phrase | undefined {
  const first = items[at];
  if (first?.word === undefined) return undefined;
  if (first.pos === 'PRON' && SUBJECT_PRONOUNS.has(first.norm)) return { from: at, to: at };
  if (OBJECT_PRONOUNS.has(first.norm) && first.norm !== 'her') return undefined;
  let to = -1;
  let k = at;
  for (; k < items.length && k - at < REACH; k++) {
    const item = items[k]!;
    if (item.word === undefined) {
      if (to >= 0 && isName(items[k - 1]) && isName(items[k + 1]) && item.end - item.start < 30) continue;
      break;
    }
    if (isTime(items, k) && to >= 0 && items[k - 1]!.norm !== '-') break;
    // "said Will Doyle": a forename that the tagger takes for another word.
    const forename = k === at && isCapital(item) && isName(items[k + 1]);
    if (NOMINAL.has(item.pos) || isNameLike(item) || forename || (k === at && item.norm === 'another')) to = k;
    else if (item.pos === 'DET' || /^(?:his|her|its|their|our|my)$/u.test(item.norm)) {
      if (k > at && !INNER_PREPOSITIONS.has(items[k - 1]?.norm ?? '') && items[k - 1]?.norm !== 'and') break;
    } else if (item.norm === "'s" || item.norm === "'" || item.norm === '&' || isHyphen(items, k)) continue;
    else if (item.norm === '.' && isShortened(items, k)) continue;
    else if (/^(?:of|for|at|from)$/u.test(item.norm) && to >= 0) continue;
    else if (item.norm === 'and' && to >= 0 && isName(items[k + 1]) && isName(items[k - 1])) continue;
    else break;
  }
  return to < 0 ? undefined : { from: at, to };
}

/** Whether the phrase is only a time ("on Monday") or a dummy ("it", "there"), which cannot speak. */
export function canSpeak(items: readonly Item[], phrase: Phrase): boolean {
  const head = items[phrase.to]!;
  if (
    phrase.from === phrase.to &&
    (/^(?:that|this|which|there|what|percent|who)$/u.test(head.norm) || isTime(items, phrase.to))
  )
    return false;
  return !(head.pos === 'NUM' && phrase.from === phrase.to);
}
