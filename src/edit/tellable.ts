import { linesOf } from '../story/rows.ts';
import type { Span } from '../story/span.ts';
import { type TaggedSentence, tagged } from '../story/tagged-sentences.ts';
import { markedSpans } from '../text/quote-marks.ts';
import type { CopyToEdit } from './story-view.ts';

/** Headings behind which a press release speaks of itself, and copy to the desk. Whatever ends as a sentence is none. */
const ENDS =
  /^(?:(?:About|ABOUT) (?:[Tt]he |THE )?\p{Lu}[^.!?]{0,60}|(?:[Mm]edia|MEDIA|[Pp]ress|PRESS|[Ee]ditorial) (?:[Cc]ontacts?|[Ee]nquiries|[Ii]nquiries|CONTACTS?|ENQUIRIES)(?:[:\s].{0,80})?|(?:[Cc]ontacts?|CONTACTS?)(?::.{0,80})?|(?:[Nn]otes?|NOTES?) (?:to|TO) (?:[Ee]ditors?|EDITORS?):?|-{0,3} ?(?:ends|Ends|ENDS) ?-{0,3}|(?:# ?){3}|For (?:more|further) information.{0,60}(?:@|https?:|www\.|\d{3}).{0,40})$/u;
/** "1. ", "2) ", "• ": what numbers a list; "NOTE: " is for the desk too. */
const NUMBERING = /^(?:\d{1,2}[.)]|[•*▪–—-]|(?:NOTES?|Notes?)(?: ?[:–—-]| continued:))\s+(?=["“‘']?[\p{L}\p{N}$£€])/u;
/** Copy that says what was wrong elsewhere, and the sentences that say it once more. */
const CORRECTION = /^(?:corrections?|clarifications?)(?:$|\s*[:(–—-]|\s+(?:to|and clarifications)\b)/iu;
const LONGEST_HEADING = 70;
const SAYS_THE_ERROR =
  /\b(?:erroneously|incorrectly|wrongly|mistakenly|in error|misstated|misspelled|misspelt|misidentified|misquoted)\b/iu;

/**
 * The sentences of which something can be told: not the rows of a table, not what a press release says of its firm behind its end,
 * of a correction not what was wrong. An item of a list is told without its number, a note without saying that it is one.
 */
export function tellable(sentences: readonly TaggedSentence[], copy: CopyToEdit): TaggedSentence[] {
  const { text } = copy;
  const end = endOfNews(text);
  const corrects = correctsItself(copy);
  const table = tableIn(text);
  return sentences.flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    // A row of a table is no sentence, whatever stands in it.
    if (
      sentence.start >= end ||
      words.includes('\t') ||
      isIn(table, sentence) ||
      (corrects && SAYS_THE_ERROR.test(words))
    )
      return [];
    const number = NUMBERING.exec(words)?.[0].length ?? 0;
    return [number === 0 ? sentence : without(sentence, number, text)];
  });
}

/** A sentence without its first characters. */
function without({ start, end, tokens }: TaggedSentence, length: number, text: string): TaggedSentence {
  const rest = tokens.filter((token) => token.start >= start + length);
  return tagged({ start: start + length, end }, rest, { marks: markedSpans(text), isHeadline: false });
}

/** Whether the copy says what was wrong in copy before it. */
export const correctsItself = ({ headline, text }: CopyToEdit): boolean =>
  CORRECTION.test(headline.trim()) || CORRECTION.test(text.slice(0, 40));

/** Rows that are told as they stand or not at all, and the headings above them. */
function tableIn(text: string): readonly Span[] {
  const lines = linesOf(text);
  const isRow = (at: number) => /^(?:figures|score|place)$/.test(lines[at]?.row?.kind ?? '');
  return lines.filter(({ stop, text: words }, i) => isRow(i) || (isRow(i + 1) && isHeading(words, stop)));
}

const isHeading = (words: string, stop: string): boolean => words.length <= LONGEST_HEADING && !/^[.!?…]/u.test(stop);

const isIn = (spans: readonly Span[], { start, end }: Span): boolean =>
  spans.some((span) => span.start < end && start < span.end);

/** Where the news is over. A line in the first third is no end. */
export function endOfNews(text: string): number {
  for (const { 0: line, index } of text.matchAll(/^.{1,120}$/gmu)) {
    if (index > text.length / 3 && ENDS.test(line.trim())) return index;
  }
  return text.length;
}
