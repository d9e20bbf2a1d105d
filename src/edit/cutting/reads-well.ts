import { hasWordCharacter } from '../../text/length/characters.ts';
import type { Token } from '../../text/tokens.ts';
import { FIRST_AND_SECOND_PERSON } from '../../text/words/function-words.ts';
import { reportingVerb } from '../../text/words/reporting-verbs.ts';
import type { Shortened } from './compress.ts';
import { hasMainVerb } from './sound.ts';

/** Verbs whose object may be a clause of its own: "showed exports" waits for what exports did. */
const CLAUSAL =
  /^(?:show|find|say|believe|think|suggest|indicate|reveal|expect|hope|feel|know|mean|estimate|report|see|fear|warn|ensure|note|insist|argue|claim|admit|confirm|announce|predict|conclude|suppose|want|make|let|help|watch|hear|consider|regret)$/;
/** What these say of somebody stands behind "as". */
const AS_WHAT =
  /^(?:regard|view|describe|know|name|treat|use|see|serve|act|work|consider|portray|dismiss|hail|appoint|emerge|cast|brand|label|hail|rate|class|dub)$/;
const OF_TWO = /^(?:attribute|put|link|compare|warn|remind|inform|convince|assure|deprive|mistake|prefer|quote|base)$/;
const PARTICLE = /^(?:out|up|off|down|on|in|away|over|back|ahead)$/;
const TIME = new Set(
  'on last late early earlier this next in at yesterday today tonight week month year weekend morning afternoon evening night now then later recently monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);
/** These open a clause of time, or of a reason. */
const OPENS_TIME = new Set('as when while because although after before'.split(' '));

/** Whether what is left of a clause looks like one: cheap signs of a broken sentence, seen before anybody writes it out. */
export function readsWell({ clause, keep }: Pick<Shortened, 'clause' | 'keep'>): boolean {
  const { tokens } = clause.sentence;
  const kept = keep.map((i) => tokens[i]!);
  // Whose "we" it is stands in front of the quotation mark, which is not here.
  if (keep.some((i) => FIRST_AND_SECOND_PERSON.has(tokens[i]!.norm) && tokens[i]!.text !== 'US')) return false;
  const dropsCopula = /^(?:is|are)$/.test(tokens[clause.verb]?.norm ?? '') && !keep.includes(clause.verb);
  // Whole headlines may do without a verb, clauses of the copy may not.
  if (clause.sentence.part === 'text' && clause.written.size === 0 && !dropsCopula && !hasMainVerb(kept)) return false;
  return (
    opensWell(kept) &&
    closesWell(tokens, keep, kept) &&
    !lacksClause(tokens, keep) &&
    !lacksTime(tokens, keep) &&
    !turnsAside(kept) &&
    !losesComma(tokens, keep) &&
    !losesSecond(clause, keep) &&
    !says(kept)
  );
}

const isVerb = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.pos === 'VERB' || token.pos === 'AUX') &&
  !token.norm.endsWith('ing') &&
  token.norm !== 'be' &&
  token.norm !== 'been';

/** These point at what stands before the sentence. */
const LEANS =
  /^(?:he|she|it|they|this|that|these|those|his|her|its|their|we|i|you|such|both|neither|who|which|what|how|why|now|then|so|however|meanwhile|thus|yet|whilst|while|whereas|once|whether|if|unless)$/;
/** A point begins with who or what, not with "Of the sum" or "Because". */
const opensWell = (kept: readonly Token[]): boolean => {
  const at = kept.findIndex(({ text }) => hasWordCharacter(text));
  const [first, second] = kept.slice(Math.max(0, at));
  return opens(first, second);
};

const opens = (first: Token | undefined, second: Token | undefined): boolean =>
  first !== undefined &&
  !LEANS.test(first.norm) &&
  !(
    /^(?:ADP|SCONJ|CCONJ)$/.test(first.pos) &&
    !(second?.pos === 'NUM' && /^(?:about|around|over|under|nearly)$/.test(first.norm)) &&
    !/^(?:at|up)$/.test(first.norm)
  ) &&
  !(first.norm === 'at' && second?.norm !== 'least' && second?.norm !== 'most');

