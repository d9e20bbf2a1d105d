import type { Venue } from '../../routes.ts';
import { assetPath } from '../assets.ts';
import type { Frame } from '../newsroom.ts';
import { type Html, html } from './html.ts';
import { type Page, renderPage } from './page-frame.ts';

/** What a page in a frame has of a page. */
type Framed = Pick<Page, 'title' | 'main' | 'canonical' | 'scripts'>;

/** A page that stands alone or, without all that is around it, in a frame. */
export const renderIn = (venue: Venue, frame: Frame, page: Page): Html =>
  venue === 'frame' ? renderFramedPage(frame, page) : renderPage(frame, page);

/** A document for a frame on a page elsewhere: no masthead and no footer. Its script tells the page around it how high it is. */
export function renderFramedPage({ edition, framedBy }: Frame, { title, main, canonical, scripts = [] }: Framed): Html {
  return html`<!doctype html>
<html lang="${edition.language}" data-framed-by="${framedBy.join(' ')}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
${canonical && html`<link rel="canonical" href="${canonical}">`}
<link rel="stylesheet" href="${assetPath('site.css')}">
${[...scripts, 'embedded'].map((name) => html`<script type="module" src="${assetPath(`${name}.js`)}"></script>`)}
</head>
<body class="embed">
<main id="main">
${main}
</main>
</body>
</html>
`;
}
