import type { Alike } from '../../story/discussion/comment.ts';
import { atMost, type Places, prepare } from '../database/prepared.ts';
import type { Readable } from '../store.ts';

/** Comments since then, the latest first, that have the same number made of their words, and that their readers left standing. */
export async function findAlike(
  store: Readable,
  { sketch, since }: { readonly sketch: number; readonly since: Date },
): Promise<readonly Alike[]> {
  return withSketch(store.read, { sketch, since: since.toISOString() });
}

/** A flood is told from a chance by fewer. */
const MOST = 20;

const withSketch = prepare((db, at: Places<{ sketch: number; since: string }>) =>
  db
    .selectFrom('comment')
    .select(['id', 'story_id as storyId', 'reader_id as readerId', 'text'])
    .where('sketch', '=', at.sketch)
    .where('created_at', '>=', at.since)
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(atMost(MOST)),
);
