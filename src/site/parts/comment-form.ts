import { linkIn, linkTo, type Venue } from '../../routes.ts';
import {
  type CommentForm,
  MAXIMUM_COMMENT,
  MAXIMUM_NAME,
  MINIMUM_COMMENT,
  type Problem,
} from '../../story/discussion/comment.ts';
import { writtenLength } from '../../text/length/written-length.ts';
import { assetPath } from '../assets.ts';
import { type Html, html } from './html.ts';
import { renderPreview } from './preview.ts';

const fieldIds: Readonly<Record<Problem['field'], string>> = {
  name: 'comment-name',
  email: 'comment-email',
  text: 'comment-text',
  form: 'comment-form',
};

/** Scripts that a browser fetches when somebody begins to write. */
const WRITING = ['counter', 'advice', 'proof'];

/** Where a form stands, whether it asks for an address, and whether the reader has an account, which has one. */
type Asked = { readonly venue?: Venue; readonly asksEmail?: boolean; readonly signedIn?: boolean };

/** The comment form with what was typed before, and what is wrong with it said on top and beside each field. */
export function renderCommentForm(
  form: CommentForm,
  slug: string,
  { venue = 'page', asksEmail = false, signedIn = false }: Asked = {},
): Html {
  const { problems, replyTo, preview } = form;
  return html`<section class="leave" id="leave-a-comment" aria-labelledby="leave-title">
<h2 id="leave-title">Leave a Comment</h2>
${problems.length > 0 && renderProblems(problems)}${preview && problems.length === 0 && renderPreview(preview)}
<form id="comment-form" action="${linkIn(venue, 'comment', { slug })}" method="post" novalidate data-challenge="${linkIn(venue, 'challenge', { slug })}" data-advice="${linkIn(venue, 'advice', { slug })}" data-scripts="${WRITING.map((name) => assetPath(`${name}.js`)).join(' ')}">
${
  replyTo &&
  html`<p class="replying">Your comment answers <a href="${linkIn(venue, 'permalink', { id: String(replyTo.id) })}">${replyTo.name}</a>. <a href="${linkIn(venue, 'story', { slug })}#leave-a-comment">Write to everybody instead</a></p>
<input type="hidden" name="parent" value="${replyTo.id}">`
}
<div class="field"><label for="comment-name">Your full name</label>
${fieldProblems(problems, 'name')}
<input id="comment-name" name="name" value="${form.name}" autocomplete="name" maxlength="${MAXIMUM_NAME}" required aria-describedby="${describedBy(problems, 'name', 'name-note')}"${invalid(problems, 'name')}>
<p class="note" id="name-note">Readers see your first name and one initial: Priya Sharma is shown as Priya S.${signedIn && html` You write with <a href="${linkTo('reader')}">your account</a>.`}</p></div>
${
  asksEmail &&
  !signedIn &&
  html`<div class="field"><label for="comment-email">Your e-mail address <span class="optional">(if you like)</span></label>
${fieldProblems(problems, 'email')}
<input id="comment-email" name="email" type="email" value="${form.email ?? ''}" autocomplete="email" maxlength="200" aria-describedby="${describedBy(problems, 'email', 'email-note')}"${invalid(problems, 'email')}>
<p class="note" id="email-note">Nobody sees it. You confirm it once by mail; then nobody else can write with it, and you can be told of answers.${venue === 'page' && html` <a href="${linkTo('signIn')}">Sign in</a>`}</p></div>`
}
<div class="field"><label for="comment-text">Your comment</label>
${fieldProblems(problems, 'text')}
<textarea id="comment-text" name="text" rows="7" dir="auto" required aria-describedby="${describedBy(problems, 'text', 'text-note')}"${invalid(problems, 'text')}>
${form.text}</textarea>
<p class="note count" id="text-note">Minimum ${MINIMUM_COMMENT} characters <span class="count-now" data-count data-minimum="${MINIMUM_COMMENT}" data-maximum="${MAXIMUM_COMMENT}">${writtenLength(form.text)}/${MINIMUM_COMMENT}</span></p>
<p class="vh" role="status" data-count-said></p>
<div class="advice" role="status" data-advice-said></div></div>
<div class="website" aria-hidden="true"><label for="comment-website">Leave this field empty</label><input id="comment-website" name="website" tabindex="-1" autocomplete="off"></div>
<input type="hidden" name="proof" value="" data-proof>
<button class="send" type="submit">Send comment</button>
<button class="look" type="submit" formaction="${linkIn(venue, 'advice', { slug })}">Preview</button>
<p class="note proof-said" role="status" data-proof-said></p>
<p class="note">A moderator reads a reader’s first comments, and those in doubt, before they appear.</p>
</form>
</section>`;
}

function renderProblems(problems: readonly Problem[]): Html {
  return html`<div class="problems" role="alert" tabindex="-1" autofocus aria-labelledby="problems-title">
<h3 id="problems-title">Not sent yet</h3>
<ul>${problems.map(({ field, message }) => html`<li>${field === 'form' ? message : html`<a href="#${fieldIds[field]}">${message}</a>`}</li>`)}</ul>
</div>`;
}

const of = (problems: readonly Problem[], field: Problem['field']) =>
  problems.filter((problem) => problem.field === field);

function fieldProblems(problems: readonly Problem[], field: 'name' | 'email' | 'text'): Html | false {
  const mine = of(problems, field);
  return (
    mine.length > 0 &&
    html`<p class="problem" id="${field}-problem">${mine.map(({ message }) => message).join(' ')}</p>`
  );
}

const invalid = (problems: readonly Problem[], field: 'name' | 'email' | 'text'): Html =>
  of(problems, field).length > 0 ? html` aria-invalid="true"` : html``;

const describedBy = (problems: readonly Problem[], field: 'name' | 'email' | 'text', note: string): string =>
  of(problems, field).length > 0 ? `${field}-problem ${note}` : note;
