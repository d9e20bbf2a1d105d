import { linkTo } from '../../routes.ts';
import type { QueueChoices } from '../../store/moderation/queue.ts';
import type { QueueItem } from '../../store/moderation/queue-item.ts';
import type { CannedReason } from '../../story/discussion/moderation.ts';
import type { DeskFrame } from '../desk-view.ts';
import { type Html, html } from '../parts/html.ts';
import { renderMarked } from '../parts/marked-words.ts';
import { counted, QUEUE_NAMES, queueTitle, reasonName, STATE_NAMES } from '../parts/names.ts';
import { addressIn, type Filter } from '../parts/queue-address.ts';
import { lasting, when } from '../parts/when.ts';
import { type DeskPage, type Done, hidden } from './desk-page.ts';

/** A stretch of a queue as a moderator sees it. `more` is the number behind which it goes on. */
export type QueueView = {
  readonly frame: DeskFrame;
  readonly filter: Filter;
  readonly items: readonly QueueItem[];
  readonly more?: number;
  readonly choices: QueueChoices;
  readonly canned: readonly CannedReason[];
  readonly done?: Done;
};

/** The list of comments to decide, one by one or several at once. */
export function queuePage(view: QueueView): DeskPage {
  const { filter, items, frame, done } = view;
  return {
    title: QUEUE_NAMES[filter.queue],
    tab: linkTo('desk'),
    ...(done && { done }),
    main: html`${renderQueues(frame, filter)}
<div class="queue-head"><h1>${queueTitle(filter.queue)}</h1>${
      items[0] &&
      html`<p><a class="begin" href="${addressIn(filter, { route: 'deskComment', id: items[0].id })}">Go through them one by one</a></p>`
    }</div>
${renderNarrowing(view)}
${items.length === 0 ? renderEmpty(view) : renderList(view)}`,
  };
}

function renderQueues({ counts }: DeskFrame, filter: Filter): Html {
  const queues = [
    ['waiting', counts.waiting],
    ['pending', counts.pending],
    ['held', counts.held],
    ['reported', counts.reported],
    ['appeals', counts.appeals],
    ['approved', 0],
    ['refused', 0],
    ['removed', 0],
  ] as const;
  return html`<nav class="queues" aria-label="Queues"><ul>${queues.map(
    ([queue, count]) =>
      html`<li><a href="${addressIn({ queue })}"${queue === filter.queue ? html` aria-current="page"` : html``}>${QUEUE_NAMES[queue]}${count > 0 && html` <span class="count">${count}</span>`}</a></li>`,
  )}</ul></nav>`;
}

function renderNarrowing({ filter, choices }: QueueView): Html {
  const chosen = (value: string | undefined, wanted: string) => (value === wanted ? html` selected` : html``);
  return html`<form class="narrow" method="get" action="${linkTo('desk')}">${filter.queue !== 'waiting' && hidden({ queue: filter.queue })}
<label>Story <select name="story"><option value="">All stories</option>${choices.stories.map(
    ({ slug, headline, count }) =>
      html`<option value="${slug}"${chosen(filter.story, slug)}>${headline} (${count})</option>`,
  )}</select></label>
<label>Reason <select name="reason"><option value="">Any or none</option>${choices.reasons.map(
    ({ code, count }) =>
      html`<option value="${code}"${chosen(filter.reason, code)}>${reasonName(code)} (${count})</option>`,
  )}</select></label>
<button class="quiet">Show</button></form>`;
}

function renderEmpty({ frame, filter }: QueueView): Html {
  const own = frame.counts.ownAppeals;
  return html`<div class="empty"><p>Nothing here.</p>${
    filter.queue === 'appeals' &&
    own > 0 &&
    html`<p>${counted(own, 'appeal')} against your own decisions ${own === 1 ? 'waits' : 'wait'} for somebody else.</p>`
  }${(filter.story || filter.reason) && html`<p><a href="${addressIn({ queue: filter.queue })}">Show the whole queue</a></p>`}</div>`;
}

function renderList(view: QueueView): Html {
  const { filter, items, more, canned } = view;
  return html`<form class="queue" method="post" action="${linkTo('deskDecide')}">${hidden({ ...filter })}
<ol class="items">${items.map((item) => renderItem(item, view))}</ol>
<div class="together" role="group" aria-labelledby="together-title">
<p id="together-title">With those selected <button class="quiet" type="button" data-select-all hidden>Select all</button></p>
<label>Tell the readers <select name="tell"><option value="">no reason</option>${canned.map(
    ({ code, title }) => html`<option value="${code}">${title}</option>`,
  )}</select></label>
<div class="actions"><button name="action" value="approve">Approve</button><button name="action" value="hold">Hold</button><button name="action" value="remove">Remove</button></div>
</div></form>
${more !== undefined && html`<p class="more"><a href="${addressIn(filter, { query: { after: String(more) } })}">More comments</a></p>`}`;
}

function renderItem(item: QueueItem, { frame, filter }: QueueView): Html {
  const { id, decision, story, parent } = item;
  const open = addressIn(filter, { route: 'deskComment', id });
  const seen = `${id}:${decision.id}`;
  const one = (action: string, name: string, key: string) =>
    html`<button name="only" value="${action}:${seen}" data-key="${key}">${name}<span class="vh"> the comment by ${item.name}</span></button>`;
  return html`<li class="item state-${item.state}" data-item>
<input type="checkbox" name="comment" value="${seen}" data-key="x" aria-label="Select the comment by ${item.name}">
<article aria-labelledby="item-${id}">
<p class="item-where">${story.headline}</p>
${parent && html`<p class="item-parent"><span class="vh">It answers </span><b>${parent.name}</b> ${parent.text}</p>`}
<p class="item-words" dir="auto">${renderMarked(item.text, decision.reasons)}</p>
${decision.reasons.length > 0 && html`<ul class="item-whys">${decision.reasons.map(({ code, message }, index) => html`<li><b>${index + 1} ${reasonName(code)}</b> ${message}</li>`)}</ul>`}
<p class="item-who"><a id="item-${id}" href="${open}" data-open><b>${item.name}</b><span class="vh">: open in its context</span></a>
<span class="state">${STATE_NAMES[item.state]}</span> <span>${when(item.createdAt, frame.edition)}, ${lasting(frame.now.getTime() - Date.parse(item.createdAt))} ago</span>
${item.reports > 0 && html`<span class="hot">${counted(item.reports, 'report')}</span>`}${
  item.open && item.open.staffId !== frame.staff.id && html`<span class="hot">${item.open.name} has it open</span>`
}<a class="away" href="${linkTo('deskReader', { id: String(item.readerId) })}" data-key="b">History<span class="vh"> of ${item.name}</span></a></p>
</article>
<div class="actions">${one('approve', 'Approve', 'a')}${one('hold', 'Hold', 'h')}${one('remove', 'Remove', 'r')}</div>
</li>`;
}
