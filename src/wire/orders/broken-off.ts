import type { WireItem } from '../wire-item.ts';

/** The item in which a file breaks off is never whole: it waits for a person, or for the file to come again. A kill needs no end. */
export const brokenOff = (item: WireItem): WireItem =>
  item.pubStatus === 'canceled'
    ? item
    : {
        ...item,
        pubStatus: 'unreadable',
        problem: 'The file breaks off in the middle of this story. Ask the agency to send it again.',
      };
