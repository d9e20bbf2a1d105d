import { findLatestByReader } from '../store/comments.ts';
import { paceLeft } from '../store/discussion/pace.ts';
import type { Comment, Reason } from '../story/discussion/comment.ts';
import { type Limit, pacesOf, storyPace } from './paces.ts';
import type { Posting } from './post-comment.ts';

/** Why a reader counts as busy, from what she wrote lately, the latest first; undefined when she does not. */
export function busyReader(recent: readonly Comment[], { many, seconds }: Limit, now: Date): Reason | undefined {
  const nth = recent[many - 1];
  if (!nth || Date.parse(nth.createdAt) <= now.getTime() - seconds * 1000) return undefined;
  return {
    code: 'busy-reader',
    message: `This reader sent more than ${many} comments in ${Math.round(seconds / 60)} minutes, and this one without a proof of work.`,
  };
}

/** Whether the next comment from this address and reader to this story would be asked for a proof of work. */
export async function isWorkWanted(
  { store, now, limits, senderKey }: Posting,
  about: { readonly storyId: number; readonly address: string; readonly readerToken: string | undefined },
): Promise<boolean> {
  const at = now();
  const sender = await senderKey(about.address);
  const paces = [...pacesOf('calm', sender, limits.calm), storyPace(about.storyId, limits)];
  if ((await paceLeft(store, paces, at)) !== undefined) return true;
  if (about.readerToken === undefined) return false;
  return (
    busyReader(await findLatestByReader(store, about.readerToken, limits.reader.many), limits.reader, at) !== undefined
  );
}
