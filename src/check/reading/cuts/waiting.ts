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
  thoseWaited,
  basedWaited,
  nameWaited,
  startWaited,
  verbWaited,
  otherEndWaited,
  whoWaited,
  amountWaited,
  helpedWaited,
  givenWaited,
  howWaited,
  beyondAsideWaited,
  calledWaited,
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
const SAYS_WHAT_IT_IS = /^(?:recall|cite|quote|sum|describe|portray|depict|regard|hold|cast|characteri[sz]e)$/;
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
  // "intention | to relaunch/NOUN the pact".
  const isDeed = (word: Token | undefined, i: number): boolean =>
    word?.pos === 'VERB' || (i === 0 && word?.pos === 'NOUN' && word.lemma === word.norm && /^re/.test(word.norm));
  const to = words.findIndex(({ norm }, i) => norm === 'to' && isDeed(words[i + 1], i));
  if (to < 0 || before < 0 || words.slice(0, to).some(({ norm }) => /^(?:but|and|only)$/.test(norm))) return undefined;
  const noun = tokens[before]!;
  const isBeside =
    !isBreak(tokens[first]) &&
    (words[0]!.pos === 'ADP' || to === 0) &&
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
  // "the Office | for Ports and Piers": all of it is the name.
  const isBody = role?.pos === 'PROPN' && tokens[before - 1]?.pos === 'DET' && words[1]?.pos === 'PROPN';
  if (isBody && words[0]!.norm === 'for') return `“${role.text}” has lost “for ${words[1]!.text}”.`;
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

/** "was among the 30 pastors | and leaders who met", "in an incident in which a clerk for Brandt | the firm deleted it": which ones they are. */
function whoWaited({ region: { tokens } }: Alignment, { before, after, words }: Cut): string | undefined {
  const opens = /^(?:who|which|whose|whom)$/.test(words[0]!.norm) || /^(?:which|whom)$/.test(words[1]?.norm ?? '');
  if (opens && words.length > 2 && after >= 0 && !words.some(isFiniteVerb) && !isBreak(tokens[after - 1]))
    return `“${words[0]!.text} …” has lost its verb.`;
  if (before < 0 || !/^(?:and|who)$/.test(words[0]!.norm) || !words.some(({ norm }) => norm === 'who'))
    return undefined;
  const number = tokens.findLastIndex((token, i) => i <= before && i > before - 5 && isNumber(token));
  return number > 0 && tokens[number - 1]!.norm === 'the'
    ? `Of whom there are “${tokens[number]!.text}” is cut.`
    : undefined;
}

/** "could total | as much as 600,000", "had sales in Calder | of 730 million": how much it was. */
function amountWaited(
  { region: { tokens }, keptTokens }: Alignment,
  { first, before, words }: Cut,
): string | undefined {
  if (before < 0) return undefined;
  const [opener, how, as] = words;
  if (
    !isBreak(tokens[first]) &&
    opener!.norm === 'as' &&
    as?.norm === 'as' &&
    /^(?:ADJ|ADV)$/.test(how!.pos) &&
    !/^(?:well|soon)$/.test(how!.norm) &&
    words[3]?.norm !== 'possible'
  )
    return `“${tokens[before]!.text}” waits for “as ${how!.text} as …”.`;
  const of = words.findIndex(
    ({ norm }, i) => /^(?:of|at)$/.test(norm) && words[i + 1] !== undefined && isNumber(words[i + 1]!),
  );
  if (of < 0) return undefined;
  const sum = tokens.findLastIndex(({ norm }, i) => i <= before && keptTokens[i] === true && SUM_OF.test(norm));
  const isTold = sum >= 0 && !tokens.some((token, i) => i > sum && keptTokens[i] === true && isNumber(token));
  const verb = tokens.findLast(({ pos }, i) => i < sum && keptTokens[i] === true && /^(?:VERB|AUX)$/.test(pos));
  return isTold && verb && /^(?:have|report|post|record|earn|make|show|announce)$/.test(verb.lemma)
    ? `“${tokens[sum]!.text}” waits for “${words[of]!.text} ${words[of + 1]!.text}”.`
    : undefined;
}
const SUM_OF =
  /^(?:sales|turnover|revenues?|profits?|orders|income|earnings|dividends?|output|production|deficit|surplus|loss|losses)$/;

/** "should help prices | gain on others", "help barley | and oats gain": what it is helped to do. */
function helpedWaited(
  { region: { tokens }, keptTokens }: Alignment,
  { first, before, words }: Cut,
): string | undefined {
  const deed = words[0]!.norm === 'and' ? words.find(({ pos }) => pos === 'VERB') : words[0];
  if (!deed || before !== first - 1 || !isNominal(tokens[before]) || deed.norm !== deed.lemma) return undefined;
  const helper = tokens.findLastIndex(({ pos }, i) => i < before && keptTokens[i] === true && pos === 'VERB');
  const helps = helper >= 0 && before - helper < 6 && /^(?:help|let|make|watch|hear)$/.test(tokens[helper]!.lemma);
  const isDeed = deed.pos === 'VERB' || (deed.pos === 'NOUN' && tokens[helper]?.lemma === 'help');
  return helps && isDeed ? `“${tokens[helper]!.text}” waits for “${deed.text}”.` : undefined;
}

/** "should give Ode | and her guests plenty to do": what is given. */
function givenWaited({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  if (tokens[before]?.pos !== 'PROPN' || !/^(?:and|plenty)$/.test(words[0]!.norm)) return undefined;
  const verb = tokens.findLastIndex(({ pos }, i) => i < before && keptTokens[i] === true && pos === 'VERB');
  const gives = verb >= 0 && before - verb < 4 && /^(?:give|provide|offer|cost|spare|deny)$/.test(tokens[verb]!.lemma);
  return gives ? `“${tokens[verb]!.text}” waits for what it is.` : undefined;
}

/** "struggled | with how | to count them": not with the deed itself. */
function howWaited({ region: { tokens } }: Alignment, { after, words }: Cut): string | undefined {
  return words.at(-1)!.norm === 'how' && tokens[after]?.norm === 'to' ? '“how to” becomes “to”.' : undefined;
}

/** "managed to stop | , at least for now, the sale": what is done to what stands behind an aside. */
function beyondAsideWaited({ region: { tokens } }: Alignment, { first, before }: Cut): string | undefined {
  if (tokens[before]?.pos !== 'VERB' || before !== first - 1 || tokens[first]?.text !== ',') return undefined;
  const close = tokens.findIndex(({ text }, i) => i > first && i < first + 8 && text === ',');
  const isAside = close > 0 && /^(?:at|for|if|however)$/.test(tokens[first + 1]!.norm);
  return isAside && /^(?:DET|NOUN|PROPN)$/.test(tokens[close + 1]?.pos ?? '')
    ? `“${tokens[before]!.text}” waits for “${tokens[close + 1]!.text} …”.`
    : undefined;
}

/** "called | upon the mayor | to open it", "with Ode right | here in Sarn". */
function calledWaited({ region: { tokens } }: Alignment, { before, after, words }: Cut): string | undefined {
  const word = tokens[before];
  if (word?.lemma === 'call' && /^(?:on|upon)$/.test(words[0]!.norm) && tokens[after]?.norm === 'to')
    return `“${word.text}” waits for whom.`;
  return word?.norm === 'right' && /^(?:here|there|now|away)$/.test(words[0]!.norm)
    ? `“right” waits for “${words[0]!.text}”.`
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
