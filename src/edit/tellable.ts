import { isInColumns, type Line, linesOf } from '../story/reading/rows.ts';
import { type TaggedSentence, tagged } from '../story/reading/tagged-sentences.ts';
import type { Span } from '../story/span.ts';
import { markedSpans } from '../text/quote-marks.ts';
import { correctsItself, isNotice, saysTheError } from './correction.ts';
import { isDeskLine } from './desk-lines.ts';
import { voicesOf } from './own-voice.ts';
import type { CopyToEdit } from './story-view.ts';
import { isOnlyQuestion, transcriptIn } from './transcript.ts';

/** Headings behind which a press release speaks of itself, and copy to the desk. Whatever ends as a sentence is none. */
const ENDS =
  /^(?:(?:About|ABOUT) (?:[Tt]he |THE )?\p{Lu}[^.!?]{0,60}|(?:[Mm]edia|MEDIA|[Pp]ress|PRESS|[Ee]ditorial) (?:[Cc]ontacts?|[Ee]nquiries|[Ii]nquiries|CONTACTS?|ENQUIRIES)(?:[:\s].{0,80})?|(?:[Cc]ontacts?|CONTACTS?)(?::.{0,80})?|(?:[Nn]otes?|NOTES?) (?:to|TO) (?:[Ee]ditors?|EDITORS?):?|-{0,3} ?(?:ends|Ends|ENDS) ?-{0,3}|(?:# ?){3}|For (?:more|further) information.{0,60}(?:@|https?:|www\.|\d{3}).{0,40})$/u;
/** "1. ", "2) ", "• ": what numbers a list; "NOTE: " is for the desk too. */
const NUMBERING = /^(?:\d{1,2}[.)]|[•*▪–—-]|(?:NOTES?|Notes?)(?: ?[:–—-]| continued:))\s+(?=["“‘']?[\p{L}\p{N}$£€])/u;
/** "SARN - ", "PORT ELLERY, Karsia (CLN) - ": where a piece of news in brief comes from. */
const PLACE =
  /^\p{Lu}{3,}(?: \p{Lu}{2,}){0,3}(?:, [\p{L}.]+(?: \d{1,2})?)?(?: \([\p{L} ]{2,12}\))? (?:-{1,2}|[–—]) (?=["“‘']?\p{Lu})/u;
/** "18:42 ", "6.15 p.m. - ": when an entry of a running report was written. */
const TIME = /^\d{1,2}[:.]\d{2}(?: ?(?:[ap]\.?m\.?|GMT|UTC|[A-Z]{2,3}T))?(?:\s*[:–—|-])?\s+(?=["“‘']?\p{Lu})/u;
const LONGEST_HEADING = 70;

/**
 * The sentences of which something can be told: not the rows of a table, not what people say in a printed conversation, not what a
 * press release says of its firm behind its end, no lines of the desk, of a correction not what was wrong. An item of a list is told without its number,
 * a note without saying that it is one, an entry of a running report without its time, news in brief without
 * its place.
 */
export function tellable(sentences: readonly TaggedSentence[], copy: CopyToEdit): TaggedSentence[] {
  const { text } = copy;
  const corrects = correctsItself(copy);
  if (isNotice(copy)) return [];
  const end = endOfNews(text);
  const untold = untoldIn(text);
  const opener = openerIn(text);
  const isVoice = voicesOf(sentences);
  const isShouted = letters(text, CAPITAL) > letters(text, SMALL);
  return sentences.flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    if (
      sentence.start >= end ||
      words.includes('\t') ||
      isInColumns(words) ||
      ANNOUNCES.test(words) ||
      isDeskLine(words) ||
      (!isShouted && SHOUTED.test(words)) ||
      onlyAnnounces(sentence) ||
      isIn(untold, sentence)
    )
      return [];
    if ((corrects && saysTheError(words)) || isVoice(sentence)) return [];
    const length = opener(words);
    return [length === 0 ? sentence : without(sentence, length, text)];
  });
}

/** "Ode said in a statement.", "Lee answered at a rally on Monday.": what was said stands in the next line. */
function onlyAnnounces({ tokens, quoted }: TaggedSentence): boolean {
  const cue = tokens.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  if (!/^(?:said|wrote|added|replied|answered|tweeted)$/.test(tokens[cue]?.norm ?? '') || quoted.some(Boolean))
    return false;
  const rest = tokens.slice(cue + 1, -1);
  const isWhere = rest.length === 0 || (rest[0]!.pos === 'ADP' && !rest.some(({ pos }) => SAYS_MORE.test(pos)));
  return isWhere && !tokens.some(({ text }) => /^[,:;"“]$/.test(text));
}
const SAYS_MORE = /^(?:VERB|AUX|SCONJ|PRON)$/;

/** "GOING BACK TO SARN": a heading, where the copy itself is not in capitals. */
const SHOUTED = /^(?=.*\p{Lu}{3})\P{Ll}+$/su;
const CAPITAL = /\p{Lu}/gu;
const SMALL = /\p{Ll}/gu;
const letters = (text: string, kind: RegExp): number => text.match(kind)?.length ?? 0;

/** How many characters in front of a sentence are not told. A time opens entries, or it is a part of its sentence. */
function openerIn(text: string): (words: string) => number {
  const runs = linesOf(text).filter((line) => TIME.test(line.text)).length > 1;
  return (words) => (NUMBERING.exec(words) ?? PLACE.exec(words) ?? (runs ? TIME.exec(words) : null))?.[0].length ?? 0;
}

/** A sentence without its first characters. */
function without({ start, end, tokens }: TaggedSentence, length: number, text: string): TaggedSentence {
  const rest = tokens.filter((token) => token.start >= start + length);
  return tagged({ start: start + length, end }, rest, { marks: markedSpans(text), isHeadline: false });
}

/**
 * Rows, which are told as they stand or not at all, the headings above them and what announces them; what is said in a
 * conversation; questions between answers.
 */
function untoldIn(text: string): readonly Span[] {
  const lines = linesOf(text);
  const isRow = (at: number) => /^(?:figures|score|place|share|entry)$/.test(lines[at]?.row?.kind ?? '');
  const found = lines.flatMap((line, i): Span[] => {
    if (isRow(i) || isOnlyQuestion(line)) return [line];
    if (!isRow(i + 1) && lines[i + 1]?.row?.kind !== 'item') return [];
    // "… on Sunday night. The winners were:": the last sentence.
    if (/[:–-]$/u.test(line.stop)) return [{ start: line.end - 1, end: line.end }];
    return isRow(i + 1) && isHeading(line) ? [line] : [];
  });
  const transcript = transcriptIn(text);
  return transcript ? [...found, transcript] : found;
}

const isHeading = ({ text, stop }: Line): boolean => text.length <= LONGEST_HEADING && !/^[.!?…]/u.test(stop);
/** "Stocks at the end of March were as follows.", "Figures in brackets are from April.": they speak of a table. */
const ANNOUNCES = /\b(?:as follows|in (?:brackets|parentheses))\b/iu;

const isIn = (spans: readonly Span[], { start, end }: Span): boolean =>
  spans.some((span) => span.start < end && start < span.end);

/** Where the news is over. A line in the first third is no end. */
export function endOfNews(text: string): number {
  for (const { 0: line, index } of text.matchAll(/^.{1,120}$/gmu)) {
    if (index > text.length / 3 && ENDS.test(line.trim())) return index;
  }
  return text.length;
}
