import type { Comment, CommentState, Reason, Submission } from '../story/comment.ts';
import { CopydeskError } from '../story/errors.ts';
import type { Story } from '../story/story.ts';
import type { Store } from './store.ts';

/** A comment as moderators see it: with the full name, the story, and the reasons of the last decision. */
export type DeskComment = Comment & {
  readonly fullName: string;
  readonly story: Pick<Story, 'slug' | 'state'> & { readonly headline: string };
  readonly reasons: readonly Reason[];
  readonly decidedBy: string;
};

/** Keeps a comment with the decision about it. `name` is the short form. `not-found` without the story, `bad-input` for a parent elsewhere. */
export async function saveComment(
  _store: Store,
  _comment: {
    readonly submission: Submission;
    readonly name: string;
    readonly state: CommentState;
    readonly reasons: readonly Reason[];
    readonly by: string;
    readonly now: Date;
  },
): Promise<Comment> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** Approved comments and this reader's own pending and held ones, oldest first. */
export async function listComments(
  _store: Store,
  _options: { readonly storyId: number; readonly readerToken?: string },
): Promise<Comment[]> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** The moderators' list, oldest first. */
export async function listCommentsForDesk(
  _store: Store,
  _options: { readonly state?: CommentState; readonly limit: number },
): Promise<DeskComment[]> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** Keeps a decision about a comment, with its reasons. `not-found` when there is no such comment. */
export async function decideComment(
  _store: Store,
  _id: number,
  _decision: {
    readonly state: 'approved' | 'held' | 'removed';
    readonly by: string;
    readonly reasons: readonly Reason[];
    readonly now: Date;
  },
): Promise<Comment> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** A reader's last comments in any state, latest first: to tell a second press of the button from a second thought. */
export async function findLatestByReader(_store: Store, _readerToken: string, _limit: number): Promise<Comment[]> {
  throw new CopydeskError('store-broken', 'Not written yet');
}
