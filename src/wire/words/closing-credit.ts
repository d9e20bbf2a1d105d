import type { Block } from '../../story/copy.ts';
import { exactAgencyCredit } from '../agencies.ts';

type Credited = { readonly blocks: readonly Block[]; readonly creditLine?: string };

const closers = /^(?:[-–—*#\s]*(?:ends?|30|more|###+)[-–—*#\s]*|[-–—*#]{2,})$/i;
// IANS signs a story off with its desk and writers: "int/khz/arm".
const writers = /^[a-z]{1,8}(?:\/[a-z]{1,8}){1,4}\/?$/;
const dashed = /^[-–—_*]{1,3}\s?\(?(?<name>[\p{L}][\p{L}./& -]{1,30}?)\)?\.?(?:\s(?:[a-z]{1,8}\/[a-z/]{1,20}))?$/u;
const bracketed = /^\((?<name>[\p{L}][\p{L}./& -]{1,30})\)\.?$/u;
const signedOff = /^(?<name>PTI|UNI|ANI|IANS|AP|AFP|APP)(?:\s[A-Z]{2,4}){0,5}$/;
const atTheEnd =
  /(?<=[.!?"”'’)])\s{0,3}(?:\((?<inBrackets>[\p{L}./ -]{2,20})\)|[-–—]{1,2}\s?(?<afterDash>[\p{L}./-]{2,20}))\.?$/u;

/** Takes "- ANI", "--IANS", "(PTI)" or "PTI SKU ANB" off the end of the body and answers with whom to credit. */
export function takeClosingCredit(blocks: readonly Block[]): Credited {
  const kept = [...blocks];
  while (kept.length > 1 && closers.test(kept.at(-1)?.text ?? '')) kept.pop();
  const last = kept.at(-1);
  if (!last) return { blocks: kept };
  const opening = kept
    .slice(0, -1)
    .slice(0, 3)
    .map((block) => block.text.slice(0, 120))
    .join('\n');
  if (kept.length > 2 && writers.test(last.text) && creditIn(kept.at(-2)?.text ?? '', opening)) kept.pop();
  const line = kept.at(-1)?.text ?? '';
  // Alone it is a body only if it cannot be one: a kill notice often has nothing but its credit left.
  const creditLine = kept.length > 1 || dashed.test(line) ? creditIn(line, opening) : undefined;
  if (creditLine) return { blocks: kept.slice(0, -1), creditLine };
  return inlineCredit(kept);
}

function creditIn(line: string, opening: string): string | undefined {
  if (line.length > 60) return undefined;
  const name = (dashed.exec(line) ?? bracketed.exec(line) ?? signedOff.exec(line))?.groups?.['name']?.trim();
  if (name === undefined) return exactAgencyCredit(line.replace(/\.$/, ''));
  const known = exactAgencyCredit(name);
  if (known) return known;
  // After a dash, or where the dateline names it too, capitals alone are an agency that the table does not have: "- NNW".
  const certain = /^[-–—]/.test(line) || opening.includes(`(${name})`);
  return certain && /^[A-Z][A-Z./-]{1,11}$/.test(name) ? name : undefined;
}

/** "…, he said. (ANI)" */
function inlineCredit(blocks: readonly Block[]): Credited {
  const last = blocks.at(-1);
  const found = last && atTheEnd.exec(last.text.slice(-40));
  const creditLine = found && exactAgencyCredit(found.groups?.['inBrackets'] ?? found.groups?.['afterDash'] ?? '');
  if (!last || !found || !creditLine) return { blocks };
  const text = last.text.slice(0, last.text.length - found[0].length).trimEnd();
  const marks = last.marks
    ?.map((mark) => ({ ...mark, end: Math.min(mark.end, text.length) }))
    .filter((mark) => mark.end > mark.start);
  return { blocks: [...blocks.slice(0, -1), { ...last, text, ...(marks ? { marks } : {}) }], creditLine };
}
