import { type TaggedSentence, tagged } from '../story/tagged-sentences.ts';
import { markedSpans } from '../text/quote-marks.ts';
import type { CopyToEdit } from './story-view.ts';

/** Headings behind which a press release speaks of itself, and copy to the desk. Whatever ends as a sentence is none. */
const ENDS =
  /^(?:(?:About|ABOUT) (?:[Tt]he |THE )?\p{Lu}[^.!?]{0,60}|(?:[Mm]edia|MEDIA|[Pp]ress|PRESS|[Ee]ditorial) (?:[Cc]ontacts?|[Ee]nquiries|[Ii]nquiries|CONTACTS?|ENQUIRIES)(?:[:\s].{0,80})?|(?:[Cc]ontacts?|CONTACTS?)(?::.{0,80})?|(?:[Nn]otes?|NOTES?) (?:to|TO) (?:[Ee]ditors?|EDITORS?):?|-{0,3} ?(?:ends|Ends|ENDS) ?-{0,3}|(?:# ?){3}|For (?:more|further) information.{0,60}(?:@|https?:|www\.|\d{3}).{0,40})$/u;
/** "1. ", "2) ", "• ": what numbers a list. */
const NUMBERING = /^(?:\d{1,2}[.)]|[•*▪–—-])\s+(?=["“‘']?[\p{L}\p{N}$£€])/u;
/** Copy that says what was wrong elsewhere, and the sentences that say it once more. */
const CORRECTION = /^(?:corrections?|clarifications?)(?:$|\s*[:(–—-]|\s+(?:to|and clarifications)\b)/iu;
const SAYS_THE_ERROR =
  /\b(?:erroneously|incorrectly|wrongly|mistakenly|in error|misstated|misspelled|misspelt|misidentified|misquoted)\b/iu;

/**
 * The sentences of which something can be told: not the rows of a table, not what a press release says of its firm behind its end,
 * of a correction not what was wrong. An item of a list is told without its number.
 */
export function tellable(sentences: readonly TaggedSentence[], copy: CopyToEdit): TaggedSentence[] {
  const { text } = copy;
  const end = endOfNews(text);
  const corrects = CORRECTION.test(copy.headline.trim()) || CORRECTION.test(text.slice(0, 40));
  return sentences.flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    // A row of a table is no sentence, whatever stands in it.
    if (sentence.start >= end || words.includes('\t') || (corrects && SAYS_THE_ERROR.test(words))) return [];
    const number = NUMBERING.exec(words)?.[0].length ?? 0;
    return [number === 0 ? sentence : without(sentence, number, text)];
  });
}

/** A sentence without its first characters. */
function without({ start, end, tokens }: TaggedSentence, length: number, text: string): TaggedSentence {
  const rest = tokens.filter((token) => token.start >= start + length);
  return tagged({ start: start + length, end }, rest, { marks: markedSpans(text), isHeadline: false });
}

/** Where the news is over. A line in the first third is no end. */
function endOfNews(text: string): number {
  for (const { 0: line, index } of text.matchAll(/^.{1,120}$/gmu)) {
    if (index > text.length / 3 && ENDS.test(line.trim())) return index;
  }
  return text.length;
}
