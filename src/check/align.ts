import type { Draft } from '../story/furniture.ts';
import { PRONOUNS } from '../text/function-words.ts';
import { reportingVerb } from '../text/reporting-verbs.ts';
import { type ReadCopy, type Region, regionsOf } from './region.ts';
import { type Unit, unitsOf } from './unit.ts';
import { type Word, wordsIn } from './words.ts';

/** "Rubio Says" put before or behind words that the copy gives to that speaker. `start` is its place in the draft. */
export type Attribution = {
  readonly name: string;
  readonly base: string;
  readonly start: number;
  readonly end: number;
};

/** How the words of a draft lie in one region of the copy. */
export type Alignment = {
  readonly draft: Draft;
  readonly tokens: readonly Word[];
  readonly units: readonly Unit[];
  readonly region: Region;
  /** For each unit of the draft, the unit of the region that it comes from; -1 for the forenames or role of a person named there. */
  readonly map: readonly number[];
  /** For each unit of the region, whether the draft keeps it. */
  readonly kept: readonly boolean[];
  readonly attribution: Attribution | null;
  /** For each token of the region, whether the draft keeps it. */
  readonly keptTokens: readonly boolean[];
};

/**
 * Lays the draft's words over the copy, in order, inside one sentence or the headline, with as few cuts as possible. The
 * draft's evidence only says where to look. One alignment for each way to read the draft (with the attribution as words of the
 * copy, or as the draft's own) and each region that holds all its words.
 */
export function align(draft: Draft, story: ReadCopy): Alignment[] {
  const list = wordsIn(draft.text);
  const whole = unitsOf(list);
  const regions = [...new Set(draft.evidence.flatMap((evidence) => regionsOf(story, evidence)))];
  const found: { alignment: Alignment; cost: number }[] = [];
  for (const reading of [{ from: 0, to: list.length, attribution: null }, ...attributionsIn(draft.text, list)]) {
    const units = whole.filter((unit) => unit.first >= reading.from && unit.last < reading.to);
    if (units.length === 0) continue;
    for (const region of regions) {
      const laid = layOver(units, region, story);
      if (!laid) continue;
      const kept = region.units.map(() => false);
      for (const place of laid.map) if (place >= 0) kept[place] = true;
      const { attribution } = reading;
      const keptTokens = region.tokens.map(() => false);
      for (const [i, unit] of region.units.entries()) if (kept[i]) keptTokens.fill(true, unit.first, unit.last + 1);
      found.push({
        alignment: { draft, tokens: list, units, region, map: laid.map, kept, attribution, keptTokens },
        cost: laid.cost,
      });
    }
  }
  return found.sort((a, b) => a.cost - b.cost).map(({ alignment }) => alignment);
}

type Reading = { from: number; to: number; attribution: Attribution | null };

/** The ways in which a draft may carry an attribution of its own: "…, Rubio Says", "…: Rubio", "Rubio: …", "Rubio says …". */
function attributionsIn(text: string, list: readonly Word[]): Reading[] {
  const found: Reading[] = [];
  const add = (from: number, to: number, first: number, last: number, base: string) => {
    if (from >= to || first > last || last - first > 6) return;
    const start = list[first]!.start;
    const end = list[last]!.end;
    found.push({ from, to, attribution: { name: text.slice(start, end), base, start, end } });
  };
  let end = list.length;
  while (end > 0 && /^[.!?]$/.test(list[end - 1]!.text)) end--;
  const cue = reportingVerb(list[end - 1]?.norm ?? '');
  const comma = list.findLastIndex((token, i) => i < end - 2 && token.text === ',');
  if (cue && comma > 0) add(0, comma, comma + 1, end - 2, cue.base);
  const colons = list.flatMap((token, i) => (token.text === ':' ? [i] : []));
  for (const colon of colons) {
    add(colon + 1, end, 0, colon - 1, 'say');
    add(0, colon, colon + 1, end - 1, 'say');
  }
  for (let i = 1; i < Math.min(8, end - 1); i++) {
    const verb = reportingVerb(list[i]!.norm);
    if (!verb) continue;
    const from = /^(?:that|,|:)$/.test(list[i + 1]!.norm) ? i + 2 : i + 1;
    add(from, end, 0, i - 1, verb.base);
  }
  return found;
}

