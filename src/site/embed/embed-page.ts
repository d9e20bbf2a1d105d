import { linkTo } from '../../routes.ts';
import { assetPath } from '../assets.ts';
import { renderDiscussion } from '../parts/discussion.ts';
import { type Html, html } from '../parts/html.ts';
import { shownHeadline } from '../parts/story-head.ts';
import type { StoryView } from '../story-view.ts';

/**
 * A story's discussion alone, to stand in a frame on a page elsewhere. Whatever is followed or sent opens on our own page in a
 * new tab: there a reader's cookie is ours, whatever her browser thinks of cookies in frames, and it works without script.
 * `parent` is the origin that is told how high the frame has to be.
 */
export function renderEmbedPage(view: StoryView, parent: string | undefined): Html {
  const { frame, story } = view;
  const { edition, url } = frame;
  const page = `${url}${linkTo('story', { slug: story.slug })}`;
  return html`<!doctype html>
<html lang="${edition.language}"${parent !== undefined && html` data-parent="${parent}"`}>
<head>
<meta charset="utf-8">
<title>Reader comments: ${shownHeadline(view)} | ${edition.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${page}">
<base target="_blank">
<link rel="stylesheet" href="${assetPath('site.css')}">
<script type="module" src="${assetPath('counter.js')}"></script>
<script type="module" src="${assetPath('embedded.js')}"></script>
</head>
<body class="embed">
<main>
<h1 class="vh">Readers on: ${shownHeadline(view)}</h1>
<p class="embed-home">A discussion of <a href="${page}#comments">${edition.name}</a>. What you follow or send opens there in a new tab.</p>
${renderDiscussion(view)}
</main>
</body>
</html>
`;
}
