import { html } from 'hono/html';

/** A mail as it leaves the house. `id` is the same for every try, so that a mail program shows it once. */
export type Letter = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly unsubscribe?: string;
};

/** What a letter says: paragraphs of plain words, a quotation, one link to press, and small print. */
export type Words = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly quotation?: { readonly by: string; readonly words: string };
  readonly link: { readonly words: string; readonly address: string };
  readonly small: readonly string[];
  readonly unsubscribe?: string;
};

/** The same words as plain text and as simple HTML, without a picture and without anything that tells whether it was read. */
export async function writeLetter(words: Words, paper: string): Promise<Pick<Letter, 'subject' | 'text' | 'html'>> {
  const { subject, paragraphs, quotation, link, small, unsubscribe } = words;
  const text = [
    ...paragraphs,
    ...(quotation ? [`${quotation.by}:`, quotation.words.replace(/^/gm, '> ')] : []),
    `${link.words}:\n${link.address}`,
    ...small,
    ...(unsubscribe ? [`No more mail like this: ${unsubscribe}`] : []),
    `-- \n${paper}`,
  ].join('\n\n');
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${subject}</title></head>
<body style="margin:0 auto;max-width:34em;padding:1.5em;font:16px/1.5 system-ui,sans-serif">
<p style="font:600 20px Georgia,serif">${paper}</p>
${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
${
  quotation &&
  html`<p>${quotation.by}:</p><blockquote style="margin:0;padding-left:1em;border-left:3px solid #0c5a58;white-space:pre-wrap">${quotation.words}</blockquote>`
}
<p style="margin:1.5em 0"><a href="${link.address}" style="display:inline-block;padding:.6em 1.2em;border-radius:2px;background:#0c5a58;color:#fff;text-decoration:none">${link.words}</a></p>
<p style="font-size:13px">If the button does not work: ${link.address}</p>
${small.map((line) => html`<p style="font-size:13px">${line}</p>`)}
${unsubscribe && html`<p style="font-size:13px"><a href="${unsubscribe}">No more mail like this</a></p>`}
</body></html>
`;
  return { subject, text, html: String(await page) };
}