const FAR = 1e6;
const FILLED_IN = 0.1;

/** Dynamic programme over (unit of the draft, unit of the region): every cut costs 1, a name filled in costs a little. */
function layOver(units: readonly Unit[], region: Region, story: ReadCopy) {
  const free = addedNames(units, story);
  const source = region.units;
  // Most drafts fail on a word that is nowhere in the region; that is cheap to see.
  const absent = ({ key, verb }: Unit, i: number) =>
    !free[i] && !verb && !region.keys.has(key) && !story.people.has(key);
  if (units.some(absent)) return null;
  // costs[j]: the price so far when the last unit taken is source[j - 1]; at the start nothing is taken, wherever we stand.
  let costs = new Float64Array(source.length + 1);
  const steps: Int32Array[] = [];
  for (const [i, unit] of units.entries()) {
    const next = new Float64Array(source.length + 1).fill(FAR);
    const step = new Int32Array(source.length + 1);
    let nearest = FAR;
    let nearestAt = 0;
    for (let j = 0; j <= source.length; j++) {
      const before = costs[j - 1] ?? FAR;
      if (j > 0 && before < nearest) {
        nearest = before;
        nearestAt = j - 1;
      }
      if (j > 0 && nearest < FAR && sameUnit(unit, source[j - 1]!, region, story)) {
        const apart = nearest + (i === 0 ? 0 : 1);
        next[j] = Math.min(before, apart);
        step[j] = before <= apart ? j - 1 : nearestAt;
      }
      if (free[i] && costs[j]! + FILLED_IN < next[j]!) {
        next[j] = costs[j]! + FILLED_IN;
        step[j] = -1;
      }
    }
    costs = next;
    steps.push(step);
  }
  const cost = Math.min(...costs);
  if (cost >= FAR) return null;
  const map: number[] = [];
  for (let i = units.length - 1, j = costs.indexOf(cost); i >= 0; i--) {
    const step = steps[i]![j]!;
    map.unshift(step < 0 ? -1 : j - 1);
    if (step >= 0) j = step;
  }
  return { map, cost };
}

/** Same words, or a licensed pair: a reporting verb in another tense, "says" for a plain one, a name for its pronoun. */
function sameUnit(unit: Unit, source: Unit, region: Region, story: ReadCopy): boolean {
  if (unit.key === source.key) return true;
  if (unit.verb && source.verb && region.tokens[source.first]!.pos === 'VERB') {
    return unit.verb.base === source.verb.base || (unit.verb.base === 'say' && source.verb.plain);
  }
  const token = region.tokens[source.first]!;
  if (!PRONOUNS.has(token.norm)) return false;
  return (story.copy.quotations ?? []).some(
    ({ speaker, name }) =>
      region.part === 'text' &&
      speaker?.start === token.start &&
      name?.split(/\s+/u).at(-1)?.toLowerCase() === unit.key,
  );
}

/** Which units only complete a person's name: forenames, and the role that stands before the full name in the copy. */
function addedNames(units: readonly Unit[], story: ReadCopy): boolean[] {
  const free = units.map(() => false);
  for (const [i, unit] of units.entries()) {
    const person = story.people.get(unit.key);
    if (!person) continue;
    for (const name of [person.full, person.withRole]) {
      const before = name
        ? unitsOf(wordsIn(name))
            .map(({ key }) => key)
            .slice(0, -1)
        : [];
      const here = units.slice(Math.max(0, i - before.length), i).map(({ key }) => key);
      if (before.length > 0 && before.join(' ') === here.join(' ')) free.fill(true, i - before.length, i);
    }
  }
  return free;
}
