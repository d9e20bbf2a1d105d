import type { Token } from '../../text/tokens.ts';
import type { Alignment } from './align.ts';
import type { Cut } from './cut.ts';

const PERIOD =
  /^(?:days?|weeks?|weekend|months?|quarters?|years?|decades?|seasons?|periods?|summer|winter|spring|autumn|night|century|hours?|minutes?|time)$/;

/** "get the call | , provided he recovers": the condition, which taggers take for a deed. */
export function lostProviso({ region: { tokens } }: Alignment, { first, last }: Cut): string | undefined {
  const words = tokens.slice(first, last + 1);
  const at = words.findIndex(({ norm }) => norm === 'provided' || norm === 'providing');
  if (at < 0 || tokens[first + at - 1]?.text !== ',') return undefined;
  const [next] = words.slice(at + 1);
  const opens = next?.norm === 'that' || /^(?:PRON|DET|PROPN|NOUN)$/.test(next?.pos ?? '');
  const hasVerb = words.slice(at + 2).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return opens && hasVerb ? `It is so only “${words[at]!.text} …”.` : undefined;
}

/** "would honour its debt | when it had the means": what would be is so only then. */
export function lostWhen({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  if (words[0]!.norm !== 'when' || !words.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return undefined;
  const would = tokens.findLastIndex(({ norm }, i) => i <= before && keptTokens[i] === true && norm === 'would');
  const isApart = would < 0 || tokens.slice(would, before + 1).some(({ text }) => /^[,;:]$/.test(text));
  return isApart ? undefined : `It would be so only “${words[0]!.text} …”.`;
}

/** "3/8 pct | over the bank rate": a margin is none by itself. */
export function lostMeasure({ region: { tokens } }: Alignment, { before, words }: Cut): string | undefined {
  if (!/^(?:over|above|below)$/.test(words[0]!.norm) || !isCounted(tokens, before)) return undefined;
  return words.some(({ norm, pos }) => PERIOD.test(norm) || pos === 'NUM')
    ? undefined
    : `“${tokens[before]!.text}” is counted from “${words.at(-1)!.text}”.`;
}

/** "came from two sets | down", "four minutes | from time": how far behind, or from the end. */
export function lostSide({ region: { tokens } }: Alignment, { before, words }: Cut): string | undefined {
  const [side, end] = words;
  const says = /^(?:down|behind|adrift)$/.test(side!.norm) || (side!.norm === 'from' && end?.norm === 'time');
  return says && isCounted(tokens, before) ? `“${tokens[before]!.text}” has lost “${side!.text}”.` : undefined;
}

/** "a rail that was marked nine days | earlier | caused": earlier than what has gone. */
export function lostSpanOf({ region: { tokens } }: Alignment, { after, words }: Cut): string | undefined {
  const measured = PERIOD.test(words.at(-1)!.norm) || words.at(-1)!.pos === 'NUM';
  const leans = measured && /^(?:earlier|later|ago|apart|away)$/.test(tokens[after]?.norm ?? '');
  return leans ? `“${tokens[after]!.text}” has lost “${words.at(-1)!.text}”.` : undefined;
}

/** "a 50,000 crown fine | on each count", "the prize | at each stop | will be 15,000 crowns": of each, not of all. */
export function lostEach({ region: { tokens }, keptTokens }: Alignment, { words }: Cut): string | undefined {
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
export function lostPartner({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  if (words[0]!.norm !== 'and') return undefined;
  const shared = tokens.findLastIndex(
    ({ norm }, i) => i <= before && keptTokens[i] === true && /^(?:equally|jointly)$/.test(norm),
  );
  const isNear = shared >= 0 && before - shared < 8 && !tokens.slice(shared, before).some(({ text }) => text === ',');
  return isNear ? `“${tokens[shared]!.text}” has lost the other.` : undefined;
}

/** "two sets", "3/8 pct", "a minute and 12 seconds". */
const isCounted = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.pos === 'NUM' ||
  (tokens[at]?.pos === 'NOUN' && tokens.slice(Math.max(0, at - 2), at).some(({ pos }) => pos === 'NUM'));
