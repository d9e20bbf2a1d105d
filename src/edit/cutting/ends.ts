import type { Token } from '../../text/tokens.ts';
import type { Clause } from './clause.ts';

/** At most this many places where a clause may end are tried. */
const ENDS = 24;

/** A place where a clause may end: before token `at`, for `cost`. */
export type End = { readonly at: number; readonly cost: number };

/** Where a clause may end: its own end, and before each phrase, clause or conjunct behind its verb. */
export function endsOf(clause: Clause): End[] {
  const { tokens } = clause.sentence;
  const ends: End[] = [{ at: clause.to, cost: 0 }];
  const verb = firstVerb(clause);
  for (let i = clause.to - 1; i > verb + 1 && ends.length < ENDS; i--) {
    const cost = endCost(tokens, i);
    if (cost !== null && !takesVerb(tokens, i)) ends.push({ at: tokens[i - 1]!.text === ',' ? i - 1 : i, cost });
  }
  return ends.slice(0, ENDS);
}

/** The first word that can be the verb, which the tagger may have missed: "managed to pull … during its run". */
function firstVerb({ sentence: { tokens }, from, verb }: Clause): number {
  const at = tokens.findIndex(({ pos, norm }, i) => i > from && /^(?:VERB|AUX)$/.test(pos) && !/ing$/.test(norm));
  return at < 0 ? verb : Math.min(at, verb);
}

const IN_PHRASE = new Set(['ADP', 'DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'ADV', 'SYM']);
const JOINS = new Set(["'s", '’s', '-']);

/** "found production | in March was low": the noun before the place waits for a verb that stands behind it. */
function takesVerb(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.pos !== 'ADP' && tokens[at]!.pos !== 'ADV') return false;
  let i = at;
  while (IN_PHRASE.has(tokens[i]?.pos ?? '') || JOINS.has(tokens[i]?.text ?? '')) i++;
  const verb = tokens[i];
  return verb !== undefined && /^(?:VERB|AUX)$/.test(verb.pos) && !/ing$|^(?:be|been)$/.test(verb.norm);
}

const LEADS_ON = new Set(['DET', 'ADP', 'AUX', 'PART', 'CCONJ', 'SCONJ']);
const MAY_END = new Set(['up', 'out', 'off', 'down', 'away', 'back', 'in', 'on', 'over', 'not', "'s", '’s']);
const BREAKS_BEHIND = new Set([...',;:)—–-', '--']);
const BREAKS_BEFORE = new Set([...',;:(—–', '--']);

/** What it costs to end before a token, or null where that leaves a broken phrase. */
function endCost(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]!;
  const before = tokens[at - 1]!;
  if (before.end === token.start && /[\p{L}\p{N}-]$/u.test(before.text) && /^[\p{L}\p{N}'’-]/u.test(token.text))
    return null;
  if (LEADS_ON.has(before.pos) && !MAY_END.has(before.norm)) return null;
  if (BREAKS_BEHIND.has(before.text) || BREAKS_BEFORE.has(token.text)) return 0.4;
  if (token.pos === 'ADP') return /^(?:of|than)$/.test(token.norm) ? null : token.norm === 'to' ? 1.4 : 0.9;
  if (token.pos === 'SCONJ' || /^(?:who|which|where|when|while|that)$/.test(token.norm)) return 0.7;
  if (token.norm === 'to' && token.pos === 'PART') return before.pos === 'NOUN' ? 1.2 : null;
  if (token.pos === 'CCONJ') return 1;
  if (token.pos === 'VERB' && /(?:ing|ed|en)$/.test(token.norm) && /^(?:NOUN|PROPN)$/.test(before.pos)) return 1.1;
  return token.pos === 'ADV' ? 1 : null;
}
