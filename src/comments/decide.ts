import { type Judgements, type Judging, judgeComment } from '../moderate/judgements.ts';
import { moderate } from '../moderate/moderate.ts';
import type { Decision, Judged, Policy } from '../moderate/verdict.ts';
import { findLatest } from '../store/comments.ts';
import { findAlike } from '../store/discussion/find-alike.ts';
import { findSurroundings } from '../store/discussion/find-surroundings.ts';
import { readPolicy } from '../store/moderation/policy.ts';
import { readerRecord } from '../store/moderation/reader-standing.ts';
import { findReader } from '../store/readers.ts';
import type { Readable } from '../store/store.ts';
import { type Comment, MAXIMUM_COMMENT, type Scores, type Submission } from '../story/discussion/comment.ts';
import { sketchOf, wordRuns } from '../text/word-runs.ts';

/** What deciding needs of the newsroom. `judging` gives the models that are there now. */
export type Deciding = { readonly store: Readable; readonly now: Date; readonly judging: () => Judging };

/** How many of a reader's last comments are compared with the new one. */
const RECENT = 20;
/** A comment that fits has fewer UTF-16 units, whatever its script. */
const MOST_UNITS = 8 * MAXIMUM_COMMENT;
/** How long ago what others sent may be the same, in milliseconds. */
const LATELY = 7 * 24 * 60 * 60_000;

/** What was decided, by which rules and judgements, and what the reader wrote lately. */
export type Decided = {
  readonly decision: Decision;
  readonly judged: Judged;
  readonly policy: Policy;
  readonly recent: readonly Comment[];
  /** What of it is kept beside the comment: the scores that were decided by, and the number by which copies are found. */
  readonly kept: { readonly scores?: Scores; readonly sketch?: number };
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
  const sketch = submission.text.length > MOST_UNITS ? [] : sketchOf(wordRuns(submission.text));
  const since = new Date(now.getTime() - LATELY);
  const found = await findAlike(store, { sketch, since });
  const alike = found.filter(({ id }) => id !== except);
  const decision = moderate(submission, { recent, alike, ...(record && { record }), judged, policy });
  const scores = judged.kind === 'judged' ? scoresOf(judged.judgements) : undefined;
  return {
    decision,
    judged,
    policy,
    recent,
    kept: { ...(scores && { scores }), ...(sketch[0] !== undefined && { sketch: sketch[0] }) },
  };
}

const scoresOf = ({ respectful, onTopic, thoughtful }: Judgements): Scores => ({
  respect: rounded(respectful.score),
  topic: onTopic && rounded(onTopic.score),
  thought: rounded(thoughtful.score),
});

const rounded = (score: number): number => Math.round(score * 1000) / 1000;

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
