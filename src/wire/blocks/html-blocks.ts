import { Tokenizer, TokenizerMode } from 'parse5';
import type { Block } from '../../story/copy.ts';
import { type BlockReader, readBlocks } from './block-reader.ts';

/** Whose content is no markup, by the HTML Standard's tree construction. */
const rawText = new Map<string, Tokenizer['state']>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
  ...['iframe', 'noembed', 'noframes', 'style', 'xmp'].map((name) => [name, TokenizerMode.RAWTEXT] as const),
]);

/** HTML to blocks; marks' offsets are UTF-16 units of their block's text. No word of the visible text is lost. */
export const htmlBlocks = (html: string): Block[] => readBlocks((reader) => feedHtml(html, reader));

/**
 * Tells a reader what HTML says.
 * @NOTE Reads parse5's tokens, not its tree: building the tree takes quadratic time on a few megabytes of hostile nesting.
 */
export function feedHtml(html: string, reader: BlockReader) {
  // parse5 gives each word and each space alone.
  let words = '';
  const tell = () => {
    if (words !== '') reader.text(words);
    words = '';
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag({ tagName, attrs, selfClosing }) {
        tell();
        const href = tagName === 'a' ? attrs.find((attr) => attr.name === 'href')?.value : undefined;
        reader.start(tagName, { href, selfClosing });
        const state = rawText.get(tagName);
        if (state !== undefined && !selfClosing) tokenizer.state = state;
      },
      onEndTag({ tagName }) {
        tell();
        reader.end(tagName);
      },
      onCharacter({ chars }) {
        words += chars;
      },
      onWhitespaceCharacter({ chars }) {
        words += chars;
      },
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  );
  tokenizer.write(html.replaceAll('<![CDATA[', '').replaceAll(']]>', ''), true);
  tell();
}

/** HTML, or text with a few entities, as one line of plain text. */
export function htmlText(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(/[\s\u00a0]+/g, ' ').trim();
  return htmlBlocks(html)
    .map((block) => block.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const markup = /<\/[a-z][a-z\d]{0,10}>|<(?:br|hr|img|p)(?:\s[^<>]{0,500})?\/?>/i;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});/i;

/** A line that a format gives as text and that some agencies write as HTML all the same. A tag that nothing ends is words. */
export function textOrHtml(line: string): string {
  if (markup.test(line)) return htmlText(line);
  return entity.test(line) ? htmlText(line.replaceAll('<', '&lt;')) : line.replace(/[\s\u00a0]+/g, ' ').trim();
}

/** Whether text that may be either is markup: it has a tag that HTML knows. */
export const looksLikeHtml = (text: string): boolean =>
  /<\/?(?:p|div|br|span|a|b|i|em|strong|h[1-6]|ul|ol|li|table|blockquote|section|article|img|pre)(?:\s[^<>]*)?\/?>/i.test(
    text,
  );
