import type { Queue } from '../../store/moderation/queue.ts';
import type { CommentState } from '../../story/discussion/comment.ts';

export const QUEUE_NAMES: Readonly<Record<Queue, string>> = {
  waiting: 'Waiting',
  pending: 'Pending',
  held: 'Held',
  reported: 'Reported',
  appeals: 'Appeals',
  approved: 'Approved',
  refused: 'Refused',
  removed: 'Removed',
};

/** The heading over a queue. */
export const queueTitle = (queue: Queue): string =>
  queue === 'appeals' ? 'Appeals' : `${QUEUE_NAMES[queue]} comments`;

export const STATE_NAMES: Readonly<Record<CommentState, string>> = {
  pending: 'Pending',
  approved: 'Approved',
  held: 'Held',
  refused: 'Refused',
  removed: 'Removed',
};

/** A reason's code in words: "posted-twice" is "Posted twice". */
export const reasonName = (code: string): string => {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** "1 comment", "3 comments". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
