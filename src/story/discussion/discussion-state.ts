import type { Edition } from '../edition.ts';
import type { Story } from '../story.ts';

/** Somebody opened or closed the discussion under a story. */
export type DiscussionSwitch = { readonly kind: 'open' | 'close'; readonly by: string; readonly at: string };

/** Whether readers may write under a story; `closesAt` is when an open one ends by itself. */
export type DiscussionState =
  | { readonly open: true; readonly closesAt?: string }
  | { readonly open: false; readonly since: string; readonly why: 'closed' | 'days' };

const DAY_MS = 24 * 60 * 60_000;

/**
 * The only place that decides whether a discussion is open at `now`: what a person last said of it, else the publisher's
 * number of days after publication. A number that cannot be read closes it.
 */
export function discussionState(
  story: Pick<Story, 'publishedAt'>,
  {
    last,
    edition,
    now,
  }: { readonly last: DiscussionSwitch | undefined; readonly edition: Edition; readonly now: Date },
): DiscussionState {
  if (last?.kind === 'open') return { open: true };
  if (last?.kind === 'close') return { open: false, since: last.at, why: 'closed' };
  const { commentDays } = edition;
  if (commentDays === undefined || story.publishedAt === undefined) return { open: true };
  const closesAt = Date.parse(story.publishedAt) + Number(commentDays) * DAY_MS;
  if (now.getTime() < closesAt) return { open: true, closesAt: new Date(closesAt).toISOString() };
  const since = Number.isNaN(closesAt) ? story.publishedAt : new Date(closesAt).toISOString();
  return { open: false, since, why: 'days' };
}
