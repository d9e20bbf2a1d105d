import { adviceOn } from '../moderate/advice.ts';
import { takePace } from '../store/discussion/pace.ts';
import { readDiscussionState } from '../store/discussion/switch-discussion.ts';
import { findStory } from '../store/stories.ts';
import type { Comment, Preview, Problem, Submission } from '../story/discussion/comment.ts';
import { DEFAULT_MODERATION } from '../story/discussion/moderation-settings.ts';
import { isLive } from '../story/story.ts';
import { decide } from './decide.ts';
import { pacesOf } from './paces.ts';
import { findParent, type Posted, type Posting } from './post-comment.ts';
import { shortName } from './short-name.ts';
import { tidyName } from './tidy-name.ts';
import { tidyText } from './tidy-text.ts';

/** `missing`: there is nothing to write under. `wait`: the sender asks too often; whole seconds. */
export type Advised =
  | { readonly kind: 'missing' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'advised'; readonly preview: Preview; readonly problems: readonly Problem[] };

/** What would help a new comment before it is sent, and how it would stand. Nothing is kept of it but that somebody asked. */
export async function adviseOnNew(posting: Posting, posted: Posted): Promise<Advised & { readonly replyTo?: ReplyTo }> {
  const { store } = posting;
  const now = posting.now();
  const story = await findStory(store, posted.slug);
  if (!story || !isLive(story, now) || !(await readDiscussionState(store, story, now)).open) return { kind: 'missing' };
  const parent = await findParent(store, story.id, posted.parent);
  const { readerToken, address } = posted;
  const submission = {
    storyId: story.id,
    ...(parent && { parentId: parent.id }),
    fullName: tidyName(posted.name),
    text: tidyText(posted.text),
    readerToken,
  };
  const advised = await advise(posting, submission, { address });
  if (advised.kind !== 'advised') return advised;
  const name = shortName(posted.name);
  return {
    ...advised,
    preview: { ...advised.preview, ...(name && { name }) },
    ...(parent && { replyTo: { id: parent.id, name: parent.name } }),
  };
}

type ReplyTo = Pick<Comment, 'id' | 'name'>;

/** The same for words that were tidied. `except` is the comment that is being edited. */
export async function advise(
  posting: Posting,
  submission: Submission,
  { address, except }: { readonly address: string; readonly except?: number },
): Promise<Advised> {
  const now = posting.now();
  const seconds = await countAsking(posting, address, now);
  if (seconds !== undefined) return { kind: 'wait', seconds };
  const { decision, judged, policy } = await decide({ ...posting, now }, submission, {
    ...(except !== undefined && { except }),
  });
  const settings = policy.kind === 'set' ? policy.settings : DEFAULT_MODERATION;
  const advice = judged.kind === 'judged' ? adviceOn(submission.text, judged.judgements, settings) : [];
  const preview = {
    text: submission.text,
    advice: advice.map(({ message }) => message),
    waits: decision.state !== 'approved',
  };
  return { kind: 'advised', preview, problems: decision.problems };
}

/** Counts that somebody asks; the seconds to wait where she has asked too often. */
async function countAsking(
  { store, limits, senderKey }: Posting,
  address: string,
  now: Date,
): Promise<number | undefined> {
  const paces = pacesOf('advice', await senderKey(address), [limits.advice]);
  return store.write((tx) => takePace(tx, paces, now));
}
