import type { ReadClause } from '../../text/needs/clause-needs.ts';
import { inOrder } from './clause-reading.ts';

/** Phrases that may come or go, of those behind the verb; more are not tried. */
const MOST_OPTIONAL = 7;

/**
 * Sets of phrases that hold all that each of them needs: subject and verb with what they need, alone and with every choice of
 * the phrases that may be added. None where subject or verb cannot stand. With `rewrites`, the verb is written in another tense.
 */
export function closedSets(read: ReadClause, rewrites: boolean): ReadonlySet<number>[] {
  const core = closed(read, [...subjectOf(read), read.verb]);
  if (!core) return [];
  const sets: ReadonlySet<number>[] = [core];
  const known = new Set([keyOf(core)]);
  for (const unit of optionalUnits(read, core, rewrites)) {
    const made = sets.map((set) => new Set([...set, ...unit])).map((set) => ({ set, key: keyOf(set) }));
    for (const { set, key } of made.filter(({ key }) => !known.has(key))) {
      sets.push(set);
      known.add(key);
    }
  }
  return sets;
}

/** The subject with the names that "and" adds to it, and what alone says which one it is: "firms | selling yachts", "the terms | that were met". */
function subjectOf({ tokens, phrases, subject, verb }: ReadClause): number[] {
  const found = [subject];
  const beside = phrases[subject + 1]!;
  // "the polls | where he leads": a place is told by the way.
  const tellsWhich =
    /^(?:participle|adjective)$/.test(beside.kind) ||
    (beside.kind === 'opener' && !/^(?:where|when)$/.test(tokens[beside.from]!.norm));
  if (subject + 1 < verb && tellsWhich) found.push(subject + 1);
  for (let k = subject + 1; k < verb && phrases[k]!.kind !== 'mark'; k++)
    if (phrases[k]!.kind === 'joint') for (let i = subject; i <= k + 1; i++) found.push(i);
  return found;
}

/** The phrases with all that they need; null where something that is needed is not there. */
function closed({ needs, phrases, verb, end }: ReadClause, wanted: readonly number[]): ReadonlySet<number> | null {
  const set = new Set<number>();
  const open = [...wanted];
  for (let k = open.pop(); k !== undefined; k = open.pop()) {
    if (set.has(k)) continue;
    const more = needs[k];
    if (!more || (k >= end && k > verb) || phrases[k]!.kind === 'mark') return null;
    set.add(k);
    open.push(...more);
  }
  return set;
}

/** Each phrase outside the core that may be added, with what it needs; what "and" adds comes last. */
function optionalUnits(read: ReadClause, core: ReadonlySet<number>, rewrites: boolean): ReadonlySet<number>[] {
  const { phrases, subject, verb, end } = read;
  const outside = phrases.flatMap(({ kind }, k) => {
    if (core.has(k) || k >= end || k < subject || kind === 'mark' || kind === 'aside') return [];
    // "Straw last week says": a verb that is written in another tense leaves its time behind.
    const isLeftBehind = rewrites && k <= verb + 1 && (kind === 'time' || kind === 'adverb');
    return isLeftBehind ? [] : [{ k, isJoint: kind === 'joint' }];
  });
  return [...outside.filter(({ isJoint }) => !isJoint), ...outside.filter(({ isJoint }) => isJoint)]
    .flatMap(({ k }) => closed(read, [k]) ?? [])
    .slice(0, MOST_OPTIONAL);
}

const keyOf = (set: ReadonlySet<number>): string => inOrder(set).join(' ');
