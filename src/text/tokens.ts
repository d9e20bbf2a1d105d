import model from 'wink-eng-lite-web-model';
import winkNLP, { type WinkMethods } from 'wink-nlp';
import { rememberWords } from './memory/remember-words.ts';
import type { Span } from './span.ts';

/** One word, number or mark. `pos` is a Universal Dependencies tag, `norm` the lower case with straight quotation marks. */
export type Token = Span & {
  readonly text: string;
  readonly pos: string;
  readonly lemma: string;
  readonly norm: string;
};

/** "£12m.", "by 5pm.": the tagger leaves the full stop with the figure. */
const STOP_BEHIND_UNIT = /\d(?:m|bn|tn|k|p|am|pm|km|kg|cm|mm|ft|mph|th|st|nd|rd)\.$/;
/** Characters that are looked at for a figure and its unit. */
const LONGEST_FIGURE = 12;

/** How much the tagger reads at once; bounds its memory, and is far more than a paragraph. */
const BATCH = 8192;
/** @NOTE wink-nlp takes quadratic time on long runs without white space, so those never reach it. */
const LONGEST_RUN = 60;
/** @NOTE wink-nlp keeps every unknown word for ever, so it is made anew (0.2 s) after this many characters. */
const CHARACTERS_PER_TAGGER = 16_000_000;

let tagger: WinkMethods | undefined;
let read = 0;

function taggerFor(characters: number): WinkMethods {
  read += characters;
  if (tagger === undefined || read > CHARACTERS_PER_TAGGER) {
    tagger = winkNLP(model, ['pos']);
    read = characters;
  }
  return tagger;
}

/** The words, numbers and marks of an English text, in order, with part of speech and lemma; white space is no token. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let batchStart = -1;
  let batchEnd = -1;
  const flush = () => {
    if (batchStart >= 0) tag(text, batchStart, batchEnd, found);
    batchStart = -1;
  };
  for (const run of text.matchAll(/\S+/gu)) {
    const end = run.index + run[0].length;
    if (run[0].length > LONGEST_RUN) {
      flush();
      splitRun(text, run.index, end, found);
      continue;
    }
    if (batchStart >= 0 && end - batchStart > BATCH) flush();
    if (batchStart < 0) batchStart = run.index;
    batchEnd = end;
  }
  flush();
  return found;
}

function tag(text: string, start: number, end: number, found: Token[]): void {
  const nlp = taggerFor(end - start);
  const raw = text.slice(start, end);
  // Marks get room on both sides, so that a dash or a bracket never sticks to a word; offsets are found again below.
  const spaced = raw.replace(/\s/gu, ' ').replace(/--+|[–—"“”()[\]…]/gu, ' $& ');
  const words = nlp.readDoc(spaced).tokens();
  const values = words.out() as string[];
  const tags = words.out(nlp.its.pos) as string[];
  // @NOTE its published type for `lemma` leaves out that it stands alone as well as `pos` does.
  const lemmas = words.out(nlp.its.lemma as typeof nlp.its.value) as string[];
  let cursor = start;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value.trim() === '') continue;
    const within = raw.indexOf(value, cursor - start);
    if (within < 0) continue;
    const at = start + within;
    fillGap(text, cursor, at, found);
    cursor = at + value.length;
    if (value.length === 3 && /^i['’]m$/iu.test(value)) {
      add(text.slice(at, at + 1), at, 'PRON', 'i', found);
      add(text.slice(at + 1, cursor), at + 1, 'AUX', 'be', found);
    } else if (
      value.length > 1 &&
      value.endsWith('.') &&
      STOP_BEHIND_UNIT.test(text.slice(Math.max(0, cursor - LONGEST_FIGURE), cursor))
    ) {
      add(value.slice(0, -1), at, tags[i] ?? 'X', value.slice(0, -1).toLowerCase(), found);
      add('.', cursor - 1, 'PUNCT', '.', found);
    } else {
      // The tagger's own string: it is the same one in every text, which later look-ups are the quicker for.
      add(value, at, tags[i] ?? 'X', lemmas[i] ?? value.toLowerCase(), found);
    }
  }
  fillGap(text, cursor, end, found);
}

/** Characters that the tagger left out stay tokens, so that no word of the text is lost. */
function fillGap(text: string, start: number, end: number, found: Token[]): void {
  if (start >= end || (start + 1 === end && text[start] === ' ') || text.slice(start, end).trim() === '') return;
  for (const run of text.slice(start, end).matchAll(/\S+/gu)) {
    splitRun(text, start + run.index, start + run.index + run[0].length, found);
  }
}

function splitRun(text: string, start: number, end: number, found: Token[]): void {
  for (const part of text.slice(start, end).matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu)) {
    const at = start + part.index;
    const pos = /^[\p{P}]$/u.test(part[0]) ? 'PUNCT' : 'X';
    add(part[0], at, pos, part[0].toLowerCase(), found);
  }
}

function add(text: string, start: number, pos: string, lemma: string, found: Token[]): void {
  found.push({ text, start, end: start + text.length, pos, lemma, norm: normOf(text) });
}

const normOf = rememberWords((word) => word.toLowerCase().replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"'));
