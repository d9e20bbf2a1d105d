import type { Finding } from '../../story/furniture.ts';
import { oncePer } from '../../text/memory/once-per.ts';
import type { Token } from '../../text/tokens.ts';
import { BOUNDS, PERIODS } from '../../text/words/function-words.ts';
import type { Checked } from '../check-type.ts';
import type { Alignment } from '../reading/align.ts';
import { placeOf } from '../reading/place.ts';
import { isToldRow } from '../reading/told-row.ts';

const SCALE =
  /^(?:hundred|thousand|million|billion|trillion|m|bn|tn|k|dozen|score|%|percent|pct|per|cent|cents|cts|pence|p|points?|percentage|dollars?|dlrs|pounds?|stg|euros?|yen|km|miles?|metres?|meters?|kg|tonnes?|tons?|barrels?|bpd|hectares?|acres?|years?|months?|weeks?|days?|hours?|minutes?|seconds?|mph|mln|bln|bc|ad|bce|ce|o['’]clock|[ap]\.?m\.?|gmt|utc)$/i;
const COMPARES =
  /^(?:more|less|fewer|higher|lower|longer|shorter|taller|older|younger|faster|slower|above|below|apart|short|down|behind|adrift)$/;
const CURRENCY = /^(?:[$£€¥₹]|us\$|rs|rs\.|c\$|a\$)$/i;

/** A number keeps its currency, scale and unit, the words that bound it ("at least"), and the thing it counts. */
export function checkNumbers({ alignment, story }: Checked): Finding[] {
  if (!alignment) return [];
  const { tokens } = alignment.region;
  const kept = alignment.keptTokens;
  const lost = (isToldRow(alignment) ? [] : pairsIn(tokens))
    .filter(([i, at]) => kept[i] && !kept[at])
    .map(([i, at]) => ({
      check: 'numbers',
      message: `“${tokens[i]!.text}” loses “${tokens[at]!.text}”.`,
      copy: placeOf(alignment.region, Math.min(i, at), Math.max(i, at)),
    }));
  return [...lostSigns(alignment, story.copy[alignment.region.part]), ...lost];
}

/** Each number of a sentence with each token that it does not stand without; the same for all that is cut from the sentence. */
const pairsIn = oncePer((tokens: readonly Token[]) =>
  tokens.flatMap((token, i) => (isNumber(token) ? companions(tokens, i).map((at) => [i, at] as const) : [])),
);

/** "-12 degrees" are not 12: the sign stays with its number, and no other number gets it. */
function lostSigns({ draft, units, map, region, tokens }: Alignment, text: string): Finding[] {
  const isBelowZero = (before: string) => /(?:^|[\s(])[-−–]$/u.test(before);
  return units.flatMap((unit, i) => {
    const place = region.units[map[i] ?? -1];
    const word = tokens[unit.first]!;
    if (!place || !/^\d/.test(word.text)) return [];
    const source = region.tokens[place.first]!;
    const signed = /^[-−–]/u.test(source.text) || isBelowZero(text.slice(0, source.start));
    if (isBelowZero(draft.text.slice(0, word.start)) === signed) return [];
    const message = `The sign before “${word.text}” is not that of the copy.`;
    return [{ check: 'numbers', message, start: word.start, end: word.end, copy: placeOf(region, place.first) }];
  });
}

const isNumber = (token: Token): boolean => token.pos === 'NUM' || /\d/.test(token.text);

/** The tokens without which the number at `at` says something else. */
function companions(tokens: readonly Token[], at: number): number[] {
  const found: number[] = [];
  let before = at - 1;
  if (CURRENCY.test(tokens[before]?.text ?? '')) found.push(before--);
  while (
    before >= 0 &&
    BOUNDS.has(tokens[before]!.norm) &&
    (tokens[before]!.pos !== 'ADP' || isBoundPair(tokens, before))
  )
    found.push(before--);
  if (found.length > 0 && /^(?:at|more|less|fewer|up|no|as)$/.test(tokens[before]?.norm ?? '')) found.push(before);
  let next = at + 1;
  while (next < tokens.length && (SCALE.test(tokens[next]!.text) || tokens[next]!.text === '-')) {
    if (tokens[next]!.text !== '-') found.push(next);
    next++;
  }
  if (next === at + 1) found.push(...counted(tokens, at));
  // "40 litres | more": without the word it is the whole, not the difference.
  const unit = next > at + 1 && tokens[next]?.pos === 'NOUN' ? next : next - 1;
  const behind = Math.max(unit, ...found) + 1;
  if (COMPARES.test(tokens[behind]?.norm ?? '')) found.push(behind);
  found.push(...otherEnd(tokens, at), ...proportion(tokens, at), ...rate(tokens, Math.max(behind - 1, at)));
  return found;
}

/** "three million people a week", "46 trains and 18 lorries a day": without the time it is all of them. */
function rate(tokens: readonly Token[], at: number): number[] {
  let last = at;
  // How often is said of a whole list behind its end.
  while (/^(?:and|or|,)$/.test(tokens[last + 1]?.text ?? '') && isNumber(tokens[last + 2] ?? tokens[at]!)) {
    const noun = counted(tokens, last + 2).at(-1);
    if (noun === undefined) break;
    last = noun;
  }
  return /^(?:an?|per|each|every)$/.test(tokens[last + 1]?.norm ?? '') && PERIODS.has(tokens[last + 2]?.norm ?? '')
    ? [last + 2]
    : [];
}

/** "two in three members", "one home in 50", "nine out of ten": without the second number it is a count. */
function proportion(tokens: readonly Token[], at: number): number[] {
  const noun = tokens[at + 1]?.pos === 'NOUN' ? 1 : 0;
  const joint = at + 1 + noun;
  const whole = tokens[joint]?.norm === 'out' && tokens[joint + 1]?.norm === 'of' ? joint + 2 : joint + 1;
  const opens = whole === joint + 2 || tokens[joint]?.norm === 'in';
  const number = tokens[whole];
  if (!opens || !number || !isNumber(number) || /^\d{4}$/.test(number.text)) return [];
  // "two attacks in three days" are two attacks.
  const next = tokens[whole + 1];
  if (noun === 1 && next && (next.pos === 'NOUN' || SCALE.test(next.text))) return [];
  return [joint, whole];
}

/** "88 to 79", "10-12", "from 112 to 74", "between 3 and 5": one end says something else. */
function otherEnd(tokens: readonly Token[], at: number): number[] {
  const isPair = (join: number, number: number) =>
    isNumber(tokens[number] ?? tokens[at]!) &&
    number in tokens &&
    (/^(?:to|-|–|—)$/.test(tokens[join]?.norm ?? '') ||
      (tokens[join]?.norm === 'and' && /^between$/.test(tokens[Math.min(at, number) - 1]?.norm ?? '')));
  const ends = [at - 2, at + 2].filter((number) => isPair((at + number) / 2, number));
  const opener = Math.min(at, ...ends) - 1;
  return ends.length > 0 && tokens[opener]?.norm === 'between' ? [...ends, opener] : ends;
}

/** "more than", "up to", "at least", and "over" or "under" beside a number; a plain "to" or "about" otherwise bounds too. */
function isBoundPair(tokens: readonly Token[], at: number): boolean {
  const { norm } = tokens[at]!;
  if (norm === 'to') return /^(?:up|close)$/.test(tokens[at - 1]?.norm ?? '');
  return norm !== 'by';
}

/** The noun that a number counts: the next one, when only adjectives and numbers stand between. */
function counted(tokens: readonly Token[], at: number): number[] {
  for (let i = at + 1; i < tokens.length && i < at + 5; i++) {
    const { pos } = tokens[i]!;
    if (pos === 'NOUN') {
      while (tokens[i + 1]?.pos === 'NOUN') i++;
      return [i];
    }
    if (!/^(?:ADJ|NUM|PROPN)$/.test(pos) || /^(?:last|next|earlier|late)$/.test(tokens[i]!.norm)) return [];
    if (pos === 'PROPN') return [];
  }
  return [];
}
