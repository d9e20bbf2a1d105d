import { linkTo } from '../../routes.ts';
import type { Edition } from '../../story/edition.ts';
import type { StoryLine } from '../../story/story.ts';
import { moment } from './dates.ts';
import { capital, type Html, html } from './html.ts';

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
</article>`;
}
