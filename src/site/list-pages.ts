import { linkTo } from '../routes.ts';
import { slugOf } from '../story/slug.ts';
import type { StoryLine } from '../story/story.ts';
import type { Frame } from './newsroom.ts';
import { capital, type Html, html } from './parts/html.ts';
import { renderPage } from './parts/page-frame.ts';
import { renderLine } from './parts/story-line.ts';

/** A page of stories, latest first. `older` is the address of the next page; `paged` is true behind the first. */
export type ListView = {
  readonly frame: Frame;
  readonly lines: readonly StoryLine[];
  readonly older?: string;
  readonly paged: boolean;
};

/** The front page: the latest story large, two beside it, the others in a grid. */
export function renderFrontPage(view: ListView): Html {
  const { frame, paged } = view;
  return renderPage(frame, {
    title: paged ? `Older stories | ${frame.edition.name}` : `${frame.edition.name}: ${frame.edition.tagline}`,
    description: `${frame.edition.tagline}.`,
    ...(!paged && { path: linkTo('front') }),
    ...(paged && { robots: 'noindex, follow' }),
    front: !paged,
    main: html`${paged && html`<h1 class="page-title">Older stories</h1>`}${renderLines(view, 'No story has been published yet.')}${older(view)}`,
  });
}

/** The stories of one section. */
export function renderSectionPage(view: ListView & { readonly section: string }): Html {
  const { frame, paged } = view;
  const section = capital(view.section);
  return renderPage(frame, {
    title: `${paged ? 'Older stories: ' : ''}${section} | ${frame.edition.name}`,
    description: `${section}: the latest stories of ${frame.edition.name}.`,
    path: linkTo('section', { section: slugOf(section) }),
    ...(paged && { robots: 'noindex, follow' }),
    section,
    main: html`<h1 class="page-title">${section}</h1>${renderLines(view, 'There are no older stories.', true)}${older(view)}`,
  });
}

function renderLines({ frame, lines, paged }: ListView, none: string, inSection = false): Html {
  const { edition } = frame;
  if (lines.length === 0) return html`<p class="no-stories">${none}</p>`;
  if (paged)
    return html`<div class="grid">${lines.map((line) => renderLine(line, edition, { level: 2, inSection }))}</div>`;
  const [lead, ...others] = lines;
  const beside = others.slice(0, 2);
  return html`<div class="top">${renderLine(lead!, edition, { level: 2, lead: true, inSection })}${
    beside.length > 0 &&
    html`<div class="beside">${beside.map((line) => renderLine(line, edition, { level: 2, inSection }))}</div>`
  }</div>
${others.length > 2 && html`<div class="grid">${others.slice(2).map((line) => renderLine(line, edition, { level: 2, inSection }))}</div>`}`;
}

const older = ({ older: address }: ListView): Html =>
  html`${address && html`<p class="older"><a href="${address}" rel="next">Older stories</a></p>`}`;
