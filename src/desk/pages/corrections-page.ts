import { linkTo } from '../../routes.ts';
import type { CorrectionNote } from '../../store/discussion/correction-notes.ts';
import type { DeskFrame } from '../desk-view.ts';
import { type Html, html } from '../parts/html.ts';
import { when } from '../parts/when.ts';
import type { DeskPage, Done } from './desk-page.ts';

/** What readers say is wrong in a story, for editors: the sentence they mean, and what they wrote. */
export function correctionsPage(
  view: { readonly open: readonly CorrectionNote[]; readonly settled: readonly CorrectionNote[] },
  frame: DeskFrame,
  done?: Done,
): DeskPage {
  return {
    title: 'Corrections',
    tab: linkTo('deskCorrections'),
    ...(done && { done }),
    main: html`<h1>Corrections from readers</h1>
${view.open.length === 0 && html`<p class="empty">Nobody says that something is wrong.</p>`}
<ol class="notes">${view.open.map((note) => renderNote(note, frame))}</ol>
${view.settled.length > 0 && html`<h2 class="small">Dealt with</h2><ol class="notes notes-settled">${view.settled.map((note) => renderNote(note, frame))}</ol>`}`,
  };
}

function renderNote(note: CorrectionNote, { edition }: DeskFrame): Html {
  return html`<li data-item><p class="fine"><a href="${linkTo('story', { slug: note.slug })}" data-open>${note.slug}</a>, version ${note.version}, ${when(note.at, edition)}${
    note.commentId !== undefined &&
    html` <a href="${linkTo('deskComment', { id: String(note.commentId) })}">the comment</a>`
  }</p>
<blockquote class="passage"><p><strong>${note.sentence}</strong></p></blockquote>
${note.words !== '' && html`<p class="words" dir="auto">${note.words}</p>`}
${
  note.settledAt === undefined
    ? html`<form class="settle" method="post" action="${linkTo('deskCorrections')}"><input type="hidden" name="note" value="${note.id}"><label>What was done <input name="outcome" maxlength="300" required autocomplete="off"></label><button>Settle</button></form>`
    : html`<p class="fine">${note.outcome} (${note.settledBy}, ${when(note.settledAt, edition)})</p>`
}</li>`;
}
