import type { Finding } from '../../story/furniture.ts';
import { makesOfObject } from '../../text/needs/verb-lists.ts';
import type { Phrase } from '../../text/phrases/phrase.ts';
import type { Token } from '../../text/tokens.ts';
import { ARTICLES } from '../../text/words/function-words.ts';
import type { Checked } from '../check-type.ts';
import type { Alignment } from '../reading/align.ts';
import type { Cut, CutRule } from '../reading/cuts/cut.ts';
import { HALF_PAIRS } from '../reading/cuts/half-pairs.ts';
import { LIMITS } from '../reading/cuts/limits.ts';
import { NOUNS_WAITING } from '../reading/cuts/nouns-waiting.ts';
import { objection } from '../reading/cuts/objection.ts';
import { TIMES } from '../reading/cuts/times.ts';
import { WAITING } from '../reading/cuts/waiting.ts';
import { isBreak, isDenied, isNominal, isSpan, isTime } from '../reading/phrase.ts';
import { placeOf } from '../reading/place.ts';
import { readKept } from '../reading/whole-clause.ts';

/** Words that mean what they mean only together: each rule answers what the words that stay would say without the others. */
const RULES: readonly CutRule[] = [
  turnedPhrase,
  lostOnce,
  lostParticle,
  lessened,
  lostThan,
  lostPair,
  lostChoice,
  lostBut,
  lostStage,
  lostTo,
  ...HALF_PAIRS,
  ...LIMITS,
  ...TIMES,
  ...WAITING,
  ...NOUNS_WAITING,
];

/** Two words that turn round what stands behind them: "all but two", "anything but dull", "stopped short of naming". */
const TURNS = new Set(
  ['all but', 'anything but', 'nothing but', 'short of', 'far from', 'instead of', 'rather than', 'opposed to'].concat(
    'let alone,much less,other than,free of,free from,immune to,next to,prior to,up to,due to'.split(','),
  ),
);
/** Behind a verb these make it another: "called off", "turned down", "kept out". */
const PARTICLE = /^(?:off|out|down|up|away|back|over|apart|aside|through|around|in|on)$/;
/** A shut road and one that is shut to lorries are two things. */
const OPEN_TO = /^(?:closed|open|opened|shut|limited|restricted|confined|reserved|subject|blind|deaf)$/;

/** No word is cut from a phrase that says something else without it. */
export function checkBonds({ alignment, cuts }: Checked): Finding[] {
  if (!alignment) return [];
  const state = cuts.length > 0 ? lostState(alignment) : undefined;
  if (state !== undefined)
    return [{ check: 'bonds', message: state, copy: placeOf(alignment.region, cuts[0]!.first, cuts.at(-1)!.last) }];
  return cuts.flatMap((cut) => {
    const message = objection(RULES, alignment, cut);
    if (message === undefined) return [];
    return [{ check: 'bonds', message, copy: placeOf(alignment.region, cut.first, cut.last) }];
  });
}

/** "ruled the sale by Brandt | illegal", "kept the price | at 3 crowns": what a verb makes of its object stays with it. */
function lostState(alignment: Alignment): string | undefined {
  const kept = readKept(alignment);
  if (!kept) return undefined;
  const { read, words, stays } = kept;
  for (const [k, { head, verb }] of read.phrases.entries()) {
    const lemma = verb?.lemma ?? '';
    const needed = stays[k] && stays[k + 1] && makesOfObject(lemma) ? (read.needs[k] ?? []) : [];
    const lost = needed.find((other) => other > k + 1 && !stays[other] && isState(read.phrases[other]!, lemma));
    if (lost !== undefined)
      return `“${words[head]!.text}” has lost “${words[read.phrases[lost]!.from]!.text} …”, what it makes of its object.`;
  }
  return undefined;
}

const isState = ({ kind }: Phrase, lemma: string): boolean =>
  kind === 'adjective' || kind === 'noun' || (kind === 'preposition' && /^(?:keep|leave|put|place)$/.test(lemma));

/** The phrase goes and the word that it turns round stays. */
function turnedPhrase({ region: { tokens } }: Alignment, { last, after }: Cut): string | undefined {
  if (after < 0) return undefined;
  const phrase = `${tokens[last - 1]?.norm} ${tokens[last]!.norm}`;
  return TURNS.has(phrase) ? `“${phrase}” turns round “${tokens[after]!.text}”.` : undefined;
}

/** "once the longest bridge" is so no more, "once the king signs" is a condition; "at once" and "once more" are neither. */
function lostOnce({ region: { tokens } }: Alignment, { first, last, after, words }: Cut): string | undefined {
  for (let i = first; i <= last; i++) {
    if (tokens[i]!.norm !== 'once' || tokens[i - 1]?.norm === 'at') continue;
    if (/^(?:again|more|every|in|[.,])$/.test(tokens[i + 1]?.norm ?? '.') || isSpan(tokens[i + 2])) continue;
    const aside = isBreak(tokens[first]) && (after < 0 || isBreak(tokens[last])) && words[0]!.norm !== 'once';
    const alone = isBreak(tokens[first]) && after >= 0 && isBreak(tokens[last]);
    // "… by a man | who had said that he once sold boats": of a deed that goes too.
    const inside = after < 0 && tokens.slice(first, i).some(({ norm }) => /^(?:who|which|that)$/.test(norm));
    if (!aside && !alone && !inside) return '“once …” is left out.';
  }
  return undefined;
}

