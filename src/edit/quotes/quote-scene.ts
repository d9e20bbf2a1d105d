import { copyTokens } from '../../story/reading/copy-tokens.ts';
import { paragraphs } from '../../text/paragraphs.ts';
import { type Marked, markedSpans } from '../../text/quote-marks.ts';
import { sentences } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { type CueForm, cueForm, isAlwaysCue, NEEDS_AFTER } from './quote-cues.ts';

/** A word outside quotation marks, or a whole stretch in marks, as one item of its sentence. */
export type Item = Span & {
  readonly word?: Token;
  readonly marked?: Marked;
  /** Lower case with straight marks; empty for a stretch in marks. */
  readonly norm: string;
  readonly pos: string;
  readonly cue?: CueForm;
};

/** A sentence as the reporter wrote it: its own words, with each stretch in marks as one item however long it is. */
export type Scene = { readonly items: readonly Item[]; readonly paragraph: number; readonly paragraphStart: boolean };

/** The sentences of a text in order, each with the reporter's words and the stretches in marks. */
export function scenesOf(text: string): Scene[] {
  const marks = markedSpans(text).filter((span) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)));
  const items = itemsOf(text, marks);
  const spans = sentences(text);
  const starts = paragraphs(text).map(({ start }) => start);
  const scenes: { items: Item[]; paragraph: number; paragraphStart: boolean }[] = [];
  let sentence = 0;
  let paragraph = -1;
  let lastSentence = -1;
  let lastParagraph = -2;
  for (const item of items) {
    while (paragraph + 1 < starts.length && starts[paragraph + 1]! <= item.start) paragraph++;
    while (sentence < spans.length - 1 && spans[sentence]!.end <= item.start) sentence++;
    if (sentence !== lastSentence || paragraph !== lastParagraph) {
      scenes.push({ items: [], paragraph, paragraphStart: paragraph !== lastParagraph });
    }
    scenes.at(-1)!.items.push(item);
    while (sentence < spans.length - 1 && spans[sentence]!.end < item.end) sentence++;
    lastSentence = sentence;
    lastParagraph = paragraph;
  }
  return scenes;
}

function itemsOf(text: string, marks: readonly Marked[]): Item[] {
  const items: Item[] = [];
  let next = 0;
  const words = copyTokens(text);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    while (next < marks.length && marks[next]!.outerStart <= word.start) items.push(markedItem(marks[next++]!));
    const inside = marks[next - 1];
    if (inside !== undefined && word.start < inside.outerEnd) continue;
    items.push(wordItem(word, words[i - 1], words[i + 1]));
  }
  return items;
}

const markedItem = (marked: Marked): Item => ({
  start: marked.outerStart,
  end: marked.outerEnd,
  marked,
  norm: '',
  pos: 'QUOTE',
});

function wordItem(word: Token, before: Token | undefined, after: Token | undefined): Item {
  const item = { start: word.start, end: word.end, word, norm: word.norm, pos: word.pos };
  const cue = cueForm(word.norm);
  const particle = cue && NEEDS_AFTER.get(cue.lemma);
  if (particle && !particle.test(after?.norm ?? '')) return item;
  return cue !== undefined && isVerbHere(word, cue.form, before, after) ? { ...item, cue } : item;
}

/** "Ode's remarks", "his claims": behind an owner a form in -s is a noun, whatever the tagger says. */
const isNoun = (before: string, form: CueForm['form']): boolean =>
  (form === 's' || form === 'base') && /^(?:his|its|their|my|our|your)$|['’]s$/u.test(before);

/** The tagger takes some verbs for nouns and some nouns for verbs; the word before decides. */
function isVerbHere(word: Token, form: CueForm['form'], before: Token | undefined, after: Token | undefined): boolean {
  const nominal =
    before !== undefined && (before.pos === 'DET' || /^(?:his|her|its|their|my|our|your)$|['’]s$/u.test(before.norm));
  if (nominal && (word.pos !== 'VERB' || isNoun(before.norm, form))) return false;
  if (isAlwaysCue(word.norm)) return !(before?.pos === 'DET');
  if (word.text !== word.norm && after?.pos === 'PROPN') return false;
  if (word.pos === 'VERB') return true;
  // ", warning that": such a noun would have an article.
  if (form === 'ing' && after?.norm === 'that' && /^(?:,|and)$/u.test(before?.norm ?? '')) return true;
  const subject = before?.pos === 'PROPN' || before?.pos === 'PRON';
  if (form === 'past') return subject || (before?.pos === 'NOUN' && word.norm.endsWith('ed'));
  return subject && form === 's' && word.pos === 'NOUN';
}
