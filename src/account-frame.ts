import type { Frame } from './accounts/account-pages.ts';
import type { Newsroom } from './newsroom.ts';
import { readFrame } from './site/frame.ts';
import { renderPage } from './site/parts/page-frame.ts';

/** The site around the pages of accounts. */
export function accountFrame(newsroom: Newsroom): Frame {
  return async ({ title, main, scripts }, status = 200) => {
    const frame = await readFrame(newsroom);
    const page = renderPage(frame, {
      title: `${title} | ${frame.edition.name}`,
      robots: 'noindex, nofollow',
      main,
      ...(scripts && { scripts }),
    });
    return new Response(String(await page), {
      status,
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
    });
  };
}
