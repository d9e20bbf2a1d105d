import type { Copy } from '../../story/copy.ts';
import { CopydeskError } from '../../story/errors.ts';
import type { Element, PullQuote } from '../../story/furniture.ts';
import { sealDigest } from '../../story/furniture-seal.ts';
import type { Span } from '../../story/span.ts';
import type { Mention, Quotation } from '../../story/speech/quotation.ts';
import type { Made } from './work.ts';

/**
 * Throws `bad-input` unless the gate has sealed just this furniture over just this copy, and every element rests on places
 * that are in it: the last door before readers.
 */
export function verifyMade(made: Made, copy: Pick<Copy, 'headline' | 'text'>): void {
  const { displayHeadline, standfirst, keyPointsTitle, pullQuote, readingMinutes } = made.furniture;
  if (made.seal?.digest !== sealDigest(made.furniture, copy, made.seal?.checks ?? ''))
    refuse('furniture that did not go through the checks as it is');
  verifyElements('display headline', displayHeadline ? [displayHeadline] : [], copy);
  verifyElements('standfirst', standfirst ? [standfirst] : [], copy);
  verifyElements('summary', made.furniture.summary, copy);
  verifyElements('key points title', keyPointsTitle ? [keyPointsTitle] : [], copy);
  verifyElements('key points', made.furniture.keyPoints, copy);
  if (pullQuote) verifyPullQuote(pullQuote, copy.text);
  for (const quotation of made.quotations) verifyQuotation(quotation, copy.text);
  if (!Number.isInteger(readingMinutes) || readingMinutes < 1) refuse(`a reading time of ${readingMinutes} minutes`);
}

function verifyElements(place: string, elements: readonly Element[], copy: Pick<Copy, 'headline' | 'text'>): void {
  for (const { text, evidence } of elements) {
    if (text.trim() === '') refuse(`an empty ${place}`);
    if (evidence.length === 0) refuse(`the ${place} “${text}” without evidence`);
    for (const span of evidence) {
      if (span.part !== 'headline' && span.part !== 'text')
        refuse(`the ${place} “${text}” with evidence outside the copy`);
      if (!isInside(span, copy[span.part]))
        refuse(`the ${place} “${text}”: its evidence ${show(span)} is not in the ${span.part}`);
    }
  }
}

function verifyPullQuote(quote: PullQuote, text: string): void {
  if (!isInside(quote, text) || text.slice(quote.start, quote.end) !== quote.text) {
    refuse(`the pull quote “${quote.text}”: the copy does not say it at ${show(quote)}`);
  }
  if (quote.speaker.trim() === '') refuse(`the pull quote “${quote.text}” without a speaker`);
}

function verifyQuotation(quotation: Quotation, text: string): void {
  if (!isInside(quotation, text)) refuse(`a quotation at ${show(quotation)}, outside the copy`);
  for (const mention of [quotation.speaker, quotation.cue]) {
    if (mention && !saysAt(mention, text))
      refuse(`the mention “${mention.text}”: the copy does not say it at ${show(mention)}`);
  }
}

const saysAt = (mention: Mention, text: string) =>
  isInside(mention, text) && text.slice(mention.start, mention.end) === mention.text;

const isInside = ({ start, end }: Span, text: string) =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;

const show = ({ start, end }: Span) => `${start} to ${end}`;

function refuse(what: string): never {
  throw new CopydeskError('bad-input', `Cannot keep ${what}.`);
}
