import type { PubStatus } from '../../story/copy.ts';
import { embargoEnd } from './embargo-end.ts';

/** IPTC's status, default usable; a value outside its list (usable, withheld, canceled) is unreadable, which holds the story. */
export function pubStatusOf(value: unknown): PubStatus | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const word =
    typeof value === 'string'
      ? value
          .trim()
          .toLowerCase()
          .replace(/^.*[:/]/, '')
      : '';
  if (word === 'usable' || word === 'withheld') return word;
  return word === 'canceled' || word === 'cancelled' ? 'canceled' : 'unreadable';
}

/** A status that is told twice, in two spellings, is the one that allows least. */
export const strictest = (told: readonly (PubStatus | undefined)[]): PubStatus | undefined =>
  (['canceled', 'withheld', 'unreadable', 'usable'] as const).find((status) => told.includes(status));

/** @NOTE Anything but null and false embargoes, also what cannot be read: the words then hold the story. */
export function embargoOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === false) return undefined;
  const words = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return embargoEnd(words.slice(0, 200)) || EMBARGOED;
}

/** What stands for an embargo without an end: words that are no time, so that the copy is held. */
export const EMBARGOED = 'embargoed, no time given';

/** Of two different times neither is certain: the words of both then hold the story. */
export const oneEmbargo = (told: readonly (string | undefined)[]): string | undefined =>
  [...new Set(told.filter((end) => end !== undefined))].join(' / ') || undefined;
