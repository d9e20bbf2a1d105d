import type { CommentPages } from './comments/comment-pages.ts';
import type { Newsroom } from './newsroom.ts';
import { asPage, editPage, noticePage, reportPage } from './site/comment-pages.ts';
import { STORY_POLICY } from './site/security-headers.ts';
import { renderStoryPage } from './site/story-page.ts';
import { storyView } from './site/story-view.ts';
import { CopydeskError } from './story/errors.ts';

/** The site's pages for what was sent to the discussion and cannot be taken as it is. */
export function commentPages(newsroom: Newsroom): CommentPages {
  return {
    async story(slug, form, { status, readerToken }) {
      const view = await storyView(newsroom, slug, { form, readerToken });
      if (!view) throw new CopydeskError('not-found', `No story that readers may see has the address "${slug}".`);
      const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': STORY_POLICY };
      return new Response(String(renderStoryPage(view)), { status, headers });
    },
    async edit(id, form, token) {
      const page = await editPage(newsroom, { id, token }, form);
      if (!page) throw new CopydeskError('not-found', `No comment of yours has the number ${id}.`);
      return asPage(page, 400);
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
