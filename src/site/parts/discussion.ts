import { linkIn, linkTo, type Venue } from '../../routes.ts';
import { type DiscussionPage, SORTS, type Sort, type Thread } from '../../story/discussion/discussion.ts';
import type { StoryView } from '../story-view.ts';
import { renderCommentForm } from './comment-form.ts';
import { type AroundLine, renderLineOfThread } from './comment-line.ts';
import { moment } from './dates.ts';
import { discussionPath, pageOf } from './discussion-links.ts';
import { type Html, html } from './html.ts';
import { renderTold } from './told.ts';

/** Readers' comments, what the publisher asks of them, and the form: or words that the discussion is closed. What is followed or sent stays in `venue`. */
export function renderDiscussion({ story, frame, discussion }: StoryView, venue: Venue = 'page'): Html {
  const { page, state, form } = discussion;
  const { slug } = story;
  const lines = page.threads.flatMap(({ head, answers }) => [head, ...answers]);
  const around: AroundLine = {
    slug,
    venue,
    ...(discussion.ownKey && { ownKey: discussion.ownKey }),
    edition: frame.edition,
    open: state.open,
    now: discussion.now,
    // A frame knows nobody's account: it has a cookie of its own.
    accounts: discussion.accounts === true && venue === 'page',
    here: new Set(lines.map(({ id }) => id)),
  };
  return html`<section class="discussion" id="comments" aria-labelledby="comments-title">
<div class="discussion-head"><h2 id="comments-title">Reader Comments${page.comments > 0 && html` <span class="comments-count">${page.comments}</span>`}</h2>
${page.alone === undefined ? sorts(slug, page, venue) : html`<p class="alone"><a href="${linkIn(venue, 'story', { slug })}#comments">See the whole discussion</a></p>`}</div>
<p class="live" role="status" data-live="${linkTo('discussionLive', { slug })}" data-first="${linkIn(venue, 'story', { slug })}" data-comments="${page.comments}"></p>
${renderTold(discussion.told ?? [], frame.edition, venue)}
<div id="threads" data-threads>
${
  page.threads.length > 0
    ? html`<ol class="threads">${page.threads.map((thread) => renderThread(thread, around))}</ol>`
    : html`<p class="no-comments">${state.open ? 'Nobody has written yet. Yours can be the first comment.' : 'Nobody wrote.'}</p>`
}
${pager(slug, page, venue)}
</div>
<form id="respects" method="post" hidden></form>
<p class="policy">${frame.edition.policy}</p>
${state.open ? renderCommentForm(form, slug, { venue, asksEmail: discussion.accounts === true, signedIn: discussion.signedIn === true }) : closed(state, frame.edition)}
</section>`;
}

function renderThread({ head, answers, hidden }: Thread, around: AroundLine): Html {
  return html`<li class="thread">${renderLineOfThread(head, around)}${
    answers.length > 0 &&
    html`
<ol class="answers">${answers.map((line) => html`<li class="answer depth-${line.depth}">${renderLineOfThread(line, around)}</li>`)}</ol>`
  }${
    hidden > 0 &&
    html`
<p class="more-answers"><a href="${discussionPath(around.slug, { thread: head.id }, around.venue)}#comment-${head.id}" rel="nofollow">See all answers (${hidden} more)</a></p>`
  }</li>
`;
}

const SORT_NAMES: Readonly<Record<Sort, string>> = {
  newest: 'Newest',
  oldest: 'Oldest',
  discussed: 'Most discussed',
  picked: 'Editor’s pick',
};

/** In which order; only where there is something to order. */
function sorts(slug: string, { sort, threads, pages }: DiscussionPage, venue: Venue): Html | undefined {
  if (threads.length < 2 && pages < 2) return undefined;
  return html`<nav class="sorts" aria-label="Order of comments"><ul>${SORTS.map(
    (one) =>
      html`<li><a href="${discussionPath(slug, { sort: one }, venue)}#comments"${one === sort ? html` aria-current="true"` : html` rel="nofollow"`}>${SORT_NAMES[one]}</a></li>`,
  )}</ul></nav>`;
}

function pager(slug: string, part: DiscussionPage, venue: Venue): Html | undefined {
  const { page, pages } = part;
  if (pages < 2) return undefined;
  const link = (to: number, rel: 'prev' | 'next', words: string) =>
    html`<a href="${pageOf(slug, part, to, venue)}#comments" rel="${rel}">${words}</a>`;
  return html`<nav class="pager" aria-label="Pages of comments">${page > 1 ? link(page - 1, 'prev', 'Previous') : html`<span></span>`}
<span>Page ${page} of ${pages}</span>
${page < pages ? link(page + 1, 'next', 'Next') : html`<span></span>`}</nav>`;
}

function closed(
  state: Extract<StoryView['discussion']['state'], { open: false }>,
  edition: StoryView['frame']['edition'],
): Html {
  return html`<section class="closed" id="leave-a-comment" aria-labelledby="closed-title">
<h2 id="closed-title">This discussion is closed</h2>
<p>${state.why === 'days' ? 'Comments are open for some days after a story is published.' : 'The newsroom closed it.'} What was written stays here to be read. Closed ${moment(state.since, edition)}.</p>
</section>`;
}
