import type { Preview } from '../../story/discussion/comment.ts';
import { type Html, html } from './html.ts';

/** A comment as it would stand, with what would help it; shown above its form where a reader asked to see it first. */
export const renderPreview = ({
  name,
  text,
  advice,
  waits,
}: Preview): Html => html`<div class="preview" role="status" tabindex="-1" autofocus aria-labelledby="preview-title">
<h3 id="preview-title">Your comment as it would stand; it is not sent yet</h3>
<div class="comment">${name !== undefined && html`<p class="comment-name" dir="auto">${name}</p>`}
<p class="comment-text" dir="auto">${text}</p></div>
${renderAdvice(advice)}
<p class="note">${waits ? 'A moderator would read it before it appears.' : 'It would appear at once.'} Change it below, or send it as it is.</p>
</div>`;

/** What would help; nothing where all is well. */
const renderAdvice = (advice: readonly string[]): Html =>
  advice.length === 0
    ? html`<p class="advice-none">Nothing to suggest.</p>`
    : html`<div class="advice"><p>What would help:</p><ul>${advice.map((message) => html`<li>${message}</li>`)}</ul></div>`;
