import type { Finding, PullQuote } from '../story/furniture.ts';
import { isSplit, isTurnedRound } from '../story/speech/split-quotation.ts';
import { wordCount } from '../text/length/word-count.ts';
import { sentences } from '../text/sentences.ts';
import type { CopyToCheck } from './reading/region.ts';

const FEWEST_WORDS = 8;
const MOST_WORDS = 35;

/** A pull quote is the copy's, character by character: whole sentences of one quotation whose speaker is certain, 8 to 35 words. */
export function checkPullQuote(quote: PullQuote, copy: CopyToCheck): Finding[] {
  const found: Finding[] = [];
  const refuse = (message: string) => found.push({ check: 'pull-quote', message });
  const { start, end, text, speaker } = quote;
  if (text === '' || copy.text.slice(start, end) !== text)
    refuse('These are not the words of the copy at their place.');
  const quotation = (copy.quotations ?? []).find((other) => other.start <= start && end <= other.end);
  if (quotation?.kind !== 'direct') refuse('The words are not one direct quotation.');
  else {
    if (quotation.name !== speaker) refuse(`The copy does not give these words to “${speaker}”.`);
    if (!areWholeSentences(quote, quotation, copy.text)) refuse('The words are not whole sentences.');
    if (isTurnedRound(copy.text, quote)) refuse('The speaker turns these words round in her next sentence.');
    if (isSplit(copy.text, quote)) refuse('The words are half of a sentence that goes on behind the speaker’s name.');
  }
  const count = wordCount(text);
  if (count < FEWEST_WORDS || count > MOST_WORDS)
    refuse(`It has ${count} words; allowed are ${FEWEST_WORDS} to ${MOST_WORDS}.`);
  if (/["“”\n]|''/.test(text)) refuse('It holds a quotation mark or a line break.');
  return found;
}

function areWholeSentences(quote: PullQuote, quotation: { start: number; end: number }, text: string): boolean {
  const list = sentences(text.slice(quotation.start, quotation.end));
  const starts = list.some((span) => quotation.start + span.start === quote.start);
  return (
    starts &&
    list.some(
      (span) =>
        quotation.start + span.end === quote.end ||
        (text[quote.end] === ',' && quotation.start + span.end === quote.end + 1),
    )
  );
}
