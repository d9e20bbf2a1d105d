import { linkTo } from '../../routes.ts';
import { renderDiscussion } from '../parts/discussion.ts';
import { renderFramedPage } from '../parts/framed-page.ts';
import { type Html, html } from '../parts/html.ts';
import { shownHeadline } from '../parts/story-head.ts';
import type { StoryView } from '../story-view.ts';

/**
 * A story's discussion alone, to stand in a frame on a page elsewhere. Reading, answering and writing stay in the frame; what
 * belongs to an account opens on our own page. `posted` is the comment that this reader has just sent.
 */
export function renderEmbedPage(view: StoryView, posted?: number): Html {
  const { frame, story, discussion } = view;
  const { edition, url } = frame;
  const page = story.page ?? `${url}${linkTo('story', { slug: story.slug })}`;
  const troubled = discussion.form.problems.length > 0;
  return renderFramedPage(frame, {
    title: `${troubled ? 'Your comment was not sent: ' : ''}Reader comments: ${shownHeadline(view)} | ${edition.name}`,
    canonical: page,
    scripts: ['discussion'],
    main: html`<h1 class="vh">Readers on: ${shownHeadline(view)}</h1>
<p class="embed-home">A discussion of <a href="${story.page === undefined ? `${page}#comments` : url}" target="_blank">${edition.name}</a></p>
${posted !== undefined && renderPosted(view, posted)}
${renderDiscussion(view, 'frame')}`,
  });
}

/** Says what became of the comment. Her browser may have kept no cookie: then this is the one time that it can. */
function renderPosted({ discussion: { page } }: StoryView, id: number): Html {
  const line = page.threads
    .flatMap(({ head, answers }) => [head, ...answers])
    .find((one) => one.kind === 'comment' && one.id === id);
  const words =
    line?.kind === 'comment' && line.state === 'approved'
      ? html`Your comment is on the page. <a href="#comment-${id}">Go to it</a>`
      : line
        ? html`A moderator will read your comment before others see it. <a href="#comment-${id}">See how it stands</a>`
        : html`Thank you. Your comment was sent.`;
  return html`<p class="posted" id="posted" role="status" tabindex="-1" autofocus>${words}</p>`;
}
