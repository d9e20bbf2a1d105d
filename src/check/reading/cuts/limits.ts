import type { Token } from '../../../text/tokens.ts';
import type { Alignment } from '../align.ts';
import { isNumber, isSpan, isTime } from '../phrase.ts';
import type { Cut, CutRule } from './cut.ts';

/** What limits a statement: each rule answers of what it holds alone. */
export const LIMITS: readonly CutRule[] = [
  lostMeasure,
  lostEach,
  lostPartner,
  lostMoney,
  lostMeasuring,
  lostSide,
  lostSense,
  lostFrame,
  lostLike,
  lostReason,
  lostContest,
  lostSame,
];

/** "3/8 pct | over the bank rate": a margin is none by itself. */
function lostMeasure({ region: { tokens } }: Alignment, { before, words }: Cut): string | undefined {
  if (words[0]!.norm !== 'over' || !isCounted(tokens, before)) return undefined;
  return words.some((token) => isSpan(token) || isTime([token]) || token.pos === 'NUM')
    ? undefined
    : `“${tokens[before]!.text}” is counted from “${words.at(-1)!.text}”.`;
}

/** "a 50,000 crown fine | on each count", "the prize | at each stop | will be 15,000 crowns": of each, not of all. */
function lostEach({ region: { tokens }, keptTokens }: Alignment, { words }: Cut): string | undefined {
  const [of, each, what] = words;
  if (!/^(?:on|for|at|in|of|from|per)$/.test(of!.norm) || !/^(?:each|every)$/.test(each?.norm ?? '')) return undefined;
  if (/^(?:other|of)$/.test(what?.norm ?? '')) return undefined;
  const counts = tokens.some(({ pos }, i) => pos === 'NUM' && keptTokens[i] === true);
  return counts
    ? `It is so “${words
        .slice(0, 3)
        .map(({ text }) => text)
        .join(' ')}”.`
    : undefined;
}

/** "equally owned by Lee | and the bank". */
function lostPartner({ region: { tokens } }: Alignment, { before, words }: Cut): string | undefined {
  if (words[0]!.norm !== 'and') return undefined;
  const shared = tokens.findLastIndex(({ norm }, i) => i <= before && /^(?:equally|jointly)$/.test(norm));
  const isNear = shared >= 0 && before - shared < 8 && !tokens.slice(shared, before).some(({ text }) => text === ',');
  return isNear ? `“${tokens[shared]!.text}” has lost the other.` : undefined;
}

/** "has risen 16% | against the dollar", "opened at 34 | to the dollar": a rate is one of two moneys. */
function lostMoney({ region: { tokens }, keptTokens }: Alignment, { words }: Cut): string | undefined {
  const [to, ...rest] = words;
  const other = rest.slice(0, 4).find(({ norm }) => MONEY.test(norm));
  if (!/^(?:to|against)$/.test(to!.norm) || !other || rest.some(isNumber)) return undefined;
  const rate = tokens.some((token, i) => keptTokens[i] === true && isNumber(token));
  return rate ? `It is a rate of the “${other.text}”.` : undefined;
}

const MONEY = /^(?:dollar|pound|sterling|yen|euro|mark|franc|yuan|rouble|peso|crown|unit|currency|currencies)$/;

/** "is in the lead | on the Alder side". */
function lostSide(_: Alignment, cut: Cut): string | undefined {
  const side = cut.words.findIndex(({ norm }) => norm === 'side');
  return cut.before >= 0 && cut.words[0]!.norm === 'on' && side > 1 && side < 5 ? `It is so on one side.` : undefined;
}

/** "sales, | by volume, | were steady". */
function lostMeasuring(_: Alignment, { words: [by, what] }: Cut): string | undefined {
  return by!.norm === 'by' && /^(?:volume|value|weight|number)$/.test(what?.norm ?? '')
    ? `It is so by “${what!.text}”.`
    : undefined;
}

/** "was a good one | in the sense that it worked": how far it is so. */
function lostSense(_: Alignment, { words }: Cut): string | undefined {
  const so = words
    .slice(0, 4)
    .map(({ norm }) => norm)
    .join(' ');
  const far = /^(?:in (?:the )?sense that|to (?:the )?extent (?:that|to)|insofar as|in so far as|in that\b)/.exec(so);
  return far ? `It is so only “${far[0]} …”.` : undefined;
}

/** "In all six towns where they voted, | Ode won", "In raising their rates, | banks spoke of costs": of which deeds it tells. */
function lostFrame(_: Alignment, { before, after, words }: Cut): string | undefined {
  const [opener, next] = words;
  if (before >= 0 || after < 0 || opener!.norm !== 'in' || !next) return undefined;
  const frames = /^(?:all|every|each|both|most)$/.test(next.norm) || (next.pos === 'VERB' && /ing$/.test(next.norm));
  return frames ? `It is told of what happens “${opener!.text} ${next.text} …”.` : undefined;
}

/** "refused to condemn ministers | like Lee": not all of them. */
function lostLike({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  const isSuch = words[0]!.norm === 'like' || (words[0]!.norm === 'such' && words[1]?.norm === 'as');
  const refuses = tokens.some(
    ({ lemma }, i) => i < before && keptTokens[i] === true && /^(?:refuse|decline|fail|avoid|refrain)$/.test(lemma),
  );
  return isSuch && refuses ? `It is so of those “${words[0]!.text} …” only.` : undefined;
}

/** "alleges that he was fired | for taking leave": that is what is alleged. */
function lostReason({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  const [opener, deed] = words;
  if (opener!.norm !== 'for' || deed?.pos !== 'VERB' || !/ing$/.test(deed.norm)) return undefined;
  const alleges = tokens.some(
    ({ lemma }, i) => i < before && keptTokens[i] === true && /^(?:allege|claim|contend)$/.test(lemma),
  );
  return alleges ? `“for ${deed.text} …” is what is alleged.` : undefined;
}

/** "In Sarn, | Ode beat Lee by a point": who wins wins somewhere. */
function lostContest({ region: { tokens }, keptTokens }: Alignment, cut: Cut): string | undefined {
  const { before, after, words } = cut;
  const [opener, place] = words;
  if (before >= 0 || after < 0 || opener!.norm !== 'in' || !place || isTime(words)) return undefined;
  if (words.slice(1).some(({ pos }) => pos !== 'PROPN')) return undefined;
  const verb = tokens.find(({ pos }, i) => keptTokens[i] === true && pos === 'VERB');
  const isContest = verb !== undefined && /^(?:edge|beat|defeat|trail|lead|win|lose|poll|tie|top)$/.test(verb.lemma);
  return isContest ? `It was so in “${place.text}”.` : undefined;
}

/** "the | same | levels as in May". */
function lostSame({ region: { tokens }, keptTokens }: Alignment, { after, words }: Cut): string | undefined {
  if (words.at(-1)!.norm !== 'same' || after < 0) return undefined;
  const as = tokens.findIndex(({ norm }, i) => i > after && i < after + 4 && keptTokens[i] === true && norm === 'as');
  return as > 0 ? '“as” waits for “same”.' : undefined;
}

/** "two sets", "3/8 pct", "a minute and 12 seconds". */
const isCounted = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.pos === 'NUM' ||
  (tokens[at]?.pos === 'NOUN' && tokens.slice(Math.max(0, at - 2), at).some(({ pos }) => pos === 'NUM'));
