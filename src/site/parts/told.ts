import { linkIn, type Venue } from '../../routes.ts';
import type { Told } from '../../store/moderation/told-readers.ts';
import type { Edition } from '../../story/edition.ts';
import { moment } from './dates.ts';
import { type Html, html } from './html.ts';

const HEADS: Readonly<Record<Told['state'], string>> = {
  held: 'A moderator is holding your comment for another look.',
  refused: 'A moderator did not publish your comment.',
  removed: 'A moderator removed your comment.',
};

/** What moderators decided against this reader's own comments, with why, and the way to ask another one. Only she sees it. */
export function renderTold(told: readonly Told[], edition: Edition, venue: Venue): Html | undefined {
  if (told.length === 0) return undefined;
  return html`<section class="told" aria-labelledby="told-title"><h3 id="told-title">About your comments <span>Only you can see this.</span></h3>
<ol>${told.map((one) => renderOne(one, edition, venue))}</ol></section>`;
}

function renderOne({ commentId, state, at, reasons, text, appeal }: Told, edition: Edition, venue: Venue): Html {
  return html`<li id="told-${commentId}"><p><strong>${HEADS[state]}</strong> ${reasons.map(({ message }) => html`<span class="told-why">${message}</span> `)}<span class="told-when">${moment(at, edition)}</span></p>
<details><summary>What you wrote</summary><p class="comment-text" dir="auto">${text}</p></details>
${appeal === 'asked' && html`<p class="told-next">You asked for another look. Another moderator will decide.</p>`}${
  appeal === 'final' && html`<p class="told-next">Another moderator has looked at it too, and this is final.</p>`
}${appeal === 'open' && renderAppeal(commentId, venue)}</li>`;
}

const renderAppeal = (id: number, venue: Venue): Html =>
  html`<form class="appeal-form" method="post" action="${linkIn(venue, 'appeal', { id: String(id) })}"><label><span class="vh">Anything the moderator needs to know (you may leave it empty)</span><input name="words" maxlength="1000" placeholder="Anything we should know? (optional)" autocomplete="off"></label><button>Ask another moderator</button></form>`;
