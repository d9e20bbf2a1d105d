import { linkTo } from '../routes.ts';
import type { Element } from '../story/furniture.ts';
import { slugOf } from '../story/slug.ts';
import { renderBody } from './parts/body.ts';
import { moment } from './parts/dates.ts';
import { renderDiscussion } from './parts/discussion.ts';
import { canonicalPath, pageOf } from './parts/discussion-links.ts';
import { capital, type Html, html, inLanguage, madeLanguage } from './parts/html.ts';
import { renderPage } from './parts/page-frame.ts';
import {
  agencyMark,
  agencyOf,
  note,
  paragraphAt,
  proof,
  proofOfEach,
  proofWords,
  type Source,
} from './parts/provenance.ts';
import { renderRecord } from './parts/record.ts';
import { renderShare } from './parts/share.ts';
import { agencyLink, correctionText, descriptionOf, renderStoryHead, shownHeadline } from './parts/story-head.ts';
import { renderCompanions, renderLine } from './parts/story-line.ts';
import type { StoryView } from './story-view.ts';

type Part = (view: StoryView, source: Source) => Html | null;

/** Beside the opening: what stands around the copy and the copy itself, in the order in which it is read. */
const column: readonly Part[] = [
  keyPoints,
  facts,
  agencyHeadline,
  standfirst,
  pullQuote,
  body,
  notices,
  companions,
  share,
];

/** A story's whole page. The order of its parts is the order of reading, with and without style sheets. */
export function renderStoryPage(view: StoryView): Html {
  const { story, frame, discussion } = view;
  const source: Source = {
    copy: story.copy,
    agency: agencyOf(story.copy),
    language: frame.edition.language,
    headlineId: hasOwnHeadline(view) ? 'agency-headline' : 'headline',
    making: {
      path: linkTo('making', { slug: story.slug }),
      version: story.version,
      ...(story.checks !== undefined && { checks: story.checks }),
    },
  };
  const troubled = discussion.form.problems.length > 0;
  return renderPage(frame, {
    title: `${troubled ? 'Your comment was not sent: ' : ''}${shownHeadline(view)}${partOf(view)} | ${frame.edition.name}`,
    description: descriptionOf(view),
    path: canonicalPath(story.slug, discussion.page),
    robots: story.profile?.noindex ? 'noindex' : 'index, follow, max-snippet:-1, max-image-preview:large',
    ...canonicalOf(view),
    head: html`${renderStoryHead(view)}${neighbours(view)}`,
    scripts: ['share', 'discussion'],
    ...(story.copy.section && { section: story.copy.section }),
    main: html`<article class="story" aria-labelledby="headline">
${opening(view, source)}
<div class="column">${column.map((part) => part(view, source))}</div>
</article>
${renderDiscussion(view)}
${renderRecord(view, source)}
${furtherReading(view)}`,
  });
}

/** What tells a later page of a discussion from the first one. */
function partOf({ discussion: { page } }: StoryView): string {
  if (page.alone !== undefined) return ', one thread of the comments';
  return page.page > 1 ? `, comments, page ${page.page}` : '';
}

/** The pages of the discussion before and after this one, for browsers and search engines. */
function neighbours({ story, frame, discussion: { page } }: StoryView): Html {
  const link = (rel: 'prev' | 'next', to: number) =>
    to >= 1 && to <= page.pages && html`<link rel="${rel}" href="${frame.url}${pageOf(story.slug, page, to)}">`;
  return html`${link('prev', page.page - 1)}${link('next', page.page + 1)}`;
}

/** The agency's own address, where the contract wants it named and the copy gives it. */
function canonicalOf({ story }: StoryView): { readonly canonical?: string } {
  const link = story.profile?.canonical === 'agency' ? agencyLink(story) : undefined;
  return link === undefined ? {} : { canonical: link };
}

/** Whether the agency's headline is shown besides ours: not where the two are one. */
const hasOwnHeadline = ({ story }: StoryView): boolean =>
  story.furniture.displayHeadline !== null && story.furniture.displayHeadline.text !== story.copy.headline;

const madeIn = ({ story, frame }: StoryView): Html =>
  inLanguage(madeLanguage(story.copy.language, frame.edition.language), frame.edition.language);

/** The language of an element: an agency's own words keep theirs. */
const wordsIn = (element: Element, view: StoryView): Html =>
  element.madeBy.kind === 'agency' ? copyIn(view) : madeIn(view);

const copyIn = ({ story, frame }: StoryView): Html => inLanguage(story.copy.language, frame.edition.language);

function opening(view: StoryView, source: Source): Html {
  const { story } = view;
  const { displayHeadline, summary } = story.furniture;
  const { section } = story.copy;
  const made = displayHeadline !== null;
  return html`<header class="opening${summary.length === 0 ? ' opening-bare' : ''}">
<div class="opening-headline">
${section && html`<p class="kicker"><a href="${linkTo('section', { section: slugOf(section) })}">${capital(section)}</a></p>`}
<h1 id="headline"${made ? wordsIn(displayHeadline, view) : copyIn(view)}>${shownHeadline(view)}</h1>
${made ? proof(displayHeadline, { what: 'the headline', id: 'headline' }, source) : agencyMark(source, 'headline')}
</div>
${
  summary.length > 0 &&
  html`<section class="summary" aria-label="Summary">
<p${madeIn(view)}>${summary.map(({ text }, index) => html`${index > 0 ? ' ' : ''}${text}`)}</p>
${proofOfEach(summary, { what: 'the summary', id: 'summary-1' }, source)}
</section>`
}
</header>`;
}

