import { linkTo } from '../../routes.ts';
import type { Comment } from '../../story/comment.ts';
import type { Edition } from '../../story/edition.ts';
import { type ThreadLine, threadOf } from '../../story/thread.ts';
import type { StoryView } from '../story-view.ts';
import { renderCommentForm } from './comment-form.ts';
import { moment } from './dates.ts';
import { type Html, html } from './html.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The first letter of a name, whole, in whatever script. */
const initialOf = (name: string): string => [...graphemes.segment(name.trim())][0]?.segment.toLocaleUpperCase() ?? '?';

/** Readers' comments, what the publisher asks of them, and the form. */
export function renderDiscussion({ story, frame, discussion }: StoryView): Html {
  const { comments, form } = discussion;
  const lines = threadOf(comments);
  return html`<section class="discussion" id="comments" aria-labelledby="comments-title">
<h2 id="comments-title">Reader Comments</h2>
${
  lines.length > 0
    ? html`<ol class="thread">${lines.map((line) => renderComment(line, story.slug, frame.edition))}</ol>`
    : html`<p class="no-comments">Nobody has written yet. Yours can be the first comment.</p>`
}
<p class="policy">${frame.edition.policy}</p>
${renderCommentForm(form, story.slug)}
</section>`;
}

function renderComment({ comment, depth, parent }: ThreadLine, slug: string, edition: Edition): Html {
  const waiting = comment.state !== 'approved';
  return html`<li class="comment depth-${depth}${waiting ? ' comment-waiting' : ''}" id="comment-${comment.id}">
<article aria-labelledby="comment-${comment.id}-name">
<header><span class="avatar" data-initial="${initialOf(comment.name)}" aria-hidden="true"></span>
<h3 class="comment-name" id="comment-${comment.id}-name" dir="auto">${comment.name}</h3>
<p class="comment-when"><a href="#comment-${comment.id}">${moment(comment.createdAt, edition)}</a>${
    parent && html` <span class="in-reply">in reply to <a href="#comment-${parent.id}">${parent.name}</a></span>`
  }</p></header>
${waiting && html`<p class="waiting">Waiting for a moderator. Only you can see it.</p>`}
<p class="comment-text" dir="auto">${comment.text}</p>
${!waiting && replyLink(comment, slug)}
</article></li>`;
}

const replyLink = ({ id, name }: Comment, slug: string): Html =>
  html`<p class="reply"><a href="${linkTo('story', { slug })}?reply=${id}#leave-a-comment" rel="nofollow">Reply<span class="vh"> to ${name}</span></a></p>`;
