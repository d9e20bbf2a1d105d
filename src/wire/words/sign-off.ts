import type { Block } from '../../story/copy.ts';

const LONGEST = 40;
const initials =
  /^[\p{Ll}\p{Lo}\p{M}]{1,6}(?:[ -][\p{Ll}\p{Lo}\p{M}]{1,4})?(?:\/[\p{Ll}\p{Lo}\p{M}]{1,6}(?:[ -][\p{Ll}\p{Lo}\p{M}]{1,4})?){1,8}$/u;

/** Takes the initials of writers and desks ("hh/ph/ts/hd") off the end of a story: they are for the newsroom, not for readers. */
export function takeSignOff(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly signOff?: string;
} {
  const last = blocks.at(-1);
  if (blocks.length < 2 || last?.kind !== 'paragraph' || last.text.length > LONGEST) return { blocks };
  return initials.test(last.text) ? { blocks: blocks.slice(0, -1), signOff: last.text } : { blocks };
}
