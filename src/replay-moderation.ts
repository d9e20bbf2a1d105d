import { judge } from './comments/decide.ts';
import type { Judging } from './moderate/judgements.ts';
import { moderate } from './moderate/moderate.ts';
import type { Decision, Judged } from './moderate/verdict.ts';
import { listForReplay, type Replayed } from './store/moderation/list-for-replay.ts';
import type { Store } from './store/store.ts';
import type { Alike, Comment } from './story/discussion/comment.ts';
import type { ModerationSettings } from './story/discussion/moderation-settings.ts';

/** One comment under two sets of rules. `now` is where it is today, after whatever people decided. */
export type ReplayedDecision = {
  readonly comment: Replayed;
  readonly before: Decision;
  readonly after: Decision;
};

const TOGETHER = 200;

/**
 * What two sets of rules say of the comments that came since then, judged anew as they stood when they came, beside the
 * discussion as it is now. Limits and repetition are left out: they depend on the hour. Nothing is changed.
 */
export async function* replayModeration(
  { store, judging }: { readonly store: Store; readonly judging: () => Judging },
  {
    since,
    before,
    after,
  }: { readonly since: Date; readonly before: ModerationSettings; readonly after: ModerationSettings },
): AsyncGenerator<ReplayedDecision> {
  let last = 0;
  for (;;) {
    const comments = await listForReplay(store, { since, after: last, limit: TOGETHER });
    if (comments.length === 0) return;
    last = comments.at(-1)!.id;
    for (const comment of comments) {
      const judged = await judge({ store, judging }, submissionOf(comment));
      yield { comment, before: decided(comment, judged, before), after: decided(comment, judged, after) };
    }
  }
}

const submissionOf = ({ storyId, parentId, fullName, text }: Replayed) => ({
  storyId,
  ...(parentId !== null && { parentId }),
  fullName,
  text,
  readerToken: '',
});

function decided(comment: Replayed, judged: Judged, settings: ModerationSettings): Decision {
  const [recent, alike]: [readonly Comment[], readonly Alike[]] = [[], []];
  const { approvedBefore: approved, stoppedBefore: stopped } = comment;
  const record = { readerId: 0, standing: { kind: 'good' }, approved, stopped, waiting: 0 } as const;
  return moderate(submissionOf(comment), { recent, alike, record, judged, policy: { kind: 'set', settings } });
}
