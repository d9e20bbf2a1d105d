import { raw } from 'hono/html';
import { linkTo } from '../routes.ts';
import type { MappedStory } from '../store/sitemap.ts';
import { slugOf } from '../story/slug.ts';
import { xml } from './feed.ts';
import type { Frame } from './newsroom.ts';
import { type Html, html } from './parts/html.ts';

const HEAD = '<?xml version="1.0" encoding="utf-8"?>';
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9';

/** Addresses that one sitemap may hold (sitemaps.org), and stories that a news sitemap may (Google), which are two days old at most. */
export const MOST_ADDRESSES = 50_000;
export const MOST_NEWS = 1000;
export const NEWS_MS = 2 * 24 * 60 * 60 * 1000;

/** Every page that search engines may know of: the front page, the sections, the stories. */
export function renderSitemap({ url, sections }: Frame, stories: readonly MappedStory[]): Html {
  const lists = [linkTo('front'), ...sections.map((section) => linkTo('section', { section: slugOf(section) }))];
  return html`${raw(HEAD)}
<urlset xmlns="${SITEMAP}">
${lists.map((path) => html`<url><loc>${url}${path}</loc></url>\n`)}${stories.map(
  ({ slug, changedAt }) =>
    html`<url><loc>${url}${linkTo('story', { slug })}</loc><lastmod>${changedAt}</lastmod></url>\n`,
)}</urlset>
`;
}

/** The stories of the last two days, as Google News asks for them. */
export function renderNewsSitemap({ url, edition }: Frame, stories: readonly MappedStory[]): Html {
  return html`${raw(HEAD)}
<urlset xmlns="${SITEMAP}" xmlns:news="${NEWS}">
${stories.map(
  ({ slug, headline, language, publishedAt }) => html`<url><loc>${url}${linkTo('story', { slug })}</loc><news:news>
<news:publication><news:name>${xml(edition.name)}</news:name><news:language>${newsLanguage(language)}</news:language></news:publication>
<news:publication_date>${publishedAt}</news:publication_date><news:title>${xml(headline)}</news:title>
</news:news></url>
`,
)}</urlset>
`;
}

/** Two or three letters (ISO 639), but for Chinese, whose two scripts are two languages to Google. */
function newsLanguage(tag: string): string {
  const [language = 'en', ...rest] = tag.toLowerCase().split(/[-_]/);
  if (language === 'zh')
    return rest.some((part) => part === 'tw' || part === 'hk' || part === 'hant') ? 'zh-tw' : 'zh-cn';
  return /^[a-z]{2,3}$/.test(language) ? language : 'en';
}
