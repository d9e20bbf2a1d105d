import { changes, counts } from '../../../text/needs/verb-lists.ts';
import type { Token } from '../../../text/tokens.ts';
import { reportingVerb } from '../../../text/words/reporting-verbs.ts';
import type { Alignment } from '../align.ts';
import { isNumber, isSpan, MEASURED } from '../phrase.ts';
import type { Cut, CutRule } from './cut.ts';

/** The time of which a statement holds: each rule answers of which it holds alone. */
export const TIMES: readonly CutRule[] = [
  lostFromTime,
  lostSpanOf,
  lostForecast,
  lostFigureYear,
  lostPeriod,
  lostStretch,
  lostYearOfDeed,
  lostAtTheTime,
  lostAtFirst,
  lostSaidWhen,
  lostLength,
];

/** "four minutes | from time": how far from the end. */
function lostFromTime({ region: { tokens } }: Alignment, { before, words }: Cut): string | undefined {
  const [from, time] = words;
  const says =
    from!.norm === 'from' && time?.norm === 'time' && isSpan(tokens[before]) && tokens[before - 1]?.pos === 'NUM';
  return says ? `“${tokens[before]!.text}” has lost “from time”.` : undefined;
}

/** "a rail that was marked nine days | earlier | caused": earlier than what has gone. */
function lostSpanOf({ region: { tokens } }: Alignment, { after, words }: Cut): string | undefined {
  const last = words.at(-1)!;
  const leans =
    (isSpan(last) || last.pos === 'NUM') && /^(?:earlier|later|ago|apart|away)$/.test(tokens[after]?.norm ?? '');
  return leans ? `“${tokens[after]!.text}” has lost “${last.text}”.` : undefined;
}

