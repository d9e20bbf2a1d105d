import type { Alignment } from './align.ts';
import type { Cut } from './cut.ts';
import { isNominal } from './phrase.ts';

const UNIT =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|foot|feet|inch(?:es)?|miles?|stones?|pounds?|ounces?|dollars?|cents?|points?)$/;
const LIMITS = /^(?:when|if|because|after|before|until|where)$/;
const SHOWS = /^(?:show|see|leave|put|take|send|bring|have|keep)$/;
const DIRECTION = /^(?:down|up|lower|higher|unchanged|flat)$/;

/** "an hour | and 45 minutes": a length is the whole of it. */
export function halfMeasure({ region: { tokens } }: Alignment, { before, words }: Cut): string | undefined {
  const [and, count, unit] = words;
  if (and!.norm !== 'and' || !UNIT.test(tokens[before]?.norm ?? '')) return undefined;
  const isHalf = count?.norm === 'a' || count?.norm === 'half';
  return isHalf || (count?.pos === 'NUM' && UNIT.test(unit?.norm ?? ''))
    ? `“${tokens[before]!.text}” is not all of it.`
    : undefined;
}

/** "15 of the Calder | and 25 of the Venn boats": the noun at the end is that of both. */
export function sharedNoun({ region: { tokens } }: Alignment, { before, words }: Cut): string | undefined {
  const [and, count, of] = words;
  if (and!.norm !== 'and' || count?.pos !== 'NUM' || of?.norm !== 'of' || tokens[before]?.pos !== 'PROPN')
    return undefined;
  return tokens[before - 1]?.norm === 'the' && tokens[before - 2]?.norm === 'of'
    ? `“${tokens[before]!.text}” has lost what is counted.`
    : undefined;
}

/** "on the one hand, | … on the other". */
export function otherHand({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  const at = tokens.findLastIndex(({ norm }, i) => i <= before && keptTokens[i] === true && norm === 'hand');
  if (tokens[at - 1]?.norm !== 'one' || !words.some(({ norm }) => norm === 'other')) return undefined;
  return '“On the one hand” has lost the other.';
}

/** "only draws a crowd | when a favourite wins": the limit that "only" announces. */
export function onlyWhen({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  if (!LIMITS.test(words[0]!.norm)) return undefined;
  const only = tokens.findLastIndex(({ norm }, i) => i <= before && keptTokens[i] === true && norm === 'only');
  const isApart = only < 0 || tokens.slice(only, before).some(({ text }) => /^[,;:]$/.test(text));
  return isApart ? undefined : `It is so only “${words[0]!.text} …”.`;
}

/** "takes complaints | seriously". */
export function takenSeriously({ region: { tokens }, keptTokens }: Alignment, cut: Cut): string | undefined {
  if (cut.words.at(0)!.norm !== 'seriously') return undefined;
  const takes = tokens.some(
    ({ lemma }, i) => keptTokens[i] === true && i < cut.first && i > cut.first - 8 && lemma === 'take',
  );
  return takes ? '“seriously” says how it is taken.' : undefined;
}

/** "showed exports | down 2.3%": what is shown of them. */
export function shownState({ region: { tokens }, keptTokens }: Alignment, cut: Cut): string | undefined {
  const { first, before, words } = cut;
  const [direction] = words;
  if (before !== first - 1 || !isNominal(tokens[before]) || !DIRECTION.test(direction!.norm)) return undefined;
  const verb = tokens.findLastIndex(({ pos }, i) => i < before && keptTokens[i] === true && pos === 'VERB');
  const shows = verb >= 0 && SHOWS.test(tokens[verb]!.lemma);
  return shows ? `“${direction!.text}” is what is told of “${tokens[before]!.text}”.` : undefined;
}
