import type { Comment, Reason } from '../../story/comment.ts';
import type { Store, Tx } from '../store.ts';
import { insertComment, type NewComment } from './insert-comment.ts';
import { type Pace, spendOnce, takePace } from './pace.ts';

/** How a comment gets in. What is kept counts towards all paces; a refused one counts towards none. */
export type Admission = {
  /** Beyond these nothing is taken. */
  readonly most: readonly Pace[];
  /** Beyond these a proof of work is asked for, or a person looks. */
  readonly calm: readonly Pace[];
  /** So many comments under one story in so many seconds; beyond it the story counts as busy. */
  readonly story: { readonly many: number; readonly seconds: number };
  /** A solved challenge, which counts once. */
  readonly proof?: { readonly key: string; readonly until: Date };
  /** Already known to be busy, and why. */
  readonly busy?: Reason;
};

export type Accepted =
  | { readonly kind: 'saved'; readonly comment: Comment }
  | { readonly kind: 'wait'; readonly seconds: number };

/**
 * Keeps a comment if its source has not had its share; held for a person where source or story are busy and no work was
 * shown. Counted and kept in one transaction: no restart and no second process loses a count.
 */
export async function acceptComment(store: Store, comment: NewComment, admission: Admission): Promise<Accepted> {
  return store.write(async (tx): Promise<Accepted> => {
    const seconds = await takePace(tx, admission.most, comment.now);
    if (seconds !== undefined) return { kind: 'wait', seconds };
    const busy = await busyReason(tx, comment, admission);
    const proved = busy !== undefined && admission.proof !== undefined && (await spendProof(tx, admission.proof));
    const decided = busy === undefined || proved ? comment : heldFor(busy, comment);
    return { kind: 'saved', comment: await insertComment(tx, decided) };
  });
}

/** What is refused stays refused: being busy is no way out. */
function heldFor(busy: Reason, comment: NewComment): NewComment {
  const state = comment.state === 'refused' ? comment.state : 'held';
  return { ...comment, state, reasons: [...comment.reasons, busy] };
}

const spendProof = (tx: Tx, { key, until }: NonNullable<Admission['proof']>) => spendOnce(tx, `proof:${key}`, until);

async function busyReason(tx: Tx, { submission, now }: NewComment, admission: Admission): Promise<Reason | undefined> {
  if ((await takePace(tx, admission.calm, now)) !== undefined) {
    return {
      code: 'busy-source',
      message: 'Many comments came from this address in a short time, and this one without a proof of work.',
    };
  }
  if (admission.busy) return admission.busy;
  if (!(await isStoryBusy(tx, submission.storyId, { ...admission.story, now }))) return undefined;
  return {
    code: 'busy-story',
    message: 'Very many comments came to this story in a short time, and this one without a proof of work.',
  };
}

/** Whether a story had its share of comments in the last seconds. Read from the comments themselves: nothing to lose. */
export async function isStoryBusy(
  { db }: Pick<Tx, 'db'>,
  storyId: number,
  { many, seconds, now }: { readonly many: number; readonly seconds: number; readonly now: Date },
): Promise<boolean> {
  const nth = await db
    .selectFrom('comment')
    .select('created_at')
    .where('story_id', '=', storyId)
    .orderBy('id', 'desc')
    .limit(1)
    .offset(many - 1)
    .executeTakeFirst();
  return nth !== undefined && Date.parse(nth.created_at) > now.getTime() - seconds * 1000;
}
