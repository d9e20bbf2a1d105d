import type { Finding } from '../../story/furniture.ts';
import type { Token } from '../../text/tokens.ts';
import { CLAUSE_OPENERS, CONDITIONS, HEDGES, MODALS, NEGATIONS, RESTRICTORS } from '../../text/words/function-words.ts';
import type { Checked } from '../check-type.ts';
import type { Alignment } from '../reading/align.ts';
import type { Cut } from '../reading/cuts/cut.ts';
import { isBreak } from '../reading/phrase.ts';
import { placeOf } from '../reading/place.ts';

/** What a word of each kind holds on to: it may go only together with the next word of one of these parts of speech. */
const GOVERNS: readonly (readonly [string, ReadonlySet<string>, RegExp])[] = [
  ['negation', NEGATIONS, /^(?:VERB|AUX|NOUN|PROPN|ADJ)$/],
  ['modality', MODALS, /^VERB$/],
  ['hedge', HEDGES, /^(?:VERB|NOUN|PROPN|ADJ|NUM)$/],
  ['qualifier', RESTRICTORS, /^(?:NOUN|PROPN|NUM|VERB)$/],
];

/** "run | jointly", "bought | locally": by whom and where is what the verb says. */
const SAYS_HOW_FAR = /^(?:jointly|locally|regionally|nationally|globally|respectively|separately)$/;

/** No negation, modal, hedge, condition or narrowing word is cut from words that stay. */
export function checkPolarity({ alignment, cuts }: Checked): Finding[] {
  if (!alignment) return [];
  const { keptTokens } = alignment;
  const { tokens } = alignment.region;
  return cuts.flatMap((cut) => {
    const found: Finding[] = [];
    if (lendsModal(alignment, cut)) {
      const message = `“${cut.words.at(-1)!.text}” carries over what may or may not be.`;
      found.push({ check: 'polarity', message, copy: placeOf(alignment.region, cut.first, cut.last) });
    }
    for (let i = cut.first; i <= cut.last; i++) {
      const token = tokens[i]!;
      if (isCondition(tokens, i) && !insideOwnClause(tokens, cut, i) && !isQuestion(tokens, cut, i)) {
        found.push({
          check: 'polarity',
          message: `The condition “${token.text} …” is left out.`,
          copy: placeOf(alignment.region, i),
        });
      }
      if (SAYS_HOW_FAR.test(token.norm) && keptTokens[tokens.findLastIndex(({ pos }, k) => k < i && pos === 'VERB')]) {
        const message = `“${token.text}” is left out.`;
        found.push({ check: 'polarity', message, copy: placeOf(alignment.region, i) });
      }
      for (const [kind, words, head] of GOVERNS) {
        if (!words.has(token.norm) || goesWithItsHead(tokens, cut, i, head)) continue;
        if (kind === 'modality' && (token.pos === 'NOUN' || saysWhatItIs(tokens, cut, i) || isForename(tokens, i)))
          continue;
        if (isLately(tokens, i) || isPreposition(tokens, i) || describesWithNext(tokens, cut, i)) continue;
        found.push({
          check: 'polarity',
          message: `The ${kind} “${token.text}” is left out.`,
          copy: placeOf(alignment.region, i),
        });
      }
    }
    return found;
  });
}

/** "The port would be shut and | the bridge opened": the second may be under the modal of the first. */
function lendsModal({ region: { tokens }, keptTokens }: Alignment, { before, last, words }: Cut): boolean {
  if (before >= 0 || !/^(?:and|or)$/.test(words.at(-1)!.norm)) return false;
  if (!words.some(({ norm, pos }) => (MODALS.has(norm) && pos !== 'NOUN') || NEGATIONS.has(norm))) return false;
  const verb = tokens.findIndex(
    ({ pos }, i) => i > last && keptTokens[i] === true && (pos === 'VERB' || pos === 'AUX'),
  );
  return verb >= 0 && tokens[verb]!.pos === 'VERB';
}

/** "who would be 38 today": the modal has its verb in "be", and both go with the relative before them. */
function saysWhatItIs(tokens: readonly Token[], { first, last, words }: Cut, at: number): boolean {
  const opens = tokens.slice(first, at).some(({ norm }) => /^(?:who|which|what)$/.test(norm));
  const is = tokens.slice(at + 1, last).some(({ norm }) => norm === 'be' || norm === 'been');
  return opens && is && !/^(?:be|been|and|or|but)$/.test(words.at(-1)!.norm);
}

