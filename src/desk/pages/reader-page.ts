import { linkTo } from '../../routes.ts';
import type { ReaderHistory } from '../../store/moderation/reader-history.ts';
import type { DeskFrame } from '../desk-view.ts';
import { html } from '../parts/html.ts';
import { renderMarked } from '../parts/marked-words.ts';
import { counted, STATE_NAMES } from '../parts/names.ts';
import { renderReaderForm, renderStanding } from '../parts/reader-card.ts';
import { when } from '../parts/when.ts';
import type { DeskPage, Done } from './desk-page.ts';

const DECIDED = { mute: 'Muted', ban: 'Banned', restore: 'Restored' } as const;

/** Everything that one reader wrote, what became of it, and what was decided about the reader. */
export function readerPage(history: ReaderHistory, frame: DeskFrame, done?: Done): DeskPage {
  const { record, names, comments, decisions, since } = history;
  const { edition } = frame;
  return {
    title: names[0] ?? 'Reader',
    tab: linkTo('desk'),
    ...(done && { done }),
    main: html`<h1 dir="auto">${names[0] ?? 'A reader'}</h1>
<p class="fine">${names.length > 1 && html`Also signed ${names.slice(1).join(', ')}. `}Here since ${when(since, edition)}. ${record.approved} approved, ${record.stopped} stopped, ${record.waiting} waiting.</p>
${renderStanding(record, frame)}
<details class="reader-change"${record.standing.kind === 'good' ? html`` : html` open`}><summary data-key="b">Mute, ban or restore</summary>${renderReaderForm(record, linkTo('deskReader', { id: String(record.readerId) }))}</details>
${
  decisions.length > 0 &&
  html`<section class="steps"><h2 class="small">Decided about this reader</h2><ol>${decisions.map(
    (decision) =>
      decision.kind === 'reader' &&
      html`<li><b>${DECIDED[decision.state]}</b> by ${decision.by}, ${when(decision.at, edition)}${decision.until && html`, until ${when(decision.until, edition)}`}. ${decision.reasons.map(({ message }) => message)}</li>`,
  )}</ol></section>`
}
<h2 class="small">${counted(comments.length, 'comment')}, the latest first</h2>
<ol class="items">${comments.map(
      (item) => html`<li class="item state-${item.state}" data-item><article>
<p class="item-where">${item.story.headline}</p>
<p class="item-words" dir="auto">${renderMarked(item.text, item.decision.reasons)}</p>
<p class="item-who"><a href="${linkTo('deskComment', { id: String(item.id) })}" data-open>${when(item.createdAt, edition)}</a> <span class="state">${STATE_NAMES[item.state]}</span> <span>by ${item.decision.by}</span>${
        item.decision.reasons.length > 0 &&
        html` <span>${item.decision.reasons.map(({ message }) => message).join(' ')}</span>`
      }</p></article></li>`,
    )}</ol>`,
  };
}
