import type { Region } from './region.ts';
import type { Unit } from './unit.ts';

/** How many of a sentence's words a region has, 0 to 1. */
export function sharedWords(units: readonly Unit[], region: Region): number {
  return sharedKeys(new Set(units.map(({ key }) => key)), region);
}

/** The same for words whose keys are known. */
export function sharedKeys(keys: ReadonlySet<string>, region: Region): number {
  let shared = 0;
  for (const key of keys) if (region.places.has(key)) shared++;
  return shared / Math.max(1, keys.size);
}

/** How much of a sentence a region carries, 0 to 1: the mean of its words, its pairs and its threes of neighbours found there. */
export function support(units: readonly Unit[], region: Region): number {
  return (sharedWords(units, region) + runsFound(units, region, 2) + runsFound(units, region, 3)) / 3;
}

function runsFound(units: readonly Unit[], region: Region, length: number): number {
  const runs = units.length - length + 1;
  if (runs < 1) return sharedWords(units, region);
  let found = 0;
  for (let i = 0; i < runs; i++) {
    const stands = (at: number) => {
      for (let k = 1; k < length; k++) if (region.units[at + k]?.key !== units[i + k]!.key) return false;
      return true;
    };
    if ((region.places.get(units[i]!.key) ?? []).some(stands)) found++;
  }
  return found / runs;
}