/** "will peak at 510 crowns | this year", "is likely to reach 12% | by the end of 1988": a forecast is one for a time. */
function lostForecast({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  const time = timeAhead(words);
  if (time === undefined) return undefined;
  // "is due to lose its powers | in 1989".
  const due = tokens.findLastIndex(({ norm }, i) => i <= before && keptTokens[i] === true && norm === 'due');
  if (due >= 0 && words[0]!.norm === 'in' && tokens[due + 1]?.norm === 'to') return `It is due “${time}”.`;
  // "had risen 6% | by the end of June": until then.
  const will = tokens.findLastIndex(
    ({ norm }, i) =>
      i <= before &&
      keptTokens[i] === true &&
      (/^(?:will|would|could|likely|expected)$/.test(norm) || (norm === 'had' && words[0]!.norm === 'by')),
  );
  // "growth | this year | should be at least 1%".
  const from = will >= 0 ? will : tokens.findIndex(({ norm }, i) => i > before && /^(?:will|would|should)$/.test(norm));
  const isFigure = (token: Token, i: number): boolean => isNumber(token) && keptTokens[i] === true;
  const figure = from >= 0 && keptTokens[from] === true && tokens.some((token, i) => i > from && isFigure(token, i));
  return figure ? `It is foretold for “${time}”.` : undefined;
}

/** "this year", "by the end of 1988", "in 1987": a time to come or now, in front of a cut; undefined where none is. */
function timeAhead(words: readonly Token[]): string | undefined {
  const [opener, ...rest] = words;
  if (!/^(?:this|next|in|by|at)$/.test(opener!.norm)) return undefined;
  const [time, of, year] = rest;
  if (time?.norm === 'end' && of?.norm === 'of' && year) return `${opener!.text} the end of ${year.text}`;
  const isAhead = /^(?:year|quarter|month|week|mid|early|late|(?:19|20)\d\d)$/.test(time?.norm ?? '');
  return isAhead && opener!.norm !== 'at' ? `${opener!.text} ${time!.text}` : undefined;
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

/** "rose 51% | in the year to April": so much in so long. */
function lostStretch({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  if (before < 0 || !/^(?:in|for|over|during|to|ended|ending|through)$/.test(words[0]!.norm)) return undefined;
  // "in the year | to April".
  const own = isSpan(tokens[before]) && words[0]!.norm !== 'in';
  const stretch = own ? [tokens[before]!, ...words] : words;
  const span = stretch.findIndex(isSpan);
  const isStretch =
    (own || span > 0) && span < 4 && /^(?:to|ended|ending|through|since)$/.test(stretch[span + 1]?.norm ?? '');
  const isChange = tokens.some(
    ({ pos, lemma }, i) => i <= before && keptTokens[i] === true && pos === 'VERB' && changes(lemma),
  );
  const figure = tokens.some((token, i) => keptTokens[i] === true && isNumber(token));
  return isStretch && figure && isChange ? `It is so for a “${stretch[span]!.text}”.` : undefined;
}

/** "worked with Lee | in the 1980s", "In 1984 | the firm raised its bid": told without its year it is news. */
function lostYearOfDeed({ region: { tokens }, keptTokens }: Alignment, { words }: Cut): string | undefined {
  const at = words.findIndex(({ norm }) => /^(?:19|20)\d\d(?:s|\/\d\d)?$/.test(norm));
  // "is not too high | (by 2030)".
  if (at === 1 && words[0]!.norm === 'by' && keptTokens.some(Boolean)) return `It is so by “${words[at]!.text}”.`;
  if (at < 1 || at > 3 || !/^(?:in|during|since|until|from|ahead|before)$/.test(words[0]!.norm)) return undefined;
  const verb = tokens.find(({ pos }, i) => keptTokens[i] === true && (pos === 'VERB' || pos === 'AUX'));
  const isPast =
    verb !== undefined && (/^(?:was|were|had|did)$/.test(verb.norm) || (verb.pos === 'VERB' && isPastForm(verb)));
  return isPast ? `It was so in “${words[at]!.text}”.` : undefined;
}
const isPastForm = (verb: Token): boolean => verb.norm !== verb.lemma && !/(?:s|ing)$/.test(verb.norm);

/** "was the leading firm | at the time it closed", "has been so | for most of the decade": then, not now. */
function lostAtTheTime(_: Alignment, { before, words }: Cut): string | undefined {
  const [at, time, of] = words;
  if (before < 0) return undefined;
  if (at!.norm === 'at' && time?.norm === 'time' && of?.norm !== 'of') return `It was so “at the time”.`;
  const isPart = at!.norm === 'for' && /^(?:most|much|part)$/.test(time?.norm ?? '') && of?.norm === 'of';
  return isPart ? `It was so “for ${time!.text} of” a time.` : undefined;
}

/** "Originally | the fee was set at 3%": it is so no more. "Currently | the mayor can": so far. */
function lostAtFirst({ region: { tokens } }: Alignment, { after, words }: Cut): string | undefined {
  const first = words.find(({ norm }) => /^(?:originally|initially|formerly|previously)$/.test(norm));
  // "Earlier/ADV | forecasts spoke".
  const isEarlier = words.length === 1 && words[0]!.norm === 'earlier' && tokens[after]?.pos === 'NOUN';
  if (isEarlier || (first && words.length <= 2)) return `It was so “${(first ?? words[0]!).text}”.`;
  const modal = tokens.slice(Math.max(after, 0), after + 6).some(({ norm }) => /^(?:can|may|must)$/.test(norm));
  return words[0]!.norm === 'currently' && after >= 0 && modal ? `It is so “${words[0]!.text}”.` : undefined;
}

/** "Last month | the bank said that rates would fall": that was when it was said. */
function lostSaidWhen(
  { region: { tokens, reported }, keptTokens }: Alignment,
  { before, words }: Cut,
): string | undefined {
  const [last, span] = words;
  const isLongAgo =
    /^(?:last|earlier)$/.test(last!.norm) && words.slice(0, 3).some(({ norm }) => /^(?:month|year)$/.test(norm));
  if (before >= 0 || !isLongAgo || !span) return undefined;
  const cue = tokens.find(({ pos }, i) => keptTokens[i] === true && pos === 'VERB');
  const says = cue !== undefined && reportingVerb(cue.norm) !== undefined;
  return says || reported.length > 0 ? `It was said “${last!.text} ${span.text}”.` : undefined;
}

/** "is used | for about thirteen minutes | in its whole life": for how long is what is told. */
function lostLength(_: Alignment, { before, after, words }: Cut): string | undefined {
  const span = words.findIndex(isSpan);
  const isLength = words[0]!.norm === 'for' && span > 1 && span < 5 && words.slice(1, span).some(isNumber);
  return before >= 0 && after >= 0 && isLength ? `It is so “for … ${words[span]!.text}”.` : undefined;
}
