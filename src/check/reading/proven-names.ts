import type { Draft } from '../../story/furniture.ts';
import { firstAt } from '../../story/who/name-places.ts';
import type { StandIn } from '../../story/who/stand-ins.ts';
import type { ReadCopy, Region } from './region.ts';
import { unitsOf } from './unit.ts';
import { wordsIn } from './words.ts';

/** A name that a draft may write in the place of a pronoun: `at` is the pronoun's unit in the region, `keys` are the name's units. */
export type ProvenName = StandIn & { readonly at: number; readonly keys: readonly string[] };

/** The names for the pronouns of a region that are certain, and for which the draft's evidence holds where the copy writes them in full. */
export function provenNames({ evidence }: Draft, region: Region, story: ReadCopy): readonly ProvenName[] {
  if (region.part !== 'text') return [];
  const { standIns } = story;
  const found: ProvenName[] = [];
  for (let k = firstAt(standIns, region.start); k < standIns.length && standIns[k]!.start < region.end; k++) {
    const standIn = standIns[k]!;
    const { source, name } = standIn;
    const isShown = evidence.some(
      ({ part, start, end }) => part === 'text' && start <= source.start && source.end <= end,
    );
    const at = isShown ? region.units.findIndex(({ first }) => region.tokens[first]!.start === standIn.start) : -1;
    if (at >= 0) found.push({ ...standIn, at, keys: unitsOf(wordsIn(name)).map(({ key }) => key) });
  }
  return found;
}
