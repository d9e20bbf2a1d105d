import { linkTo } from '../routes.ts';
import type { Person } from '../store/people.ts';
import type { RecordedQuotation } from '../story/story.ts';
import type { Frame } from './newsroom.ts';
import { moment } from './parts/dates.ts';
import { type Html, html } from './parts/html.ts';
import { renderPage } from './parts/page-frame.ts';

export type PersonView = {
  readonly frame: Frame;
  readonly person: Person;
  readonly said: readonly RecordedQuotation[];
};

const kinds = { direct: 'In quotation marks', mixed: 'Partly in quotation marks', indirect: 'Reported' } as const;

/** What a person has said across stories, latest story first. */
export function renderPersonPage({ frame, person, said }: PersonView): Html {
  const stories = [...Map.groupBy(said, (one) => one.story.slug).values()];
  return renderPage(frame, {
    title: `What ${person.name} has said | ${frame.edition.name}`,
    description: `What ${person.name} has said, in the words of the stories of ${frame.edition.name}.`,
    path: linkTo('person', { slug: person.slug }),
    main: html`<div class="person">
<h1 class="page-title">What ${person.name} has said</h1>
${person.role && html`<p class="person-role">${person.role}</p>`}
<p class="person-about">${said.length} ${said.length === 1 ? 'statement' : 'statements'} in ${stories.length} ${stories.length === 1 ? 'story' : 'stories'}, in the agencies’ words.</p>
${stories.map((statements) => renderStory(statements, frame))}
</div>`,
  });
}

function renderStory(statements: readonly RecordedQuotation[], { edition }: Frame): Html {
  const { slug, headline, publishedAt } = statements[0]!.story;
  return html`<section class="person-story" aria-labelledby="in-${slug}">
<h2 id="in-${slug}"><a href="${linkTo('story', { slug })}">${headline}</a></h2>
${publishedAt && html`<p class="person-when">${moment(publishedAt, edition, 'day')}</p>`}
<ol>${statements.map(
    ({ text, kind, cue }) =>
      html`<li><p class="record-how">${kinds[kind]}${cue && html`: “${cue}”`}</p><blockquote><p>${kind === 'direct' ? html`“${text.replace(/,$/, '')}”` : text}</p></blockquote></li>`,
  )}</ol>
</section>`;
}
