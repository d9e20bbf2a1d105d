import { moderate } from '../moderate/moderate.ts';
import type { Decision } from '../moderate/verdict.ts';
import { findLatestByReader } from '../store/comments.ts';
import { readerStanding } from '../store/moderation/reader-standing.ts';
import type { Store } from '../store/store.ts';
import type { Comment, Submission } from '../story/comment.ts';

/** How many of a reader's last comments are compared with the new one. */
const RECENT = 20;

/** What the policy says of a submission, and what the reader wrote lately. `except` is the comment that is being edited. */
export async function decide(
  { store, now }: { readonly store: Store; readonly now: Date },
  submission: Submission,
  except?: number,
): Promise<{ readonly decision: Decision; readonly recent: readonly Comment[] }> {
  const latest = await findLatestByReader(store, submission.readerToken, RECENT);
  const recent = latest.filter(({ id }) => id !== except);
  const record = await readerStanding(store, submission.readerToken, now);
  return { decision: moderate(submission, { recent, ...(record && { record }) }), recent };
}
