import { ARTICLES, MONTHS, WEEKDAYS } from '../function-words.ts';
import type { Token } from '../tokens.ts';
import { isGlued } from './phrase.ts';

const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM', 'SYM', 'X']);
const QUOTES = new Set(['"', '“', '”', "'", '‘', '’', '<', '>']);
/** They stand before a number as a part of it. */
const BOUNDS =
  /^(?:about|around|over|under|nearly|almost|some|only|just|roughly|approximately|more|less|fewer|up|at|least|most|than|to|an|another|well|as|many|much)$/;
const POSSESSIVE = /^(?:its|his|her|their|our|my|your|whose)$/;
const PERSONAL = /^(?:i|he|she|it|we|you|they|him|them|us|me|there|who|itself|himself|herself|themselves)$/;
/** Pronouns that are a phrase by themselves. */
const ALONE =
  /^(?:i|he|she|it|we|you|they|him|them|us|me|this|that|these|those|who|there|itself|himself|herself|themselves|somebody|someone|something|anybody|anyone|anything|nobody|everyone|everybody|everything|nothing|others|another|both|all|some|many|most|none|one|each)$/;

/** A noun phrase from a place on: its end and its head; null when none begins there. With `plain`, without its "of …". */
export function nounPhraseAt(
  tokens: readonly Token[],
  from: number,
  to: number,
  plain = false,
): { readonly to: number; readonly head: number } | null {
  const base = basePhrase(tokens, from, to);
  if (!base) return null;
  let { to: end, head } = base;
  while (!plain && end < to - 1 && tokens[end]!.norm === 'of') {
    const inner = basePhrase(tokens, end + 1, to);
    if (!inner) break;
    end = inner.to;
  }
  return { to: end, head };
}

