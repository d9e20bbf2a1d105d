import { readFileSync } from 'node:fs';
import type { ReceivedItem } from '../../src/store/filing/save-delivery.ts';
import { copyWith } from './stories.ts';

/** One agency's telling of an invented event. Two of the same `event` are the event told twice; `event:2` is another one. */
export type FixtureTelling = {
  readonly event: string;
  readonly source: string;
  readonly at: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
};

/** The tellings of `fixtures/same-event/tellings.txt`, in the order of the file. */
export const tellings: readonly FixtureTelling[] = readFileSync(
  new URL('../../fixtures/same-event/tellings.txt', import.meta.url),
  'utf8',
)
  .split(/^=== /m)
  .slice(1)
  .map((block) => {
    const [head = '', headline = '', ...paragraphs] = block.trim().split('\n');
    const [event = '', source = '', at = ''] = head.split(' | ');
    return { event, source, at: new Date(at).toISOString(), headline, paragraphs };
  });

/** The tellings of these events, in the order of the file. */
export const tellingsOf = (...events: readonly string[]): FixtureTelling[] =>
  tellings.filter(({ event }) => events.includes(event));

/** A telling as an item of a delivery. */
export function itemOf({ event, source, at, headline, paragraphs }: FixtureTelling): ReceivedItem {
  const copy = copyWith({ headline, paragraphs, creditLine: source, versionCreated: at, firstCreated: at });
  return { guid: `${source}:${event}:${at}`, copy, replaces: [] };
}
