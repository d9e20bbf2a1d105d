import type { Draft } from '../../story/furniture.ts';
import { reportingVerb } from '../../text/words/reporting-verbs.ts';
import { layOver } from './lay-over.ts';
import { type ProvenName, provenNames } from './proven-names.ts';
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
  /** The names that may stand in the place of the region's pronouns. */
  readonly names: readonly ProvenName[];
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
  const namesIn = new Map(regions.map((region) => [region, provenNames(draft, region, story)]));
  const found: { alignment: Alignment; cost: number }[] = [];
  const plain: Reading = { from: 0, to: list.length, attribution: null };
  for (const reading of [plain, ...attributionsIn(draft.text, list)]) {
    const units = whole.filter((unit) => unit.first >= reading.from && unit.last < reading.to);
    if (units.length === 0) continue;
    for (const region of regions) {
      const names = namesIn.get(region) ?? [];
      const laid = layOver(units, region, { story, names });
      if (!laid) continue;
      const kept = region.units.map(() => false);
      for (const place of laid.map) if (place >= 0) kept[place] = true;
      if (reading.needsVerb && !laid.map.some((place) => isVerb(region, place))) continue;
      const { attribution } = reading;
      const keptTokens = region.tokens.map(() => false);
      for (const place of laid.map) {
        const unit = region.units[place];
        if (unit) keptTokens.fill(true, unit.first, unit.last + 1);
      }
      found.push({
        alignment: { draft, tokens: list, units, region, map: laid.map, kept, attribution, keptTokens, names },
        cost: laid.cost,
      });
    }
  }
  return found.sort((a, b) => a.cost - b.cost).map(({ alignment }) => alignment);
}

const isVerb = ({ units, tokens }: Region, place: number): boolean =>
  /^(?:VERB|AUX)$/.test(tokens[units[place]?.first ?? -1]?.pos ?? '');

type Reading = {
  from: number;
  to: number;
  attribution: Attribution | null;
  /** What is said must be a clause: "Brandt praised the judge" reports no words. */
  needsVerb?: boolean;
};

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
    // "There are fears": a noun.
    if (!verb || list[0]!.norm === 'there') continue;
    const from = /^(?:that|,|:)$/.test(list[i + 1]!.norm) ? i + 2 : i + 1;
    add(from, end, 0, i - 1, verb.base);
    const last = found.at(-1);
    if (last?.from === from) last.needsVerb = from === i + 1;
  }
  return found;
}
