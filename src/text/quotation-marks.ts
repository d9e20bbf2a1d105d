import type { Span } from './span.ts';

/**
 * Stretches inside double quotation marks. A quotation that stays open at the end of a paragraph and is taken up by a mark at
 * the start of the next goes on; any other open mark reaches to the end of its paragraph.
 */
export function marksIn(text: string): Span[] {
  const found: Span[] = [];
  let offset = 0;
  for (const paragraph of text.split('\n\n')) {
    let open = -1;
    for (const mark of paragraph.matchAll(/["“”]|''|``/gu)) {
      if (open < 0 && mark[0] !== '”') open = mark.index + mark[0].length;
      else if (open >= 0 && mark[0] !== '“') {
        found.push({ start: offset + open, end: offset + mark.index });
        open = -1;
      }
    }
    if (open >= 0) found.push({ start: offset + open, end: offset + paragraph.length });
    offset += paragraph.length + 2;
  }
  return found;
}
