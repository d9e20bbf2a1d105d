import type { Person } from '../../story/who/people.ts';
import { oncePer } from '../../text/memory/once-per.ts';
import { PRONOUNS } from '../../text/words/function-words.ts';
import type { ProvenName } from './proven-names.ts';
import type { ReadCopy, Region } from './region.ts';
import { type Unit, unitsOf } from './unit.ts';
import { wordsIn } from './words.ts';

/** One way to have placed a draft's units so far: the last one at `at` (-1: none of them stands in the region yet). */
type State = { readonly at: number; readonly cost: number; readonly before: State | null; readonly filled: boolean };

const FILLED_IN = 0.1;

/**
 * The units of a draft laid over those of a region, in order, with the fewest cuts: for each its place there, or -1 where it
 * only completes a name. A proven name may stand as a whole in the place of its pronoun. Null when the region does not hold
 * them so. `cost` counts the cuts.
 */
export function layOver(
  units: readonly Unit[],
  region: Region,
  { story, names }: { readonly story: ReadCopy; readonly names: readonly ProvenName[] },
): { map: number[]; cost: number } | null {
  const free = addedNames(units, story);
  let states: State[] = [];
  // The states behind each unit; a name of several words goes on from those before its first.
  const behind: State[][] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    const placed = step(states, i === 0, placesOf(unit, region, story));
    // A filled-in word takes no place: every state goes on as it was.
    const filled = free[i] ? fillIn(states, i === 0) : [];
    const named = names.flatMap((name) => inPronoun(name, units, i, behind));
    const added = [...filled, ...named];
    states = added.length === 0 ? placed : [...placed, ...added].sort((a, b) => a.at - b.at);
    if (states.length === 0 && names.length === 0) return null;
    behind.push(states);
  }
  let best: State | undefined;
  for (const state of states) if (best === undefined || state.cost < best.cost) best = state;
  if (!best) return null;
  const map: number[] = [];
  for (let state: State | null = best; state; state = state.before) map.unshift(state.filled ? -1 : state.at);
  return { map, cost: best.cost };
}

/** Puts the next unit at each of its places, behind the cheapest state before it; both lists are in order of place. */
function step(states: readonly State[], first: boolean, places: readonly number[]): State[] {
  if (first) return places.map((at) => ({ at, cost: 0, before: null, filled: false }));
  const found: State[] = [];
  let next = 0;
  let cheapest: State | null = null;
  for (const at of places) {
    let beside: State | null = null;
    for (; next < states.length && states[next]!.at < at; next++) {
      const state = states[next]!;
      if (cheapest === null || state.cost < cheapest.cost) cheapest = state;
    }
    for (let k = next - 1; k >= 0 && states[k]!.at === at - 1; k--) {
      if (beside === null || states[k]!.cost < beside.cost) beside = states[k]!;
    }
    if (cheapest === null) continue;
    const apart: number = cheapest.cost + (cheapest.at < 0 ? 0 : 1);
    const before: State = beside !== null && beside.cost <= apart ? beside : cheapest;
    found.push({ at, cost: before === cheapest && before !== beside ? apart : before.cost, before, filled: false });
  }
  return found;
}

/** The units up to the one at `i` are the whole name, and it stands in the place of its pronoun. */
function inPronoun({ at, keys }: ProvenName, units: readonly Unit[], i: number, behind: readonly State[][]): State[] {
  const first = i - keys.length + 1;
  if (first < 0 || keys.length === 0 || keys.some((key, k) => units[first + k]!.key !== key)) return [];
  let states: readonly State[] = behind[first - 1] ?? [];
  for (let k = first; k < i; k++) states = fillIn(states, k === 0);
  return step(states, i === 0, [at]);
}

const fillIn = (states: readonly State[], first: boolean): State[] =>
  first
    ? [{ at: -1, cost: FILLED_IN, before: null, filled: true }]
    : states.map((state) => ({ at: state.at, cost: state.cost + FILLED_IN, before: state, filled: true }));

/** Where a unit may stand: same words, or a licensed pair (a reporting verb in another tense, "says" for a plain one, a name for its pronoun). */
function placesOf(unit: Unit, region: Region, story: ReadCopy): readonly number[] {
  const same = region.places.get(unit.key) ?? [];
  if (!unit.verb && !story.people.has(unit.key)) return same;
  const others = [...verbPlaces(unit, region), ...pronounPlaces(unit, region, story)];
  return others.length === 0 ? same : [...new Set([...same, ...others])].sort((a, b) => a - b);
}

function verbPlaces({ verb }: Unit, { units, verbs }: Region): number[] {
  if (!verb) return [];
  return verbs.filter((at) => {
    const source = units[at]!.verb;
    return verb.base === source?.base || (verb.base === 'say' && source?.plain);
  });
}

function pronounPlaces(unit: Unit, region: Region, story: ReadCopy): number[] {
  if (region.part !== 'text' || !story.people.has(unit.key)) return [];
  return region.units.flatMap((source, at) => {
    const token = region.tokens[source.first]!;
    if (!PRONOUNS.has(token.norm)) return [];
    const stands = (story.copy.quotations ?? []).some(
      ({ speaker, name }) => speaker?.start === token.start && name?.split(/\s+/u).at(-1)?.toLowerCase() === unit.key,
    );
    return stands ? [at] : [];
  });
}

/** The keys of a person's forenames, and of her role and forenames: what may stand before her surname. */
const namesBefore = oncePer(({ full, withRole = '' }: Person) =>
  [full, withRole].map((name) =>
    unitsOf(wordsIn(name))
      .map(({ key }) => key)
      .slice(0, -1),
  ),
);

/** Which units only complete a person's name: forenames, and the role that stands before the full name in the copy. */
function addedNames(units: readonly Unit[], story: ReadCopy): boolean[] {
  const free = units.map(() => false);
  if (story.people.size === 0) return free;
  for (let i = 0; i < units.length; i++) {
    const person = story.people.get(units[i]!.key);
    if (!person) continue;
    for (const before of namesBefore(person)) {
      const here = units.slice(Math.max(0, i - before.length), i).map(({ key }) => key);
      if (before.length > 0 && before.join(' ') === here.join(' ')) free.fill(true, i - before.length, i);
    }
  }
  return free;
}
