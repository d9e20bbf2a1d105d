import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { linkTo, routes } from '../routes.ts';
import { findMaking } from '../store/made/making.ts';
import { findPerson, listQuotationsOf } from '../store/people.ts';
import { searchStories } from '../store/search.ts';
import { listForSitemap } from '../store/sitemap.ts';
import { nextTurn } from '../store/state.ts';
import { findStory, listLatest } from '../store/stories.ts';
import { slugOf } from '../story/slug.ts';
import { acceptedEncoding } from './accepted-encoding.ts';
import { findAsset } from './assets.ts';
import { createCommentPages } from './comment-pages.ts';
import { FAVICON } from './favicon.ts';
import { renderFeed } from './feed.ts';
import { readFrame } from './frame.ts';
import { earlierOf, type Keep, keepPage } from './keep-page.ts';
import { type ListView, renderFrontPage, renderSectionPage } from './list-pages.ts';
import { makingJson } from './making-json.ts';
import { renderMakingPage } from './making-page.ts';
import type { Newsroom } from './newsroom.ts';
import { renderGone, renderNotFound, renderShareElsewhere } from './notice-pages.ts';
import { partWanted } from './part-wanted.ts';
import type { Html } from './parts/html.ts';
import { mastodonAddress } from './parts/share.ts';
import { shownHeadline } from './parts/story-head.ts';
import { renderPersonPage } from './person-page.ts';
import { createSearchLimit } from './search-limit.ts';
import { FOUND_ON_A_PAGE, MOST_PAGES, questionOf, renderSearchPage } from './search-page.ts';
import { STORY_POLICY, secure } from './security-headers.ts';
import { MOST_ADDRESSES, MOST_NEWS, NEWS_MS, renderNewsSitemap, renderSitemap } from './sitemap.ts';
import { renderStoryPage } from './story-page.ts';
import { storyView } from './story-view.ts';

