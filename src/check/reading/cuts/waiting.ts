import { wantsClause, wantsItsDeed } from '../../../text/needs/noun-lists.ts';
import type { Token } from '../../../text/tokens.ts';
import type { Alignment } from '../align.ts';
import { isBreak, isFiniteVerb, isNominal, isTime, wordsOf } from '../phrase.ts';
import type { Cut, CutRule } from './cut.ts';

/** What deeds and what is said wait for: each rule answers what is still to come. */
export const WAITING: readonly CutRule[] = [
  asWaited,
  clauseWaited,
  deedWaited,
  startWaited,
  verbWaited,
  helpedWaited,
  givenWaited,
  howWaited,
  beyondAsideWaited,
  calledWaited,
  rightWaited,
];

/** Farther back a noun is not what the cut belongs to. */
const NEAR = 12;
const SAYS_WHAT_IT_IS = /^(?:recall|cite|quote|sum|describe|portray|depict|regard|hold|cast|characteri[sz]e)$/;
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

/** "called | upon the mayor | to open it": whom. */
function calledWaited({ region: { tokens } }: Alignment, { before, after, words }: Cut): string | undefined {
  const isCall = tokens[before]?.lemma === 'call' && /^(?:on|upon)$/.test(words[0]!.norm);
  return isCall && tokens[after]?.norm === 'to' ? `“${tokens[before]!.text}” waits for whom.` : undefined;
}

/** "with Ode right | here in Sarn". */
function rightWaited({ region: { tokens } }: Alignment, { before, words }: Cut): string | undefined {
  const isRight = tokens[before]?.norm === 'right' && /^(?:here|there|now|away)$/.test(words[0]!.norm);
  return isRight ? `“right” waits for “${words[0]!.text}”.` : undefined;
}

/** The place of the nearest such noun before a place with no verb between the two; -1. */
function nounBehind(tokens: readonly Token[], before: number, is: (token: Token) => boolean): number {
  for (let i = before; i >= 0 && before - i < NEAR; i--) {
    if (is(tokens[i]!)) return i;
    if (/^(?:VERB|AUX)$/.test(tokens[i]!.pos)) return -1;
  }
  return -1;
}
