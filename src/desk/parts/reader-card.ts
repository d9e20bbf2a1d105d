import { linkTo } from '../../routes.ts';
import type { QueueItem } from '../../store/moderation/queue-item.ts';
import type { ReaderRecord } from '../../story/discussion/moderation.ts';
import type { DeskFrame } from '../desk-view.ts';
import { type Html, html } from './html.ts';
import { counted } from './names.ts';
import { when } from './when.ts';

/** What is known of a comment's reader, and what can be done about her. */
export function renderReaderCard(record: ReaderRecord, item: QueueItem, frame: DeskFrame): Html {
  const { approved, stopped, waiting } = record;
  const id = String(record.readerId);
  return html`<section class="reader-card" aria-labelledby="reader-title"><h2 id="reader-title" class="small">The reader</h2>
${renderBalance(record)}
<p>${approved} approved, ${stopped} stopped, ${waiting} waiting. <a href="${linkTo('deskReader', { id })}">All of it</a></p>
${renderStanding(record, frame)}
<details><summary data-key="b">${record.standing.kind === 'good' ? 'Mute or ban' : 'Change'} <kbd>b</kbd></summary>${renderReaderForm(record, linkTo('deskComment', { id: String(item.id) }))}</details></section>`;
}

/** How her comments fared, as a bar; the words beside it say the same. */
function renderBalance({ approved, stopped, waiting }: ReaderRecord): Html {
  const all = approved + stopped + waiting;
  if (all === 0) return html``;
  const [good, wait] = [(approved / all) * 100, (waiting / all) * 100];
  return html`<svg class="balance" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="b-good" width="${good}" height="4"/><rect class="b-wait" x="${good}" width="${wait}" height="4"/><rect class="b-bad" x="${good + wait}" width="${100 - good - wait}" height="4"/></svg>`;
}

export function renderStanding({ standing }: ReaderRecord, { edition }: DeskFrame): Html {
  if (standing.kind === 'good') return html``;
  const what = standing.kind === 'banned' ? 'Banned: new comments are refused' : 'Muted: new comments are held';
  return html`<p class="hot">${what}${standing.until && html` until ${when(standing.until, edition)}`}. ${standing.reason}</p>`;
}

const DAYS = [1, 7, 30] as const;

/** To mute, ban or restore a reader; `back` is where the moderator returns. */
export function renderReaderForm({ readerId, standing }: ReaderRecord, back: string): Html {
  return html`<form class="reader-form" method="post" action="${linkTo('deskReader', { id: String(readerId) })}"><input type="hidden" name="back" value="${back}">
<label>For <select name="days">${DAYS.map((days) => html`<option value="${days}"${days === 7 ? html` selected` : html``}>${counted(days, 'day')}</option>`)}<option value="">ever</option></select></label>
<label>The reader is told <input name="reason" maxlength="300" autocomplete="off"></label>
<div class="actions"><button name="kind" value="mute">Mute</button><button class="no" name="kind" value="ban">Ban</button>${
    standing.kind !== 'good' && html`<button name="kind" value="restore">Restore</button>`
  }</div>
<p class="fine">Muted: new comments are held for a moderator. Banned: they are refused, and the reader is told why.</p></form>`;
}
