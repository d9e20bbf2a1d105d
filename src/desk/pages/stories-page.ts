import { linkTo } from '../../routes.ts';
import type { StoryRow } from '../../store/stories.ts';
import type { DeskFrame } from '../desk-view.ts';
import { type Html, html } from '../parts/html.ts';
import { when } from '../parts/when.ts';
import type { DeskPage, Done } from './desk-page.ts';

/** What an editor may do with a story in a state. */
export const STORY_ACTIONS = ['release', 'hold', 'spike', 'open', 'close'] as const;
type Action = (typeof STORY_ACTIONS)[number];

const ACTION_NAMES: Readonly<Record<Action, string>> = {
  release: 'Release',
  hold: 'Hold',
  spike: 'Spike',
  open: 'Open comments',
  close: 'Close comments',
};

/** The stories that are held, each with why, then the latest of the others. */
export function storiesPage(
  view: {
    readonly held: readonly StoryRow[];
    readonly latest: readonly StoryRow[] /** Addresses of those whose discussion is open. */;
    readonly open: ReadonlySet<string>;
  },
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
<ol class="stories">${view.latest.map((story) => renderStory(story, frame, actionsFor(story, view.open)))}</ol>`,
  };
}

function actionsFor({ slug, state }: StoryRow, open: ReadonlySet<string>): Action[] {
  if (state === 'embargoed') return ['hold'];
  if (state !== 'live' && state !== 'corrected') return [];
  return ['hold', open.has(slug) ? 'close' : 'open'];
}

function renderStory(story: StoryRow, { edition }: DeskFrame, actions: readonly Action[]): Html {
  const seen = story.state === 'live' || story.state === 'corrected';
  return html`<li class="story-line" data-item><div><p class="headline">${seen ? html`<a href="${linkTo('story', { slug: story.slug })}" data-open>${story.headline}</a>` : story.headline}</p>
<p class="fine"><span class="state">${story.state}</span> ${story.source}, ${when(story.receivedAt, edition)}${story.reason && html`. ${story.reason}`}</p></div>
${
  actions.length > 0 &&
  html`<form method="post" action="${linkTo('deskStories')}"><input type="hidden" name="story" value="${story.slug}"><label><span class="vh">Why, for the record of ${story.headline}</span><input name="reason" maxlength="300" placeholder="Why" autocomplete="off"></label>${actions.map(
    (action) =>
      html`<button name="action" value="${action}">${ACTION_NAMES[action]}<span class="vh"> ${story.headline}</span></button>`,
  )}</form>`
}</li>`;
}
