import { Hono, type MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { READER_COOKIES } from '../../reader-cookies.ts';
import { linkIn, linkTo, linkToPlace, routes } from '../../routes.ts';
import { findPlace } from '../../store/discussion/find-place.ts';
import { readEmbedOrigins } from '../../store/elsewhere/embed-origins.ts';
import { findPageSlug } from '../../store/elsewhere/list-pages.ts';
import { nextTurn } from '../../store/state.ts';
import { pageAddress } from '../../story/page-address.ts';
import { assetPath, findAsset } from '../assets.ts';
import { asPage, reportPage } from '../comment-pages.ts';
import { readFrame } from '../frame.ts';
import { earlierOf, keepPage } from '../keep-page.ts';
import type { Newsroom } from '../newsroom.ts';
import { partWanted } from '../part-wanted.ts';
import { renderFramedPage } from '../parts/framed-page.ts';
import { html } from '../parts/html.ts';
import { framedIn } from '../security-headers.ts';
import { renderEmbedPage } from './embed-page.ts';
import { framedView } from './framed-view.ts';

/**
 * A discussion for pages that are not ours: the script that puts a frame where it stands, and what is read in that frame. Only
 * the publisher's chosen origins may frame it, or whatever answers below `/embed/`, errors too; when the setting cannot be read,
 * none may. It has to stand in front of the routes that take what is sent from a frame.
 */
export function createEmbed(newsroom: Newsroom): Hono {
  const app = new Hono();
  const { store } = newsroom;
  app.use('/embed/*', onlyFramedByChosen(newsroom));

  app.get(routes.embedScript, (c) => {
    const script = findAsset(assetPath('embed.js').replace(/^.*\//, ''));
    if (!script) return c.notFound();
    return c.body(script.body, 200, {
      'Content-Type': script.type,
      'Cache-Control': 'public, max-age=3600',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });

  app.use(routes.embedByAddress, onlyFramedByChosen(newsroom));
  app.get(routes.embedByAddress, async (c) => {
    const asked = c.req.query('url') ?? '';
    const address = pageAddress(asked);
    const slug =
      ownSlug(asked, newsroom.url) ?? (address === undefined ? undefined : await findPageSlug(store, address));
    return slug === undefined ? missing(newsroom) : c.redirect(linkIn('frame', 'story', { slug }), 302);
  });

  app.get(routes.embed, async (c) => {
    const slug = c.req.param('slug');
    const readerToken = getCookie(c, READER_COOKIES.frame);
    const view = await framedView(newsroom, slug, { ...(readerToken && { readerToken }), ...partWanted(c) });
    if (!view) return missing(newsroom);
    const { page, state } = view.discussion;
    if (page.alone !== undefined && page.threads.length === 0)
      return c.redirect(linkIn('frame', 'story', { slug }), 302);
    if (readerToken === undefined) {
      const freshUntil = earlierOf(await nextTurn(store), state.open ? state.closesAt : undefined);
      keepPage(c, { tags: [`story:${slug}`], ...(freshUntil && { freshUntil }) });
    }
    return c.body(String(renderEmbedPage(view)), 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': readerToken === undefined ? 'no-cache' : 'private, no-cache',
      Vary: 'Accept-Encoding, Cookie',
    });
  });

  app.get(routes.embedPermalink, async (c) => {
    const id = idOf(c.req.param('id'));
    const place = id === undefined ? undefined : await findPlace(store, id);
    return id === undefined || !place ? c.notFound() : c.redirect(linkToPlace(place, id, 'frame'), 302);
  });

  app.get(routes.embedReport, async (c) => {
    const id = idOf(c.req.param('id'));
    const page = id && (await reportPage(newsroom, { id, reason: '', words: '', problem: '' }, 'frame'));
    return page ? asPage(page, 200) : c.notFound();
  });
  return app;
}

/** For a page that nobody has registered, or whose discussion is gone: a line, as high as a line. */
async function missing(newsroom: Newsroom): Promise<Response> {
  const main = html`<p class="embed-home">There is no discussion of this page, or it was taken away.</p>`;
  return asPage(renderFramedPage(await readFrame(newsroom), { title: 'No discussion', main }), 404);
}

/** Puts on every answer whose pages may frame it. */
function onlyFramedByChosen({ store }: Newsroom): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const origins = await readEmbedOrigins(store).catch(() => []);
    c.res.headers.set('Content-Security-Policy', framedIn(origins));
  };
}

const idOf = (written: string): number | undefined => (/^[1-9]\d{0,14}$/.test(written) ? Number(written) : undefined);

/** The slug in an address of one of our stories; undefined for any other address. */
function ownSlug(address: string, url: string): string | undefined {
  const asked = URL.canParse(address) ? new URL(address) : undefined;
  const before = linkTo('story', { slug: '' });
  if (asked?.origin !== new URL(url).origin || !asked.pathname.startsWith(before)) return undefined;
  const slug = asked.pathname.slice(before.length);
  return slug === '' || slug.includes('/') ? undefined : decodeURIComponent(slug);
}