/** "Will Tarr" inside a sentence. */
const isForename = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && /^(?:Will|May)$/.test(tokens[at]!.text) && /^\p{Lu}\p{Ll}/u.test(tokens[at + 1]?.text ?? '');

/** "two | potentially lucrative | contracts": of the adjective before its noun alone, which goes with it. */
const describesWithNext = (tokens: readonly Token[], { last }: Cut, at: number): boolean =>
  HEDGES.has(tokens[at]!.norm) &&
  at < last &&
  tokens[at]!.pos === 'ADV' &&
  tokens[at + 1]?.pos === 'ADJ' &&
  /^(?:DET|NUM|ADJ|ADP)$/.test(tokens[at - 1]?.pos ?? '') &&
  /^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 2]?.pos ?? '');

/** "a thing or two about boats": no bound of a number. */
const isPreposition = (tokens: readonly Token[], at: number): boolean =>
  /^(?:about|around)$/.test(tokens[at]!.norm) &&
  tokens[at]!.pos === 'ADP' &&
  !/^(?:NUM|SYM|DET)$/.test(tokens[at + 1]?.pos ?? 'NUM');

/** "has just signed", "was just cleared": it says when; before anything else it says how little. */
const isLately = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.norm === 'just' &&
  tokens[at - 1]?.pos === 'AUX' &&
  tokens[at + 1]?.pos === 'VERB' &&
  /(?:ed|en|n|t)$/.test(tokens[at + 1]!.norm);

function isCondition(tokens: readonly Token[], at: number): boolean {
  const { norm, pos } = tokens[at]!;
  if (opensCondition(tokens, at) || namesCondition(tokens, at)) return true;
  // "Depending on the vote".
  if (norm === 'depending') return true;
  // "even if it rains": so it is without rain too.
  if (norm === 'if' && tokens[at - 1]?.norm === 'even') return false;
  if (!CONDITIONS.has(norm) || norm === 'whether') return opensAsLong(tokens, at);
  if (norm === 'subject') return tokens[at + 1]?.norm === 'to';
  // A tagger takes ", provided he recovers" for a deed.
  if (norm === 'provided' || norm === 'providing')
    return pos !== 'VERB' || tokens[at + 1]?.norm === 'that' || tokens[at - 1]?.text === ',';
  return true;
}

/** "| Asked if the pact had failed, | Lee smiled": whether; it goes with the verb that asks. */
const isQuestion = (tokens: readonly Token[], { first }: Cut, at: number): boolean =>
  tokens[at]!.norm === 'if' &&
  at > first &&
  /^(?:ask(?:ed|s)?|decid(?:e|ed|ing)|determine|know|see|doubt|wonder(?:ed)?)$/.test(tokens[at - 1]!.norm);

/** "as long as", and "as soon as the town agrees"; not "as soon as Monday". */
const opensAsLong = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.norm === 'as' &&
  (tokens[at]!.norm === 'long' ||
    (tokens[at]!.norm === 'soon' &&
      tokens[at - 1]?.norm === 'as' &&
      tokens.slice(at + 3, at + 8).some(({ pos }) => pos === 'VERB' || pos === 'AUX')));

/** "in case of a loss", "in the event of a loss", "on condition that the staff stay". */
const namesCondition = (tokens: readonly Token[], at: number): boolean =>
  /^(?:in case|the event|on condition|the condition)$/.test(`${tokens[at - 1]?.norm} ${tokens[at]!.norm}`) &&
  /^(?:of|that|he|she|it|they|the)$/.test(tokens[at + 1]?.norm ?? '') &&
  (tokens[at - 1]!.norm !== 'the' || /^(?:in|on)$/.test(tokens[at - 2]?.norm ?? ''));

/** "Should the talks fail, …", "Were she to resign, …", "Had it rained, …": a condition without an "if". */
const opensCondition = (tokens: readonly Token[], at: number): boolean =>
  /^(?:should|were|had)$/.test(tokens[at]!.norm) &&
  tokens.slice(0, at).every(({ pos }) => pos === 'PUNCT') &&
  tokens.at(-1)?.text !== '?';

