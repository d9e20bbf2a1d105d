import { z } from 'zod';
import { senderOf } from '../client-address.ts';
import { moderate } from '../moderate/moderate.ts';
import { findLatestByReader, listComments, saveComment } from '../store/comments.ts';
import type { Store } from '../store/store.ts';
import { findStory } from '../store/stories.ts';
import type { Comment, Problem, Reason } from '../story/comment.ts';
import { isLive } from '../story/story.ts';
import { findNameProblem } from './find-name-problem.ts';
import type { PostLimits } from './post-limits.ts';
import { shortName } from './short-name.ts';
import { tidyName } from './tidy-name.ts';
import { tidyText } from './tidy-text.ts';

/** The fields of the comment form as they come over the wire. What is missing, or a file, is nothing typed. */
export const postedForm = z.object({
  name: z.string().catch(''),
  text: z.string().catch(''),
  /** Number of the comment that is answered, or empty. */
  parent: z.string().catch(''),
  /** Hidden from people: whoever fills it is a program. */
  website: z.string().catch(''),
});

/** A comment on its way in: the form, under which story, from which browser. */
export type Posted = z.infer<typeof postedForm> & { readonly slug: string; readonly readerToken: string };

/** `missing`: no story that readers know of has this address. `replyTo` is the comment that was answered, for the form. */
export type PostOutcome =
  | { readonly kind: 'accepted'; readonly comment: Comment }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'refused';
      readonly problems: readonly Problem[];
      readonly status: 400 | 409 | 429;
      readonly replyTo?: Pick<Comment, 'id' | 'name'>;
    };

/** How many of a reader's last comments are compared with the new one. */
const RECENT = 20;

/**
 * Takes a reader's comment: validates it, decides about it, keeps it. Only what is kept counts towards the limits of
 * `address`, so that correcting a comment costs nothing.
 */
export async function postComment(
  newsroom: { readonly store: Store; readonly now: () => Date; readonly limits: PostLimits },
  posted: Posted,
  address: string,
): Promise<PostOutcome> {
  const { store, limits } = newsroom;
  const now = newsroom.now();
  const story = await findStory(store, posted.slug);
  if (!story || (!isLive(story, now) && story.publishedAt === undefined)) return { kind: 'missing' };
  if (!isLive(story, now)) {
    return refused(409, [
      { field: 'form', message: 'This story can no longer be commented on: it was taken from the site.' },
    ]);
  }

  const parent = await findParent(store, story.id, posted.parent);
  const submission = {
    storyId: story.id,
    ...(parent && { parentId: parent.id }),
    fullName: tidyName(posted.name),
    text: tidyText(posted.text),
    readerToken: posted.readerToken,
  };
  const decision = moderate(submission, { recent: await findLatestByReader(store, posted.readerToken, RECENT) });
  const name = shortName(posted.name);
  const problems = [...nameProblems(posted.name), ...parentProblems(posted.parent, parent), ...decision.problems];
  if (name === undefined || problems.length > 0) return refused(400, problems, parent);

  const wait = await limits.take(senderOf(address));
  if (wait !== undefined) return refused(429, [{ field: 'form', message: waitMessage(wait) }], parent);

  const trap = trapReasons(posted.website);
  const reasons = [...trap, ...decision.reasons];
  const state = trap.length > 0 ? 'refused' : decision.state;
  return {
    kind: 'accepted',
    comment: await saveComment(store, { submission, name, state, reasons, by: 'policy', now }),
  };
}

function refused(status: 400 | 409 | 429, problems: readonly Problem[], parent?: Comment): PostOutcome {
  return { kind: 'refused', status, problems, ...(parent && { replyTo: { id: parent.id, name: parent.name } }) };
}

/** The comment that is answered, when every reader can see it under this story. */
async function findParent(store: Store, storyId: number, parent: string): Promise<Comment | undefined> {
  if (!/^\d{1,15}$/.test(parent)) return undefined;
  const comments = await listComments(store, { storyId });
  return comments.find((comment) => comment.id === Number(parent));
}

const nameProblems = (name: string): Problem[] => {
  const message = findNameProblem(name);
  return message === undefined ? [] : [{ field: 'name', message }];
};

const parentProblems = (asked: string, parent: Comment | undefined): Problem[] =>
  asked === '' || parent
    ? []
    : [
        {
          field: 'form',
          message: 'The comment that you answer is no longer here. You can still post yours by itself.',
        },
      ];

/**
 * A program is told nothing: the page answers as if all were well, and the comment is kept as refused. Kept, because a
 * browser that fills forms by itself may step into the trap too, and then a moderator can still find the words.
 */
const trapReasons = (website: string): Reason[] =>
  website.trim() === ''
    ? []
    : [{ code: 'trap', message: `The hidden field “website” was filled: “${website.trim().slice(0, 100)}”.` }];

function waitMessage(seconds: number): string {
  const time =
    seconds < 90 ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : `${Math.ceil(seconds / 60)} minutes`;
  return `Several comments have come from your connection in a short time. Please wait ${time}, then send this one again: nothing that you typed is lost.`;
}
