import { html, raw } from 'hono/html';

/** Markup that is safe to send. Whatever is put into `html` is escaped unless it is markup itself. */
export type Html = ReturnType<typeof html>;

export { html };

/** A block of data for machines. Written so that no text inside can end the element or open a comment. */
export function dataBlock(type: string, data: unknown): Html {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return html`<script type="${type}">${raw(json)}</script>`;
}

/** With a capital in front: what an agency calls "business" is "Business" above a page. */
export const capital = (text: string): string => text.replace(/^./u, (letter) => letter.toLocaleUpperCase());

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);

const baseOf = (language: string): string => language.toLowerCase().split(/[-_]/)[0] ?? '';

/** `lang` and `dir` for words in `language`, as attributes; nothing where the page around them already says the same. */
export function inLanguage(language: string, around: string): Html {
  const tag = language.replace(/_/g, '-');
  if (tag === around || !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag)) return html``;
  const turned = RIGHT_TO_LEFT.has(baseOf(tag)) !== RIGHT_TO_LEFT.has(baseOf(around));
  const direction = RIGHT_TO_LEFT.has(baseOf(tag)) ? 'rtl' : 'ltr';
  return turned ? html` lang="${tag}" dir="${direction}"` : html` lang="${tag}"`;
}

/** The language of what was made from copy: the edition's spelling of it, or the copy's own language. */
export const madeLanguage = (copy: string, edition: string): string =>
  baseOf(copy) === baseOf(edition) ? edition : copy;
