import { linkTo } from '../routes.ts';
import type { StoryRow } from '../store/stories.ts';
import type { DeskPage, Done } from './desk-page.ts';
import type { DeskFrame } from './desk-view.ts';
import { type Html, html } from './html.ts';
import { when } from './when.ts';

/** What an editor may do with a story in a state. */
export const STORY_ACTIONS = ['release', 'hold', 'spike'] as const;

/** The stories that are held, each with why, then the latest of the others. */
export function storiesPage(
  view: { readonly held: readonly StoryRow[]; readonly latest: readonly StoryRow[] },
  frame: DeskFrame,
  done?: Done,
): DeskPage {
  return {
    title: 'Stories',
    tab: linkTo('deskStories'),
    ...(done && { done }),
    main: html`<h1>Held stories</h1>
${view.held.length === 0 && html`<p class="empty">No story is held.</p>`}
<ol class="stories">${view.held.map((story) => renderStory(story, frame, ['release', 'spike']))}</ol>
<h2>The latest</h2>
<ol class="stories">${view.latest.map((story) => renderStory(story, frame, story.state === 'live' || story.state === 'corrected' || story.state === 'embargoed' ? ['hold'] : []))}</ol>`,
  };
}

function renderStory(
  story: StoryRow,
  { edition }: DeskFrame,
  actions: readonly (typeof STORY_ACTIONS)[number][],
): Html {
  const seen = story.state === 'live' || story.state === 'corrected';
  return html`<li class="story-line" data-item><div><p class="headline">${seen ? html`<a href="${linkTo('story', { slug: story.slug })}" data-open>${story.headline}</a>` : story.headline}</p>
<p class="fine"><span class="state">${story.state}</span> ${story.source}, ${when(story.receivedAt, edition)}${story.reason && html`. ${story.reason}`}</p></div>
${
  actions.length > 0 &&
  html`<form method="post" action="${linkTo('deskStories')}"><input type="hidden" name="story" value="${story.slug}"><label><span class="vh">Why, for the record of ${story.headline}</span><input name="reason" maxlength="300" placeholder="Why" autocomplete="off"></label>${actions.map(
    (action) =>
      html`<button name="action" value="${action}">${action.charAt(0).toUpperCase() + action.slice(1)}<span class="vh"> ${story.headline}</span></button>`,
  )}</form>`
}</li>`;
}
