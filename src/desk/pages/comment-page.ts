import { linkTo } from '../../routes.ts';
import type { CommentContext, Nearby } from '../../store/moderation/comment-context.ts';
import type { Lease } from '../../store/moderation/lease.ts';
import type { Scores } from '../../story/discussion/comment.ts';
import type { CannedReason } from '../../story/discussion/moderation.ts';
import type { DeskFrame } from '../desk-view.ts';
import { type Html, html } from '../parts/html.ts';
import { judgeAgain, renderJudgements } from '../parts/judgements.ts';
import { renderMarked } from '../parts/marked-words.ts';
import { queueTitle, STATE_NAMES } from '../parts/names.ts';
import { findPassage, type Passage } from '../parts/passage.ts';
import { addressIn, type Filter } from '../parts/queue-address.ts';
import { renderReaderCard } from '../parts/reader-card.ts';
import { renderReasons, renderReports, renderTelling, renderTold } from '../parts/reasons-list.ts';
import { may } from '../parts/rights.ts';
import { lasting, when } from '../parts/when.ts';
import { type DeskPage, type Done, hidden } from './desk-page.ts';

/** Not the rules' words: what the reader did, or what was done on the command line. */
const NO_RULES = /^(?:reader|command line)$/;

/** One comment in its context, with its neighbours in the queue. */
export type CommentView = {
  readonly frame: DeskFrame;
  readonly filter: Filter;
  readonly context: CommentContext;
  readonly around: { readonly previous?: number; readonly next?: number };
  readonly canned: readonly CannedReason[];
  /** Somebody else's claim, when it is running. */
  readonly open?: Lease;
  readonly done?: Done;
};

/** The page on which one comment is decided. */
export function commentPage(view: CommentView): DeskPage {
  const { context, frame, done } = view;
  const { item } = context;
  // What a person decided says nothing of places; the rules' last word does.
  const rules = context.steps.findLast((step) => !step.person && !NO_RULES.test(step.by))?.reasons ?? [];
  const passage = findPassage(item.text, context.copy);
  return {
    title: `${item.name} on ${item.story.headline}`,
    tab: linkTo('desk'),
    wide: true,
    ...(done && { done }),
    main: html`${renderWay(view)}
<p class="open-elsewhere" role="alert" data-open-elsewhere${view.open ? html`` : html` hidden`}><b data-open-name>${view.open?.name}</b> has this comment open. Decide it only if you have spoken with each other.</p>
<div class="desk-grid"><div class="matter">
<section class="about" aria-labelledby="about-title"><h2 id="about-title" class="small">About</h2>
<p class="headline"><a href="${linkTo('story', { slug: item.story.slug })}">${item.story.headline}</a></p>
${passage && renderPassage(passage)}</section>
<section aria-labelledby="thread-title"><h2 id="thread-title" class="small">In the discussion</h2>
<ol class="around">${context.above.map((line) => renderNearby(line, frame))}${context.beside.map((line) => renderNearby(line, frame, 'beside'))}
<li class="the-comment state-${item.state}"${context.above.length > 0 ? html` data-answer` : html``}>
<article aria-labelledby="the-name"><h1 id="the-name" dir="auto">${item.name}${item.fullName !== item.name && html` <span class="full-name">signed ${item.fullName}</span>`}</h1>
<p class="fine"><span class="state">${STATE_NAMES[item.state]}</span> ${when(item.createdAt, frame.edition)}, ${lasting(frame.now.getTime() - Date.parse(item.createdAt))} ago</p>
<p class="words" dir="auto">${renderMarked(item.text, rules)}</p></article></li>
${context.answers.map((line) => renderNearby(line, frame, 'answer'))}</ol></section>
</div>
<div class="verdict">
${context.appeal && renderAppeal(context.appeal, frame)}
<section aria-labelledby="why-title"><h2 id="why-title" class="small">Why it is here</h2>
${rules.length > 0 ? renderReasons(rules) : html`<p class="fine">No rule objected. ${item.state === 'pending' && 'It waits for a person, as comments do here.'}</p>`}
${item.decision.person && renderTold(item.decision)}
${renderReports(context.reports)}</section>
${renderJudgements(judgeAgain(context, frame.options.models?.()), frame.hold)}
${renderDeciding(view)}
${item.state === 'approved' && may(frame.staff, 'editor') && renderPick(item)}
${renderReaderCard(context.reader, item, frame)}
${renderSteps(context, frame)}
</div></div>`,
  };
}

