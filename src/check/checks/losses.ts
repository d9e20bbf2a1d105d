import type { Finding } from '../../story/furniture.ts';
import type { Token } from '../../text/tokens.ts';
import { CONDITIONS, HEDGES, NEGATIONS } from '../../text/words/function-words.ts';
import { wordSet } from '../../text/words/word-set.ts';
import type { Checked } from '../check-type.ts';
import type { Alignment } from '../reading/align.ts';
import type { Cut } from '../reading/cuts/cut.ts';
import { isRelativeOpener } from '../reading/cuts/relative-opener.ts';
import { isWord } from '../reading/meaning.ts';
import { hasVerb, isBreak, isFiniteVerb, isNominal } from '../reading/phrase.ts';
import { placeOf } from '../reading/place.ts';

/** Behind a length of time these make it a moment: "two days before". */
const MAKES_MOMENT = /^(?:ago|before|after|earlier|later|since)$/;
const TIME_UNIT = /^(?:second|minute|hour|day|night|week|weekend|month|quarter|season|year|decade|century|time)s?$/;
/** Adverbs that complete what stands before them: "put the hosts ahead", "begun so", "lend objects as well". */
const COMPLETES =
  /^(?:ahead|behind|away|out|off|up|down|back|over|apart|together|again|alike|enough|so|too|well|twice|otherwise|else|instead|elsewhere)$/;
/** What turns a comparison round when it goes: "little more than". */
const TURNS_COMPARISON = /^(?:little|no|not|any|hardly|barely|far|much|half|twice|nearly|almost)$/;
const DOUBTS: ReadonlySet<string> = new Set([
  ...NEGATIONS,
  ...HEDGES,
  ...CONDITIONS,
  ...'only just few little less fewer later then again also still since now yet that this these those too'.split(' '),
]);
/** Deeds after which what was told before is so no more: "signed, | but the bank withdrew". */
const UNDOES = wordSet(
  `abandon acquit annul axe block cancel cease change clear collapse defeat delay deny dismiss dispute drop end fail free halt lapse lift
  overrule overturn pardon postpone quash quit reinstate reject release reopen replace rescind resign restore retract return reverse
  amend lower reduce revise revoke scrap shelve stop suspend thwart veto void withdraw withdrew off`,
);
/** What was told before is so only on paper: "kept the old fare, | but will effectively charge less". */
const SETS_RIGHT = /^(?:effectively|actually|really|zero|nothing|instead|merely)$/;
const COMPARATIVE = /^(?:more|less|fewer|\p{L}{3,}er)$/u;
/** What follows these limits what stands before them. */
const TAKES_BACK = /^(?:but|yet|except|although|though)$/;
/** Openers whose clause cannot stay without them. */
/** Amounts that say nothing without their number. */
const MEASURE = /^(?:percent|per|%|million|billion|trillion|thousand)$/;
const OPENERS =
  /^(?:when|where|which|who|whom|whose|while|if|because|although|though|until|unless|whether|whereas|after|before|since|as|that|than)$/;

/** Small words whose loss changes or breaks what stays, although no rule of grammar forbids to leave them out. */
export function checkLosses({ draft, alignment, cuts, kind }: Checked): Finding[] {
  if (!alignment) return [];
  const style = { running: kind === 'summary' || kind === 'standfirst', cut: draft.madeBy.kind === 'engine' };
  return [
    ...cuts.flatMap((cut) =>
      lossesOf(alignment, cut, style).map((found) => ({
        ...found,
        copy: placeOf(alignment.region, cut.first, cut.last),
      })),
    ),
    ...bareMeasures(alignment),
    ...lentNames(alignment),
  ];
}

/** A text in running sentences, not a headline or a point; one that the engine cut, which cannot tell whether it reads. */
type Style = { readonly running: boolean; readonly cut: boolean };

const finding = (message: string): Finding => ({ check: 'losses', message });

