import { linkTo } from '../routes.ts';
import type { Story } from '../story/story.ts';
import type { Frame } from './newsroom.ts';
import { moment } from './parts/dates.ts';
import { type Html, html } from './parts/html.ts';
import { renderPage } from './parts/page-frame.ts';

/** For an address with nothing behind it, or with nothing that readers may see. Says the same in both cases. */
export function renderNotFound(frame: Frame): Html {
  return renderPage(frame, {
    title: `Page not found | ${frame.edition.name}`,
    robots: 'noindex',
    main: html`<div class="message"><h1 class="page-title">There is no page at this address</h1>
<p>The address may be mistyped, or the page may have moved. <a href="${linkTo('front')}">See the latest stories</a></p></div>`,
  });
}

/** For a killed story, or one whose licence has ended: that it is gone and why, and none of its words. */
export function renderGone(frame: Frame, story: Story): Html {
  if (story.state === 'expired') return renderExpired(frame);
  return renderPage(frame, {
    title: `Story withdrawn | ${frame.edition.name}`,
    robots: 'noindex, noarchive',
    main: html`<div class="message"><h1 class="page-title">This story has been withdrawn</h1>
<p>${story.notice ?? 'It must no longer be published. None of its words are shown here any more.'}</p>
${story.killedAt && html`<p class="notice-when">Withdrawn ${moment(story.killedAt, frame.edition)}</p>`}
<p>If you have shared it, please take it down too. <a href="${linkTo('front')}">See the latest stories</a></p></div>`,
  });
}

function renderExpired(frame: Frame): Html {
  return renderPage(frame, {
    title: `Story no longer here | ${frame.edition.name}`,
    robots: 'noindex, noarchive',
    main: html`<div class="message"><h1 class="page-title">This story is no longer here</h1>
<p>The agency’s licence for this story has ended.</p>
<p>Nothing in it was withdrawn. <a href="${linkTo('front')}">See the latest stories</a></p></div>`,
  });
}

/** Before a browser is sent from a foreign page to a host named in the address: the reader decides. */
export function renderShareElsewhere(frame: Frame, address: string | undefined, story: string): Html {
  return renderPage(frame, {
    title: `Share on Mastodon | ${frame.edition.name}`,
    robots: 'noindex',
    main: address
      ? html`<div class="message"><h1 class="page-title">Share on Mastodon</h1><p>This leads to another site: <a href="${address}" rel="noopener nofollow">${new URL(address).host}</a></p></div>`
      : html`<div class="message"><h1 class="page-title">That is not the name of a Mastodon server</h1><p>It looks like <b>mastodon.social</b>: letters, digits, hyphens and dots. <a href="${story}#share-title">Back to the story</a></p></div>`,
  });
}
