import type { Day } from './days.ts';
import { type Html, html } from './html.ts';

/** Amounts with their names as a table whose rows carry a bar each: the table is the plot. */
export function renderBars(
  title: string,
  rows: readonly { readonly label: string; readonly value: number; readonly note?: string }[],
): Html {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return html`<table class="bars"><caption>${title}</caption><tbody>${rows.map(
    ({ label, value, note }) =>
      html`<tr><th scope="row">${label}</th><td class="bar-cell"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${(value / most) * 100}" height="10"/></svg></td><td class="number">${value}${note && html` <span class="fine">${note}</span>`}</td></tr>`,
  )}</tbody></table>`;
}

/** The dates are days already, whatever their zone was. */
const AXIS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const HEIGHT = 160;
const FOOT = 20;
const STEP = 24;
const BAR = 16;
const SERIES = [
  ['approved', 'Approved'],
  ['held', 'Held or pending'],
  ['stopped', 'Refused or removed'],
] as const;

/** What was decided on each day, stacked, over a table with the same figures. */
export function renderDays(days: readonly Day[]): Html {
  const most = Math.max(1, ...days.map(({ approved, held, stopped }) => approved + held + stopped));
  const top = niceTop(most);
  const width = days.length * STEP + 32;
  return html`<figure class="days"><figcaption>Decisions on each day<span class="keys-of-plot">${SERIES.map(
    ([key, name]) =>
      html`<span><svg viewBox="0 0 10 10" aria-hidden="true"><rect class="s-${key}" width="10" height="10"/></svg>${name}</span>`,
  )}</span></figcaption>
<svg class="plot" viewBox="0 0 ${width} ${HEIGHT + FOOT}" role="img" aria-label="Decisions on each of the last ${days.length} days; the table below has the same figures">
${[0, top / 2, top].map((value) => {
  const y = HEIGHT - (value / top) * (HEIGHT - 10);
  return html`<line class="grid-line" x1="30" x2="${width}" y1="${y}" y2="${y}"/><text class="axis" x="26" y="${y + 3}" text-anchor="end">${value}</text>`;
})}
${days.map((day, index) => renderDay(day, { x: 34 + index * STEP, top, labelled: index % 5 === days.length % 5 }))}
</svg>
<details><summary>The figures of the plot</summary><div class="table" role="region" aria-label="Decisions on each day" tabindex="0"><table><thead><tr><th scope="col">Day</th><th scope="col">Arrived</th>${SERIES.map(([, name]) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${days
    .toReversed()
    .map(
      (day) =>
        html`<tr><th scope="row">${day.date}</th><td class="number">${day.arrived}</td>${SERIES.map(([key]) => html`<td class="number">${day[key]}</td>`)}</tr>`,
    )}</tbody></table></div></details></figure>`;
}

function renderDay(
  day: Day,
  { x, top, labelled }: { readonly x: number; readonly top: number; readonly labelled: boolean },
): Html {
  let y = HEIGHT;
  const parts = SERIES.map(([key]) => {
    const height = (day[key] / top) * (HEIGHT - 10);
    y -= height;
    return height > 0 ? html`<rect class="s-${key}" x="${x}" y="${y}" width="${BAR}" height="${height}"/>` : html``;
  });
  return html`${parts}${labelled && html`<text class="axis" x="${x + BAR / 2}" y="${HEIGHT + 14}" text-anchor="middle">${AXIS.format(new Date(day.date))}</text>`}`;
}

/** A number at or above `most` with one digit that counts, even from two on: 1, 2, 4, 6, 8, 10, 20, 40 … */
function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 4, 6, 8, 10].map((step) => step * power).find((value) => value >= most) ?? 10 * power;
}