/** "called | off | a strike", "to keep wolves | out". */
function lostParticle({ region: { tokens } }: Alignment, { after, words }: Cut): string | undefined {
  const [word] = words;
  if (words.length !== 1 || !PARTICLE.test(word!.norm)) return undefined;
  const before = tokens[tokens.indexOf(word!) - 1];
  const isLast = after < 0 || isBreak(tokens[after]);
  if (before?.pos !== 'VERB' && !(isNominal(before) && isLast)) return undefined;
  // "died | on | Sunday": a preposition that a date does without.
  if (after >= 0 && isTime(tokens.slice(after, after + 1))) return undefined;
  return `“${word!.text}” belongs to what stands before it.`;
}

/** "between Iran | and Oman". */
function lostPair({ region: { tokens }, keptTokens }: Alignment, { first, before, words }: Cut): string | undefined {
  if (words[0]!.norm !== 'and' || !isNominal(tokens[before])) return undefined;
  for (let i = before; i >= 0 && i > first - 8; i--) {
    if (tokens[i]!.norm === 'between' && keptTokens[i])
      return `“between” has lost “${words[1]?.text ?? 'its other end'}”.`;
    if (/^(?:VERB|AUX|CCONJ)$/.test(tokens[i]!.pos)) return undefined;
  }
  return undefined;
}

/** "less | deadly", "Sales rose | less | than expected". */
function lessened({ region: { tokens } }: Alignment, { after, words }: Cut): string | undefined {
  const last = words.at(-1)!;
  if (!/^(?:less|least|insufficiently|inadequately)$/.test(last.norm) || tokens[after - 1] !== last) return undefined;
  return /^(?:ADJ|ADV|VERB|NOUN)$/.test(tokens[after]!.pos)
    ? `“${last.text} ${tokens[after]!.text}” is not “${tokens[after]!.text}”.`
    : undefined;
}

/** "more | than": what is compared goes with what it is compared to. */
function lostThan({ region: { tokens } }: Alignment, { after, words }: Cut): string | undefined {
  if (tokens[after]?.norm !== 'than') return undefined;
  const compares = words.findLast(({ norm }) => /^(?:more|less|fewer|rather|other|\p{L}{3,}er)$/u.test(norm));
  return compares && `“than” is left without “${compares.text}”.`;
}

/** "or 55 cents a share": nothing else is counted so. */
const isPerShare = (words: readonly Token[]): boolean =>
  words.some(({ norm }, i) => norm === 'share' && /^(?:a|per)$/.test(words[i - 1]?.norm ?? ''));

/** "Brandt | or Venn": one of two is not this one. */
function lostChoice(alignment: Alignment, { first, before, after, words }: Cut): string | undefined {
  const { tokens } = alignment.region;
  // "earned 74.7 million crowns, | or 55 cents a share": the same once more, in another measure.
  const [or, measure] = words;
  if (
    or!.norm === 'or' &&
    (tokens[first]!.text === ',' || isPerShare(words)) &&
    /^(?:NUM|SYM)$/.test(measure?.pos ?? '') &&
    isMeasured(tokens, before)
  )
    return undefined;
  // What is denied of both is denied of each.
  if (before >= 0 && isDenied(alignment, before)) return undefined;
  const opens = words[0]!.norm === 'or' && before >= 0;
  // "Either the mayor or the | council": the article may be either one.
  const last = words.findLast(({ norm }) => !ARTICLES.has(norm));
  const closes =
    last?.norm === 'or' && tokens.slice(0, Math.max(after, 0)).findLast(({ norm }) => !ARTICLES.has(norm)) === last;
  return opens || closes ? '“or” leaves open which of them it is.' : undefined;
}

/** An amount with its unit ends here. */
const isMeasured = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '%' ||
  (isNominal(tokens[at]) && tokens.slice(Math.max(0, at - 3), at + 1).some(({ pos }) => pos === 'NUM'));

/** "in every town but | Aldport": the one that is left out is not the one. */
function lostBut({ region: { tokens } }: Alignment, { before, after, words }: Cut): string | undefined {
  const last = words.at(-1)!;
  return before >= 0 && /^(?:but|except|save|excluding|barring)$/.test(last.norm) && isNominal(tokens[after])
    ? `“${last.text} ${tokens[after]!.text}” becomes “${tokens[after]!.text}”.`
    : undefined;
}

/** "In the film, | she kills the king": what happens on a stage or in a dream did not happen. */
function lostStage({ region: { tokens } }: Alignment, { first, last, before }: Cut): string | undefined {
  // "is profitable | on paper", "agreed | in principle": so far, and no farther; "The two agreed in principle, but | talks broke down".
  const end = before < 0 ? Math.min(last, first + 1) : last;
  for (let i = first; i < end; i++) {
    const so = `${tokens[i]!.norm} ${tokens[i + 1]!.norm}`;
    if (/^(?:on paper|in theory|in principle)$/.test(so)) return `It is so only “${so}”.`;
  }
  const at = tokens.findIndex(({ norm }, i) => i >= first && i <= last && STAGE.test(norm));
  if (at < 0 || !tokens.slice(Math.max(first, at - 4), at).some(({ norm }) => norm === 'in')) return undefined;
  return `What is told happens in “${tokens[at]!.text}”.`;
}

const STAGE =
  /^(?:film|movie|play|novel|dream|drama|sitcom|opera|musical|sketch|cartoon|fiction|fantasy|thriller|fable)$/;

/** "closed | to lorries". */
function lostTo({ region: { tokens } }: Alignment, { first, before }: Cut): string | undefined {
  if (tokens[first]!.norm !== 'to' || !OPEN_TO.test(tokens[before]?.norm ?? '')) return undefined;
  return tokens[first + 1]?.pos === 'VERB' ? undefined : `“${tokens[before]!.text}” holds only for some.`;
}
