import { type Context, Hono } from 'hono';
import { linkTo, routes } from '../../routes.ts';
import { readSetting } from '../../store/settings.ts';
import { assetPath, findAsset } from '../assets.ts';
import type { Newsroom } from '../newsroom.ts';
import { framedIn } from '../security-headers.ts';
import { storyView } from '../story-view.ts';
import { renderEmbedPage } from './embed-page.ts';

/** The setting that holds the origins whose pages may frame a discussion: an array of strings. */
export const EMBED_ORIGINS = 'embedOrigins';

/**
 * A discussion for pages that are not ours: the script that puts a frame where it stands, and the page in that frame. Only the
 * publisher's chosen origins may frame it; when the setting cannot be read, none may.
 */
export function createEmbed(newsroom: Newsroom): Hono {
  const app = new Hono();

  app.get(routes.embedScript, (c) => {
    const script = findAsset(assetPath('embed.js').replace(/^.*\//, ''));
    if (!script) return c.notFound();
    return c.body(script.body, 200, {
      'Content-Type': script.type,
      'Cache-Control': 'public, max-age=3600',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });

  app.get(routes.embedByAddress, (c) => {
    const slug = ownSlug(c.req.query('url') ?? '', newsroom.url);
    if (slug === undefined) return c.notFound();
    const origin = c.req.query('origin');
    const asked = origin === undefined ? '' : `?origin=${encodeURIComponent(origin)}`;
    return c.redirect(`${linkTo('embed', { slug })}${asked}`, 302);
  });

  app.get(routes.embed, async (c) => {
    const origins = originsOf(await readSetting(newsroom.store, EMBED_ORIGINS));
    const view = await storyView(newsroom, c.req.param('slug'));
    if (!view) return plain(c, 404, 'There is no such discussion, or its story was taken from the site.', origins);
    const origin = c.req.query('origin');
    const parent = origin !== undefined && origins.includes(origin) ? origin : undefined;
    return c.body(String(renderEmbedPage(view, parent)), 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': framedIn(origins),
    });
  });
  return app;
}

function plain(c: Context, status: 404, message: string, origins: readonly string[]): Response {
  return c.text(`${message}\n`, status, { 'Cache-Control': 'no-store', 'Content-Security-Policy': framedIn(origins) });
}

/** The slug in an address of one of our stories; undefined for any other address. */
function ownSlug(address: string, url: string): string | undefined {
  const asked = URL.canParse(address) ? new URL(address) : undefined;
  const before = linkTo('story', { slug: '' });
  if (asked?.origin !== new URL(url).origin || !asked.pathname.startsWith(before)) return undefined;
  const slug = asked.pathname.slice(before.length);
  return slug === '' || slug.includes('/') ? undefined : decodeURIComponent(slug);
}

/** @NOTE Each goes into a header: what is not exactly an origin is left out. */
function originsOf(setting: unknown): string[] {
  if (!Array.isArray(setting)) return [];
  return setting.filter(
    (one): one is string => typeof one === 'string' && URL.canParse(one) && new URL(one).origin === one,
  );
}
