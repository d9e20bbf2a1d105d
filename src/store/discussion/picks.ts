import { CopydeskError } from '../../story/errors.ts';
import type { Store } from '../store.ts';
import { addEvent, slugOfStory } from './insert-comment.ts';
import { lockComment } from './thread-upkeep.ts';

/**
 * Marks a comment as an editor's pick, or takes the mark off; its thread stands in front where readers ask for picks.
 * `not-found` without the comment, `not-allowed` when readers do not see it.
 */
export async function pickComment(
  store: Store,
  id: number,
  pick: { readonly picked: boolean; readonly by: string; readonly staffId?: string; readonly now: Date },
): Promise<void> {
  await store.write(async (tx) => {
    const comment = await lockComment(tx, id);
    if (pick.picked && comment.state !== 'approved') {
      throw new CopydeskError('not-allowed', `Cannot pick comment ${id}: it is ${comment.state}.`);
    }
    const at = pick.picked ? pick.now.toISOString() : null;
    await tx.db.updateTable('comment').set({ picked_at: at }).where('id', '=', id).execute();
    const headId = comment.rootId ?? id;
    const last = await tx.db
      .selectFrom('comment')
      .select(({ fn }) => fn.max('picked_at').as('at'))
      .where((one) => one.or([one('id', '=', headId), one('root_id', '=', headId)]))
      .executeTakeFirst();
    await tx.db
      .updateTable('comment')
      .set({ thread_picked_at: last?.at ?? '' })
      .where('id', '=', headId)
      .execute();
    const reasons = [
      { code: pick.picked ? 'picked' : 'unpicked', message: pick.picked ? 'Picked.' : 'No longer picked.' },
    ];
    const { by, staffId, now } = pick;
    await addEvent(tx, { id, state: comment.state, reasons, by, now, ...(staffId !== undefined && { staffId }) });
    tx.changed({ kind: 'discussion', slug: await slugOfStory(tx, comment.storyId) });
  });
}
