import { linkIn, linkTo, type Venue } from '../../routes.ts';
import type { DiscussionPage, Sort } from '../../story/discussion/discussion.ts';

type Part = { readonly sort?: Sort; readonly page?: number; readonly thread?: number };

/** The path of a part of a discussion. The first page, newest first, is the story's own address. */
export function discussionPath(slug: string, { sort, page, thread }: Part, venue: Venue = 'page'): string {
  const query = new URLSearchParams();
  if (thread !== undefined) query.set('thread', String(thread));
  else if (sort !== undefined && sort !== 'newest') query.set('sort', sort);
  if (page !== undefined && page > 1) query.set('page', String(page));
  const asked = query.toString();
  return `${linkIn(venue, 'story', { slug })}${asked && `?${asked}`}`;
}

/** The same part of the discussion, another page of it. */
export const pageOf = (slug: string, { sort, alone }: DiscussionPage, page: number, venue?: Venue): string =>
  discussionPath(slug, { sort, page, ...(alone !== undefined && { thread: alone }) }, venue);

/**
 * The address that search engines are given: each page of the newest-first list and of a long thread has its own, because
 * each has comments of its own; other orders show the same comments again and are the story's page.
 */
export function canonicalPath(slug: string, part: DiscussionPage): string {
  if (part.alone === undefined && part.sort !== 'newest') return linkTo('story', { slug });
  return pageOf(slug, part, part.page);
}
