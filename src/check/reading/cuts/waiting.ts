import { wantsClause, wantsItsDeed } from '../../../text/needs/noun-lists.ts';
import type { Token } from '../../../text/tokens.ts';
import { ROLES } from '../../../text/words/name-words.ts';
import { wordSet } from '../../../text/words/word-set.ts';
import type { Alignment } from '../align.ts';
import { isBreak, isFiniteVerb, isNominal, isNumber, isSpan, isTime, wordsOf } from '../phrase.ts';
import type { Cut, CutRule } from './cut.ts';

/** What waits for words that went: each rule answers what is still to come. */
export const WAITING: readonly CutRule[] = [
  asWaited,
  clauseWaited,
  contentWaited,
  deedWaited,
  headWaited,
  nameWaited,
  startWaited,
  verbWaited,
];

/** Farther back a noun is not what the cut belongs to. */
const NEAR = 12;
const RISES =
  /^(?:rise|fall|drop|increase|decrease|decline|surge|slump|jump|growth|reduction|improvement|gain|loss)s?$/;
/** "spent 2 million | in aid": what an amount is made of. */
const MADE_OF = wordSet(
  `addition aid airtime asset bond capital cash charge charge-off compensation cost credit damage debt donation earning fee fine fund
  funding grant investment loan loss payment profit revenue saving share spending stock subsidy tax`,
);
const AMOUNT =
  /^(?:million|billion|trillion|thousand|mln|bln|dollars?|dlrs|euros?|pounds?|crowns?|yen|francs?|marks?)$/;
const SAYS_WHAT_IT_IS = /^(?:recall|sum|describe|portray|depict|regard|hold|cast|characteri[sz]e)$/;
const BY_THE_NUMBER = /^(?:day|week|month|year|minute|hour|mile|kilomet(?:re|er)|met(?:re|er)|foot|inch)$/;
const OPENS_TIME = /^(?:when|if|while|after|before|once|because|although|though|since|as|by)$/;

/** "there were rumours in the market | that the king had died", "asked the mayor | whether …": what is rumoured, asked or thought. */
function clauseWaited({ region: { tokens }, keptTokens }: Alignment, cut: Cut): string | undefined {
  const { before, after, words } = cut;
  // "rumours in the market | on Tuesday that …".
  const opener = words.find((word) => !isTime([word]) && word.norm !== 'on');
  if (after >= 0 || !opener) return undefined;
  if (opener.norm === 'that') {
    const noun = nounBehind(tokens, before, ({ norm }) => wantsClause(norm));
    const isThere = tokens.some(({ norm }, i) => i < noun && keptTokens[i] === true && norm === 'there');
    if (noun >= 0 && isThere) return `“${tokens[noun]!.text}” waits for “${opener.text} …”.`;
  }
  if (!/^(?:whether|if|how|why|what|who)$/.test(opener.norm)) return undefined;
  const verb = tokens.findLast(({ pos }, i) => i <= before && keptTokens[i] === true && pos === 'VERB');
  return verb?.lemma === 'ask' || verb?.lemma === 'wonder' ? `“${verb.text}” waits for “${wordsOf(cut)}”.` : undefined;
}

/** "come under pressure | from the board to sell", "the efforts of a club | to move": the deed that the noun is about. */
function deedWaited({ region: { tokens } }: Alignment, { first, before, words }: Cut): string | undefined {
  const to = words.findIndex(({ norm, pos }, i) => norm === 'to' && pos === 'PART' && words[i + 1]?.pos === 'VERB');
  if (to < 0 || before < 0 || words.slice(0, to).some(({ norm }) => /^(?:but|and|only)$/.test(norm))) return undefined;
  const noun = tokens[before]!;
  const isBeside =
    !isBreak(tokens[first]) &&
    words[0]!.pos === 'ADP' &&
    !words.slice(0, to).some(({ pos }) => /^(?:VERB|AUX)$/.test(pos));
  if (isBeside && noun.pos === 'NOUN' && wantsItsDeed(noun.norm)) return `“${noun.text}” waits for “to …”.`;
  if (to > 0) return undefined;
  const far = nounBehind(tokens, before, ({ norm, pos }) => pos === 'NOUN' && /^(?:efforts?|attempts?)$/.test(norm));
  return far >= 0 && tokens[far + 1]?.norm === 'of' ? `“${tokens[far]!.text}” waits for “to …”.` : undefined;
}

/** "followed the strong rise | in rates", "2 million crowns | in aid": a rise is one of something, and an amount too. */
function contentWaited({ region: { tokens } }: Alignment, { first, before, words }: Cut): string | undefined {
  const [opener, what] = words;
  const noun = tokens[before];
  if (before !== first - 1 || !noun || opener!.norm !== 'in' || !what || isTime(words)) return undefined;
  if (/\d/.test(what.text) || isPeriod(words.slice(1, 4))) return undefined;
  if (noun.pos === 'NOUN' && RISES.test(noun.norm)) return `“${noun.text}” waits for “in …”.`;
  const isAmount = AMOUNT.test(noun.norm) && tokens.slice(Math.max(0, before - 2), before).some(isNumber);
  return isAmount && words.slice(1, 4).some(({ lemma }) => MADE_OF.has(lemma))
    ? `“${noun.text}” waits for “in ${what.text}”.`
    : undefined;
}
const isPeriod = (words: readonly Token[]): boolean =>
  words.some((word) => isSpan(word) || /^(?:half|period)$/.test(word.norm));

