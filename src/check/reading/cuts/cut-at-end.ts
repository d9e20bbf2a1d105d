import { isPluralNoun } from '../../../text/phrases/noun-parts.ts';
import type { Token } from '../../../text/tokens.ts';
import { reportingVerb } from '../../../text/words/reporting-verbs.ts';
import type { Alignment } from '../align.ts';
import { hasVerb, isBreak, isDenied, isNominal, isTime } from '../phrase.ts';
import type { Cut } from './cut.ts';

const BOUND = /^(?:of|to|than|as|like|into|upon|onto|per|up|out|off|down|'s|between)$/;
const SUBORDINATE =
  /^(?:who|which|where|when|while|after|before|because|since|although|though|despite|amid|whereas|following|once|unlike|whose|as|including)$/;
const NEEDS_NEXT =
  /^(?:range|number|series|variety|lot|majority|half|lack|kind|sort|end|set|total|amount|level|rate|chance|risk|way|basis|terms|absence|case|light|wake|face|front|process|verge|brink|fact|ability|desire|right|piece|average|rest|top|bottom|start|beginning|edge|course|middle|doubling|pace|reason|reference)$/;
const FIXED =
  /^(?:based|located|seen|known|called|made|expected|forced|linked|used|named|put|kept|set|held|charged|accused|aimed|due|likely|able|unable|set|ready|willing|open|subject|close|according)$/;
/** "quit the band | to write" did quit it; "the right | to vote" is none without it. */
const NEEDS_INFINITIVE =
  /^(?:right|rights|ability|chance|chances|power|powers|freedom|opportunity|opportunities|authority|intention|intentions|pressure|refusal|failure|permission|duty|incentive|incentives|tendency|willingness|determination|option|options|obligation|promise|promises|threat|threats|ambition|ambitions|capacity|licence|license|attempt|attempts|effort|efforts|decision|reason|bid|calls|steps|step|hopes|decisions|bids|ways|need|needs|reluctance|readiness|commitment|pledge|inability|desire|courage|temptation|urge|mandate|job|first|last|second|only|next)$/;
const LOOSE = /^(?:in|at|on|after|during|before|since|amid|despite|following)$/;
/** "were arrested | in the raid", "was postponed | until May": the deed itself is told. */
const DONE =
  /^(?:killed|injured|hurt|wounded|shot|stabbed|arrested|detained|jailed|imprisoned|released|freed|rescued|evacuated|attacked|destroyed|damaged|closed|shut|cancelled|canceled|delayed|postponed|suspended|rejected|approved|passed|elected|re-elected|sold|launched|published|completed|signed|banned|shelved|scrapped|cut|raised|lifted|defeated|beaten|sacked|fired|dismissed|fined|convicted|acquitted|filed|paid|stolen|recruited|blocked|criticised|criticized|praised|condemned|hailed|withdrawn|reopened|repaired|rebuilt|cleared|abandoned|adjourned|overturned|upheld|quashed|unveiled|invited|honoured|honored|buried|murdered|kidnapped|abducted|evicted|deported|halted|stopped|disrupted|grounded|settled|resolved)$/;
const STANDS_ALONE =
  /^(?:appeared|disappeared|vanished|spoke|speaks|met|meets|play|played|plays|perform|performed|performs|work|worked|works|live|lived|lives|gather|gathered|voted|votes|travelled|traveled|arrive|escape|escapes|slowed|slows|slipped|eased|eases|edged|soared|soars|jumped|jumps|plunged|plunges|tumbled|tumbles|climbs|drops|shrank|shrinks|expanded|expands|improved|improves|widened|narrowed|doubled|tripled|quadrupled|halved|stopped|crashed|crashes|exploded|burst|sank|sinks|drowned|starved|emerged|emerges|continued|continues|finished|advanced|qualified|competed|struggled|suffered|protested|marched|rallied|died|resigned|rose|fell|won|lost|left|increased|decreased|grew|collapsed|failed|ended|began|started|closed|opened|survived|escaped|recovered|surged|slumped|dropped|climbed|happened|occurred|retired|returned|arrived|dies|resigns|rises|falls|wins|loses|leaves|grows)$/;

/** Whether everything from `cut.first` on may go: what stays must be whole, and what goes must not have narrowed it. */
export function mayClose(alignment: Alignment, cut: Cut): boolean {
  const { tokens } = alignment.region;
  const last = tokens[cut.before]!;
  const afterBreak = isBreak(tokens[cut.first]);
  const first = cut.words[0]!;
  if (
    !isWhole(alignment, cut, afterBreak) ||
    leavesOpening(alignment, cut) ||
    lacksVerb(alignment, cut) ||
    lacksContent(alignment, cut)
  )
    return false;
  const denied = isDenied(alignment, cut.before);
  if (afterBreak)
    return (
      !closesList(alignment, cut, denied) &&
      !(denied && /^(?:because|as|since|until|in|at|by|for|with)$/.test(first.norm))
    );
  if (isTime(cut.words)) return true;
  if (first.norm === 'or') return denied;
  if (first.norm === 'and' || first.norm === 'but') return !denied && endsConjunct(alignment, cut);
  // Among how many, and what is denied, is the question of another check (heads).
  if (SUBORDINATE.test(first.norm)) return !(first.norm === 'as' && cut.words.length < 3);
  if (first.norm === 'that') return isNominal(last) && !reportingNoun(last);
  if (first.norm === 'to' && first.pos === 'PART')
    return isNominal(last) && !NEEDS_NEXT.test(last.norm) && !NEEDS_INFINITIVE.test(last.norm);
  if (isTime(cut.words.slice(0, 2)) && isNominal(last)) return true;
  if (BOUND.test(first.norm)) return false;
  if (first.norm === 'from') return isNominal(last);
  if (first.pos === 'ADP') return isNominal(last) || last.pos === 'VERB' || last.pos === 'ADV' || last.pos === 'PRON';
  if (first.pos === 'VERB' && /(?:ing|ed|en|n)$/.test(first.norm)) return isNominal(last);
  return first.pos === 'ADV' && !/^(?:not|n't)$/.test(first.norm);
}

/** The last kept word completes what it belongs to. */
function isWhole(alignment: Alignment, cut: Cut, afterBreak: boolean): boolean {
  const { tokens } = alignment.region;
  const last = tokens[cut.before]!;
  const first = cut.words[0]!;
  if (NEEDS_NEXT.test(last.norm) && !afterBreak && first.pos === 'ADP') return false;
  if (isNominal(last))
    return !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(first.pos) || afterBreak || isTime(cut.words.slice(0, 1));
  if (last.pos === 'PRON') return !/^(?:its|his|her|their|our|my|your|who|which|that|what)$/.test(last.norm);
  if (last.pos === 'ADV')
    return !/^(?:not|n't|very|so|too|more|most|as|even|also|only|just|still|instead)$/.test(last.norm);
  if (last.pos === 'ADJ' && isAttributive(tokens, cut.before)) return false;
  if (last.pos === 'ADJ' && first.pos === 'ADP' && !FIXED.test(last.norm) && LOOSE.test(first.norm)) return true;
  if (last.pos === 'ADJ')
    return (
      afterBreak ||
      (first.pos !== 'NOUN' &&
        first.pos !== 'PROPN' &&
        first.pos !== 'ADP' &&
        first.pos !== 'PART' &&
        !FIXED.test(last.norm))
    );
  if (last.pos !== 'VERB') return last.text === '%';
  if (afterBreak) return !FIXED.test(last.norm);
  const passive = isPassive(tokens, cut.before);
  if (FIXED.test(last.norm)) return false;
  if (passive && first.norm === 'by' && SAYS_BY_WHOM.test(last.norm)) return false;
  if (passive && DONE.test(last.norm)) return first.pos === 'ADP' || first.pos === 'SCONJ' || isTime(cut.words);
  if (passive) return isTime(cut.words) || /^(?:after|when|during|while|because|amid|despite)$/.test(first.norm);
  return STANDS_ALONE.test(last.norm) && first.norm !== 'to';
}

/** "as a separate" waits for its noun; "is separate" does not. */
function isAttributive(tokens: readonly Token[], adjective: number): boolean {
  let at = adjective - 1;
  while (/^(?:ADJ|ADV)$/.test(tokens[at]?.pos ?? '')) at--;
  return /^(?:DET|ADP)$/.test(tokens[at]?.pos ?? '') || /^(?:its|his|her|their|'s)$/.test(tokens[at]?.norm ?? '');
}

/** "told reporters | that …" and "the fact | that …" have not said anything yet. */
const reportingNoun = ({ norm }: Token): boolean => /^(?:fact|idea|sign|view|belief|reporters|so|such|now)$/.test(norm);

const NEEDS_CLAUSE = /^(?:say|state|think|believe|argue|insist|explain|conclude|hope|add)$/;
const NEEDS_DEED =
  /^(?:expect|want|ask|urge|tell|force|allow|help|enable|cause|require|order|persuade|invite|encourage|permit|get|advise|warn|teach|compel|direct|instruct|remind|convince|authorise|authorize|commit|prompt|lead|push|press|lobby|call|let|have|need|set|leave|take|mean|like|prefer|believe|say|think|know|find|consider|estimate|appear|seem|show|prove|report|urge|challenge|oblige|tempt|inspire|motivate|pay|train|ready)$/;

/** "says after a probe" has not said anything yet; "expects other producers" waits for what they are to do. */
function lacksContent({ region, keptTokens }: Alignment, cut: Cut): boolean {
  const { tokens } = region;
  const verb = tokens.findLastIndex(
    ({ pos }, i) => i <= cut.before && keptTokens[i] === true && (pos === 'VERB' || pos === 'AUX'),
  );
  if (verb < 0) return false;
  const base = reportingVerb(tokens[verb]!.norm)?.base ?? tokens[verb]!.lemma;
  if (NEEDS_CLAUSE.test(base) && region.reported.some(({ cue, from }) => cue === verb && from > cue)) return true;
  const deed = cut.words.findIndex(({ norm, pos }) => norm === 'to' && pos === 'PART');
  return NEEDS_DEED.test(base) && deed >= 0 && !hasVerb(cut.words.slice(0, deed));
}

const SAYS_BY_WHOM =
  /^(?:owned|headed|led|run|held|caused|made|followed|replaced|backed|driven|accompanied|joined|surrounded|dominated|written|produced|preceded|offset|matched|hit)$/;

function isPassive(tokens: readonly Token[], verb: number): boolean {
  let at = verb - 1;
  while (tokens[at]?.pos === 'ADV') at--;
  return /^(?:is|are|was|were|be|been|being)$/.test(tokens[at]?.norm ?? '');
}

/** Cutting "A, B or C" after A would make a choice a fact. */
function closesList({ region }: Alignment, cut: Cut, denied: boolean): boolean {
  const { tokens } = region;
  for (let i = cut.first; i <= cut.last && tokens[i]!.pos !== 'VERB' && tokens[i]!.pos !== 'AUX'; i++) {
    if (tokens[i]!.norm === 'or') return !denied;
    if (/^(?:and|nor)$/.test(tokens[i]!.norm))
      return denied || tokens.slice(0, cut.first).some(({ text }, at) => text === ',' && itemBefore(tokens, at));
  }
  return false;
}

/** "… suggests that corporate customers": what "that" opens has not come to its verb. */
function lacksVerb(alignment: Alignment, cut: Cut): boolean {
  const { tokens } = alignment.region;
  const kept = alignment.keptTokens;
  const opener = tokens.findLastIndex(
    ({ norm, pos }, i) =>
      i <= cut.before &&
      (kept[i] || (norm === 'that' && kept[i - 1] && kept[i + 1])) &&
      /^(?:that|whether|because|if|when|while|who|which|how|why|what|although)$/.test(norm) &&
      // "the charge that/DET boats": of several it would be "those".
      (pos !== 'DET' || isPluralNoun(tokens[i + 1])),
  );
  if (opener < 0) return false;
  return !tokens
    .slice(opener + 1, cut.before + 1)
    .some(
      ({ pos, norm }, i, words) =>
        pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(norm) && !describesNext(words[i - 1], words[i + 1])),
    );
}

/** "greatly increased yield": a participle before its noun. */
const describesNext = (before: Token | undefined, after: Token | undefined): boolean =>
  before?.pos === 'ADV' && /ly$/.test(before.norm) && after?.pos === 'NOUN';

/** A comma behind a noun in front of "its", "the" or another noun: the list had begun before the cut. */
const itemBefore = (tokens: readonly Token[], comma: number): boolean =>
  isNominal(tokens[comma - 1]) && /^(?:DET|PRON|NOUN|PROPN|NUM|ADJ)$/.test(tokens[comma + 1]?.pos ?? '');

/** ", with Ann Lee" or ", while the firm" is left without what it opens. */
function leavesOpening(alignment: Alignment, cut: Cut): boolean {
  const { tokens } = alignment.region;
  const comma = tokens.findLastIndex(({ text }, i) => i < cut.before && text === ',');
  if (comma > 0 && cut.before - comma <= 2 && !isBreak(tokens[cut.first])) return true;
  if (
    comma < 0 ||
    !/^(?:with|while|as|after|when|where|who|which|because|although|but)$/.test(tokens[comma + 1]?.norm ?? '')
  )
    return false;
  const verb = tokens.slice(comma + 1, cut.before + 1).findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return verb < 0 || (tokens[comma + 1]!.norm === 'with' && comma + 1 + verb === cut.before);
}

/** The words before "and" are a conjunct by themselves: not the first half of "oil and gas prices", nor of "between A and B". */
function endsConjunct(alignment: Alignment, cut: Cut): boolean {
  const { tokens } = alignment.region;
  const last = tokens[cut.before]!;
  const kept = alignment.keptTokens;
  if (tokens.some(({ norm }, i) => kept[i] && i < cut.before && /^(?:between|both|either|whether)$/.test(norm)))
    return false;
  if (last.pos === 'ADJ') return tokens[cut.before - 1]?.pos === 'AUX';
  const [, second, third] = cut.words;
  // "… banned fans | and groups said so": a clause of its own follows.
  const clause = cut.words
    .slice(1)
    .findIndex(({ pos, norm }) => pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(norm)));
  if (clause > 0 && clause < 6 && !cut.words.slice(1, clause + 1).some(({ pos }) => pos === 'ADP')) return true;
  return !(isNominal(second) && isNominal(third));
}
