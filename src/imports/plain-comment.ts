import { tidyText } from '../comments/tidy-text.ts';
import { htmlBlocks } from '../wire/blocks/html-blocks.ts';

/** Characters of an imported comment: far more than readers may write here, for nothing is to be lost. */
const MOST = 50_000;

/** A comment's HTML as the plain text that we keep: paragraphs and line breaks stay, the address of a link stands behind its words. */
export function plainComment(html: string): string {
  const linked = html.replace(
    /<a\s[^<>]{0,2000}?href\s*=\s*["']([^"'<>]{1,2000})["'][^<>]{0,2000}>([^<]{0,2000})<\/a>/gi,
    (whole, href: string, words: string) => (isTold(href, words) ? whole : `${whole} (${href})`),
  );
  const text = htmlBlocks(linked)
    .map((block) => block.text)
    .join('\n\n');
  return tidyText(text).slice(0, MOST);
}

/** Whether the words of a link say its address already, or it leads nowhere on the web. */
function isTold(href: string, words: string): boolean {
  if (!/^https?:/i.test(href)) return true;
  const bare = (address: string): string => address.replace(/^https?:\/\/|[/…. ]+$/gi, '');
  return words.trim() !== '' && bare(href).startsWith(bare(words.trim()).slice(0, 20)) && /[./]/.test(words);
}
