import { z } from 'zod';
import type { Judging } from '../moderate/judgements.ts';
import { acceptComment } from '../store/discussion/accept-comment.ts';
import { findApproved } from '../store/discussion/find-approved.ts';
import { readDiscussionState } from '../store/discussion/switch-discussion.ts';
import type { Readable, Store, Tx } from '../store/store.ts';
import { findStory } from '../store/stories.ts';
import type { Comment, Problem, Reason } from '../story/discussion/comment.ts';
import { isLive } from '../story/story.ts';
import { busyReader } from './busy.ts';
import type { Challenges, Proof } from './challenge.ts';
import { decide, readWords, type WordsRead } from './decide.ts';
import { findNameProblem } from './find-name-problem.ts';
import { type Limits, pacesOf, storyPace, waitingTime } from './paces.ts';
import type { SenderKey } from './sender.ts';
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
  /** A solved challenge, where the browser was asked for one. */
  proof: z.string().catch(''),
});

/** A comment on its way in: the form, under which story, from which browser and address. */
export type Posted = z.infer<typeof postedForm> & {
  readonly slug: string;
  readonly readerToken: string;
  readonly address: string;
  /** The e-mail address that was typed, where one was. */
  readonly email?: string;
};

/** What posting needs of the newsroom. */
export type Posting = {
  readonly store: Store;
  readonly now: () => Date;
  readonly limits: Limits;
  readonly senderKey: SenderKey;
  readonly challenges: Challenges;
  readonly judging: () => Judging;
};

/**
 * `missing`: no story that readers know of has this address. `replyTo` is the comment that was answered, for the form; `confirms`
 * the number of the reader whose address is to be confirmed.
 */
export type PostOutcome =
  | { readonly kind: 'accepted'; readonly comment: Comment; readonly confirms?: number }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'refused';
      readonly problems: readonly Problem[];
      readonly status: 400 | 409 | 429;
      readonly replyTo?: Pick<Comment, 'id' | 'name'>;
    };

/**
 * Takes a reader's comment: validates it, decides about it, keeps it. Only what is kept counts towards the limits of its
 * address, so that correcting a comment costs nothing.
 */
export async function postComment(posting: Posting, posted: Posted): Promise<PostOutcome> {
  const now = posting.now();
  const sender = await posting.senderKey(posted.address);
  const proof = posted.proof === '' ? undefined : await posting.challenges.check(posted.proof, posted.slug, now);
  const text = tidyText(posted.text);
  const words: Written = {
    now,
    sender,
    name: shortName(posted.name),
    fullName: tidyName(posted.name),
    text,
    read: readWords(text, posting.judging),
    ...(proof && { proof }),
  };
  return posting.store.write((tx) => takeInside(tx, posting, { ...posted, words }));
}

/**
 * What was posted, tidied, and what is known of it without the database. Nobody waits for it in a transaction, and a processor
 * does one thing many times faster than many in turn.
 */
type Written = {
  readonly now: Date;
  readonly sender: string;
  /** The short form; undefined for a name that cannot be used. */
  readonly name: string | undefined;
  readonly fullName: string;
  readonly text: string;
  readonly read: WordsRead;
  readonly proof?: Proof;
};

/** Decided in the transaction that keeps it: what another process has closed, killed or set a moment ago counts. */
async function takeInside(
  tx: Tx,
  { limits, judging }: Posting,
  { words, ...posted }: Posted & { readonly words: Written },
): Promise<PostOutcome> {
  const { now, sender, name, fullName, text, read, proof } = words;
  const store = { read: tx.db };
  const story = await findStory(store, posted.slug);
  if (!story || (!isLive(story, now) && story.publishedAt === undefined)) return { kind: 'missing' };
  if (!isLive(story, now)) return refused(409, [formProblem(TAKEN)]);
  if (!(await readDiscussionState(store, story, now)).open) return refused(409, [formProblem(CLOSED)]);

  const parent = await findParent(store, story.id, posted.parent);
  const { readerToken } = posted;
  const submission = { storyId: story.id, ...(parent && { parentId: parent.id }), fullName, text, readerToken };
  const { decision, reader, recent, kept } = await decide({ store, now, judging }, submission, { words: read });
  const problems = [
    ...(name === undefined ? nameProblems(posted.name) : []),
    ...parentProblems(posted.parent, parent),
    ...decision.problems,
  ];
  if (name === undefined || problems.length > 0) return refused(400, problems, parent);

  const trap = trapReasons(posted.website);
  const state = trap.length > 0 ? 'refused' : decision.state;
  const busy = busyReader(recent, limits.reader, now);
  const accepted = await acceptComment(
    tx,
    { submission, name, state, reasons: [...trap, ...decision.reasons], by: 'policy', now, ...kept },
    {
      slug: story.slug,
      reader,
      most: pacesOf('most', sender, limits.most),
      calm: pacesOf('calm', sender, limits.calm),
      story: storyPace(story.id, limits),
      ...(proof && { proof }),
      ...(busy && { busy }),
      ...(posted.email && { email: posted.email }),
    },
  );
  if (accepted.kind === 'wait') return refused(429, [formProblem(waitMessage(accepted.seconds))], parent);
  const { comment, confirms } = accepted;
  return { kind: 'accepted', comment, ...(confirms !== undefined && { confirms }) };
}

function refused(status: 400 | 409 | 429, problems: readonly Problem[], parent?: Comment): PostOutcome {
  return { kind: 'refused', status, problems, ...(parent && { replyTo: { id: parent.id, name: parent.name } }) };
}

/** The comment that is answered, when every reader can see it under this story. */
export async function findParent(store: Readable, storyId: number, parent: string): Promise<Comment | undefined> {
  return /^\d{1,15}$/.test(parent) ? findApproved(store, { id: Number(parent), storyId }) : undefined;
}

const TAKEN = 'This story can no longer be commented on: it was taken from the site.';
const CLOSED = 'This discussion is closed, so your comment was not taken.';

const formProblem = (message: string): Problem => ({ field: 'form', message });

const nameProblems = (name: string): Problem[] => {
  const message = findNameProblem(name);
  return message === undefined ? [] : [{ field: 'name', message }];
};

const parentProblems = (asked: string, parent: Comment | undefined): Problem[] =>
  asked === '' || parent
    ? []
    : [formProblem('The comment that you answer is no longer here. You can still post yours by itself.')];

/**
 * A program is told nothing: the page answers as if all were well, and the comment is kept as refused. Kept, because a
 * browser that fills forms by itself may step into the trap too, and then a moderator can still find the words.
 */
const trapReasons = (website: string): Reason[] =>
  website.trim() === ''
    ? []
    : [{ code: 'trap', message: `The hidden field “website” was filled: “${website.trim().slice(0, 100)}”.` }];

const waitMessage = (seconds: number): string =>
  `Several comments have come from your connection in a short time. Please wait ${waitingTime(seconds)}, then send this one again: nothing that you typed is lost.`;
