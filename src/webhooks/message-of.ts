import { linkTo } from '../routes.ts';
import type { Due } from '../store/others/outbox.ts';
import { findCommentNews, findStoryNews } from '../store/others/webhook-data.ts';
import type { Store } from '../store/store.ts';

/** A message as it is sent: its id is the same for every try. */
export type Message = { readonly id: string; readonly body: string };

/**
 * What a webhook is told of an event, made at the moment of the try from what is in the store then: words that were removed,
 * killed or erased in between are not told any more. Undefined when nothing is left to tell of.
 */
export async function messageOf(
  { store, url }: { readonly store: Store; readonly url: string },
  due: Pick<Due, 'eventId' | 'type' | 'commentId' | 'storyId' | 'at'>,
): Promise<Message | undefined> {
  const data = due.commentId !== null ? await commentData(store, url, due) : await storyData(store, url, due);
  if (!data) return undefined;
  return { id: `msg_${due.eventId}`, body: JSON.stringify({ type: due.type, timestamp: due.at, data }) };
}

async function commentData(store: Store, url: string, { commentId, type }: Pick<Due, 'commentId' | 'type'>) {
  const comment = commentId === null ? undefined : await findCommentNews(store, commentId);
  if (!comment) return undefined;
  const { id, slug, parentId, name, text, state, createdAt } = comment;
  const gone = type === 'comment.removed' || state === 'removed' || state === 'refused';
  return {
    id,
    url: `${url}${linkTo('story', { slug })}#comment-${id}`,
    story: { slug, url: `${url}${linkTo('story', { slug })}` },
    ...(parentId !== null && { parentId }),
    state,
    createdAt,
    ...(!gone && { name, text }),
  };
}

async function storyData(store: Store, url: string, { storyId }: Pick<Due, 'storyId'>) {
  const story = storyId === null ? undefined : await findStoryNews(store, storyId);
  if (!story) return undefined;
  const { slug, state, headline, notice, visible } = story;
  return {
    slug,
    url: `${url}${linkTo('story', { slug })}`,
    state,
    ...(visible && headline !== null && { headline }),
    ...(state === 'killed' && notice !== null && { notice }),
  };
}
