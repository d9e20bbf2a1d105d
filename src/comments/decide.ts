import { type Judgements, type Judging, judgeComment, judgeWords, type WordsJudged } from '../moderate/judgements.ts';
import { moderate } from '../moderate/moderate.ts';
import type { Decision, Judged, Policy } from '../moderate/verdict.ts';
import { findLatest } from '../store/comments.ts';
import { findAlike } from '../store/discussion/find-alike.ts';
import { findSurroundings } from '../store/discussion/find-surroundings.ts';
import { readPolicy } from '../store/moderation/policy.ts';
import { readerRecord } from '../store/moderation/reader-standing.ts';
import { findWriter, type KnownReader } from '../store/readers.ts';
import type { Readable } from '../store/store.ts';
import { type Comment, MAXIMUM_COMMENT, type Scores, type Submission } from '../story/discussion/comment.ts';
import { sharedRuns, sketchOf, wordRuns } from '../text/word-runs.ts';

/** What deciding needs of the newsroom. `judging` gives the models that are there now. */
export type Deciding = { readonly store: Readable; readonly now: Date; readonly judging: () => Judging };

/** How many of a reader's last comments are compared with the new one. */
const RECENT = 20;
/** A comment that fits has fewer UTF-16 units, whatever its script. */
const MOST_UNITS = 8 * MAXIMUM_COMMENT;
/** How long ago what others sent may be the same, in milliseconds. */
const LATELY = 7 * 24 * 60 * 60_000;

/** What was decided, by which rules and judgements, and what is known of the reader. */
export type Decided = {
  readonly decision: Decision;
  readonly judged: Judged;
  readonly policy: Policy;
  /** Who wrote, if she has done anything here before. */
  readonly reader: KnownReader | undefined;
  readonly recent: readonly Comment[];
  /** What of it is kept beside the comment: the scores that were decided by, and the number by which copies are found. */
  readonly kept: { readonly scores?: Scores; readonly sketch?: number };
};

/** What is read of a text by itself, whatever stands around it: its runs of words, and what is judged of them. */
export type WordsRead = { readonly runs: ReadonlySet<number>; readonly judged?: WordsJudged };

/** Nothing of a text that the rule of length gives back. Never throws: what cannot be judged here, `judge` says. */
export function readWords(text: string, judging: () => Judging): WordsRead {
  if (text.length > MOST_UNITS) return { runs: new Set() };
  const runs = wordRuns(text);
  try {
    const models = judging();
    return models.kind === 'missing' ? { runs } : { runs, judged: judgeWords(text, models.models) };
  } catch {
    return { runs };
  }
}

/**
 * What the policy says of a submission, and what the reader wrote lately.
 * @param options.except the comment that is being edited
 * @param options.words what was read of its text already
 */
export async function decide(
  deciding: Deciding,
  submission: Submission,
  { except, words = readWords(submission.text, deciding.judging) }: { except?: number; words?: WordsRead } = {},
): Promise<Decided> {
  const { store, now } = deciding;
  const { runs } = words;
  const reader = await findWriter(store, submission.readerToken);
  const latest = reader ? await findLatest(store, reader.id, RECENT) : [];
  const recent = latest.filter(({ id }) => id !== except);
  const record = reader && (await readerRecord(store, reader.id, now));
  const policy = await readPolicy(store);
  const judged = await judge(deciding, submission, words);
  const sketch = sketchOf(runs);
  const found = await findAlike(store, { sketch, since: new Date(now.getTime() - LATELY) });
  const alike = found
    .filter(({ id }) => id !== except)
    .map(({ text, ...other }) => ({ ...other, shared: sharedRuns(runs, wordRuns(text)) }));
  const decision = moderate(submission, { recent, alike, ...(record && { record }), judged, policy });
  const scores = judged.kind === 'judged' ? scoresOf(judged.judgements) : undefined;
  return {
    decision,
    judged,
    policy,
    reader,
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
export async function judge(
  { store, judging }: Omit<Deciding, 'now'>,
  submission: Submission,
  { judged }: Partial<WordsRead> = {},
): Promise<Judged> {
  const models = judging();
  if (models.kind === 'missing') return { kind: 'failed', why: models.why };
  // The rule of length gives it back; reading it would only take time.
  if (submission.text.length > MOST_UNITS) return { kind: 'failed', why: 'it is too long' };
  try {
    const around = await findSurroundings(store, submission);
    return { kind: 'judged', judgements: judgeComment({ text: submission.text, ...around }, models.models, judged) };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
