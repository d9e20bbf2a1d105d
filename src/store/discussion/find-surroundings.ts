import type { Copy } from '../../story/copy.ts';
import { atMost, openedOf, type Places, prepare } from '../database/prepared.ts';
import type { Readable } from '../store.ts';

type Article = { readonly headline: string; readonly text: string };

/** What a comment is judged beside: the newest copy, what it answers, and the last words of others under the story. */
export type FoundSurroundings = {
  readonly article?: Article;
  readonly parent?: string;
  readonly thread: readonly string[];
};

/** Comments of the thread that are read. */
const MOST_THREAD = 15;

export async function findSurroundings(
  store: Readable,
  { storyId, parentId }: { readonly storyId: number; readonly parentId?: number },
): Promise<FoundSurroundings> {
  const article = await newestArticle(store, storyId);
  const thread = await lastApproved(store.read, { story: storyId });
  const [parent] = parentId === undefined ? [] : await textOf(store.read, { id: parentId });
  return {
    ...(article && { article }),
    ...(parent && { parent: parent.text }),
    thread: thread.filter(({ id }) => id !== parentId).map(({ text }) => text),
  };
}

/** By their time, which is how the index has them. */
const lastApproved = prepare((db, at: Places<{ story: number }>) =>
  db
    .selectFrom('comment')
    .select(['id', 'text'])
    .where('story_id', '=', at.story)
    .where('state', '=', 'approved')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(atMost(MOST_THREAD)),
);

const textOf = prepare((db, at: Places<{ id: number }>) =>
  db.selectFrom('comment').select('text').where('id', '=', at.id),
);

/**
 * What the newest version says. Which one that is, is asked each time; its words never change and are read once: a busy
 * discussion would read them with every comment.
 */
async function newestArticle(store: Readable, storyId: number): Promise<Article | undefined> {
  const [version] = await newestVersion(store.read, { story: storyId });
  if (!version) return undefined;
  const opened = openedOf(store.read);
  const kept = articles.get(opened) ?? new Map<string, Article>();
  articles.set(opened, kept);
  // @NOTE Not the number alone: one that was rolled back is given again, to another version.
  const key = `${version.id} ${version.sha256}`;
  const known = kept.get(key);
  if (known) return known;
  const [found] = await copyOf(store.read, { version: version.id });
  if (!found) return undefined;
  const { headline, text } = JSON.parse(found.copy) as Copy;
  if (kept.size >= MOST_KEPT) kept.clear();
  const article = { headline, text };
  kept.set(key, article);
  return article;
}

/** For each database that is open, by the number and the fingerprint of the version. */
const articles = new WeakMap<object, Map<string, Article>>();
const MOST_KEPT = 100;

const newestVersion = prepare((db, at: Places<{ story: number }>) =>
  db
    .selectFrom('story')
    .innerJoin('story_version', 'story_version.id', 'story.newest_version_id')
    .select(['story_version.id', 'story_version.sha256'])
    .where('story.id', '=', at.story),
);

const copyOf = prepare((db, at: Places<{ version: number }>) =>
  db.selectFrom('story_version').select('copy').where('id', '=', at.version),
);
