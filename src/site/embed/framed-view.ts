import { readOwnLinks } from '../../own-link.ts';
import type { Newsroom } from '../newsroom.ts';
import { type StoryView, type StoryViewOptions, storyView } from '../story-view.ts';

/** What a frame shows of a story: its view, with keys to the reader's own comments, which are changed on our own page. */
export async function framedView(
  newsroom: Newsroom,
  slug: string,
  options: StoryViewOptions,
): Promise<StoryView | undefined> {
  const view = await storyView(newsroom, slug, options);
  const { readerToken } = options;
  if (!view || readerToken === undefined) return view;
  const links = await readOwnLinks(newsroom.store);
  const ownKey = (id: number) => links.seal({ id, readerToken, now: view.discussion.now });
  return { ...view, discussion: { ...view.discussion, ownKey } };
}
