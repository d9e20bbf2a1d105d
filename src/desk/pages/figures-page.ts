import { linkTo } from '../../routes.ts';
import type { DeskFigures } from '../../store/moderation/desk-figures.ts';
import type { DeskFrame } from '../desk-view.ts';
import { daysOf, quantile, waitSteps } from '../parts/days.ts';
import { type Html, html } from '../parts/html.ts';
import { reasonName } from '../parts/names.ts';
import { renderBars, renderDays } from '../parts/plot.ts';
import { lasting } from '../parts/when.ts';
import type { DeskPage } from './desk-page.ts';

/** How many days the figures go back. */
export const FIGURE_DAYS = 30;
const MOST_BARS = 12;

/** What the desk did in the last thirty days: how much, why, how fast, by whom. */
export function figuresPage(figures: DeskFigures, frame: DeskFrame): DeskPage {
  const { waits, reasons, people, appeals, decisions } = figures;
  const days = daysOf(figures, { now: frame.now, count: FIGURE_DAYS, timeZone: frame.edition.timeZone });
  const sum = (person: boolean, state?: string) =>
    decisions.reduce(
      (total, one) => (one.person === person && (!state || one.state === state) ? total + one.count : total),
      0,
    );
  const arrived = days.reduce((total, day) => total + day.arrived, 0);
  const atOnce = sum(false, 'approved');
  const median = quantile(waits, 0.5);
  const slow = quantile(waits, 0.9);
  return {
    title: 'Figures',
    tab: linkTo('deskFigures'),
    main: html`<h1>The last ${FIGURE_DAYS} days</h1>
<dl class="tiles">
${tile('Comments came in', arrived)}
${tile('Published at once', atOnce, arrived > 0 ? `${Math.round((atOnce / arrived) * 100)}%, without a person` : '')}
${tile('Decided by people', sum(true))}
${tile('Half were decided within', median === undefined ? '–' : lasting(median), slow === undefined ? '' : `nine in ten within ${lasting(slow)}`)}
${tile('Appeals', appeals.asked, `${appeals.answered} answered, ${appeals.reversed} in the reader’s favour`)}
</dl>
${renderDays(days)}
<div class="figure-grid">
${
  reasons.length > 0
    ? renderBars(
        'Why rules stopped or noted something',
        reasons.slice(0, MOST_BARS).map(({ code, count }) => ({ label: reasonName(code), value: count })),
      )
    : none('Why rules stopped or noted something')
}
${waits.length > 0 ? renderBars('How long comments waited for a person', waitSteps(waits)) : none('How long comments waited for a person')}
${
  people.length > 0
    ? renderBars(
        'Decisions by person',
        people.map(({ name, decisions: value, undone }) => ({
          label: name,
          value,
          ...(undone > 0 && { note: `${undone} undone` }),
        })),
      )
    : none('Decisions by person')
}
</div>`,
  };
}

const tile = (name: string, value: number | string, note = ''): Html =>
  html`<div><dt>${name}</dt><dd>${value}${note !== '' && html`<span class="fine">${note}</span>`}</dd></div>`;

const none = (title: string): Html =>
  html`<div class="no-figure"><h2>${title}</h2><p class="fine">Nothing yet.</p></div>`;
