import type { CommentPages } from './comments/comment-pages.ts';
import type { Newsroom } from './newsroom.ts';
import { asPage, editPage, noticePage, reportPage } from './site/comment-pages.ts';
import { renderEmbedPage } from './site/embed/embed-page.ts';
import { framedView } from './site/embed/framed-view.ts';
import { STORY_POLICY } from './site/security-headers.ts';
import { renderStoryPage } from './site/story-page.ts';
import { type StoryViewOptions, storyView } from './site/story-view.ts';
import { findPlace } from './store/discussion/find-place.ts';
import { CopydeskError } from './story/errors.ts';

/** The site's pages for what was sent to the discussion and cannot be taken as it is. */
export function commentPages(newsroom: Newsroom): CommentPages {
  return {
    async story(slug, form, { status, readerToken }) {
      const view = await storyView(newsroom, slug, { form, readerToken });
      if (!view) throw missing(slug);
      const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': STORY_POLICY };
      return new Response(String(renderStoryPage(view)), { status, headers });
    },
    async edit(id, form, token) {
      const page = await editPage(newsroom, { id, token }, form);
      if (!page) throw new CopydeskError('not-found', `No comment of yours has the number ${id}.`);
      return asPage(page, form.problems.length > 0 ? 400 : 200);
    },
    async report(id, form) {
      const page = await reportPage(newsroom, { id, ...form });
      if (!page) throw new CopydeskError('not-found', `No comment on the page has the number ${id}.`);
      return asPage(page, 400);
    },
    async notice(notice) {
      return asPage(await noticePage(newsroom, notice), notice.status);
    },
  };
}

/** The same for a discussion that stands in a frame. There nobody edits: a reader's own comments are changed on our own page. */
export function framedPages(newsroom: Newsroom): CommentPages {
  const framed = async (
    slug: string,
    options: StoryViewOptions,
    { status, posted }: { status: number; posted?: number },
  ) => {
    const view = await framedView(newsroom, slug, options);
    if (!view) throw missing(slug);
    return asPage(renderEmbedPage(view, posted), status);
  };
  return {
    ...commentPages(newsroom),
    story: (slug, form, { status, readerToken }) => framed(slug, { form, readerToken }, { status }),
    async posted(slug, { id, readerToken }) {
      const place = await findPlace(newsroom.store, id);
      const { page, thread } = place ?? {};
      const part = { ...(page && { page }), ...(thread !== undefined && { thread }) };
      return framed(slug, { readerToken, ...part }, { status: 200, posted: id });
    },
    async report(id, form) {
      const page = await reportPage(newsroom, { id, ...form }, 'frame');
      if (!page) throw new CopydeskError('not-found', `No comment on the page has the number ${id}.`);
      return asPage(page, 400);
    },
    async notice(notice) {
      return asPage(await noticePage(newsroom, notice, 'frame'), notice.status);
    },
  };
}

const missing = (slug: string): CopydeskError =>
  new CopydeskError('not-found', `No story that readers may see has the address "${slug}".`);