function basePhrase(tokens: readonly Token[], from: number, to: number): { to: number; head: number } | null {
  let at = from;
  while (at < to && QUOTES.has(tokens[at]!.text)) at++;
  const start = at;
  if (at >= to) return null;
  const first = tokens[at]!;
  if (PERSONAL.test(first.norm) && first.pos === 'PRON') return { to: at + 1, head: at };
  const alone = /^(?:PRON|NOUN|ADV|DET)$/.test(first.pos) && ALONE.test(first.norm);
  if (alone && /(?:one|body)$/.test(first.norm)) {
    const owner = tokens[at + 1]?.norm === 'else' ? at + 2 : at + 1;
    if (!/^['’]s$/.test(tokens[owner]?.text ?? '')) return { to: owner, head: at };
    const owned = basePhrase(tokens, owner + 1, to);
    return owned ?? { to: owner, head: at };
  }
  if (alone && /^(?:will|would|may|might|can|could|must|should|shall)$/.test(tokens[at + 1]?.norm ?? ''))
    return { to: at + 1, head: at };
  if (first.pos === 'PRON' && alone && !startsNoun(tokens, at + 1, to)) return { to: at + 1, head: at };
  // "half of its jets", "most of them".
  if (
    tokens[at + 1]?.norm === 'of' &&
    /^(?:half|most|some|many|all|both|each|none|one|any|several|few|much)$/.test(first.norm)
  )
    return { to: at + 1, head: at };
  at = skipBounds(tokens, at, to);
  if (at < to && /^(?:all|both|half|such|each|every|no|any|some)$/.test(tokens[at]!.norm) && at === start) at++;
  if (at < to && (tokens[at]!.pos === 'DET' || ARTICLES.has(tokens[at]!.norm) || POSSESSIVE.test(tokens[at]!.norm)))
    at++;
  at = skipBounds(tokens, at, to);
  // "yesterday's tremor".
  if (/^(?:yesterday|today|tomorrow)$/.test(tokens[at]?.norm ?? '') && /^['’]s$/.test(tokens[at + 1]?.text ?? ''))
    at += 2;
  let head = -1;
  let end = at;
  // Behind an owner the words that describe begin anew: "MG Rover's | proposed tie-up".
  let owned = false;
  for (; at < to; at++) {
    const token = tokens[at]!;
    // "at its plant in Ohio | next year".
    // "profits | thanks to a sale".
    if (head >= 0 && token.norm === 'thanks' && tokens[at + 1]?.norm === 'to') break;
    const opensTime = /^(?:next|last|late|early|earlier|this)$/.test(token.norm);
    if (opensTime && (head >= 0 || (at > start && tokens[start]!.pos === 'ADJ'))) break;
    if (NOMINAL.has(token.pos) || isMistaken(tokens, at, head)) {
      // A day behind a noun is a time of its own: "the plan Tuesday".
      if (
        head >= 0 &&
        !owned &&
        !isGlued(tokens, at) &&
        isDay(token) &&
        !isDay(tokens[head]!) &&
        tokens[at - 1]!.pos !== 'DET'
      )
        break;
      head = at;
      end = at + 1;
      owned = false;
      continue;
    }
    if (/^['’]s?$/.test(token.text) && head >= 0 && (token.text.length > 1 || startsNoun(tokens, at + 1, to))) {
      // "Iran's missile programme": the owner stands before the head.
      if (at + 1 < to && (startsInner(tokens, at + 1) || /^\p{Lu}/u.test(tokens[at + 1]!.text))) {
        owned = true;
        continue;
      }
      end = at + 1;
      break;
    }
    // "a $40bn (£21bn) deal": what stands in brackets inside is no part of it.
    if (token.text === '(' && head >= 0) {
      const close = tokens.findIndex(({ text }, i) => i > at && i < at + 8 && text === ')');
      if (close > 0 && close + 1 < to && NOMINAL.has(tokens[close + 1]!.pos)) {
        at = close;
        continue;
      }
    }
    if (token.text === '-' && isGlued(tokens, at)) continue;
    if (isGlued(tokens, at) && tokens[at - 1]!.text === '-') {
      head = at;
      end = at + 1;
      continue;
    }
    if (QUOTES.has(token.text)) {
      if (head >= 0 && !(at + 1 < to && startsInner(tokens, at + 1))) {
        if (opens(tokens, from, at)) end = at + 1;
        break;
      }
      continue;
    }
    // A number closes nothing: "two potentially lucrative contracts".
    const closes = head >= 0 && !owned && tokens[head]!.pos !== 'NUM';
    if (describes(tokens, at, to, closes)) continue;
    break;
  }
  if (head < 0) {
    // "the poor", "the lowest": an adjective does for a noun behind an article.
    const last = tokens[at - 1];
    if (at > start + 1 && last && /^(?:ADJ|NUM)$/.test(last.pos) && /^(?:DET)$/.test(tokens[start]!.pos))
      return { to: at, head: at - 1 };
    if (at === start + 1 && tokens[start]!.pos === 'DET' && ALONE.test(tokens[start]!.norm))
      return { to: at, head: start };
    return null;
  }
  return { to: end, head };
}

const isDay = ({ norm }: Token): boolean =>
  (WEEKDAYS as readonly string[]).includes(norm) ||
  MONTHS.has(norm) ||
  /^(?:yesterday|today|tonight|tomorrow)$/.test(norm);

const SAME_IN_PAST = /^(?:cut|put|set|hit|shut|let|spread|cost|hurt|beat|bet|quit|split|read)$/;
/** What the tagger takes for a verb and is a noun: "due to | concerns", "a fuel-injection | pump", "American | Express". */
function isMistaken(tokens: readonly Token[], at: number, head: number): boolean {
  const { pos, norm, lemma, text } = tokens[at]!;
  const beside = tokens[at - 1];
  // "filmed part of it".
  if (norm === 'part' && head < 0 && tokens[at + 1]?.norm === 'of') return true;
  // "Sinatra's My Way", "The Show Must Go On": a capital behind another, inside a name.
  if (at > 1 && head >= at - 2 && /^\p{Lu}/u.test(text) && /^(?:\p{Lu}|['’]s$)/u.test(beside?.text ?? '')) return true;
  // "the attorney general".
  if (norm === 'general' && head === at - 1) return true;
  if (pos !== 'VERB' || /ing$/.test(norm)) return false;
  if (norm === 'people') return true;
  if (at > 0 && /^\p{Lu}/u.test(text) && /^(?:\p{Lu}|['’]s$)/u.test(tokens[at - 1]!.text)) return true;
  const plain = norm === lemma && !SAME_IN_PAST.test(norm);
  const before = tokens[at - 1];
  if (head < 0) return /^(?:ADP|DET)$/.test(before?.pos ?? '') && (plain || /[^s]s$/.test(norm));
  const noun = tokens[head]!;
  if (head !== at - 1 || noun.pos !== 'NOUN') return false;
  // "a fuel-injection | pump"; "futures | orders": a verb of one does not follow many.
  return (
    (isGlued(tokens, head) && (plain || /[^s]s$/.test(norm))) ||
    (noun.lemma !== noun.norm &&
      /s$/.test(noun.norm) &&
      /[^s]s$/.test(norm) &&
      !/^(?:says|claims|has|does|warns|insists|believes|argues|adds)$/.test(norm))
  );
}

/** An odd number of marks since the start: this one closes. */
const opens = (tokens: readonly Token[], start: number, at: number): boolean =>
  tokens.slice(start, at).filter(({ text }) => QUOTES.has(text)).length % 2 === 1;

function skipBounds(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && BOUNDS.test(tokens[at]!.norm)) at++;
  if (at === from || at >= to) return from;
  if (
    /^(?:SYM|NUM)$/.test(tokens[at]!.pos) ||
    /^[$£€]|\d/.test(tokens[at]!.text) ||
    /^(?:dozen|half|third|quarter|hundred|thousand|million)$/.test(tokens[at]!.norm)
  )
    return at;
  return from;
}

/** A word that can open a noun phrase. */
export const startsNoun = (tokens: readonly Token[], at: number, to: number): boolean => {
  const token = tokens[at];
  return (
    token !== undefined &&
    at < to &&
    (/^(?:DET|NOUN|PROPN|NUM|ADJ|SYM)$/.test(token.pos) || POSSESSIVE.test(token.norm) || PERSONAL.test(token.norm))
  );
};
const startsInner = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token === undefined) return false;
  return NOMINAL.has(token.pos) || token.pos === 'ADJ' || describes(tokens, at, tokens.length, false);
};

/** A word before its noun that only describes it: "faulty", "proposed" pumps, "highly paid" men, "oil and gas" prices. */
function describes(tokens: readonly Token[], at: number, to: number, behindNoun: boolean): boolean {
  const { pos, norm } = tokens[at]!;
  const next = tokens[at + 1];
  if (!next || at + 1 >= to) return false;
  const goesOn = NOMINAL.has(next.pos) || next.pos === 'ADJ' || (next.text === '-' && isGlued(tokens, at + 1));
  if (pos === 'ADJ') {
    // Behind a noun an adjective describes the next one only when one follows.
    return !behindNoun || goesOn;
  }
  if (pos === 'VERB' && /(?:ed|en|ing|wn|lt)$/.test(norm) && !behindNoun) return goesOn;
  if (pos === 'VERB' && behindNoun && tokens[at - 1]!.text === '-' && isGlued(tokens, at)) return true;
  if (pos === 'ADV' && !behindNoun)
    return next.pos === 'ADJ' || (next.pos === 'VERB' && /(?:ed|ing)$/.test(next.norm)) || next.pos === 'NUM';
  // "the Securities and Exchange Commission": one name, or two that go together.
  if (pos === 'CCONJ' && norm === 'and' && tokens[at - 1]?.pos === 'PROPN' && next.pos === 'PROPN') return true;
  // "oil and gas industry".
  const [one, two] = [tokens[at - 1], tokens[at + 2]];
  if (
    pos === 'CCONJ' &&
    norm !== 'but' &&
    one?.pos === 'NOUN' &&
    one.lemma === one.norm &&
    next.pos === 'NOUN' &&
    two?.pos === 'NOUN' &&
    at + 2 < to
  )
    return true;
  // "the only option".
  if (pos === 'ADV' && one?.pos === 'DET' && NOMINAL.has(next.pos)) return true;
  if (pos === 'CCONJ' && norm !== 'but' && !behindNoun)
    return next.pos === 'ADJ' && NOMINAL.has(tokens[at + 2]?.pos ?? '');
  if (pos === 'PUNCT' && tokens[at]!.text === ',' && tokens[at - 1]!.pos === 'ADJ' && next.pos === 'ADJ')
    return !behindNoun;
  return false;
}
