import { type Judging, judgeComment } from '../moderate/judgements.ts';
import { moderate } from '../moderate/moderate.ts';
import type { Decision, Judged, Policy } from '../moderate/verdict.ts';
import { findLatest } from '../store/comments.ts';
import { findSurroundings } from '../store/discussion/find-surroundings.ts';
import { readPolicy } from '../store/moderation/policy.ts';
import { readerRecord } from '../store/moderation/reader-standing.ts';
import { findReader } from '../store/readers.ts';
import type { Readable } from '../store/store.ts';
import { type Comment, MAXIMUM_COMMENT, type Submission } from '../story/discussion/comment.ts';

/** What deciding needs of the newsroom. `judging` gives the models that are there now. */
export type Deciding = { readonly store: Readable; readonly now: Date; readonly judging: () => Judging };

/** How many of a reader's last comments are compared with the new one. */
const RECENT = 20;
/** A comment that fits has fewer UTF-16 units, whatever its script. */
const MOST_UNITS = 8 * MAXIMUM_COMMENT;

/** What was decided, by which rules and judgements, and what the reader wrote lately. */
export type Decided = {
  readonly decision: Decision;
  readonly judged: Judged;
  readonly policy: Policy;
  readonly recent: readonly Comment[];
};

/** What the policy says of a submission, and what the reader wrote lately. `except` is the comment that is being edited. */
export async function decide(deciding: Deciding, submission: Submission, except?: number): Promise<Decided> {
  const { store, now } = deciding;
  const readerId = await findReader(store, submission.readerToken);
  const latest = readerId === undefined ? [] : await findLatest(store, readerId, RECENT);
  const recent = latest.filter(({ id }) => id !== except);
  const record = readerId === undefined ? undefined : await readerRecord(store, readerId, now);
  const policy = await readPolicy(store);
  const judged = await judge(deciding, submission);
  const decision = moderate(submission, { recent, ...(record && { record }), judged, policy });
  return { decision, judged, policy, recent };
}

/** The three judgements of a submission where it stands. Whatever goes wrong is told, never passed over. */
export async function judge({ store, judging }: Omit<Deciding, 'now'>, submission: Submission): Promise<Judged> {
  const models = judging();
  if (models.kind === 'missing') return { kind: 'failed', why: models.why };
  // The rule of length gives it back; reading it would only take time.
  if (submission.text.length > MOST_UNITS) return { kind: 'failed', why: 'it is too long' };
  try {
    const around = await findSurroundings(store, submission);
    return { kind: 'judged', judgements: judgeComment({ text: submission.text, ...around }, models.models) };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
