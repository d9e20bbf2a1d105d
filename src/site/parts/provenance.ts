import { blockSpans, type Copy } from '../../story/copy.ts';
import type { Element, Maker } from '../../story/furniture.ts';
import { copySentences } from '../../story/reading/copy-sentences.ts';
import type { Evidence, Span } from '../../story/span.ts';
import { capital, type Html, html, inLanguage } from './html.ts';

/** What a page needs to say whose words are whose. */
export type Source = {
  readonly copy: Copy;
  /** "ANI", or "the agency" where the copy names none. */
  readonly agency: string;
  /** Where on the page the agency's headline stands. */
  readonly headlineId: string;
  /** Language of the page around. */
  readonly language: string;
  /** Address of the story's page; on that page itself, nothing. */
  readonly page?: string;
  /** Where the record of the making is, and the version of the copy that it speaks of. */
  readonly making?: { readonly path: string; readonly version: number; readonly checks?: string };
};

/** The agency as readers know it: what the copy itself gives as its credit. */
export const agencyOf = (copy: Copy): string => copy.creditLine?.trim() || 'the agency';

/** The mark of the agency's words, in words and with a sign, so that it does not hang on colour. */
export const agencyMark = ({ agency }: Source, what = 'words, unchanged'): Html =>
  html`<p class="mark mark-agency">${capital(agency)}’s ${what}</p>`;

/** Number of the body's paragraph, from 1, in which `start` of `Copy.text` stands. */
export function paragraphAt(copy: Copy, start: number): number {
  const found = blockSpans(copy.blocks).findIndex((span) => start < span.end);
  return (found === -1 ? copy.blocks.length - 1 : found) + 1;
}

/** What an element is called on the page, and in the record of the making. */
export type Named = { readonly what: string; readonly id: string };

/** The mark of words made here; it opens and shows the very words of the copy that they rest on. Needs no script. */
export function proof(element: Element, { what, id }: Named, source: Source): Html {
  return html`<details class="proof">
<summary class="mark ${markClass(element)}"><span>${markText(element, source)}<span class="vh">: show the words behind ${what}</span></span></summary>
<div class="proof-words">${proofWords(element, source)}${note(element, id, source)}</div>
</details>`;
}

/** One proof for several sentences that are read as one paragraph. */
export function proofOfEach(elements: readonly Element[], { what, id }: Named, source: Source): Html {
  const first = elements[0];
  if (!first) return html``;
  return html`<details class="proof">
<summary class="mark ${markClass(first)}"><span>${markText(first, source)}<span class="vh">: show the words behind ${what}</span></span></summary>
<div class="proof-words"><ol class="proof-list">${elements.map(
    (element) => html`<li><p class="proof-made">${element.text}</p>${proofWords(element, source)}</li>`,
  )}</ol>${note(first, id, source)}</div>
</details>`;
}

/** The sentences of the copy that an element rests on, the very words marked, each with the way to its paragraph. */
export function proofWords(element: Pick<Element, 'evidence'>, source: Source): Html {
  return html`${contextsOf(element.evidence, source.copy).map((context) => quoted(context, source))}`;
}

/** A sentence of the copy, or its whole headline, and the places in it that are evidence, in order and apart. */
type Context = Evidence & { readonly marked: readonly Span[] };

function contextsOf(evidence: readonly Evidence[], copy: Copy): Context[] {
  const headline = { part: 'headline', start: 0, end: copy.headline.length } as const;
  const sentences = copySentences(copy.text).map((span) => ({ part: 'text', ...span }) as const);
  return [headline, ...sentences].flatMap((context): Context[] => {
    const inside = evidence
      .filter(({ part, start, end }) => part === context.part && start < context.end && context.start < end)
      .map(({ start, end }) => ({ start: Math.max(start, context.start), end: Math.min(end, context.end) }));
    return inside.length > 0 ? [{ ...context, marked: joined(inside) }] : [];
  });
}

/** Places that touch become one. */
function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && span.start <= last.end)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else found.push(span);
  }
  return found;
}

function quoted(
  { part, start, end, marked }: Context,
  { copy, agency, language, headlineId, page = '' }: Source,
): Html {
  const text = part === 'headline' ? copy.headline : copy.text;
  const pieces: Html[] = [];
  let at = start;
  for (const mark of marked) {
    pieces.push(html`${text.slice(at, mark.start)}<mark>${text.slice(mark.start, mark.end)}</mark>`);
    at = mark.end;
  }
  pieces.push(html`${text.slice(at, end)}`);
  const paragraph = paragraphAt(copy, start);
  const place =
    part === 'headline'
      ? html`<a href="${page}#${headlineId}">${capital(agency)}’s headline</a>`
      : html`<a href="${page}#p${paragraph}">Paragraph ${paragraph}</a>`;
  return html`<figure class="evidence"><blockquote${inLanguage(copy.language, language)}><p>${pieces}</p></blockquote><figcaption>${place}</figcaption></figure>`;
}

/** The class of an element's mark: a diamond for what was made here, a ring for the agency's. */
export const markClass = ({ madeBy }: Pick<Element, 'madeBy'>): string =>
  madeBy.kind === 'agency' ? 'mark-agency' : 'mark-made';

function markText({ madeBy }: Element, { agency }: Source): Html {
  return madeBy.kind === 'agency' ? html`${capital(agency)}’s words` : html`Made here from ${agency}’s words`;
}

/** Who or what made an element, in the middle of a sentence. */
export function makerText(maker: Maker): string {
  if (maker.kind === 'agency') return 'the agency';
  if (maker.kind === 'editor') return `the editor ${maker.name}`;
  return maker.kind === 'model' ? `the language model ${maker.name}` : `version ${maker.version} of our editing engine`;
}

/** The record of one element, in short, and the way to the whole. */
export function note(element: Element, id: string, { agency, making }: Source): Html {
  const { madeBy, override } = element;
  const how =
    madeBy.kind === 'agency'
      ? `Taken from ${agency} without a change`
      : madeBy.kind === 'editor'
        ? `Written here by ${makerText(madeBy)}`
        : `Made here by ${makerText(madeBy)}`;
  const from = making ? html` from version ${making.version} of the copy` : html``;
  const checked = override
    ? html`The checks did not let it pass: ${override.by} answers for it, because ${override.reason}`
    : html`Checked word by word against the words above, which are ${agency}’s${making?.checks && html`, by version ${making.checks} of our checks`}.`;
  return html`<p class="proof-note">${how}${from}. ${checked}${making && html` <a href="${making.path}#${id}">How this page was made</a>`}</p>`;
}
