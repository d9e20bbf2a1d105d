import type { Evidence, Span } from '../../story/span.ts';
import type { Alignment } from './align.ts';
import type { Region } from './region.ts';

/** Where tokens `first` to `last` of a region stand in the copy: a finding names the place as well as the words. */
export const placeOf = ({ part, tokens }: Region, first: number, last = first): Evidence => ({
  part,
  start: tokens[first]!.start,
  end: tokens[last]!.end,
});

/** The words of the draft between which a place of the copy would stand: where an editor looks for what is missing. */
export function gapAt({ tokens, units, map, region }: Alignment, { start, end }: Span): Span | undefined {
  const startIn = (unit: number): number => {
    const place = region.units[map[unit] ?? -1];
    return place ? region.tokens[place.first]!.start : Number.NaN;
  };
  const placed = units.map((_, i) => i).filter((i) => !Number.isNaN(startIn(i)));
  const before = placed.findLast((i) => startIn(i) < start) ?? placed[0];
  const after = placed.find((i) => startIn(i) >= end) ?? placed.at(-1);
  if (before === undefined || after === undefined) return undefined;
  return { start: tokens[units[before]!.first]!.start, end: tokens[units[after]!.last]!.end };
}
