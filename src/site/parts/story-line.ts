import { linkTo } from '../../routes.ts';
import type { Edition } from '../../story/edition.ts';
import type { StoryLine } from '../../story/story.ts';
import { moment } from './dates.ts';
import { capital, type Html, html } from './html.ts';

const UNNAMED = 'another agency';

/**
 * A story in a list: its headline at heading `level` 2 or 3, unless `brief` what it is about, and unless
 * `inSection` its section.
 */
export function renderLine(
  line: StoryLine,
  edition: Edition,
  options: { readonly level: 2 | 3; readonly brief?: boolean; readonly lead?: boolean; readonly inSection?: boolean },
): Html {
  const link = html`<a href="${linkTo('story', { slug: line.slug })}">${line.headline}</a>`;
  return html`<article class="line${options.lead ? ' line-lead' : ''}">
${line.section && !options.inSection && html`<p class="kicker">${capital(line.section)}</p>`}
${options.level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
${!options.brief && line.standfirst && html`<p class="line-standfirst">${line.standfirst}</p>`}
<ul class="facts">
${line.creditLine && html`<li>${line.creditLine}</li>`}
${line.publishedAt && html`<li>${moment(line.publishedAt, edition, options.lead ? 'minute' : 'day')}</li>`}
${line.state === 'corrected' && html`<li>Corrected</li>`}
<li>${line.readingMinutes} min read</li>
${line.comments > 0 && html`<li>${line.comments} ${line.comments === 1 ? 'comment' : 'comments'}</li>`}
</ul>
${!options.brief && alsoReported(line.alsoBy ?? [])}
</article>`;
}

/** Which other agencies tell the same, each a link to its story. */
function alsoReported(lines: readonly StoryLine[]): Html | null {
  if (lines.length === 0) return null;
  const links = lines.map(
    ({ slug, creditLine, headline }) =>
      html`<li><a href="${linkTo('story', { slug })}">${creditLine ?? UNNAMED}<span class="vh">: ${headline}</span></a></li>`,
  );
  return html`<div class="also-line"><p>Also reported by</p><ul>${links}</ul></div>`;
}

/** The other agencies' stories of the same event, on a story's own page. */
export function renderCompanions(lines: readonly StoryLine[], edition: Edition): Html | null {
  if (lines.length === 0) return null;
  return html`<nav class="also" aria-labelledby="also-title">
<h2 id="also-title">Also reported by</h2>
<ul>${lines.map(
    (line) => html`<li>
<p class="also-agency">${line.creditLine ?? capital(UNNAMED)}${line.publishedAt && html`<span class="also-when">${moment(line.publishedAt, edition)}</span>`}</p>
<a href="${linkTo('story', { slug: line.slug })}">${line.headline}</a>
</li>`,
  )}</ul>
<p class="also-about">What other agencies tell of the same event.</p>
</nav>`;
}
