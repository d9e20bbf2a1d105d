import type { Comment } from '../../story/discussion/comment.ts';
import { type Places, prepare } from '../database/prepared.ts';
import { present } from '../database/present.ts';
import type { Readable } from '../store.ts';
import { commentColumns } from './insert-comment.ts';

/** The comment with this number, if readers see it; with `storyId`, only under that story. */
export async function findApproved(
  store: Readable,
  { id, storyId }: { readonly id: number; readonly storyId?: number },
): Promise<Comment | undefined> {
  const [row] = await approved(store.read, { id });
  return row && (storyId === undefined || row.storyId === storyId) ? present(row) : undefined;
}

const approved = prepare((db, at: Places<{ id: number }>) =>
  db.selectFrom('comment').select(commentColumns).where('id', '=', at.id).where('state', '=', 'approved'),
);