/** A condition may go when it belongs to a clause that goes as a whole: another opener or a reported speech begins before it. */
function insideOwnClause(tokens: readonly Token[], cut: Cut, at: number): boolean {
  // Speech of another speaker follows: "…, with Ann Lee adding that".
  const turns = tokens.findIndex(
    ({ norm }, i) => i > at && i <= cut.last && tokens[i - 1]?.text === ',' && /^(?:with|while|and|but)$/.test(norm),
  );
  if (cut.before < 0 && at > cut.first && turns > 0) return true;
  for (let i = cut.first; i < at; i++) {
    const { norm, pos } = tokens[i]!;
    // "plans to sell the yard | and rent it if the bank agrees": the condition is that of both.
    if (norm === 'and' && i === cut.first && isPlainVerb(tokens[i + 1]) && followsTo(tokens, i)) return false;
    // "said that | , if it rains, | boats stay".
    const next = norm === 'that' ? i + 1 + tokens.slice(i + 1, at).filter(isBreak).length : i + 1;
    if (/^(?:who|which|whose|what|while|because|that|but|and)$/.test(norm) && tokens[at]!.norm !== norm)
      return next < at;
    if (pos === 'VERB' && i > cut.first && /ing$/.test(norm)) return true;
  }
  return false;
}

const isPlainVerb = (token: Token | undefined): boolean => token?.pos === 'VERB' && token.lemma === token.norm;

/** "to sell the yard | and": no other verb stands between the two. */
const followsTo = (tokens: readonly Token[], at: number): boolean => {
  const verb = tokens.findLastIndex(({ pos }, i) => i < at && pos === 'VERB');
  return tokens[verb - 1]?.norm === 'to';
};

/** "at several buildings" were at buildings; behind a verb or a preposition nobody takes it for all. */
const COUNTS_SOME = /^(?:several|some|many)$/;
/** What these say holds of the words behind them alone. */
const LOOKS_AHEAD =
  /^(?:believed|thought|expected|accused|suspected|alleged|rumou?red|reported|not|would|could|may|might)$/;

/** "suspects | believed to be armed": all that the word speaks of goes with it to the end of the sentence. */
function reachesOnlyTheCut(tokens: readonly Token[], cut: Cut, at: number): boolean {
  const before = tokens[cut.before];
  if (cut.after >= 0 || !before || !/^(?:NOUN|PROPN)$/.test(before.pos) || at !== cut.first) return false;
  return LOOKS_AHEAD.test(tokens[at]!.norm) && tokens[at + 1]?.norm === 'to' && cut.words.length > 2;
}

/** "will begin soon | , possibly as early as next week": of what a comma adds, to the end of the sentence. */
const speaksOfAddition = (tokens: readonly Token[], { first, after }: Cut, at: number): boolean =>
  after < 0 &&
  at === first + 1 &&
  tokens[first]!.text === ',' &&
  tokens[at]!.pos === 'ADV' &&
  /^(?:as|in|by|on|at|for|within|until)$/.test(tokens[at + 1]?.norm ?? '');

function goesWithItsHead(tokens: readonly Token[], cut: Cut, at: number, head: RegExp): boolean {
  let next = at + 1;
  while (next < tokens.length && !head.test(tokens[next]!.pos)) next++;
  if (next > cut.last && next < tokens.length)
    return COUNTS_SOME.test(tokens[at]!.norm) && /^(?:VERB|ADP)$/.test(tokens[cut.before]?.pos ?? '');
  if (reachesOnlyTheCut(tokens, cut, at) || speaksOfAddition(tokens, cut, at)) return true;
  if (cut.before < 0) return true;
  if (HEDGES.has(tokens[at]!.norm) || NEGATIONS.has(tokens[at]!.norm) || MODALS.has(tokens[at]!.norm)) {
    for (let i = cut.first; i <= at; i++) if (opens(tokens[i]!) || opensAfterComma(tokens, i)) return true;
    return tokens[at]!.pos === 'ADJ';
  }
  return true;
}

const opens = (token: Token): boolean =>
  CLAUSE_OPENERS.has(token.norm) || token.pos === 'ADP' || /^[;:(—–]|--$/.test(token.text);
const opensAfterComma = (tokens: readonly Token[], i: number) =>
  tokens[i]!.text === ',' && tokens[i + 1]?.pos !== 'ADV';
