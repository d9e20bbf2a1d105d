import { linkTo } from '../../routes.ts';
import type { Copy } from '../../story/copy.ts';
import { slugOf } from '../../story/slug.ts';
import type { Quotation } from '../../story/speech/quotation.ts';
import { shorten } from '../../text/length/shorten.ts';
import type { StoryView } from '../story-view.ts';
import { type Html, html, inLanguage } from './html.ts';
import { paragraphAt, type Source } from './provenance.ts';

/** Longest piece of a quotation in the record; the paragraph it links to has the whole. */
const LONGEST = 220;

const kinds = { direct: 'in quotation marks', mixed: 'partly in quotation marks', indirect: 'reported' } as const;

/** Who said what in this story: speaker, verb, the words, and the way to their paragraph. */
export function renderRecord({ story }: StoryView, source: Source): Html | null {
  const speakers = Map.groupBy(story.quotations, speakerOf);
  speakers.delete('');
  if (speakers.size === 0) return null;
  return html`<section class="record" aria-labelledby="record-title">
<h2 id="record-title">Who said what</h2>
<p class="record-about">Every statement that this story gives a speaker for, in ${source.agency}’s words.</p>
<div class="record-speakers">${[...speakers].map(([name, said]) => renderSpeaker(name, said, source))}</div>
</section>`;
}

const speakerOf = (quotation: Quotation): string => quotation.name ?? quotation.speaker?.text ?? '';

function renderSpeaker(name: string, said: readonly Quotation[], source: Source): Html {
  const role = said.find((quotation) => quotation.role)?.role;
  const known = said.some((quotation) => quotation.name === name);
  return html`<section class="record-speaker">
<h3>${known ? html`<a href="${linkTo('person', { slug: slugOf(name) })}">${name}</a>` : name}</h3>
${role && html`<p class="record-role"${inLanguage(source.copy.language, source.language)}>${role}</p>`}
<ol>${said.map((quotation) => renderQuotation(quotation, source))}</ol>
</section>`;
}

function renderQuotation(quotation: Quotation, { copy, language }: Source): Html {
  const paragraph = paragraphAt(copy, quotation.start);
  const words = shorten(wordsOf(quotation, copy), LONGEST);
  return html`<li>
<p class="record-how">${quotation.cue && html`<span${inLanguage(copy.language, language)}>${quotation.cue.text}</span>, `}${kinds[quotation.kind]}, <a href="#p${paragraph}">paragraph ${paragraph}</a></p>
<blockquote${inLanguage(copy.language, language)}><p>${quotation.kind === 'direct' ? html`“${words}”` : words}</p></blockquote>
</li>`;
}

const wordsOf = (quotation: Quotation, copy: Copy): string =>
  copy.text.slice(quotation.start, quotation.end).replace(/\s+/g, ' ').trim().replace(/,$/, '');
