import type { CommentState } from '../../story/discussion/comment.ts';
import type { StoryState } from '../../story/story.ts';
import type { Store } from '../store.ts';

/** A comment as a webhook tells of it, as it is now. */
export type CommentNews = {
  readonly id: number;
  readonly slug: string;
  readonly parentId: number | null;
  readonly name: string;
  readonly text: string;
  readonly state: CommentState;
  readonly createdAt: string;
};

/** A story as a webhook tells of it, as it is now. */
export type StoryNews = {
  readonly slug: string;
  readonly state: StoryState;
  readonly headline: string | null;
  readonly notice: string | null;
  readonly visible: boolean;
};

/** The comment with this number, or undefined when it is erased. */
export async function findCommentNews(store: Store, id: number): Promise<CommentNews | undefined> {
  return store.read
    .selectFrom('comment')
    .innerJoin('story', 'story.id', 'comment.story_id')
    .select([
      'comment.id',
      'story.slug',
      'comment.parent_id as parentId',
      'comment.name',
      'comment.text',
      'comment.state',
      'comment.created_at as createdAt',
    ])
    .where('comment.id', '=', id)
    .executeTakeFirst();
}

/** The story with this number, or undefined when it is erased. */
export async function findStoryNews(store: Store, id: number): Promise<StoryNews | undefined> {
  const row = await store.read
    .selectFrom('story')
    .leftJoin('story_version', 'story_version.id', 'story.shown_version_id')
    .select(['story.slug', 'story.state', 'story_version.headline', 'story.notice', 'story.visible_from'])
    .where('story.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { visible_from: visibleFrom, ...story } = row;
  return { ...story, visible: visibleFrom !== null };
}
