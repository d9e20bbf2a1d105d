import type { Token } from '../../../text/tokens.ts';
import { MONTHS } from '../../../text/words/function-words.ts';
import { OF_PLACES } from '../../../text/words/name-words.ts';
import type { Alignment } from '../align.ts';
import { isNominal } from '../phrase.ts';
import type { Cut, CutRule } from './cut.ts';

/** What means something only as a pair: each rule answers which half has gone. */
export const HALF_PAIRS: readonly CutRule[] = [
  halfMeasure,
  sharedNoun,
  otherHand,
  restOfList,
  notOnly,
  onlyWhen,
  takenSeriously,
  shownState,
  soMuch,
  fixedPair,
  farFrom,
  lostYear,
  bareAdjective,
];

const UNIT =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|foot|feet|inch(?:es)?|miles?|stones?|pounds?|ounces?|dollars?|cents?|points?)$/;
const LIMITS = /^(?:when|if|because|after|before|until|where)$/;
const SHOWS = /^(?:show|see|leave|put|take|send|bring|have|keep)$/;
const DIRECTION = /^(?:down|up|lower|higher|unchanged|flat)$/;

/** "two hours | and 20 minutes", "two hours | , 20 minutes and five seconds": a length is the whole of it. */
function halfMeasure({ region: { tokens } }: Alignment, { before }: Cut): string | undefined {
  if (before < 0 || !UNIT.test(tokens[before]!.norm)) return undefined;
  const at = tokens[before + 1]?.text === ',' && tokens[before + 2]?.norm === 'and' ? before + 2 : before + 1;
  const [joint, count, unit] = tokens.slice(at, at + 3);
  if (joint?.norm !== 'and' && joint?.text !== ',') return undefined;
  const isHalf = joint.norm === 'and' && (count?.norm === 'a' || count?.norm === 'half');
  return isHalf || (count?.pos === 'NUM' && UNIT.test(unit?.norm ?? ''))
    ? `“${tokens[before]!.text}” is not all of it.`
    : undefined;
}

/** "15 of the Calder | and 25 of the Venn boats", "oil | and natural gas fields": the noun at the end is that of both. */
function sharedNoun({ region: { tokens } }: Alignment, { before, after, words }: Cut): string | undefined {
  const [and, count, of] = words;
  const noun = tokens[before];
  if (and!.norm !== 'and' || !noun) return undefined;
  if (count?.pos === 'NUM' && of?.norm === 'of' && noun.pos === 'PROPN')
    return tokens[before - 1]?.norm === 'the' && tokens[before - 2]?.norm === 'of'
      ? `“${noun.text}” has lost what is counted.`
      : undefined;
  const rest = after < 0 ? words.slice(1) : [];
  const end = rest.findIndex(({ pos }) => !/^(?:ADJ|NOUN|PROPN)$/.test(pos));
  const phrase = end < 0 ? rest : rest.slice(0, end);
  const isBare =
    noun.pos === 'NOUN' && noun.lemma === noun.norm && !/^(?:DET|NUM|ADJ)$/.test(tokens[before - 1]?.pos ?? '');
  const nouns = phrase.filter(({ pos }) => pos !== 'ADJ');
  return isBare && nouns.length > 1 && nouns.at(-1)!.pos === 'NOUN' && nouns.at(-1)!.lemma !== nouns.at(-1)!.norm
    ? `“${noun.text}” may have lost “${nouns.at(-1)!.text}”.`
    : undefined;
}

