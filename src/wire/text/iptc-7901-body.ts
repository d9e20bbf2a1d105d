import type { Block } from '../../story/copy.ts';
import { isPrivate } from '../orders/private-notes.ts';
import { withoutControls } from './control-text.ts';
import { linedBlocks } from './lined-blocks.ts';

/** What follows the head block: what readers see, what editors are told, and what is never published. */
export type Iptc7901Body = {
  readonly blocks: readonly Block[];
  readonly notes: readonly string[];
  readonly privateLines: readonly string[];
};

const MOST_CLOSING_LINES = 8;
const notebook = /^#{1,2}\s{0,2}(?:\p{L}{2,5}[\s-])?(?:notizblock|notebook|bloc-notes|bloc de notas|taccuino)\s*$/iu;
const stars = /^[*\s]{5,40}$/;
// "dpa wsz jln npr", "(SDA/sj)": whoever wrote and edited it, in the house's short names.
const signOff =
  /^(?:[a-z]{2,4}(?:\s[a-z0-9]{1,5}){1,6}|\((?:[A-Za-z]{2,8}\\?\/){1,4}[a-z]{1,6}\)|[a-z]{2,5}(?:\/[a-z]{2,5}){1,4})$/;

/** Parts the lines of a body at its notebook and at the words "not for publication"; nothing after those is ever a reader's. */
export function readBody(lines: readonly string[]): Iptc7901Body {
  const at = (index: number) => (index < 0 ? lines.length : index);
  const secret = at(lines.findIndex((line) => line.length < 200 && isPrivate(withoutControls(line))));
  const noted = Math.min(secret, at(lines.findIndex((line) => notebook.test(withoutControls(line)))));
  const notes = clean(lines.slice(noted, secret)).filter((line) => !notebook.test(line) && !stars.test(line));
  const published = lines.slice(0, noted);
  const closing: string[] = [];
  for (let taken = 0; taken < MOST_CLOSING_LINES; taken++) {
    const last = published.findLastIndex((line) => withoutControls(line) !== '');
    const line = withoutControls(published[last] ?? '');
    if (last < 1 || !(signOff.test(line) || stars.test(line))) break;
    if (!stars.test(line)) closing.unshift(line);
    published.length = last;
  }
  return { blocks: blocksOf(published), notes, privateLines: [...clean(lines.slice(secret)), ...closing] };
}

const clean = (lines: readonly string[]): string[] => lines.map(withoutControls).filter((line) => line !== '');

/** Text, tables drawn with strokes, and lines marked as headings, in their order. */
function blocksOf(lines: readonly string[]): Block[] {
  const made: Block[] = [];
  let open: string[] = [];
  const close = () => {
    for (const block of linedBlocks(open.join('\n'))) made.push(block);
    open = [];
  };
  for (const line of lines) {
    const readable = line.replace(/[\x00-\x08\x0b\x0e-\x1f\x7f]/g, '');
    const heading = /^#{1,4}\s{1,3}(\S.*)$/.exec(readable)?.[1];
    if (heading !== undefined) {
      close();
      made.push({ kind: 'heading', text: heading.trim() });
    } else open.push(readable);
  }
  close();
  return made;
}
