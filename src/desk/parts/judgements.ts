import { type Judgement, type Judgements, type JudgingModels, judgeComment } from '../../moderate/judgements.ts';
import type { CommentContext } from '../../store/moderation/comment-context.ts';
import type { ModerationSettings } from '../../story/discussion/moderation-settings.ts';
import { type Html, html } from './html.ts';

/**
 * The three judgements of a comment among what stands around it, by today's models: what it was decided by stands in its
 * reasons. Undefined while the models cannot be used.
 */
export function judgeAgain(context: CommentContext, models: JudgingModels | undefined): Judgements | undefined {
  if (!models) return undefined;
  const { item, copy, above, beside } = context;
  return judgeComment(
    {
      text: item.text,
      article: { headline: copy.headline, text: copy.text },
      ...(item.parent && { parent: item.parent.text }),
      thread: [...above, ...beside].map(({ text }) => text),
    },
    models,
  );
}

/**
 * The three judgements as what they are: a measure between 0 and 1 each, with what it rests on; no sum, and no verdict. A
 * line stands where the publisher holds what is below, if she does.
 */
export function renderJudgements(judgements: Judgements | undefined, hold: ModerationSettings['hold']): Html {
  if (!judgements) return html``;
  const { respectful, onTopic, thoughtful } = judgements;
  return html`<section aria-labelledby="judged-title"><h2 id="judged-title" class="small">Measured, not decided</h2>
<dl class="judged">${renderOne('Respectful', respectful, hold.respect)}${renderOne('On topic', onTopic, hold.topic)}${renderOne('Thoughtful', thoughtful, hold.thought)}</dl></section>`;
}

function renderOne(name: string, judgement: Judgement | null, below: number | null): Html {
  if (!judgement) return html`<div><dt>${name}</dt><dd class="said">There is nothing to judge it by.</dd></div>`;
  const { score, reasons } = judgement;
  const share = Math.min(1, Math.max(0, score));
  return html`<div${below !== null && share < below ? html` class="low"` : html``}><dt>${name}</dt><dd><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="${share * 100}" height="8"/>${below !== null && html`<rect class="threshold" x="${below * 100}" width="1" height="8"/>`}</svg></dd><dd class="number">${share.toFixed(2)}</dd>${
    reasons.length > 0 && html`<dd class="said">${reasons.map(({ message }) => message).join(' ')}</dd>`
  }</div>`;
}
