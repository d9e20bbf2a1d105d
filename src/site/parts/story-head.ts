import { linkTo } from '../../routes.ts';
import { partsMade, sourceTypeOf } from '../../story/making.ts';
import type { StoryLine } from '../../story/story.ts';
import { shorten } from '../../text/length/shorten.ts';
import type { StoryView } from '../story-view.ts';
import { commentsForMachines } from './comment-data.ts';
import { dataBlock, type Html, html, madeLanguage } from './html.ts';

/** The headline readers see: ours where it could be proved, else the agency's own. */
export const shownHeadline = ({ story }: StoryView): string =>
  story.furniture.displayHeadline?.text ?? story.copy.headline;

/** What a search engine and a shared link say of the story: the standfirst, else the first paragraph, shortened. */
export function descriptionOf({ story }: StoryView): string {
  const { furniture, copy } = story;
  const text = furniture.standfirst?.text ?? copy.blocks.find((block) => block.kind === 'paragraph')?.text ?? '';
  return shorten(text, 160);
}

/** Open Graph and schema.org's NewsArticle: the same facts as on the page, for machines. */
export function renderStoryHead(view: StoryView): Html {
  const { story, frame } = view;
  const headline = shownHeadline(view);
  const url = `${frame.url}${linkTo('story', { slug: story.slug })}`;
  const properties: readonly (readonly [string, string | undefined])[] = [
    ['og:type', 'article'],
    ['og:site_name', frame.edition.name],
    ['og:title', headline],
    ['og:description', descriptionOf(view)],
    ['og:url', url],
    ['og:locale', frame.edition.language.replace('-', '_')],
    ['article:published_time', story.publishedAt],
    ['article:modified_time', modifiedAt(story)],
    ['article:section', story.copy.section],
  ];
  return html`${properties.map(
    ([name, value]) =>
      value &&
      html`<meta property="${name}" content="${value}">
`,
  )}<meta name="twitter:card" content="summary">
${dataBlock('application/ld+json', newsArticle(view, headline, url))}`;
}

/** When what readers see last changed. */
export function modifiedAt(story: Pick<StoryLine, 'publishedAt' | 'updatedAt' | 'correctedAt'>): string | undefined {
  return [story.publishedAt, story.updatedAt, story.correctedAt]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
}

function newsArticle(view: StoryView, headline: string, url: string): Record<string, unknown> {
  const { story, frame, discussion } = view;
  const { copy } = story;
  const agency = copy.creditLine && { '@type': 'Organization', name: copy.creditLine };
  const byline = copy.byline && { '@type': 'Person', name: copy.byline.replace(/^by\s+/i, '') };
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: url,
    headline,
    alternativeHeadline: headline === copy.headline ? undefined : copy.headline,
    description: descriptionOf(view),
    inLanguage: madeLanguage(copy.language, frame.edition.language),
    datePublished: story.publishedAt,
    dateModified: modifiedAt(story),
    articleSection: copy.section,
    keywords: copy.keywords.length > 0 ? copy.keywords.join(', ') : undefined,
    author: byline ?? agency,
    creditText: copy.creditLine,
    sourceOrganization: agency,
    isBasedOn: story.profile?.syndicated ? basis(view, agency) : undefined,
    publisher: { '@type': 'NewsMediaOrganization', name: frame.edition.name, url: `${frame.url}/` },
    dateline: copy.dateline?.text,
    correction: story.correctedAt && {
      '@type': 'CorrectionComment',
      text: correctionText(view),
      datePublished: story.correctedAt,
    },
    timeRequired: `PT${story.furniture.readingMinutes}M`,
    commentCount: discussion.page.comments,
    comment: commentsForMachines(discussion.page, frame.url),
    isAccessibleForFree: true,
    hasPart: partsMade(story.furniture).map(({ id, name, text, madeBy }) => ({
      '@type': 'WebPageElement',
      '@id': `${frame.url}${linkTo('making', { slug: story.slug })}#${id}`,
      name,
      text,
      digitalSourceType: sourceTypeOf(madeBy),
    })),
  };
}

/** The agency's own article, of which this page shows the copy (schema.org, `isBasedOn`). */
function basis({ story }: StoryView, agency: object | '' | undefined): object | undefined {
  const url = agencyLink(story);
  if (url === undefined && !agency) return undefined;
  return { '@type': 'NewsArticle', headline: story.copy.headline, url, provider: agency || undefined };
}

/** Where the agency itself publishes the story: only an address on the web. */
export function agencyLink({ copy }: StoryView['story']): string | undefined {
  const link = copy.link === undefined ? null : URL.parse(copy.link);
  return link && /^https?:$/.test(link.protocol) && link.username === '' && link.password === ''
    ? link.href
    : undefined;
}

/** What the agency tells readers of a correction. */
export const correctionText = ({ story }: StoryView): string =>
  story.copy.correctionNote ?? story.notice ?? 'The agency corrected this story.';
