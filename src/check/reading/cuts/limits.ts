import type { Token } from '../../../text/tokens.ts';
import type { Alignment } from '../align.ts';
import { isDenied, isNumber, isSpan, isTime } from '../phrase.ts';
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
  lostLead,
  lostComparing,
  lostMuch,
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
  if (before >= 0 || after < 0 || !next) return undefined;
  // "Before seasonal adjustment, | prices fell", "With 76% of the vote counted, | Lee was second".
  const isBasis =
    /^(?:before|after|excluding|including)$/.test(opener!.norm) &&
    words.slice(1, 4).some(({ norm }) => /^(?:adjustments?|tax|taxes|inflation)$/.test(norm));
  const isSoFar = opener!.norm === 'with' && words.some(({ norm }) => /^(?:counted|reporting|declared)$/.test(norm));
  if (isBasis || isSoFar) return `It is so only “${opener!.text} ${next.text} …”.`;
  if (opener!.norm !== 'in') return undefined;
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

/** "has a slight lead | over Lee in Calder", "are neck-and-neck | in Sarn": one leads somewhere. */
function lostLead({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  const at = words.findIndex(
    ({ norm }, i) => norm === 'in' && words[i + 1]?.pos === 'PROPN' && !isTime([words[i + 1]!]),
  );
  if (before < 0 || at < 0 || at > 3 || words.slice(0, at).some(({ pos }) => OPENS_MORE.test(pos))) return undefined;
  const leads = tokens.some(
    ({ lemma, norm }, i) =>
      i <= before && keptTokens[i] === true && (/^(?:lead|trail)$/.test(lemma) || /^(?:neck|tied)$/.test(norm)),
  );
  return leads ? `It is so in “${words[at + 1]!.text}”.` : undefined;
}

const OPENS_MORE = /^(?:VERB|AUX|CCONJ|SCONJ)$/;

/** "began to spend money | much earlier than before": more is told than that it did. */
function lostComparing(_: Alignment, { before, words }: Cut): string | undefined {
  const [much, more] = words;
  const compared = /^(?:much|far)$/.test(much!.norm) ? more : much;
  if (before < 0 || !/^(?:earlier|later|sooner|faster|slower|better|worse)$/.test(compared?.norm ?? ''))
    return undefined;
  return words.some((word) => isTime([word]) || isSpan(word)) ? undefined : `“${compared!.text}” is how it was done.`;
}

/** "does not watch it | much anymore": not never. */
function lostMuch(alignment: Alignment, { before, words }: Cut): string | undefined {
  const isDegree = /^(?:much|anymore|often|always|fully|entirely|yet|enough|necessarily)$/.test(words[0]!.norm);
  return before >= 0 && isDegree && isDenied(alignment, before) ? `It is not so “${words[0]!.text}”.` : undefined;
}

/** "two sets", "3/8 pct", "a minute and 12 seconds". */
const isCounted = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.pos === 'NUM' ||
  (tokens[at]?.pos === 'NOUN' && tokens.slice(Math.max(0, at - 2), at).some(({ pos }) => pos === 'NUM'));
