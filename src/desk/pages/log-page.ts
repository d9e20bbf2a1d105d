import { linkTo } from '../../routes.ts';
import type { LoggedDecision } from '../../story/discussion/moderation.ts';
import type { DeskFrame } from '../desk-view.ts';
import type { LogFilter } from '../log-filter.ts';
import { type Html, html } from '../parts/html.ts';
import { STATE_NAMES } from '../parts/names.ts';
import { when } from '../parts/when.ts';
import type { DeskPage } from './desk-page.ts';

export type LogView = {
  readonly frame: DeskFrame;
  readonly filter: LogFilter;
  readonly decisions: readonly LoggedDecision[];
  readonly readers: readonly LoggedDecision[];
  readonly deciders: readonly string[];
  readonly more?: string;
};

/** Every decision, by whomever, the latest first. */
export function logPage({ frame, filter, decisions, readers, deciders, more }: LogView): DeskPage {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined));
  return {
    title: 'Log',
    tab: linkTo('deskLog'),
    main: html`<h1>Every decision</h1>
<p class="fine">Nothing here is ever changed or taken out; what is undone is a further line. <a href="${linkTo('deskLogExport')}${query.size > 0 ? `?${query}` : ''}" download="decisions.jsonl">Download these as JSON lines</a></p>
${renderNarrowing(filter, deciders)}
<div class="table" role="region" aria-label="Decisions" tabindex="0"><table><thead><tr><th scope="col">When</th><th scope="col">Decision</th><th scope="col">By</th><th scope="col">Comment</th><th scope="col">Reasons</th></tr></thead>
<tbody>${decisions.map((decision) => renderLine(decision, frame))}</tbody></table></div>
${decisions.length === 0 && html`<p class="empty">No decision fits.</p>`}
${more && html`<p class="more"><a href="${more}">Earlier decisions</a></p>`}
${readers.length > 0 && html`<h2>Decisions about readers</h2><ol class="steps">${readers.map((decision) => renderAboutReader(decision, frame))}</ol>`}`,
  };
}

function renderLine(decision: LoggedDecision, { edition }: DeskFrame): Html {
  if (decision.kind !== 'comment') return html``;
  const { commentId, state, by, at, undoes, appeal, reasons, name, slug } = decision;
  return html`<tr><td>${when(at, edition)}</td><td><span class="state-${state}"><b class="state">${STATE_NAMES[state]}</b></span>${undoes !== undefined && ' (undone)'}${appeal !== undefined && ' (appeal)'}</td><td>${by}</td>
<td><a href="${linkTo('deskComment', { id: String(commentId) })}" dir="auto">${name}</a> <span class="fine">${slug}</span></td><td>${reasons.map(({ message }) => html`<span class="log-why">${message}</span> `)}</td></tr>`;
}

function renderAboutReader(decision: LoggedDecision, { edition }: DeskFrame): Html {
  if (decision.kind !== 'reader') return html``;
  const { state, by, at, readerId, until, reasons } = decision;
  return html`<li>${when(at, edition)} <b>${state}</b> by ${by}: <a href="${linkTo('deskReader', { id: String(readerId) })}">reader ${readerId}</a>${until && html` until ${when(until, edition)}`}. ${reasons.map(({ message }) => message)}</li>`;
}

function renderNarrowing(filter: LogFilter, deciders: readonly string[]): Html {
  const option = (value: string, name: string, chosen: string | undefined) =>
    html`<option value="${value}"${value === (chosen ?? '') ? html` selected` : html``}>${name}</option>`;
  return html`<form class="narrow" method="get" action="${linkTo('deskLog')}">
<label>By <select name="by">${option('', 'Anybody', filter.by ?? filter.who)}${option('people', 'People', filter.who)}${option('rules', 'The rules', filter.who)}${deciders.map((name) => option(`name:${name}`, name, filter.by && `name:${filter.by}`))}</select></label>
<label>Decision <select name="state">${option('', 'Any', filter.state)}${Object.entries(STATE_NAMES).map(([state, name]) => option(state, name, filter.state))}</select></label>
<label>From <input type="date" name="from" value="${filter.from ?? ''}"></label><label>To <input type="date" name="to" value="${filter.to ?? ''}"></label>
<button class="quiet">Show</button></form>`;
}