/** "recalled the widow | as a great woman", "holds the firm, | since it began, as responsible", "described the talks | as | good". */
function asWaited({ region: { tokens }, keptTokens }: Alignment, { before, after, words }: Cut): string | undefined {
  const alone = words[0]!.norm === 'as' && words.slice(1).every(({ pos }) => pos === 'ADV');
  if ((after >= 0 && !alone) || !words.some(({ norm }) => norm === 'as')) return undefined;
  const verb = tokens.findLastIndex(
    ({ pos, lemma }, i) =>
      i <= before && keptTokens[i] === true && pos === 'VERB' && (!alone || SAYS_WHAT_IT_IS.test(lemma)),
  );
  const noun = tokens.slice(0, before + 1).findLast(({ pos }) => pos !== 'PUNCT');
  const isOpen = verb >= 0 && before - verb < (alone ? NEAR : 6) && SAYS_WHAT_IT_IS.test(tokens[verb]!.lemma);
  return isOpen && (alone || isNominal(noun)) ? `“${tokens[verb]!.text}” waits for “as …”.` : undefined;
}

/** "than its 15 million barrel a day (bpd) | ceiling", "with the 3.8% one-month | rate": nouns that have lost their head. */
function headWaited({ region: { tokens } }: Alignment, { first, before, after, words }: Cut): string | undefined {
  const [next] = words;
  if (before < 0) return undefined;
  const isLength =
    BY_THE_NUMBER.test(tokens[before]!.norm) && tokens[before - 1]?.text === '-' && tokens[before - 2]?.pos === 'NUM';
  // "a four-day | private | visit".
  const isNounKept = isNominal(tokens[after]) || tokens[after]?.pos === 'ADJ';
  if (isLength && !isNounKept) return `“${tokens[before]!.text}” has lost its noun.`;
  // The bracket may be counted as kept.
  const close = tokens.findLastIndex(({ text }, i) => i <= first && text === ')');
  const isBehind = close >= 0 && tokens[close + 1] === next && close >= before;
  return isBehind && /^(?:NOUN|ADJ)$/.test(next!.pos) && !isTime([next!])
    ? `What stands in brackets has lost “${next!.text}”.`
    : undefined;
}

/** "to the Undersecretary | for Harbours Ann Lee": who it is stands behind what she is. */
function nameWaited({ region: { tokens } }: Alignment, { before, words }: Cut): string | undefined {
  const role = tokens[before];
  const isRole =
    role !== undefined && /^\p{Lu}/u.test(role.text) && (ROLES.has(role.norm) || role.norm === 'undersecretary');
  const end = words.findIndex(({ pos }, i) => i > 0 && /^(?:VERB|AUX)$/.test(pos));
  const last = (end < 0 ? words : words.slice(0, end)).at(-1);
  return isRole && words[0]!.norm === 'for' && words.length > 2 && last?.pos === 'PROPN'
    ? `“${role.text}” has lost “${last.text}”.`
    : undefined;
}

/** "beginning | Wednesday | during a talk", "last adjusted its rates | on March 23". */
function startWaited({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  const verb = tokens.findLastIndex(({ pos }, i) => i <= before && keptTokens[i] === true && pos === 'VERB');
  const isLast = verb > 0 && tokens[verb - 1]!.norm === 'last' && keptTokens[verb - 1] === true;
  if (isLast && isTime(words.slice(0, 3))) return `“last” has lost “${wordsOf({ words: words.slice(0, 3) })}”.`;
  // "is beginning | today | a visit": the verb.
  const opens =
    /^(?:beginning|starting|ending|effective)$/.test(tokens[before]?.norm ?? '') && tokens[before - 1]?.lemma !== 'be';
  return opens && isTime(words) ? `“${tokens[before]!.text}” has lost “${wordsOf({ words })}”.` : undefined;
}

/** "said that by the time the fee was paid | , the boat had left", "showing the firm | knowingly sold boats": the verb is still to come. */
function verbWaited({ region: { tokens }, keptTokens }: Alignment, cut: Cut): string | undefined {
  const { first, before, after, words } = cut;
  if (after >= 0 || before < 0) return undefined;
  const that = tokens.findLastIndex(({ norm }, i) => i <= before && norm === 'that' && keptTokens[i - 1] === true);
  const next = tokens[that + 1];
  const sub = that >= 0 && next !== undefined && OPENS_TIME.test(next.norm) && keptTokens[that + 1] === true;
  const apart = tokens.slice(that + 1, before + 1).some(({ text }) => text === ',');
  if (sub && !apart && tokens[first]!.text === ',') return 'What is said has not come to its verb.';
  const told = tokens.findLastIndex(({ pos }, i) => i <= before && keptTokens[i] === true && pos === 'VERB');
  const shows =
    told >= 0 && /^(?:show|indicate|suggest|claim)$/.test(tokens[told]!.lemma) && tokens[before]!.pos === 'PROPN';
  // The comma of a place may be counted as kept: "claimed that Ferguson, Missouri | , has".
  const verb = words.find(({ pos }) => pos !== 'ADV');
  return shows && verb && isFiniteVerb(verb) && (verb.pos === 'AUX' || words[0]!.pos === 'ADV')
    ? `“${tokens[before]!.text}” has lost “${verb.text}”.`
    : undefined;
}

/** The place of the nearest such noun before a place with no verb between the two; -1. */
function nounBehind(tokens: readonly Token[], before: number, is: (token: Token) => boolean): number {
  for (let i = before; i >= 0 && before - i < NEAR; i--) {
    if (is(tokens[i]!)) return i;
    if (/^(?:VERB|AUX)$/.test(tokens[i]!.pos)) return -1;
  }
  return -1;
}
