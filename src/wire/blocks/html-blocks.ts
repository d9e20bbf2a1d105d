import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Block } from '../../story/copy.ts';
import { type BlockBuilder, createBlockBuilder } from './block-builder.ts';

/** Whose words a reader of the page would never see. */
const dropped = new Set(
  'applet audio button canvas figcaption head iframe noembed noframes noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
);
/** Whose content is no markup, by the HTML Standard's tree construction. */
const rawText = new Map<string, Tokenizer['state']>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
  ...['iframe', 'noembed', 'noframes', 'style', 'xmp'].map((name) => [name, TokenizerMode.RAWTEXT] as const),
]);
const boundaries = new Set(
  'address article aside block blockquote body bq caption center dd details dialog dir div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup hl1 hl2 hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
);
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hl1', 'hl2']);
const lists = new Set(['ul', 'ol', 'menu', 'dir']);
const marks: Readonly<Record<string, 'strong' | 'emphasis'>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
};
/** What of a figure is copy: the rest (caption, credit) belongs to a picture that is not in the body. */
const copyInFigure = new Set(['table', 'blockquote', 'pre', 'p', 'ul', 'ol']);

/**
 * HTML to blocks; marks' offsets are UTF-16 units of their block's text. No word of the visible text is lost.
 * @NOTE Reads parse5's tokens, not its tree: building the tree takes quadratic time on a few megabytes of hostile nesting.
 */
export function htmlBlocks(html: string): Block[] {
  const builder = createBlockBuilder();
  const visible: string[] = [];
  const reader = createReader(builder, visible);
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag(token) {
        const state = reader.start(token);
        if (state !== undefined && !token.selfClosing) tokenizer.state = state;
      },
      onEndTag: (token) => reader.end(token.tagName),
      onCharacter: (token) => reader.text(token.chars),
      onWhitespaceCharacter: (token) => reader.text(token.chars),
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  );
  tokenizer.write(html.replaceAll('<![CDATA[', '').replaceAll(']]>', ''), true);
  const blocks = builder.blocks();
  const words = visible.join('');
  return bare(blocks.map((block) => block.text).join('')) === bare(words) ? blocks : plainBlocks(words);
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

/** Whether text that may be either is markup: it has a tag that HTML knows. */
export const looksLikeHtml = (text: string): boolean =>
  /<\/?(?:p|div|br|span|a|b|i|em|strong|h[1-6]|ul|ol|li|table|blockquote|section|article|img|pre)(?:\s[^<>]*)?\/?>/i.test(
    text,
  );

const bare = (text: string): string => text.replace(/[\s\u00a0]+/g, '');

function plainBlocks(words: string): Block[] {
  return words
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'paragraph', text }));
}

function createReader(builder: BlockBuilder, visible: string[]) {
  const inItem: boolean[] = [];
  let [skipping, skipDepth] = ['', 0];
  let [heading, quotes, preformatted, figures, shown] = [false, 0, 0, 0, 0];

  function boundary() {
    builder.boundary();
    visible.push('\n\n');
    builder.setKind(kind());
  }

  function kind(): Block['kind'] {
    if (preformatted > 0) return 'preformatted';
    if (heading) return 'heading';
    if (inItem.at(-1)) return 'item';
    return quotes > 0 ? 'quotation' : 'paragraph';
  }

  return {
    /** @returns the tokenizer's state for what follows, where the element's content is no markup */
    start({ tagName: name, attrs, selfClosing }: Token.TagToken): Tokenizer['state'] | undefined {
      if (skipDepth > 0) {
        if (name === skipping && !selfClosing) skipDepth++;
        return rawText.get(name);
      }
      if (dropped.has(name)) {
        if (!selfClosing || rawText.has(name)) [skipping, skipDepth] = [name, 1];
        return rawText.get(name);
      }
      if (boundaries.has(name)) {
        if (name === 'p' && builder.hasText()) heading = false;
        if (headings.has(name)) heading = true;
        if (name === 'blockquote' || name === 'bq') quotes++;
        if (name === 'pre' || name === 'xmp') preformatted++;
        if (lists.has(name)) inItem.push(false);
        if (name === 'li') inItem.splice(Math.max(0, inItem.length - 1), 1, true);
        if (name === 'figure') figures++;
        if (figures > 0 && copyInFigure.has(name)) shown++;
        if (name === 'table') builder.openTable();
        else if (name === 'tr') builder.openRow();
        else if (name === 'td' || name === 'th') builder.openCell();
        boundary();
      } else if (name === 'br') {
        builder.lineBreak();
        visible.push('\n');
      } else if (name === 'a') {
        builder.openLink(safeHref(attrs));
      } else {
        const mark = Object.hasOwn(marks, name) ? marks[name] : undefined;
        if (mark) builder.openMark(mark);
      }
      return rawText.get(name);
    },
    end(name: string) {
      if (skipDepth > 0) {
        if (name === skipping) skipDepth--;
        return;
      }
      if (boundaries.has(name)) {
        builder.boundary();
        if (headings.has(name)) heading = false;
        if (name === 'blockquote' || name === 'bq') quotes = Math.max(0, quotes - 1);
        if (name === 'pre' || name === 'xmp') preformatted = Math.max(0, preformatted - 1);
        if (lists.has(name)) inItem.pop();
        if (name === 'li' && inItem.length > 0) inItem[inItem.length - 1] = false;
        if (figures > 0 && copyInFigure.has(name)) shown = Math.max(0, shown - 1);
        if (name === 'figure') figures = Math.max(0, figures - 1);
        if (figures === 0) shown = 0;
        if (name === 'table') builder.closeTable();
        boundary();
      } else if (name === 'br') {
        builder.lineBreak();
      } else if (name === 'a') {
        builder.closeLink();
      } else {
        const mark = Object.hasOwn(marks, name) ? marks[name] : undefined;
        if (mark) builder.closeMark(mark);
      }
    },
    text(chars: string) {
      if (skipDepth > 0 || (figures > 0 && shown === 0)) return;
      // Control characters, soft hyphens and stray byte order marks are no words.
      const clean = chars.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\ufeff]/g, '');
      visible.push(clean);
      builder.text(clean);
    },
  };
}

function safeHref(attrs: Token.TagToken['attrs']): string | undefined {
  const href = attrs.find((attr) => attr.name === 'href')?.value.trim();
  if (!href || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}
