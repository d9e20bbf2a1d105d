import type { Comment } from '../../story/discussion/comment.ts';
import { atMost, type Places, prepare } from '../database/prepared.ts';
import type { Readable } from '../store.ts';

type FoundAlike = Pick<Comment, 'id' | 'storyId' | 'text'> & { readonly readerId: number };

/** Comments since then, the latest first, by whose number (`text/word-runs.ts`) one of these is, and that their readers left standing. */
export async function findAlike(
  store: Readable,
  { sketch, since }: { readonly sketch: readonly number[]; readonly since: Date },
): Promise<readonly FoundAlike[]> {
  const [first, second = first, third = first] = sketch;
  if (first === undefined || second === undefined || third === undefined) return [];
  return withSketch(store.read, { first, second, third, since: since.toISOString() });
}

/** A flood is told from a chance by fewer, and each of them is read. */
const MOST = 3;

const withSketch = prepare((db, at: Places<{ first: number; second: number; third: number; since: string }>) =>
  db
    .selectFrom('comment')
    .select(['id', 'story_id as storyId', 'reader_id as readerId', 'text'])
    .where('sketch', 'in', [at.first, at.second, at.third])
    .where('created_at', '>=', at.since)
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(atMost(MOST)),
);