/** "on the one hand, | … on the other". */
function otherHand({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  const at = tokens.findLastIndex(({ norm }, i) => i <= before && keptTokens[i] === true && norm === 'hand');
  if (tokens[at - 1]?.norm !== 'one' || !words.some(({ norm }) => norm === 'other')) return undefined;
  return '“On the one hand” has lost the other.';
}

/** "not only through descent | but by law". */
function notOnly({ region: { tokens }, keptTokens }: Alignment, { words }: Cut): string | undefined {
  if (!words.some(({ norm }) => norm === 'but')) return undefined;
  const at = tokens.findIndex(
    ({ norm }, i) =>
      keptTokens[i] === true && norm === 'not' && /^(?:only|just|merely|simply)$/.test(tokens[i + 1]?.norm ?? ''),
  );
  return at >= 0 && keptTokens[at + 1] === true ? '“not only” has lost its “but”.' : undefined;
}

/** "Sarn, Alder, Venn, | Brandt and Calder agreed": those before did so too. */
function restOfList({ region: { tokens } }: Alignment, { before, after }: Cut): string | undefined {
  if (before >= 0 || after < 2) return undefined;
  const first = /^(?:a|an|the)$/.test(tokens[after - 1]!.norm) ? after - 1 : after;
  const joins = /^(?:,|and)$/.test(tokens[first - 1]?.norm ?? '');
  // "Sarn, Alder, and | Venn".
  const end = tokens[first - 1]?.norm === 'and' && tokens[first - 2]?.text === ',' ? first - 3 : first - 2;
  let at = end;
  while (at >= 0 && first - at < 8 && /^(?:PROPN|DET)$/.test(tokens[at]!.pos)) at--;
  const isListed = joins && tokens[after]?.pos === 'PROPN' && at < end && tokens[at]?.text === ',';
  return isListed ? `“${tokens[end]!.text}” and others did so too.` : undefined;
}

/** "only draws a crowd | when a favourite wins", "would honour its debt | when it had the means": the limit that the first word announces. */
function onlyWhen({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): string | undefined {
  const [opener] = words;
  if (!LIMITS.test(opener!.norm)) return undefined;
  const announces = tokens.findLastIndex(
    ({ norm }, i) =>
      i <= before &&
      keptTokens[i] === true &&
      (norm === 'only' ||
        (/^(?:would|will)$/.test(norm) && opener!.norm === 'when') ||
        (/^(?:more|less)$/.test(norm) && opener!.norm === 'when' && tokens[i + 1]?.pos === 'ADJ') ||
        (norm === 'will' && comesFirst(words))),
  );
  const isApart = announces < 0 || tokens.slice(announces, before + 1).some(({ text }) => /^[,;:]$/.test(text));
  return isApart ? undefined : `It is so only “${opener!.text} …”.`;
}

/** "will invest | after the deal is signed": what has not been yet is a condition. */
const comesFirst = ([opener, ...rest]: readonly Token[]): boolean =>
  /^(?:after|once)$/.test(opener!.norm) && rest.some(({ norm }) => /^(?:is|are|has|have)$/.test(norm));

/** "takes complaints | seriously". */
function takenSeriously({ region: { tokens }, keptTokens }: Alignment, cut: Cut): string | undefined {
  if (cut.words.at(0)!.norm !== 'seriously') return undefined;
  const takes = tokens.some(
    ({ lemma }, i) => keptTokens[i] === true && i < cut.first && i > cut.first - 8 && lemma === 'take',
  );
  return takes ? '“seriously” says how it is taken.' : undefined;
}

/** "showed fares | up 7%": what is shown of them. */
function shownState({ region: { tokens }, keptTokens }: Alignment, cut: Cut): string | undefined {
  const { first, before, words } = cut;
  const [direction] = words;
  if (before !== first - 1 || !isNominal(tokens[before]) || !DIRECTION.test(direction!.norm)) return undefined;
  const verb = tokens.findLastIndex(({ pos }, i) => i < before && keptTokens[i] === true && pos === 'VERB');
  const shows = verb >= 0 && SHOWS.test(tokens[verb]!.lemma);
  return shows ? `“${direction!.text}” is what is told of “${tokens[before]!.text}”.` : undefined;
}

/** "was so strong | that it was closed": how much it was. */
function soMuch({ region: { tokens }, keptTokens }: Alignment, { first, before, words }: Cut): string | undefined {
  if (words[0]!.norm !== 'that' || before !== first - 1) return undefined;
  const so = tokens.findLastIndex(
    ({ norm }, i) => i < before && i > before - 8 && norm === 'so' && keptTokens[i] === true,
  );
  // "are so opposed to the sale | that they left".
  const isMuch = so >= 0 && /^(?:ADJ|VERB|ADV)$/.test(tokens[so + 1]!.pos) && keptTokens[so + 1] === true;
  return isMuch ? `“so ${tokens[so + 1]!.text}” waits for “that …”.` : undefined;
}

/** "month | on month", "of | her | own", "reopened | its | only railway". */
function fixedPair({ region: { tokens } }: Alignment, { before, after, words }: Cut): string | undefined {
  const last = words.at(-1)!;
  if (/^(?:own|only)$/.test(tokens[after]?.norm ?? '') && /^(?:my|your|his|her|its|our|their)$/.test(last.norm))
    return `“${tokens[after]!.text}” has lost “${last.text}”.`;
  const pairs = /^(?:on|by|to|after)$/.test(words[0]!.norm) && words[1]?.norm === tokens[before]?.norm;
  return pairs ? `“${words[1]!.text}” has lost its pair.` : undefined;
}

/** "3 km | from where he was seen". */
function farFrom({ region: { tokens } }: Alignment, { first, before, words }: Cut): string | undefined {
  if (
    before !== first - 1 ||
    !/^(?:\d[\d.]*)?(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|yards)$/.test(tokens[before]?.norm ?? '')
  )
    return undefined;
  return /^(?:from|off|away|north|south|east|west)$/.test(words[0]!.norm) ? '“from …” says where it is.' : undefined;
}

/** "March 31 | , 1990", "since January | , 1982": which year it is. */
function lostYear({ region: { tokens } }: Alignment, { before, words }: Cut): string | undefined {
  const [year] = words;
  // The comma may be counted as kept.
  const day = tokens[before]?.text === ',' ? before - 1 : before;
  if (!/^(?:19|20)\d\d$/.test(year!.norm)) return undefined;
  const isDay = /^\d{1,2}(?:st|nd|rd|th)?$/.test(tokens[day]?.norm ?? '');
  return MONTHS.has(tokens[isDay ? day - 1 : day]?.norm ?? '') ? `It is a day of ${year!.text}.` : undefined;
}

/** "to honour a brave | and unselfish nurse": an adjective has lost its noun. */
function bareAdjective({ region: { tokens } }: Alignment, cut: Cut): string | undefined {
  const { first, before, after, words } = cut;
  // "with Palestinian/PROPN | and Soviet officials".
  const isAdjective = tokens[before]?.pos === 'ADJ' || OF_PLACES.has(tokens[before]?.norm ?? '');
  if (after >= 0 || before !== first - 1 || !isAdjective || words[0]!.norm !== 'and') return undefined;
  const noun = words.findIndex(({ pos }) => pos === 'NOUN');
  const describes = noun > 1 && words.slice(1, noun).every(({ pos }) => /^(?:ADJ|ADV|PROPN)$/.test(pos));
  const isAttribute = !/^(?:be|become|remain|seem|look|feel|stay)$/.test(tokens[before - 1]?.lemma ?? '');
  return describes && isAttribute ? `“${tokens[before]!.text}” has lost “${words[noun]!.text}”.` : undefined;
}
