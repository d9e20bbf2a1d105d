import { counts } from '../../../text/needs/verb-lists.ts';
import type { Token } from '../../../text/tokens.ts';
import type { Alignment } from '../align.ts';
import { isNumber, isSpan, isTime, MEASURED } from '../phrase.ts';
import type { Cut, CutRule } from './cut.ts';

/** What limits a statement: each rule answers of what it holds alone. */
export const LIMITS: readonly CutRule[] = [
  lostMeasure,
  lostFromTime,
  lostSpanOf,
  lostEach,
  lostPartner,
  lostMoney,
  lostForecast,
  lostFigureYear,
  lostMeasuring,
  lostSide,
  lostPeriod,
];

/** "3/8 pct | over the bank rate": a margin is none by itself. */
function lostMeasure({ region: { tokens } }: Alignment, { before, words }: Cut): string | undefined {
  if (words[0]!.norm !== 'over' || !isCounted(tokens, before)) return undefined;
  return words.some((token) => isSpan(token) || isTime([token]) || token.pos === 'NUM')
    ? undefined
    : `“${tokens[before]!.text}” is counted from “${words.at(-1)!.text}”.`;
}

/** "four minutes | from time": how far from the end. */
function lostFromTime({ region: { tokens } }: Alignment, { before, words }: Cut): string | undefined {
  const [from, time] = words;
  const says = from!.norm === 'from' && time?.norm === 'time' && isCounted(tokens, before);
  return says ? `“${tokens[before]!.text}” has lost “from time”.` : undefined;
}

/** "a rail that was marked nine days | earlier | caused": earlier than what has gone. */
function lostSpanOf({ region: { tokens } }: Alignment, { after, words }: Cut): string | undefined {
  const last = words.at(-1)!;
  const leans =
    (isSpan(last) || last.pos === 'NUM') && /^(?:earlier|later|ago|apart|away)$/.test(tokens[after]?.norm ?? '');
  return leans ? `“${tokens[after]!.text}” has lost “${last.text}”.` : undefined;
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

/** "will peak at 510 crowns | this year": a forecast is one for a time. */
function lostForecast(
  { region: { tokens }, keptTokens }: Alignment,
  { first, before, words }: Cut,
): string | undefined {
  const [opener, ...rest] = words;
  if (before !== first - 1 || !/^(?:this|next|in|by)$/.test(opener!.norm)) return undefined;
  const [time] = rest.filter(({ norm }) => norm !== 'the');
  if (!/^(?:year|quarter|month|week|(?:19|20)\d\d|mid|early|late|end)$/.test(time?.norm ?? '')) return undefined;
  const will = tokens.findLastIndex(
    ({ norm }, i) => i <= before && keptTokens[i] === true && /^(?:will|would)$/.test(norm),
  );
  const figure =
    will >= 0 && tokens.slice(will, before + 1).some((token, i) => isNumber(token) && keptTokens[will + i]);
  return figure ? `It is foretold for “${opener!.text} ${time!.text}”.` : undefined;
}

/** "is in the lead | on the Alder side". */
function lostSide(_: Alignment, cut: Cut): string | undefined {
  const side = cut.words.findIndex(({ norm }) => norm === 'side');
  return cut.before >= 0 && cut.words[0]!.norm === 'on' && side > 1 && side < 5 ? `It is so on one side.` : undefined;
}

/** "earned 102 million crowns | in fiscal 1986", "spending | last year | was 370 million": a figure of its year, not of the news. */
function lostFigureYear({ region: { tokens }, keptTokens }: Alignment, { words }: Cut): string | undefined {
  const at = words.findIndex(({ norm }, i) => YEAR.test(norm) || (norm === 'year' && words[i - 1]?.norm === 'last'));
  if (at < 0 || at > 6) return undefined;
  // "against 888 | in May 1986": of another figure.
  const front = words.slice(0, at);
  const opens = /^(?:in|for|during|last)$/.test(front[0]?.norm ?? '') && !front.some(isNumber);
  const verb = tokens.findLast(({ pos }, i) => keptTokens[i] === true && /^(?:VERB|AUX)$/.test(pos));
  const sum = tokens.some(({ norm }, i) => keptTokens[i] === true && SUM.test(norm) && tokens[i - 1]?.pos === 'NUM');
  return opens && sum && verb && counts(verb.lemma) ? `It was so in “${words[at]!.text}”.` : undefined;
}

const YEAR = /^(?:fiscal|(?:19|20)\d\d)$/;
const SUM = /^(?:million|billion|mln|bln|tonnes?|crowns?|dollars?|dlrs|pounds?|euros?)$/;

/** "sales, | by volume, | were steady". */
function lostMeasuring(_: Alignment, { words: [by, what] }: Cut): string | undefined {
  return by!.norm === 'by' && /^(?:volume|value|weight|number)$/.test(what?.norm ?? '')
    ? `It is so by “${what!.text}”.`
    : undefined;
}

/** "growth was negative | in the first quarter": of a time, not for good. */
function lostPeriod({ region: { tokens } }: Alignment, { before, words }: Cut): string | undefined {
  const isState =
    tokens[before]?.pos === 'ADJ' &&
    tokens[before - 1]?.lemma === 'be' &&
    MEASURED.test(tokens[before - 2]?.norm ?? '');
  const period = words.find(({ norm }) => /^(?:quarter|half|month|months|year)$/.test(norm));
  return isState && period && /^(?:in|for|during)$/.test(words[0]!.norm)
    ? `It was so for a “${period.text}”.`
    : undefined;
}

/** "two sets", "3/8 pct", "a minute and 12 seconds". */
const isCounted = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.pos === 'NUM' ||
  (tokens[at]?.pos === 'NOUN' && tokens.slice(Math.max(0, at - 2), at).some(({ pos }) => pos === 'NUM'));