function renderWay({ filter, around }: CommentView): Html {
  const to = (id: number | undefined, name: string, key: string, rel: string) =>
    id === undefined
      ? html`<span class="no-way">${name}</span>`
      : html`<a href="${addressIn(filter, { route: 'deskComment', id })}" rel="${rel}" data-key="${key}">${name}</a>`;
  return html`<nav class="way" aria-label="In the queue"><a href="${addressIn(filter)}">${queueTitle(filter.queue)}</a>
<span>${to(around.previous, 'Previous', 'k', 'prev')} ${to(around.next, 'Next', 'j', 'next')}</span></nav>`;
}

const renderPassage = ({ text, sentence }: Passage): Html =>
  html`<blockquote class="passage"><p>${text.slice(0, sentence.start)}<strong>${text.slice(sentence.start, sentence.end)}</strong>${text.slice(sentence.end)}</p></blockquote>`;

function renderNearby(line: Nearby, { edition }: DeskFrame, place: 'above' | 'beside' | 'answer' = 'above'): Html {
  return html`<li class="nearby nearby-${place}"><p class="fine"><b dir="auto">${line.name}</b> ${when(line.createdAt, edition)}${line.state !== 'approved' && html` <span class="state">${STATE_NAMES[line.state]}</span>`} <a href="${linkTo('deskComment', { id: String(line.id) })}">Open<span class="vh"> the comment by ${line.name}</span></a></p>
<p class="nearby-words" dir="auto">${line.text}</p></li>`;
}

function renderAppeal(appeal: NonNullable<CommentContext['appeal']>, { staff, alone, edition }: DeskFrame): Html {
  const own = appeal.staffId === staff.id && !alone;
  return html`<section class="appeal" aria-labelledby="appeal-title"><h2 id="appeal-title" class="small">Appeal</h2>
<p>Its reader asked on ${when(appeal.at, edition)} for another look at the decision of ${appeal.against}.</p>
${appeal.words !== '' && html`<blockquote dir="auto">${appeal.words}</blockquote>`}
${own && html`<p><strong>That was you, so somebody else answers it.</strong></p>`}</section>`;
}

function renderDeciding({ context, filter, canned }: CommentView): Html {
  const { id, decision, state } = context.item;
  const remove = context.steps.some((step) => step.state === 'approved') ? 'Remove' : 'Refuse';
  return html`<form class="deciding" method="post" action="${linkTo('deskDecide')}" data-claim="${linkTo('deskClaim', { id: String(id) })}">
${hidden({ ...filter })}<input type="hidden" name="comment" value="${id}:${decision.id}"><input type="hidden" name="onward" value="next">
<h2 class="vh">Decide</h2>
<div class="actions"><button class="yes" name="action" value="approve" data-key="a">${state === 'approved' ? 'Keep' : 'Approve'} <kbd>a</kbd></button><button name="action" value="hold" data-key="h">Hold <kbd>h</kbd></button><button class="no" name="action" value="remove" data-key="r">${remove} <kbd>r</kbd></button></div>
${renderTelling(canned)}</form>`;
}

/** Editors put a comment in front of the others, or take the mark off. */
const renderPick = ({ id, picked }: CommentContext['item']): Html =>
  html`<form class="pick" method="post" action="${linkTo('deskPick', { id: String(id) })}"><button name="picked" value="${picked ? 'no' : 'yes'}">${picked ? 'No longer an editor’s pick' : 'Make it an editor’s pick'}</button></form>`;

function renderSteps({ steps }: CommentContext, { edition }: DeskFrame): Html {
  return html`<section class="steps" aria-labelledby="steps-title"><h2 id="steps-title" class="small">So far</h2><ol>${steps.map(
    ({ state, by, at, undoes, appeal, reasons, scores }) =>
      html`<li><b>${STATE_NAMES[state]}</b> by ${by}, ${when(at, edition)}${undoes !== undefined && ' (undone)'}${appeal !== undefined && ' (after an appeal)'}${
        scores && html` <span class="fine">(${renderScores(scores)})</span>`
      }${by !== 'policy' && reasons.length > 0 && html`: ${reasons.map(({ message }) => message).join(' ')}`}</li>`,
  )}</ol></section>`;
}

/** By what the rules decided then, whatever the models of today say. */
const renderScores = ({ respect, topic, thought }: Scores): string =>
  `respectful ${respect.toFixed(2)}, ${topic === null ? '' : `on topic ${topic.toFixed(2)}, `}thoughtful ${thought.toFixed(2)}`;
