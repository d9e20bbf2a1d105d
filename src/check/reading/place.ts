import type { Evidence } from '../../story/span.ts';
import type { Region } from './region.ts';

/** Where tokens `first` to `last` of a region stand in the copy: a finding names the place as well as the words. */
export const placeOf = ({ part, tokens }: Region, first: number, last = first): Evidence => ({
  part,
  start: tokens[first]!.start,
  end: tokens[last]!.end,
});
