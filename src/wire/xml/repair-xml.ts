import { doctypeEnd } from './xml-root.ts';

const LONGEST_TAG = 20_000;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{0,30});/iy;
const bareAmpersands = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{0,30});)/gi;
const tagStart = /<(\/?)([A-Za-z_\u00c0-\uffff][\w.:\u00b7-\uffff-]{0,100})(?=[\s/>])/y;

/**
 * Ill-formed XML with the errors mended that would cost words: an ampersand or a "<" that begins no markup is escaped, and an
 * end tag of nothing is taken out. CDATA, comments and the DOCTYPE stay as they are. Linear in the text's length.
 */
export function repairXml(text: string): string {
  const made: string[] = [];
  const tags = openTags();
  // Where the search for an end mark failed once, it fails for all that follows.
  const missing = new Set<string>();
  let done = 0;

  function copyTo(end: number): true {
    made.push(text.slice(done, end));
    done = end;
    return true;
  }
  function section(from: number, end: string): boolean {
    const at = missing.has(end) ? -1 : text.indexOf(end, from);
    if (at < 0) missing.add(end);
    else copyTo(at + end.length);
    return at >= 0;
  }

  const marks = /[<&]/g;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const at = mark.index;
    copyTo(at);
    const passed =
      mark[0] === '&'
        ? matchAt(entity, text, at) !== null && copyTo(at + 1)
        : (text.startsWith('<!--', at) && section(at + 4, '-->')) ||
          (text.startsWith('<![CDATA[', at) && section(at + 9, ']]>')) ||
          (text.startsWith('<?', at) && section(at + 2, '?>')) ||
          (text.startsWith('<!DOCTYPE', at) && copyTo(doctypeEnd(text, at))) ||
          copyTag(at);
    if (!passed) {
      made.push(mark[0] === '&' ? '&amp;' : '&lt;');
      done = at + 1;
    }
    marks.lastIndex = done;
  }
  copyTo(text.length);
  return made.join('');

  function copyTag(at: number): boolean {
    const start = matchAt(tagStart, text, at);
    if (!start) return false;
    const end = tagEnd(text, at);
    const tag = text.slice(at, end);
    if (start[1] === '') {
      if (!tag.endsWith('/>')) tags.open(start[2] ?? '');
      made.push(tag.replace(bareAmpersands, '&amp;'));
    } else if (tags.close(start[2] ?? '')) made.push(tag);
    done = end;
    return true;
  }
}

function openTags() {
  const names: string[] = [];
  const counts = new Map<string, number>();
  return {
    open(name: string) {
      names.push(name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    /** False when no element of that name is open. An end tag also ends what is open inside. */
    close(name: string): boolean {
      if ((counts.get(name) ?? 0) === 0) return false;
      for (let last = names.pop(); last !== undefined; last = names.pop()) {
        counts.set(last, (counts.get(last) ?? 1) - 1);
        if (last === name) break;
      }
      return true;
    },
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Past the ">" that is in no quotes; a tag without one ends where the search gives up. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  const last = Math.min(text.length, from + LONGEST_TAG);
  for (let at = from + 1; at < last; at++) {
    const char = text[at] ?? '';
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at + 1;
  }
  return last;
}