function closesWell(tokens: readonly Token[], keep: readonly number[], kept: readonly Token[]): boolean {
  const at = keep.at(-1)!;
  const last = tokens[at]!;
  if (
    /^[‘“("']$/.test(last.text) &&
    (last.text !== '"' || keep.filter((i) => tokens[i]!.text === '"').length % 2 === 1)
  )
    return false;
  const before = kept.at(-2);
  const next = tokens[at + 1];
  // "the outlook looks", "said he was obviously", "sales have not, however".
  if (/^(?:look|seem|become|remain|appear|help|let|make|get|keep|say)$/.test(last.lemma) && last.pos === 'VERB')
    return false;
  if (last.pos === 'ADV' && (before?.pos === 'AUX' || before?.text === ',') && !PARTICLE.test(last.norm)) return false;
  if (/^(?:DET|AUX|SCONJ|CCONJ)$/.test(last.pos) && !/^(?:is|are|was|were|that|this|all|both)$/.test(last.norm))
    return false;
  // "two friends | killed a man", "fears the peer | may go": the last noun waits for its verb.
  const waits =
    next?.pos === 'AUX' || (next?.pos === 'VERB' && !/ing$/.test(next.norm) && tokens[at + 2]?.norm !== 'by');
  if (
    waits &&
    /^(?:NOUN|PROPN|PRON|NUM)$/.test(last.pos) &&
    !/^(?:based|located|held|called|known|led|owned|made|used)$/.test(next.norm)
  )
    return false;
  if (last.pos === 'VERB' && before?.pos === 'ADP') return false;
  // "equalised shortly | before half-time".
  if (last.pos === 'ADV' && /^(?:before|after)$/.test(next?.norm ?? '')) return false;
  // "missed out | on the prize".
  if (
    PARTICLE.test(last.norm) &&
    before?.pos === 'VERB' &&
    next !== undefined &&
    /^(?:ADP|DET|NOUN|PROPN)$/.test(next.pos)
  )
    return false;
  // "to universal, | free care", "first, second | and third places".
  const item = next?.text === ',' || next?.norm === 'and';
  if (item && last.pos === 'ADJ' && /^(?:ADJ|NOUN|CCONJ)$/.test(tokens[at + 2]?.pos ?? '') && before?.pos !== 'AUX')
    return false;
  if (next?.norm === 'and' && kept.slice(-5).some(({ text }) => text === ',')) return false;
  if (last.pos === 'ADJ' && before?.pos === 'ADP') return false;
  // "attributed the fall | to", "warned fans | that": two things belong to these.
  if (
    (next?.pos === 'ADP' || next?.norm === 'that') &&
    kept.some(({ lemma, pos }) => pos === 'VERB' && OF_TWO.test(lemma))
  )
    return false;
  if (!tokens.slice(at + 1, at + 14).some(({ norm }) => norm === 'as')) return true;
  return !kept.some(({ lemma, pos }) => pos === 'VERB' && AS_WHAT.test(lemma));
}

/** Behind these no verb belongs to what stands before them. */
const CLOSES = /^(?:[,;.:]|and|but|or|who|which|that|how|why|when|where|while|as|because|after|before|if|to)$/;

/** The words behind the last verb that may open a clause hold no verb of their own, but the words that were cut did. */
function lacksClause(tokens: readonly Token[], keep: readonly number[]): boolean {
  const verb = keep.findLastIndex(
    (i) =>
      tokens[i]!.pos === 'VERB' &&
      CLAUSAL.test(tokens[i]!.lemma) &&
      !/^(?:be|been|is|are|was|were)$/.test(tokens[i - 1]?.norm ?? ''),
  );
  if (verb < 0) return false;
  const rest = keep.slice(verb + 1);
  const opener = tokens[rest.find((i) => tokens[i]!.norm !== 'that') ?? -1];
  if (opener?.pos === 'SCONJ' && /^(?:if|because|as|while|when|after|although|since)$/.test(opener.norm)) return true;
  if (opener?.pos === 'VERB' && /ing$/.test(opener.norm)) return true;
  if (/^(?:say|add)$/.test(tokens[keep[verb]!]!.lemma) && !rest.some((i) => isVerb(tokens[i]))) return true;
  if (rest.some((i) => isVerb(tokens[i]) || tokens[i]!.norm === 'to')) return false;
  for (let i = keep.at(-1)! + 1; i < tokens.length && !CLOSES.test(tokens[i]!.norm); i++) {
    if (isVerb(tokens[i])) return true;
  }
  return false;
}

/** "says although figures were poor": what is said begins with what it is said against. */
const turnsAside = (kept: readonly Token[]): boolean =>
  kept.some(
    ({ norm, pos }, k) =>
      pos === 'VERB' &&
      reportingVerb(norm) !== undefined &&
      /^(?:although|though|when|once|because|while|whether|rest)$/.test(
        kept.slice(k + 1).find((token) => !/^(?:that|[:,"“])$/.test(token.norm))?.norm ?? '',
      ),
  );

/** "took place as Lee and Lund | were on stage": the clause of time that is opened has lost its verb. */
function lacksTime(tokens: readonly Token[], keep: readonly number[]): boolean {
  const opener = keep.findLastIndex((i) => OPENS_TIME.has(tokens[i]!.norm));
  if (opener < 1 || keep.slice(opener).some((i) => isVerb(tokens[i]) || /ing$/.test(tokens[i]!.norm))) return false;
  const rest = tokens.slice(keep.at(-1)! + 1);
  const end = rest.findIndex(({ text }) => /^[,;.]$/.test(text));
  return rest.slice(0, Math.min(4, end < 0 ? 4 : end)).some(isVerb);
}

/** "Ann Lee, 43, | and Nigel Lee, 47, | have": the verb is that of two. */
function losesSecond({ sentence: { tokens }, verb, skipped }: Shortened['clause'], keep: readonly number[]): boolean {
  return keep.some((at, k) => {
    const from = keep[k - 1];
    if (from === undefined || at > verb) return false;
    for (let i = from + 1; i < at; i++)
      if ((tokens[i]!.norm === 'and' || tokens[i]!.norm === 'or') && !skipped.has(i)) return true;
    return false;
  });
}

/** ", including Port Sel protect": a comma that opens an aside stays, the one that closes it goes. */
function losesComma(tokens: readonly Token[], keep: readonly number[]): boolean {
  return keep.some((at, k) => {
    const next = keep[k + 1];
    if (next === undefined || next === at + 1 || !isVerb(tokens[next])) return false;
    const open = keep.findLast((i) => i <= at && tokens[i]!.text === ',');
    if (open === undefined) return false;
    // Between two neighbours nothing is kept.
    for (let i = at + 1; i < next; i++) if (tokens[i]!.text === ',') return true;
    return false;
  });
}

/** Two content words that are no time at least: "Lords ruled last month" says nothing. */
function says(kept: readonly Token[]): boolean {
  const verb = kept.findIndex(isVerb);
  if (verb < 0) return false;
  const rest = kept.slice(verb).filter(({ text }) => hasWordCharacter(text));
  const telling = rest.filter(({ norm, pos }) => !TIME.has(norm) && pos !== 'AUX');
  return (
    rest.length > 1 &&
    telling.length <= 1 &&
    rest.slice(1).some(({ norm }) => TIME.has(norm)) &&
    telling[0]?.pos === 'VERB' &&
    /^(?:rule|say|add|announce|decide|tell|ask|give|show)$/.test(telling[0].lemma)
  );
}
