import { range } from '../range.ts';
import type { Token } from '../tokens.ts';
import { isGlued } from './phrase.ts';

/** One of what is counted: a noun stands behind it ("13 billion dollar debt"). */
const UNIT =
  /^(?:dollar|dlrs?|cent|euro|pound|yen|yuan|franc|frank|mark|crown|krone|krona|peso|rouble|rupee|lira|lire|guilder|stg|sterling|pct|percent|second|minute|hour|day|night|week|month|year|decade|mile|kilometre|kilometer|metre|meter|foot|acre|hectare|tonne|ton|barrel|page|seat|member|man|person|game|match|point|storey|story|bed|room)$/;
/** Of these how much it is is the news: "a 3% | rise". */
const TOLD_BY_AMOUNT =
  /^(?:rise|fall|drop|gain|loss|losses|profit|profits|earnings|increase|decrease|decline|cut|reduction|growth|rate|yield|price|deficit|surplus|salary|majority|share|stake|margin|tax|fine|income|revenue|sales|delay|sentence|term|ban|discount|premium|dividend|jump|surge|slump|limit|quota|lead|edge|interest)$/;
const MAGNITUDE = /^(?:hundred|thousand|million|billion|trillion|mln|bln|m|bn)$/;
const OPENS = /^(?:an?|the|its|their|his|her|our|['’]s|this|that)$/;

/**
 * Groups of tokens between a determiner and the noun of a phrase that say how much, how long or how many it is: "an | 8,829 billion yen |
 * budget", "a | 600-member | sales force", "its | $40bn | bid". Each may go, and what stays is as true; not where it is the news.
 */
export function describingAmounts(tokens: readonly Token[], from: number, to: number): readonly (readonly number[])[] {
  const found: number[][] = [];
  for (let at = from + 1; at < to; at++) {
    if (!startsAmount(tokens[at]!) || !followsDeterminer(tokens, from, at)) continue;
    const end = endOfAmount(tokens, at, to);
    if (end === 0 || end >= to || !describes(tokens, end)) continue;
    if (TOLD_BY_AMOUNT.test(headBehind(tokens, end, to))) continue;
    found.push(range(at, end));
    at = end - 1;
  }
  return found;
}

/** A noun or what describes one stands there: "budget", "planned bid", "stop-gap budget". */
const describes = (tokens: readonly Token[], at: number): boolean =>
  /^(?:NOUN|PROPN|ADJ)$/.test(tokens[at]!.pos) ||
  (tokens[at]!.pos === 'VERB' && /(?:ed|en|ing)$/.test(tokens[at]!.norm)) ||
  (tokens[at + 1]?.text === '-' && isGlued(tokens, at + 1));

/** The noun that the words from a place on end on, before its "of …". */
function headBehind(tokens: readonly Token[], from: number, to: number): string {
  let at = from;
  while (at + 1 < to && /^(?:NOUN|PROPN|ADJ|VERB|PUNCT)$/.test(tokens[at + 1]!.pos)) at++;
  return tokens[at]!.norm;
}

const startsAmount = ({ pos, text }: Token): boolean => pos === 'NUM' || /^[$£€]/.test(text);

/** Behind "a", "its", "Brandt's", with nothing but adjectives between. */
function followsDeterminer(tokens: readonly Token[], from: number, at: number): boolean {
  let i = at - 1;
  while (
    i >= from &&
    /^(?:ADJ|VERB)$/.test(tokens[i]!.pos) &&
    !/^(?:first|last|next|only|same|other)$/.test(tokens[i]!.norm)
  )
    i--;
  return i >= from && OPENS.test(tokens[i]!.norm);
}

/** Where an amount that describes ends, exclusive; 0 where it counts what follows ("the 12 boats"). */
function endOfAmount(tokens: readonly Token[], from: number, to: number): number {
  const money = /^[$£€]/.test(tokens[from]!.text);
  let at = from + 1;
  while (at < to && (tokens[at]!.pos === 'NUM' || MAGNITUDE.test(tokens[at]!.norm))) at++;
  const hyphen = tokens[at]?.text === '-' && isGlued(tokens, at) ? at + 1 : at;
  const isUnit = UNIT.test(tokens[hyphen]?.norm ?? '') && hyphen < to;
  if (!isUnit) return money && hyphen === at ? at : 0;
  // "92.50 dlrs a share".
  const each = tokens[hyphen + 1]?.norm === 'a' && /^(?:share|barrel|tonne|ton)$/.test(tokens[hyphen + 2]?.norm ?? '');
  const end = each ? hyphen + 3 : hyphen + 1;
  // "a five-year-old boy", "the five-year old rally": how old it is.
  return tokens[end]?.text === '-' || tokens[end]?.norm === 'old' ? 0 : end;
}
