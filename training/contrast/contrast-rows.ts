import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../random.ts';
import type { Row } from '../read-sets.ts';
import { disguise } from './disguise.ts';

type Template = { readonly text: string; readonly target: number };
type Slots = ReadonlyMap<string, readonly string[]>;

const EACH = 24;
const DEEPEST = 6;
/** One abusive text in so many comes a second time, disguised. */
const DISGUISED = 3;
const SEED = 20;

/**
 * Texts that we wrote, as templates with slots, so that the model learns what is done with a word and not the word alone:
 * negation, quotation, counter-speech, reclaimed words, identity terms, things and ideas, threats, disguises.
 */
export function contrastRows(folder: string, slurs: readonly string[], each = EACH): Row[] {
  const random = randomFrom(SEED);
  const slots = readSlots(readFileSync(join(folder, 'slots.txt'), 'utf8'), slurs);
  const rows: Row[] = [];
  for (const name of ['abuse', 'civil']) {
    const seen = new Set<string>();
    for (const template of readTemplates(readFileSync(join(folder, `${name}.txt`), 'utf8'))) {
      for (let i = 0; i < each; i++) {
        const text = inSomeStyle(fill(template.text, slots, random), random);
        if (seen.has(text)) continue;
        seen.add(text);
        rows.push({ text, target: template.target, weight: 1, set: `contrast ${name}` });
        if (template.target < 0.5 || i % DISGUISED > 0) continue;
        rows.push({ text: disguise(text, random), target: template.target, weight: 1, set: 'contrast disguised' });
      }
    }
  }
  return rows;
}

/** Templates in a file: one a line; `= 0.9` sets the target of what follows, `#` opens a remark. */
function readTemplates(file: string): Template[] {
  let target = 0;
  return file.split('\n').flatMap((line) => {
    if (line.startsWith('= ')) target = Number(line.slice(2));
    return line.trim() === '' || /^[=#] /.test(line) ? [] : [{ text: line, target }];
  });
}

function readSlots(file: string, slurs: readonly string[]): Slots {
  const slots = new Map<string, readonly string[]>([['slur', slurs]]);
  for (const line of file.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0 || line.startsWith('#')) continue;
    slots.set(
      line.slice(0, colon),
      line
        .slice(colon + 1)
        .split('|')
        .map((option) => option.trim()),
    );
  }
  return slots;
}

function fill(template: string, slots: Slots, random: () => number, depth = 0): string {
  const filled = template.replace(/\{([a-z-]+)\}/g, (_, name: string) => {
    const options = slots.get(name);
    if (options === undefined) throw new Error(`No slot {${name}} for “${template}”`);
    const option = options[Math.floor(random() * options.length)] ?? '';
    return depth < DEEPEST ? fill(option, slots, random, depth + 1) : option;
  });
  return depth > 0
    ? filled
    : filled
        .replace(/\s+/g, ' ')
        .replace(/ ([.,])/g, '$1')
        .trim();
}

/** As people type: with a capital or without, sometimes all in capitals, with or without the full stop. */
function inSomeStyle(text: string, random: () => number): string {
  const style = random();
  if (style < 0.45) return text.charAt(0).toUpperCase() + text.slice(1);
  if (style < 0.5) return text.toUpperCase();
  if (style < 0.6) return text.replace(/[.!]$/, '');
  if (style < 0.65) return `${text.replace(/[.!]$/, '')}!!`;
  return text;
}
