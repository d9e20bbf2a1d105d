import type { QueueItem } from '../../store/moderation/queue-item.ts';
import type { Reason } from '../../story/discussion/comment.ts';
import type { CannedReason } from '../../story/discussion/moderation.ts';
import { type Html, html } from './html.ts';
import { counted, reasonName } from './names.ts';

/** Why the rules put a comment where it is, numbered as the marks in its words are. */
export function renderReasons(reasons: readonly Reason[]): Html {
  return html`<ol class="whys">${reasons.map(
    ({ code, message }) => html`<li><b>${reasonName(code)}</b> ${message}</li>`,
  )}</ol>`;
}

/** What a person decided last, and what she told the reader. */
export function renderTold({ by, reasons }: QueueItem['decision']): Html {
  const told = reasons.map(({ message }) => message).join(' ');
  return html`<p class="by">Decided by ${by}. ${told === '' ? 'The reader was told no reason.' : html`The reader was told: <q>${told}</q>`}</p>`;
}

/** What readers reported, each kind once with how often, then what they wrote. */
export function renderReports(reports: readonly { readonly reason: string; readonly words: string }[]): Html {
  if (reports.length === 0) return html``;
  const kinds = Map.groupBy(reports, ({ reason }) => reason);
  return html`<div class="reports"><h3>${counted(reports.length, 'report')} from readers</h3><ul>${[...kinds].map(
    ([kind, those]) =>
      html`<li><b>${reasonName(kind)}</b>${those.length > 1 && html` × ${those.length}`}${those
        .filter(({ words }) => words !== '')
        .map(({ words }) => html` <q>${words}</q>`)}</li>`,
  )}</ul></div>`;
}

/** What the reader is told, to choose from, and a line of one's own. The first nine have a key each. */
export function renderTelling(canned: readonly CannedReason[]): Html {
  return html`<fieldset class="telling"><legend>When it is held or removed, the reader is told</legend>
<div class="tells">${canned.map(
    ({ code, title, message }, index) =>
      html`<label title="${message}"><input type="radio" name="tell" value="${code}"${index < 9 ? html` data-key="${index + 1}"` : html``}><span>${index < 9 && html`<kbd>${index + 1}</kbd> `}${title}</span></label>`,
  )}</div>
<label class="own-words"><span>In your own words, too</span> <input name="words" maxlength="500" autocomplete="off"></label></fieldset>`;
}
