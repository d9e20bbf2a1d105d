import type { Copy } from '../../story/copy.ts';
import type { Store } from '../store.ts';

/** What a comment is judged beside: the newest copy, what it answers, and the last words of others under the story. */
export type FoundSurroundings = {
  readonly article?: { readonly headline: string; readonly text: string };
  readonly parent?: string;
  readonly thread: readonly string[];
};

/** Comments of the thread that are read. */
const MOST_THREAD = 15;

export async function findSurroundings(
  store: Store,
  { storyId, parentId }: { readonly storyId: number; readonly parentId?: number },
): Promise<FoundSurroundings> {
  const version = await store.read
    .selectFrom('story')
    .innerJoin('story_version', 'story_version.id', 'story.newest_version_id')
    .select(['story_version.id', 'story_version.copy'])
    .where('story.id', '=', storyId)
    .executeTakeFirst();
  const thread = await store.read
    .selectFrom('comment')
    .select(['id', 'text'])
    .where('story_id', '=', storyId)
    .where('state', '=', 'approved')
    .orderBy('id', 'desc')
    .limit(MOST_THREAD)
    .execute();
  const parent =
    parentId === undefined
      ? undefined
      : await store.read.selectFrom('comment').select('text').where('id', '=', parentId).executeTakeFirst();
  const copy = version && (JSON.parse(version.copy) as Copy);
  return {
    ...(copy && { article: { headline: copy.headline, text: copy.text } }),
    ...(parent && { parent: parent.text }),
    thread: thread.filter(({ id }) => id !== parentId).map(({ text }) => text),
  };
}