function keyPoints(view: StoryView, source: Source): Html | null {
  const { keyPoints: points, keyPointsTitle: title } = view.story.furniture;
  if (points.length === 0) return null;
  return html`<section class="points" aria-labelledby="points-title">
<h2 id="points-title"><span class="label">Key Points${title && html`<span class="vh">:</span>`}</span>${title && html` <span${madeIn(view)}>${title.text}</span>`}</h2>
${title && proof(title, { what: 'the title of the key points', id: 'points-title' }, source)}
<ul${madeIn(view)}>${points.map(
    (point, index) =>
      html`<li><details class="point"><summary>${point.text}</summary><div class="proof-words">${proofWords(point, source)}${note(point, `point-${index + 1}`, source)}</div></details></li>`,
  )}</ul>
<p class="points-hint">Open a point to see the words it rests on. <a href="${linkTo('making', { slug: view.story.slug })}">How this page was made</a></p>
</section>`;
}

function facts({ story, frame, discussion }: StoryView): Html {
  const { edition } = frame;
  const count = discussion.page.comments;
  return html`<ul class="facts">
<li class="reading-time">${story.furniture.readingMinutes} min read</li>
${story.publishedAt && html`<li><span class="vh">Published </span>${moment(story.publishedAt, edition)}</li>`}
${story.correctedAt && html`<li><a href="#corrected">Corrected</a></li>`}
${story.updatedAt && !story.correctedAt && html`<li><a href="#updated">Updated</a></li>`}
<li><a href="#comments">${count === 0 ? 'Comment' : count === 1 ? '1 comment' : `${count} comments`}</a></li>
</ul>`;
}

function agencyHeadline(view: StoryView, source: Source): Html | null {
  const { copy } = view.story;
  if (!hasOwnHeadline(view)) return null;
  return html`<section class="agency-headline" aria-label="The agency’s headline" id="agency-headline">
<p class="label">The agency’s headline</p>
<p class="agency-headline-words"${copyIn(view)}>${copy.headline}</p>
${agencyMark(source)}
</section>`;
}

function standfirst(view: StoryView, source: Source): Html | null {
  const element = view.story.furniture.standfirst;
  return (
    element &&
    html`<div class="standfirst"><p${wordsIn(element, view)}>${element.text}</p>${proof(element, { what: 'the standfirst', id: 'standfirst' }, source)}</div>`
  );
}

function pullQuote(view: StoryView): Html | null {
  const { copy, furniture } = view.story;
  const quote = furniture.pullQuote;
  if (!quote) return null;
  const paragraph = paragraphAt(copy, quote.start);
  return html`<figure class="pull-quote">
<blockquote${copyIn(view)}><p><span class="quote-sign">“</span>${quote.text}”</p></blockquote>
<figcaption><span class="dash" aria-hidden="true">— </span><cite><a href="${linkTo('person', { slug: slugOf(quote.speaker) })}">${quote.speaker}</a></cite>
<p class="mark mark-agency">Word for word, <a href="#p${paragraph}">paragraph ${paragraph}</a></p></figcaption>
</figure>`;
}

function body(view: StoryView, source: Source): Html {
  const { copy } = view.story;
  return html`<section class="copy" aria-label="The agency’s story">
${agencyMark(source)}
<div class="body"${copyIn(view)}>
${copy.byline && html`<p class="byline">${copy.byline}</p>`}
${copy.dateline && html`<p class="dateline">${copy.dateline.date ? html`<time datetime="${copy.dateline.date}">${copy.dateline.text}</time>` : copy.dateline.text}</p>`}
${renderBody(copy.blocks)}
${copy.creditLine && html`<p class="credit"><span aria-hidden="true">— </span>${copy.creditLine}</p>`}
</div>
</section>`;
}

function notices(view: StoryView): Html | null {
  const { story, frame } = view;
  if (!story.updatedAt && !story.correctedAt) return null;
  return html`<div class="notices">
${story.correctedAt && html`<section class="notice" id="corrected" aria-labelledby="corrected-title"><h2 id="corrected-title">Correction</h2><p${copyIn(view)}>${correctionText(view)}</p><p class="notice-when">Corrected ${moment(story.correctedAt, frame.edition)}</p></section>`}
${story.updatedAt && html`<section class="notice" id="updated" aria-labelledby="updated-title"><h2 id="updated-title">Update</h2><p>The agency sent newer copy after this story was first published. What is shown here is its newest.</p><p class="notice-when">Updated ${moment(story.updatedAt, frame.edition)}</p></section>`}
</div>`;
}

function companions({ companions: { shown }, frame }: StoryView): Html | null {
  return renderCompanions(shown, frame.edition);
}

function share(view: StoryView): Html {
  const { slug } = view.story;
  return renderShare({ slug, url: `${view.frame.url}${linkTo('story', { slug })}`, headline: shownHeadline(view) });
}

function furtherReading({ more, frame }: StoryView): Html | null {
  if (more.length === 0) return null;
  return html`<nav class="further" aria-labelledby="further-title"><h2 id="further-title">More stories</h2>
<div class="further-lines">${more.map((line) => renderLine(line, frame.edition, { level: 3, brief: true }))}</div></nav>`;
}
