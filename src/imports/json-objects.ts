import { CopydeskError } from '../story/errors.ts';
import { jsonOf } from '../text/parse-json.ts';
import type { Bytes } from './exported.ts';

/** Characters of one object. */
const MOST = 16 * 1024 * 1024;
const [QUOTE, BACKSLASH, OPEN, CLOSE] = [34, 92, 123, 125];

/**
 * The outermost objects of JSON, one by one, whether they stand in lines, in one array or one behind the other, in memory for one
 * of them. A string stands for one that cannot be read. @throws CopydeskError `bad-input` for one above 16 MiB.
 */
export async function* jsonObjects(bytes: Bytes): AsyncGenerator<Readonly<Record<string, unknown>> | string> {
  const decoder = new TextDecoder();
  let kept = '';
  let depth = 0;
  let [inString, escaped] = [false, false];
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    let start = depth > 0 ? 0 : -1;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (escaped) escaped = false;
      else if (inString) {
        if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) inString = false;
      } else if (code === QUOTE) inString = depth > 0;
      else if (code === OPEN) {
        if (depth++ === 0) start = at;
      } else if (code === CLOSE && depth > 0 && --depth === 0) {
        yield parsed(kept + text.slice(start, at + 1));
        [kept, start] = ['', -1];
      }
    }
    if (start >= 0) kept += text.slice(start);
    if (kept.length > MOST) throw new CopydeskError('bad-input', 'An object of the file has more than 16 MiB.');
  }
  if (depth > 0) yield 'The file ends in the middle of an object; what stood before it was taken.';
}

const parsed = (text: string): Readonly<Record<string, unknown>> | string =>
  (jsonOf(text) as Readonly<Record<string, unknown>> | undefined) ?? `This is no JSON: ${text.slice(0, 80)}`;
