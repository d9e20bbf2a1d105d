import type { Block } from '../../story/copy.ts';
import { type BlockBuilder, createBlockBuilder } from './block-builder.ts';
import { sameWords } from './same-words.ts';

/** Whose words a reader of the page would never see. */
const dropped = new Set(
  'applet audio button canvas figcaption head iframe media noembed noframes noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
);
/** Which HTML does not let close themselves: `<script/>` goes on to its end tag. */
const neverEmpty = new Set(['iframe', 'noembed', 'noframes', 'script', 'style', 'textarea', 'title', 'xmp']);
/** What begins and ends a block: HTML's elements and NITF's (https://iptc.org/std/NITF/). */
const boundaries = new Set(
  'abstract address article aside bibliography block blockquote body body.content body.end body.head bq byline caption center copyrite credit dateline dd details dialog dir div dl dt fieldset figure fn footer footnote form h1 h2 h3 h4 h5 h6 header hedline hgroup hl1 hl2 hr html legend li main menu nav nitf-table note ol option p pre section summary table tagline tbody td tfoot th thead tr ul xmp'.split(
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

/** Control characters, soft hyphens and stray byte order marks are no words. */
const wordless = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\ufeff]/;
const allWordless = new RegExp(wordless, 'g');

/** Whether an element of that name (lower case) begins and ends a block. */
export const isBoundary = (name: string): boolean => boundaries.has(name);

/** What a document is told to, tag by tag. It knows the elements of XHTML and of NITF; of any other it keeps the words. */
export type BlockReader = ReturnType<typeof createReader>;

/** The blocks of what `feed` tells the reader. No word of the visible text is lost: at worst the words come without their structure. */
export function readBlocks(feed: (reader: BlockReader) => void): Block[] {
  const builder = createBlockBuilder();
  const visible: string[] = [];
  feed(createReader(builder, visible));
  const blocks = builder.blocks();
  const texts = blocks.map((block) => block.text);
  return sameWords(texts, visible) ? blocks : plainBlocks(visible.join(''));
}

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
    /** A start tag, its name in lower case. `selfClosing` is for what can be left out whole: others get their `end`. */
    start(name: string, { href, selfClosing }: { href?: string | undefined; selfClosing: boolean }) {
      if (skipDepth > 0) {
        if (name === skipping && !selfClosing) skipDepth++;
        return;
      }
      if (dropped.has(name)) {
        if (!selfClosing || neverEmpty.has(name)) [skipping, skipDepth] = [name, 1];
        return;
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
        builder.openLink(safeHref(href));
      } else {
        const mark = Object.hasOwn(marks, name) ? marks[name] : undefined;
        if (mark) builder.openMark(mark);
      }
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
      const clean = wordless.test(chars) ? chars.replace(allWordless, '') : chars;
      visible.push(clean);
      builder.text(clean);
    },
  };
}

function safeHref(written: string | undefined): string | undefined {
  const href = written?.trim();
  if (!href || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}