function lossesOf({ region: { tokens } }: Alignment, cut: Cut, style: Style): Finding[] {
  const found: Finding[] = [];
  const first = tokens[cut.first]!;
  const before = tokens[cut.before];
  const after = tokens[cut.after];
  const last = cut.words.at(-1)!;
  if (before && !isBreak(first)) {
    // "last week | after", "in the 12th minute | after": a moment already.
    const isMoment = /^(?:last|next|this|first|second|third|\d+(?:st|nd|rd|th))$/.test(
      tokens[cut.before - 1]?.norm ?? '',
    );
    if (MAKES_MOMENT.test(first.norm) && TIME_UNIT.test(before.norm) && !isMoment)
      found.push(
        finding(`“${before.text} ${first.text}” is a moment; without “${first.text}” it is a length of time.`),
      );
    if (
      COMPLETES.test(first.norm) &&
      !(first.norm === 'twice' && before.pos === 'VERB') &&
      /^(?:ADV|PART|ADJ)$/.test(first.pos) &&
      !standsForItself(tokens, cut)
    )
      found.push(finding(`“${first.text}” completes “${before.text}”.`));
    if (first.norm === 'as' && comparesAs(tokens, cut)) found.push(finding('The second half of a comparison is cut.'));
    if (before.pos === 'PRON' && first.pos === 'ADP')
      found.push(finding(`“${before.text}” is left without “${first.text} …”.`));
    if (style.cut && goesOn(tokens, cut)) found.push(finding(`“${before.text}” has not come to its end.`));
  }
  const back = before ? takesBack(cut, tokens) : undefined;
  // "idealism is nice, | but sometimes realism wins": a judgement that is turned.
  const judges = before?.pos === 'ADJ' && tokens[cut.before - 1]?.lemma === 'be' && cut.words[0]!.norm === 'but';
  if (judges && !back) found.push(finding(`“but …” turns “${before.text}”.`));
  if (back) found.push(finding(`“${back.text} …” takes back a part of what stays.`));
  // "Of the 400 items, 171": the rest of them is part of the number.
  if (!before && tokens[cut.first]!.norm === 'of') found.push(finding('The whole of which this is a part is cut.'));
  if (after && COMPARATIVE.test(after.norm) && TURNS_COMPARISON.test(last.norm))
    found.push(finding(`“${last.text} ${after.text}” becomes “${after.text}”.`));
  // "twice as | fast | as expected": two of a kind meet that the copy holds apart.
  if (before && after && before.norm === after.norm && /\p{L}/u.test(after.norm))
    found.push(finding(`“${before.text}” meets “${after.text}”.`));
  // "twice | as fast as expected", "not | as fast as": without the word it was just as fast.
  if (after?.norm === 'as' && /^(?:twice|half|times|not|nearly|almost|about)$/.test(last.norm))
    found.push(finding(`“${last.text} as” becomes “as”.`));
  // "how | many", "the largest | ever": a question, and of all there were.
  if (after && last.norm === 'how' && /^(?:many|much)$/.test(after.norm))
    found.push(finding(`“how ${after.text}” becomes “${after.text}”.`));
  if (before && first.norm === 'ever' && /(?:est|most|least|best|worst|first)$/.test(before.norm))
    found.push(finding(`“ever” says among which “${before.text}”.`));
  // "little changed", "little known": hardly at all.
  if (after && last.norm === 'little' && /^(?:VERB|ADJ)$/.test(after.pos))
    found.push(finding(`“little ${after.text}” becomes “${after.text}”.`));
  // Between two quotations every word may belong to what is said.
  if (
    style.running &&
    before &&
    after &&
    last.norm === 'that' &&
    cut.words.length === 1 &&
    /["“”]/.test(tokens.map(({ text }) => text).join(''))
  )
    found.push(finding('“that” goes between quotations.'));
  const relative = isRelativeOpener(tokens, cut);
  if (
    before &&
    after &&
    endsOn(tokens, cut) === last &&
    OPENERS.test(last.norm) &&
    !opensReport(tokens, cut) &&
    !relative
  )
    found.push(finding(`“${last.text}” goes and the clause that it opens stays.`));
  return found;
}

/** "Deaths were fewer, | but the difference …", "ended | in Aldport but went on in Westmere". */
const takesBack = ({ words, after }: Cut, tokens: readonly Token[]): Token | undefined => {
  if (words[0]!.norm === 'but' && isSecondStatement(words)) return undefined;
  if (TAKES_BACK.test(words[0]!.norm)) return words[0];
  if (after >= 0) return undefined;
  return words.slice(0, 7).find((word, i) => {
    const beside = tokens[tokens.indexOf(word) - 1];
    return (
      word.norm === 'but' &&
      beside?.text !== ',' &&
      beside?.norm !== 'all' &&
      hasVerb(words.slice(i + 1, SETS_RIGHT.test(words[i + 1]?.norm ?? '') ? i + 3 : i + 2))
    );
  });
};

/** "has stopped production, | but expects to restart": it neither doubts nor denies the first statement, nor tells its end. */
function isSecondStatement(words: readonly Token[]): boolean {
  if (
    !words.some(isFiniteVerb) ||
    words.some(({ lemma, norm }) => UNDOES.has(lemma) || UNDOES.has(norm) || SETS_RIGHT.test(norm))
  )
    return false;
  const isDeed = /^(?:VERB|AUX)$/.test(words[1]?.pos ?? '');
  return !words.some(({ norm }) => (isDeed ? NEGATIONS : DOUBTS).has(norm));
}

/** "the party | so that …", "the party | ahead of …": it opens a phrase of its own behind a noun. */
const standsForItself = (tokens: readonly Token[], { first, before, after }: Cut): boolean => {
  const next = tokens[first + 1];
  // "from the laws | so they can merge".
  if (tokens[first]!.norm === 'so' && after < 0 && /^(?:PRON|DET|PROPN)$/.test(next?.pos ?? ''))
    return isNominal(tokens[before]) || tokens[before]?.pos === 'ADJ';
  return isNominal(tokens[before]) && /^(?:so that|ahead of)$/.test(`${tokens[first]!.norm} ${next?.norm}`);
};

/** The last word of a cut; an article that goes with it does not count. */
function endsOn(tokens: readonly Token[], { first, last }: Cut): Token {
  let at = last;
  while (at > first && /^(?:a|an|the)$/.test(tokens[at]!.norm)) at--;
  return tokens[at]!;
}

/** "is moving | at walking pace", "was taking | on a debt": what is under way needs its rest, but for when and why. */
function goesOn(tokens: readonly Token[], { first, last, before, after }: Cut): boolean {
  if (!/ing$/.test(tokens[before]!.norm) || !/^(?:VERB|NOUN)$/.test(tokens[before]!.pos)) return false;
  if (!/^(?:is|are|was|were|be|been)$/.test(tokens[before - 1]?.norm ?? '')) return false;
  // "is buying | the maker | Nest Labs": the object stays.
  if (after >= 0 && isNominal(tokens[after]) && isNominal(tokens[last])) return false;
  // "is conducting a | controversial | review": so it does when only what describes it goes.
  if (isNominal(tokens[after]) && tokens.slice(first, last + 1).every(({ pos }) => /^(?:ADJ|ADV|NUM|DET)$/.test(pos)))
    return false;
  return !/^(?:after|before|when|while|because|since|amid|despite|although|though)$/.test(tokens[first]!.norm);
}

/** "as fast | as forecast", "twice | as fast", "objects | as well as books". */
function comparesAs(tokens: readonly Token[], { first, before }: Cut): boolean {
  if (/^(?:twice|half|times)$/.test(tokens[before]!.norm)) return true;
  const near = tokens.slice(Math.max(0, before - 2), before);
  return (
    tokens[first + 1]?.norm === 'well' || near.some(({ norm }) => norm === 'as' || norm === 'same' || norm === 'such')
  );
}

/** "said | that | he …": the conjunction of reported speech is not missed. */
const opensReport = (tokens: readonly Token[], cut: Cut): boolean =>
  cut.words.at(-1)!.norm === 'that' &&
  /^(?:VERB|NOUN|PRON|PROPN)$/.test(tokens[cut.before]!.pos) &&
  !cut.words.slice(0, -1).some(({ pos }) => pos === 'VERB' || pos === 'AUX');

/** "8 | percent": an amount whose number is gone. */
function bareMeasures({ region: { tokens }, keptTokens }: Alignment): Finding[] {
  return tokens.flatMap((token, i) =>
    i > 0 && keptTokens[i] && !keptTokens[i - 1] && MEASURE.test(token.norm) && tokens[i - 1]!.pos === 'NUM'
      ? [finding(`“${token.text}” has lost its number.`)]
      : [],
  );
}

/** A person's forenames or role are lent to her surname, not to a firm or a place that bears it: "Rennick Yards". */
function lentNames({ units, map, region, tokens: written }: Alignment): Finding[] {
  return map.flatMap((place, i) => {
    const next = region.units[map[i + 1] ?? -1];
    if (place >= 0 || !next) return [];
    const beside = region.tokens[next.last + 1];
    const touches = beside && isWord(beside) && /^\p{Lu}/u.test(beside.text) && isNominal(beside);
    if (!touches) return [];
    const name = written[units[i]!.first]!.text;
    return [finding(`“${name}” is not a part of “${region.tokens[next.first]!.text} ${beside.text}”.`)];
  });
}
