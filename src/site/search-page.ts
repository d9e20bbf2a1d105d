import { linkTo } from '../routes.ts';
import type { StoryLine } from '../story/story.ts';
import type { Frame } from './newsroom.ts';
import { type Html, html } from './parts/html.ts';
import { renderPage } from './parts/page-frame.ts';
import { LONGEST_QUESTION, renderSearchForm } from './parts/search-form.ts';
import { renderLine } from './parts/story-line.ts';

export const FOUND_ON_A_PAGE = 20;
/** Pages that one may turn: whoever has not found it by then asks for something else. */
export const MOST_PAGES = 10;

export type SearchView = {
  readonly frame: Frame;
  readonly question: string;
  /** What was found, one more than a page shows where there is more. */
  readonly lines: readonly StoryLine[];
  /** From 1. */
  readonly page: number;
  /** Too many are asking at this moment: nothing was looked for. */
  readonly busy?: boolean;
};

/** What a reader asks for, as she typed it, without white space around it and not longer than a sentence. */
export const questionOf = (typed: string | undefined): string =>
  (typed ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUESTION).toWellFormed();

/** The search: its field, what was found, the next page. Without a question only the field. */
export function renderSearchPage(view: SearchView): Html {
  const { frame, question, page } = view;
  const asked = question === '' ? 'Search' : `Search: ${question}`;
  return renderPage(frame, {
    title: `${asked}${page > 1 ? `, page ${page}` : ''} | ${frame.edition.name}`,
    robots: 'noindex, follow',
    search: false,
    main: html`<div class="search-page"><h1 class="page-title">Search</h1>
${renderSearchForm('search-words', question)}
${question !== '' && renderFound(view)}</div>`,
  });
}

function renderFound({ frame, question, lines, page, busy }: SearchView): Html {
  if (busy)
    return html`<p class="search-count">Many readers are searching at this moment. Please try again shortly.</p>`;
  const shown = lines.slice(0, FOUND_ON_A_PAGE);
  if (shown.length === 0)
    return html`<p class="search-count">${page > 1 ? 'There is nothing more' : 'Nothing was found'} for <b>${question}</b>.</p>
<p>A story is found when it has all the words. Try fewer of them, or <a href="${linkTo('front')}">see the latest stories</a>.</p>`;
  const more = lines.length > FOUND_ON_A_PAGE;
  const count =
    more || page > 1
      ? `Stories ${(page - 1) * FOUND_ON_A_PAGE + 1} to ${(page - 1) * FOUND_ON_A_PAGE + shown.length}`
      : shown.length === 1
        ? '1 story'
        : `${shown.length} stories`;
  const next = `${linkTo('search')}?q=${encodeURIComponent(question)}&page=${page + 1}`;
  return html`<p class="search-count">${count} for <b>${question}</b></p>
<div class="search-lines">${shown.map((line) => renderLine(line, frame.edition, { level: 2 }))}</div>
${more && page < MOST_PAGES && html`<p class="older"><a href="${next}" rel="next">More stories</a></p>`}`;
}