const PAGE_OF_STORIES = 17;
const STORIES_IN_FEED = 50;
/** Pages change when the newsroom does, so browsers ask each time; unchanged ones answer 304. */
const ASK_EACH_TIME = 'no-cache';
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Every page that readers see; nothing here writes. */
export function createSite(newsroom: Newsroom): Hono {
  const { store, now, url } = newsroom;
  const site = new Hono();
  site.use(secure(url));

  site.get(routes.front, async (c) => {
    const view = await listView(newsroom, c);
    await keepList(newsroom, c, ['lists']);
    return page(c, renderFrontPage(view));
  });

  site.get(routes.section, async (c) => {
    const frame = await readFrame(newsroom);
    const wanted = c.req.param('section');
    const section = frame.sections.find((name) => name === wanted || slugOf(name) === slugOf(wanted));
    if (section === undefined) return notFound(newsroom, c);
    const view = await listView(newsroom, c, section);
    await keepList(newsroom, c, ['lists']);
    return page(c, renderSectionPage({ ...view, section }));
  });

  site.get(routes.story, async (c) => {
    const slug = c.req.param('slug');
    const readerToken = getCookie(c, 'reader');
    const view = await storyView(newsroom, slug, { ...(readerToken && { readerToken }), ...partWanted(c) });
    if (!view) return missingStory(newsroom, c, slug);
    // The browser takes the fragment along: a comment's address ends at the comment, on the page that it belongs to.
    if (view.story.page !== undefined) return c.redirect(view.story.page, 302);
    const { page: part, state } = view.discussion;
    // A thread that is gone, or never was one.
    if (part.alone !== undefined && part.threads.length === 0) return c.redirect(linkTo('story', { slug }), 302);
    // @NOTE A reader's own page holds what only she may see: it is never kept.
    if (readerToken === undefined) {
      const freshUntil = earlierOf(await nextTurn(store), state.open ? state.closesAt : undefined);
      const shown = [slug, ...view.more.map((line) => line.slug), ...view.companions.slugs];
      const tags = shown.map((each) => `story:${each}`);
      keepPage(c, { tags, ...(freshUntil && { freshUntil }) });
    }
    if (view.story.profile?.noindex) c.header('X-Robots-Tag', 'noindex');
    return page(c, renderStoryPage(view), { policy: STORY_POLICY });
  });

  site.route('/', createCommentPages(newsroom));

  site.get(routes.making, async (c) => {
    const slug = c.req.param('slug');
    const making = await findMaking(store, slug, now());
    if (!making || making.story.page !== undefined) return missingStory(newsroom, c, slug);
    await keepRecord(newsroom, c, slug);
    return page(c, renderMakingPage(making, await readFrame(newsroom)));
  });

  site.get(routes.makingJson, async (c) => {
    const slug = c.req.param('slug');
    const making = await findMaking(store, slug, now());
    if (!making || making.story.page !== undefined) return missingStory(newsroom, c, slug);
    c.header('X-Robots-Tag', 'noindex');
    return c.json(makingJson(making, await readFrame(newsroom)), 200, { 'Cache-Control': ASK_EACH_TIME });
  });

  site.get(routes.person, async (c) => {
    const person = await findPerson(store, c.req.param('slug'));
    const said = person ? await listQuotationsOf(store, person.slug, now()) : [];
    if (!person || said.length === 0) return notFound(newsroom, c);
    await keepList(newsroom, c, ['people']);
    return page(c, renderPersonPage({ frame: await readFrame(newsroom), person, said }));
  });

  site.get(routes.feed, async (c) => {
    const lines = await listLatest(store, { now: now(), limit: STORIES_IN_FEED });
    const feed = renderFeed(await readFrame(newsroom), lines, now());
    await keepList(newsroom, c, ['lists']);
    return c.body(String(feed), 200, {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Cache-Control': ASK_EACH_TIME,
    });
  });

  const mayLook = createSearchLimit(now);
  site.get(routes.search, async (c) => {
    const question = questionOf(c.req.query('q'));
    const number = Math.min(Math.max(Math.trunc(Number(c.req.query('page'))) || 1, 1), MOST_PAGES);
    const busy = question !== '' && !mayLook();
    const offset = (number - 1) * FOUND_ON_A_PAGE;
    const lines = busy ? [] : await searchStories(store, { question, now: now(), limit: FOUND_ON_A_PAGE + 1, offset });
    if (busy) c.header('Retry-After', '2');
    const view = { frame: await readFrame(newsroom), question, lines, page: number, busy };
    return page(c, renderSearchPage(view), { status: busy ? 429 : 200 });
  });

  site.get(routes.sitemap, async (c) => {
    const stories = await listForSitemap(store, { now: now(), limit: MOST_ADDRESSES - 500 });
    await keepList(newsroom, c, ['lists']);
    return xmlPage(c, renderSitemap(await readFrame(newsroom), stories));
  });

  site.get(routes.newsSitemap, async (c) => {
    const since = new Date(now().getTime() - NEWS_MS);
    const stories = await listForSitemap(store, { now: now(), since, limit: MOST_NEWS });
    const oldest = stories.at(-1)?.publishedAt;
    await keepList(newsroom, c, ['lists'], oldest === undefined ? undefined : new Date(Date.parse(oldest) + NEWS_MS));
    return xmlPage(c, renderNewsSitemap(await readFrame(newsroom), stories));
  });

  site.get(routes.shareMastodon, async (c) => {
    const slug = c.req.query('story') ?? '';
    const view = await storyView(newsroom, slug);
    if (!view || view.story.page !== undefined) return notFound(newsroom, c);
    const story = linkTo('story', { slug });
    const address = mastodonAddress(c.req.query('instance') ?? '', {
      url: `${url}${story}`,
      headline: shownHeadline(view),
    });
    // @NOTE Only our own form redirects: a link on a foreign page must not use us as a way to anywhere.
    if (address && isFromOurPage(c, url)) return c.redirect(address, 303);
    return page(c, renderShareElsewhere(view.frame, address, story), { status: address ? 200 : 400 });
  });

  site.get(routes.asset, (c) => asset(newsroom, c, c.req.param('file')));
  site.get(routes.favicon, (c) =>
    c.body(FAVICON, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
  );
  site.get(routes.robots, (c) =>
    c.text(
      `User-agent: *\nDisallow: /share/\nDisallow: /search\nDisallow: /comment/\nDisallow: /*?reply=\nDisallow: /*?sort=\nAllow: /\nSitemap: ${url}${linkTo('sitemap')}\nSitemap: ${url}${linkTo('newsSitemap')}\n`,
    ),
  );
  site.notFound((c) => notFound(newsroom, c));
  return site;
}

/** Whether one of our own pages led here. Browsers that do not say so in Sec-Fetch-Site (plain http) say it in Referer. */
function isFromOurPage(c: Context, url: string): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const referer = c.req.header('Referer') ?? '';
  return URL.canParse(referer) && [url, c.req.url].some((own) => new URL(own).origin === new URL(referer).origin);
}

