import type { Moderator } from '../../story/discussion/moderation.ts';
import type { Store } from '../store.ts';

/** How long a comment stays claimed without a sign of life, in milliseconds. */
export const LEASE_MS = 2 * 60_000;

/** Who has a comment open, and until when (ISO 8601, UTC). */
export type Lease = { readonly staffId: string; readonly name: string; readonly until: string };

/** Takes or renews the claim on a comment. Answers with the other moderator's claim when hers is still running. */
export async function claimComment(
  store: Store,
  claim: { readonly commentId: number; readonly by: Moderator; readonly now: Date },
): Promise<Lease | undefined> {
  const { commentId, by, now } = claim;
  const until = new Date(now.getTime() + LEASE_MS).toISOString();
  const mine = { staff_id: by.id, staff_name: by.name, until };
  return store.write(async (tx) => {
    await tx.db
      .insertInto('comment_lease')
      .values({ comment_id: commentId, ...mine })
      .onConflict((conflict) =>
        conflict
          .column('comment_id')
          .doUpdateSet(mine)
          .where((held) =>
            held.or([held('comment_lease.until', '<=', now.toISOString()), held('comment_lease.staff_id', '=', by.id)]),
          ),
      )
      .execute();
    const held = await tx.db
      .selectFrom('comment_lease')
      .select(['staff_id as staffId', 'staff_name as name', 'until'])
      .where('comment_id', '=', commentId)
      .executeTakeFirstOrThrow();
    return held.staffId === by.id ? undefined : held;
  });
}
