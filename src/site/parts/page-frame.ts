import { linkTo } from '../../routes.ts';
import { slugOf } from '../../story/slug.ts';
import { assetPath } from '../assets.ts';
import type { Frame } from '../newsroom.ts';
import { capital, type Html, html } from './html.ts';
import { renderSearchForm } from './search-form.ts';

export type Page = {
  readonly title: string;
  readonly description?: string;
  /** Path of the page's own address. */
  readonly path?: string;
  /** The address that search engines are given instead of the page's own. */
  readonly canonical?: string;
  readonly robots?: string;
  /** More for the head: Open Graph, data blocks. */
  readonly head?: Html;
  /** Names of browser scripts, such as `share`. */
  readonly scripts?: readonly string[];
  readonly section?: string;
  /** The front page carries the name of the paper as its heading. */
  readonly front?: boolean;
  /** False where the page has a search field of its own. */
  readonly search?: boolean;
  readonly main: Html;
};

/** A whole document around `page.main`: head, masthead, sections, footer. */
export function renderPage(frame: Frame, page: Page): Html {
  const { edition, url } = frame;
  const canonical = page.canonical ?? (page.path === undefined ? undefined : `${url}${page.path}`);
  return html`<!doctype html>
<html lang="${edition.language}">
<head>
<meta charset="utf-8">
<title>${page.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${page.description && html`<meta name="description" content="${page.description}">`}
<meta name="robots" content="${page.robots ?? 'index, follow, max-snippet:-1'}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#fcfaf5" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#161614" media="(prefers-color-scheme: dark)">
${canonical && html`<link rel="canonical" href="${canonical}">`}
<link rel="preload" href="${assetPath('serif.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="${assetPath('sans.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assetPath('site.css')}">
<link rel="icon" href="${linkTo('favicon')}" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" title="${edition.name}" href="${linkTo('feed')}">
${page.head}
${(page.scripts ?? []).map((name) => html`<script type="module" src="${assetPath(`${name}.js`)}"></script>`)}
</head>
<body>
<a class="skip" href="#main">Skip to the news</a>
${frame.notice && html`<aside class="newsroom-notice" aria-label="About this site">${frame.notice}</aside>`}
${masthead(frame, page)}
<main id="main" tabindex="-1">
${page.main}
</main>
<footer class="foot">
<p class="foot-name"><a href="${linkTo('front')}">${edition.name}</a></p>
<p>${edition.tagline}</p>
<p><span class="sign-made" aria-hidden="true"></span> Words with this sign were made here from an agency’s words, and each opens to show the words it rests on. All other words of a story are the agency’s, unchanged. Headlines and standfirsts in lists are made here too, unless the story says otherwise.</p>
<p class="foot-links"><a href="${linkTo('feed')}">Atom feed</a>${
    edition.contact && html` <a href="${contactAddress(edition.contact)}">Corrections and complaints</a>`
  }</p>
</footer>
</body>
</html>
`;
}

function masthead({ edition, sections }: Frame, page: Page): Html {
  const name = html`<a href="${linkTo('front')}">${edition.name}</a>`;
  const current = (section: string): Html =>
    page.section !== undefined && slugOf(section) === slugOf(page.section) ? html` aria-current="true"` : html``;
  return html`<header class="masthead${page.front ? ' masthead-front' : ''}">
${page.front ? html`<h1 class="nameplate">${name}</h1><p class="tagline">${edition.tagline}</p>` : html`<p class="nameplate">${name}</p>`}
<div class="bar">
${
  sections.length > 0 &&
  html`<nav class="sections" aria-label="Sections"><ul>${sections.map(
    (section) =>
      html`<li><a href="${linkTo('section', { section: slugOf(section) })}"${current(section)}>${capital(section)}</a></li>`,
  )}</ul></nav>`
}
${page.search !== false && renderSearchForm('search')}
</div>
</header>`;
}

const contactAddress = (contact: string): string =>
  /^(https?:|mailto:)/i.test(contact) ? contact : `mailto:${contact}`;
