import type { Token } from '../../../text/tokens.ts';
import { ROLES } from '../../../text/words/name-words.ts';
import { wordSet } from '../../../text/words/word-set.ts';
import type { Alignment } from '../align.ts';
import { isBreak, isFiniteVerb, isNominal, isNumber, isSpan, isTime } from '../phrase.ts';
import type { Cut, CutRule } from './cut.ts';

/** What nouns, names and amounts wait for, without which they are others: each rule answers what is still to come. */
export const NOUNS_WAITING: readonly CutRule[] = [
  contentWaited,
  headWaited,
  thoseWaited,
  basedWaited,
  nameWaited,
  bodyWaited,
  whoWaited,
  relativeWaited,
  otherEndWaited,
  asMuchWaited,
  amountWaited,
];

const RISES =
  /^(?:rise|fall|drop|increase|decrease|decline|surge|slump|jump|growth|reduction|improvement|gain|loss)s?$/;
/** "spent 2 million | in aid": what an amount is made of. */
const MADE_OF = wordSet(
  `addition aid airtime asset bond capital cash charge charge-off compensation cost credit damage debt donation earning fee fine fund
  funding grant investment loan loss payment profit revenue saving share spending stock subsidy tax`,
);
const AMOUNT =
  /^(?:million|billion|trillion|thousand|mln|bln|dollars?|dlrs|euros?|pounds?|crowns?|yen|francs?|marks?)$/;
const BY_THE_NUMBER = /^(?:day|week|month|year|minute|hour|mile|kilomet(?:re|er)|met(?:re|er)|foot|inch)$/;
const SUM_OF =
  /^(?:sales|turnover|revenues?|profits?|orders|income|earnings|dividends?|output|production|deficit|surplus|loss|losses)$/;

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

/** "taxes on the goods | concerned", "the clerk | in question": those, and no others. */
function thoseWaited({ region: { tokens } }: Alignment, { first, before, words }: Cut): string | undefined {
  const [one, two] = words;
  const isThose =
    (one!.norm === 'in' && two?.norm === 'question') ||
    (/^(?:concerned|involved)$/.test(one!.norm) && !/^(?:in|with|about|that)$/.test(two?.norm ?? ''));
  return isThose && before === first - 1 && isNominal(tokens[before])
    ? `“${tokens[before]!.text}” are only those that the copy told of.`
    : undefined;
}

/** "drive the Nashville | , Tenn.-based company out": where a firm is based is no firm. */
function basedWaited({ region: { tokens } }: Alignment, { first, before }: Cut): string | undefined {
  if (tokens[before]?.pos !== 'PROPN' || tokens[first]?.text !== ',') return undefined;
  const based = tokens.slice(first, first + 6).findIndex(({ norm }) => /-?based$/.test(norm));
  return based > 1 && /-/.test(tokens[first + based]!.text + tokens[first + based - 1]!.text)
    ? `“${tokens[before]!.text}” says where the firm is based.`
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

/** "the Office | for Ports and Piers": all of it is the name. */
function bodyWaited({ region: { tokens } }: Alignment, { before, words: [opener, name] }: Cut): string | undefined {
  const isBody = tokens[before]?.pos === 'PROPN' && tokens[before - 1]?.pos === 'DET' && name?.pos === 'PROPN';
  return isBody && opener!.norm === 'for' ? `“${tokens[before]!.text}” has lost “for ${name.text}”.` : undefined;
}

/** "was among the 30 pastors | and leaders who met": which ones they are. */
function whoWaited({ region: { tokens } }: Alignment, { before, words }: Cut): string | undefined {
  if (before < 0 || !/^(?:and|who)$/.test(words[0]!.norm) || !words.some(({ norm }) => norm === 'who'))
    return undefined;
  const number = tokens.findLastIndex((token, i) => i <= before && i > before - 5 && isNumber(token));
  return number > 0 && tokens[number - 1]!.norm === 'the'
    ? `Of whom there are “${tokens[number]!.text}” is cut.`
    : undefined;
}

/** "an incident | in which a clerk | for Brandt deleted it": who did it has gone, and another seems to have. */
function relativeWaited({ region: { tokens } }: Alignment, { after, words }: Cut): string | undefined {
  const opens = /^(?:who|which|whose|whom)$/.test(words[0]!.norm) || /^(?:which|whom)$/.test(words[1]?.norm ?? '');
  return opens && words.length > 2 && after >= 0 && !words.some(isFiniteVerb) && !isBreak(tokens[after - 1])
    ? `“${words[0]!.text} …” has lost its verb.`
    : undefined;
}

/** "would fall from 7.6% | last year to 5%", "a lead of 48% | to 41": one end of two. */
function otherEndWaited({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  if (before < 1) return undefined;
  const to = words.findIndex(({ norm }, i) => norm === 'to' && words[i + 1] !== undefined && isNumber(words[i + 1]!));
  if (to < 0 || to > 6) return undefined;
  const from = tokens.findLastIndex(({ norm }, i) => i <= before && i > before - 6 && /^(?:from|lead)$/.test(norm));
  const number =
    from >= 0 && tokens.slice(from, before + 1).some((token, i) => isNumber(token) && keptTokens[from + i]);
  return number && keptTokens[from] ? `“${tokens[from]!.text}” has lost “to ${words[to + 1]!.text}”.` : undefined;
}

/** "could total | as much as 600,000", "a rating | as high as its parent". */
function asMuchWaited({ region: { tokens } }: Alignment, { first, before, words }: Cut): string | undefined {
  if (before < 0 || isBreak(tokens[first])) return undefined;
  const [opener, how, as, possible] = words;
  const compares =
    opener!.norm === 'as' &&
    as?.norm === 'as' &&
    /^(?:ADJ|ADV)$/.test(how!.pos) &&
    !/^(?:well|soon)$/.test(how!.norm) &&
    possible?.norm !== 'possible';
  return compares ? `“${tokens[before]!.text}” waits for “as ${how!.text} as …”.` : undefined;
}

/** "had sales in Calder | of 730 million": how much it was. */
function amountWaited({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  const of = words.findIndex(
    ({ norm }, i) => /^(?:of|at)$/.test(norm) && words[i + 1] !== undefined && isNumber(words[i + 1]!),
  );
  if (before < 0 || of < 0) return undefined;
  const sum = tokens.findLastIndex(({ norm }, i) => i <= before && keptTokens[i] === true && SUM_OF.test(norm));
  const isTold = sum >= 0 && !tokens.some((token, i) => i > sum && keptTokens[i] === true && isNumber(token));
  const verb = tokens.findLast(({ pos }, i) => i < sum && keptTokens[i] === true && /^(?:VERB|AUX)$/.test(pos));
  return isTold && verb && /^(?:have|report|post|record|earn|make|show|announce)$/.test(verb.lemma)
    ? `“${tokens[sum]!.text}” waits for “${words[of]!.text} ${words[of + 1]!.text}”.`
    : undefined;
}
