import type { Comment } from '../../story/discussion/comment.ts';
import { present } from '../database/present.ts';
import type { Readable } from '../store.ts';
import { commentColumns } from './insert-comment.ts';

/** The comment with this number, if readers see it; with `storyId`, only under that story. */
export async function findApproved(
  store: Readable,
  { id, storyId }: { readonly id: number; readonly storyId?: number },
): Promise<Comment | undefined> {
  let find = store.read
    .selectFrom('comment')
    .select(commentColumns)
    .where('id', '=', id)
    .where('state', '=', 'approved');
  if (storyId !== undefined) find = find.where('story_id', '=', storyId);
  const row = await find.executeTakeFirst();
  return row && present(row);
}
