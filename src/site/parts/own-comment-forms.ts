import { linkTo, type Venue } from '../../routes.ts';
import type { Preview, Problem } from '../../story/discussion/comment.ts';
import type { Frame } from '../newsroom.ts';
import { renderIn } from './framed-page.ts';
import { type Html, html } from './html.ts';
import { renderPage } from './page-frame.ts';
import { renderPreview } from './preview.ts';

/** `key` says whose comment it is, also for a reader who came from a frame, whose cookie is not sent here. */
type Own = { readonly id: number; readonly key: string; readonly text: string };

const withKey = (path: string, key: string): string => `${path}?key=${encodeURIComponent(key)}`;

const permalink = (id: number): string => linkTo('permalink', { id: String(id) });

/** The page on which a reader edits her own comment. */
export function renderEditPage(
  frame: Frame,
  { id, key, text, problems, preview }: Own & { readonly problems: readonly Problem[]; readonly preview?: Preview },
): Html {
  const wrong = problems.length > 0;
  return renderPage(frame, {
    title: `${wrong ? 'Not saved: ' : ''}Edit your comment | ${frame.edition.name}`,
    robots: 'noindex',
    main: html`<section class="leave own-form" aria-labelledby="edit-title"><h1 id="edit-title">Edit your comment</h1>
${wrong && html`<div class="problems" role="alert" tabindex="-1" autofocus><ul>${problems.map(({ message }) => html`<li>${message}</li>`)}</ul></div>`}${preview && !wrong && renderPreview(preview)}
<form action="${withKey(linkTo('editComment', { id: String(id) }), key)}" method="post" novalidate>
<div class="field"><label for="comment-text">Your comment</label>
<textarea id="comment-text" name="text" rows="9" dir="auto" required aria-describedby="edit-note"${wrong && html` aria-invalid="true"`}>
${text}</textarea>
<p class="note" id="edit-note">You can edit for five minutes after you sent it. The new words go through the same checks, and readers see that the comment was edited.</p></div>
<button class="send" type="submit">Save</button>
<button class="look" type="submit" formaction="${withKey(linkTo('editAdvice', { id: String(id) }), key)}">Preview</button> <a class="cancel" href="${permalink(id)}">Leave it as it is</a>
</form></section>`,
  });
}

/** Asks once before a reader's own comment goes. */
export function renderDeletePage(frame: Frame, { id, key, text }: Own): Html {
  return renderPage(frame, {
    title: `Delete your comment? | ${frame.edition.name}`,
    robots: 'noindex',
    main: html`<section class="leave own-form" aria-labelledby="delete-title"><h1 id="delete-title">Delete your comment?</h1>
<blockquote class="quoted" dir="auto">${text}</blockquote>
<p class="note">This cannot be undone. Where others have answered, a line will say that its author deleted it.</p>
<form action="${withKey(linkTo('deleteComment', { id: String(id) }), key)}" method="post">
<button class="send" type="submit">Delete it</button> <a class="cancel" href="${permalink(id)}">Keep it</a>
</form></section>`,
  });
}

/** What was done, or why not, and the way back. */
export function renderNotice(
  frame: Frame,
  { title, message, back }: { readonly title: string; readonly message: string; readonly back: string },
  venue: Venue = 'page',
): Html {
  return renderIn(venue, frame, {
    title: `${title} | ${frame.edition.name}`,
    robots: 'noindex',
    main: html`<div class="message"><h1 class="page-title">${title}</h1>
<p>${message}</p>
<p><a href="${back}">Back to the ${back === linkTo('front') ? 'front page' : 'discussion'}</a></p></div>`,
  });
}
