import { linkTo } from '../routes.ts';
import type { Making } from '../store/made/making.ts';
import type { Maker } from '../story/furniture.ts';
import { type MadePart, partsMade } from '../story/making.ts';
import type { Frame } from './newsroom.ts';
import { moment } from './parts/dates.ts';
import { type Html, html, inLanguage, madeLanguage } from './parts/html.ts';
import { renderPage } from './parts/page-frame.ts';
import { agencyOf, makerText, markClass, proofWords, type Source } from './parts/provenance.ts';

/** How a story's page was made: whose words each part is, who or what made it, from what, when, and who answers for it. */
export function renderMakingPage(making: Making, frame: Frame): Html {
  const { story } = making;
  const headline = story.furniture.displayHeadline?.text ?? story.copy.headline;
  const page = linkTo('story', { slug: story.slug });
  const source: Source = {
    copy: story.copy,
    agency: agencyOf(story.copy),
    language: frame.edition.language,
    page,
    headlineId: headline === story.copy.headline ? 'headline' : 'agency-headline',
  };
  return renderPage(frame, {
    title: `How this page was made: ${headline} | ${frame.edition.name}`,
    description: `Who and what made each part of the page “${headline}”, and the words of the agency that prove it.`,
    path: linkTo('making', { slug: story.slug }),
    robots: 'noindex',
    main: html`<div class="making">
<p class="kicker"><a href="${page}">${headline}</a></p>
<h1 class="page-title">How this page was made</h1>
${overview(making, frame, source)}
<h2>Part by part</h2>
<ol class="making-parts">${partsMade(story.furniture).map((part) => renderPart(part, { making, frame, source }))}</ol>
${history(making, frame, source)}
<p class="making-data">The same for programs: <a href="${linkTo('makingJson', { slug: story.slug })}">making.json</a></p>
</div>`,
  });
}

type Around = { readonly making: Making; readonly frame: Frame; readonly source: Source };

/** What a machine made, who read it, and who answers for it (Regulation (EU) 2024/1689, article 50(4)). */
function overview({ story, shown, reviews }: Making, { edition }: Frame, { agency }: Source): Html {
  const parts = partsMade(story.furniture);
  const byKind = (kind: Maker['kind']) => parts.filter(({ madeBy }) => madeBy.kind === kind);
  const models = [...new Set(byKind('model').map(({ madeBy }) => makerText(madeBy)))];
  const editors = [...new Set(byKind('editor').map(({ madeBy }) => makerText(madeBy)))];
  return html`<dl class="making-facts">
<div><dt>The story itself</dt><dd>${agency}’s copy, unchanged: headline, dateline, body and credit.</dd></div>
<div><dt>Made by a machine</dt><dd>${counted(byKind('engine').length, 'part')} cut from the copy by our editing engine, which adds no words of its own. ${
    models.length > 0
      ? html`${counted(byKind('model').length, 'part')} written by ${models.join(', ')}.`
      : 'No language model took part.'
  }</dd></div>
<div><dt>Checked</dt><dd>Every part, word by word against the copy${shown.checks && html`, by version ${shown.checks} of our checks`}${shown.checkedAt && html`, on ${moment(shown.checkedAt, edition)}`}.</dd></div>
<div><dt>Read by people</dt><dd>${
    editors.length === 0 && reviews.length === 0
      ? 'Published without a person reading it first, under the newsroom’s standing rules.'
      : html`${editors.length > 0 && html`Edited by ${editors.join(', ')}. `}${reviews.map(
          ({ by, at }) => html`Read and released by ${by ?? 'the newsroom'} on ${moment(at, edition)}. `,
        )}`
  }</dd></div>
<div><dt>Who answers for it</dt><dd>${edition.name}</dd></div>
</dl>`;
}

const counted = (count: number, what: string): string =>
  `${count === 0 ? 'No' : count} ${what}${count === 1 ? '' : 's'}`;

function renderPart(part: MadePart, { making, frame, source }: Around): Html {
  const { edition } = frame;
  const { shown, story } = making;
  const language =
    part.madeBy.kind === 'agency' ? story.copy.language : madeLanguage(story.copy.language, edition.language);
  const at = part.madeAt ?? shown.checkedAt;
  return html`<li class="making-part" id="${part.id}">
<h3>${part.name}</h3>
<p class="making-words"${inLanguage(language, edition.language)}>${part.text}</p>
<p class="mark ${markClass(part)}"><span>${part.madeBy.kind === 'agency' ? html`${source.agency}’s words` : html`Made by ${makerText(part.madeBy)}`}${at && html`, ${moment(at, edition)}`}, from version ${shown.number} of the copy</span></p>
<div class="proof-words">${proofWords(part, source)}</div>
${
  part.override &&
  html`<div class="making-override"><p><strong>${part.override.by} answers for this part.</strong> The checks said: ${part.override.findings.map(({ message }) => message).join(' ')}</p><p>Reason given on ${moment(part.override.at, edition)}: ${part.override.reason}</p></div>`
}
${
  part.refused.length > 0 &&
  html`<details class="making-refused"><summary>${counted(part.refused.length, 'objection')} to other wordings</summary><ul>${part.refused.map(
    ({ check, message }) => html`<li><span class="making-check">${check}</span> ${message}</li>`,
  )}</ul></details>`
}
</li>`;
}

function history({ versions, shown }: Making, { edition }: Frame, { agency }: Source): Html {
  return html`<h2>Versions of the copy</h2>
<ol class="making-versions">${versions.map(
    ({ number, agencyVersion, receivedAt }) =>
      html`<li>Version ${number}${agencyVersion && html` (${agency}’s ${agencyVersion})`}, received ${moment(receivedAt, edition)}${number === shown.number && html` <strong>on the page now</strong>`}</li>`,
  )}</ol>`;
}