/** The answer for an address with nothing behind it. `src/app.ts` gives it for its own addresses too. */
export async function notFound(newsroom: Newsroom, c: Context): Promise<Response> {
  return page(c, renderNotFound(await readFrame(newsroom)), { status: 404 });
}

async function missingStory(newsroom: Newsroom, c: Context, slug: string): Promise<Response> {
  const story = await findStory(newsroom.store, slug, newsroom.now());
  if (story?.state !== 'killed' && story?.state !== 'expired') return notFound(newsroom, c);
  return page(c, renderGone(await readFrame(newsroom), story), { status: 410 });
}

/** A page as an answer. Kept by nobody but the browser that asks, which asks again each time. */
export function page(
  c: Context,
  body: Html,
  options: { status?: 200 | 400 | 404 | 409 | 410 | 429; policy?: string } = {},
): Response {
  c.header('Cache-Control', getCookie(c, 'reader') ? `private, ${ASK_EACH_TIME}` : ASK_EACH_TIME);
  c.header('Vary', 'Accept-Encoding, Cookie');
  if (options.policy) c.header('Content-Security-Policy', options.policy);
  return c.body(String(body), options.status ?? 200, { 'Content-Type': 'text/html; charset=utf-8' });
}

/** A sitemap as an answer. */
function xmlPage(c: Context, body: Html): Response {
  return c.body(String(body), 200, {
    'Content-Type': 'application/xml; charset=utf-8',
    'Cache-Control': ASK_EACH_TIME,
  });
}

async function listView(newsroom: Newsroom, c: Context, section?: string): Promise<ListView> {
  const before = c.req.query('before');
  const beforeId = Number(c.req.query('id'));
  const paged = before !== undefined && !Number.isNaN(Date.parse(before));
  const lines = await listLatest(newsroom.store, {
    now: newsroom.now(),
    limit: PAGE_OF_STORIES + 1,
    ...(section !== undefined && { section }),
    ...(paged && { before: new Date(before).toISOString() }),
    ...(paged && Number.isSafeInteger(beforeId) && { beforeId }),
  });
  const shown = lines.slice(0, PAGE_OF_STORIES);
  const last = lines.length > PAGE_OF_STORIES ? shown.at(-1) : undefined;
  const older = last?.publishedAt && `${c.req.path}?before=${encodeURIComponent(last.publishedAt)}&id=${last.id}`;
  return { frame: await readFrame(newsroom), lines: shown, paged, ...(older && { older }) };
}

/** The record of a page's making is the same for all and changes with its story. */
async function keepRecord({ store }: Newsroom, c: Context, slug: string): Promise<void> {
  const freshUntil = await nextTurn(store);
  keepPage(c, { tags: [`story:${slug}`], sameForAll: true, ...(freshUntil && { freshUntil }) });
}

/** Lists show no reader's own comments, so all share them; the next embargo to lift or licence to end makes them stale by itself. */
async function keepList({ store }: Newsroom, c: Context, tags: Keep['tags'], until?: Date): Promise<void> {
  const turn = await nextTurn(store);
  const freshUntil = turn && until && until < turn ? until : (turn ?? until);
  keepPage(c, { tags, sameForAll: true, ...(freshUntil && { freshUntil }) });
}

function asset(newsroom: Newsroom, c: Context, file: string): Response | Promise<Response> {
  const found = findAsset(file);
  if (!found) return notFound(newsroom, c);
  const encoding = acceptedEncoding(c.req.header('Accept-Encoding'));
  const body = encoding === 'identity' ? undefined : found[encoding];
  c.header('Content-Type', found.type);
  c.header('Cache-Control', FOR_EVER);
  if (found.br) c.header('Vary', 'Accept-Encoding');
  if (body) c.header('Content-Encoding', encoding);
  return c.body(body ?? found.body);
}
