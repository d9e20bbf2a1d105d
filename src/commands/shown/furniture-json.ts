import type { Furnished } from '../../furnish/furnish.ts';
import { type Draft, makerName } from '../../story/furniture.ts';
import type { Span } from '../../story/span.ts';
import type { Mention, Quotation } from '../../story/speech/quotation.ts';

/**
 * What was made, as one object for other programs: offsets point into the text, those into the headline stand apart. `from` is
 * where the words that were worked on begin in that text.
 */
export function furnitureJson({ furniture, quotations, findings }: Furnished, from = 0): object {
  const elementJson = (draft: Draft) => elementFrom(draft, from);
  const { pullQuote } = furniture;
  return {
    furniture: {
      ...furniture,
      pullQuote: pullQuote && { ...pullQuote, ...moved(pullQuote, from) },
      displayHeadline: furniture.displayHeadline && elementJson(furniture.displayHeadline),
      standfirst: furniture.standfirst && elementJson(furniture.standfirst),
      keyPointsTitle: furniture.keyPointsTitle && elementJson(furniture.keyPointsTitle),
      summary: furniture.summary.map(elementJson),
      keyPoints: furniture.keyPoints.map(elementJson),
    },
    quotes: quotations.map((quotation) => quoteJson(quotation, from)),
    findings,
  };
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

function elementFrom({ text, madeBy, evidence }: Draft, from: number): object {
  const places = (part: 'text' | 'headline') =>
    evidence.filter((place) => place.part === part).map((place) => moved(place, part === 'text' ? from : 0));
  const headlineEvidence = places('headline');
  return {
    text,
    madeBy: makerName(madeBy),
    evidence: places('text'),
    ...(headlineEvidence.length > 0 && { headlineEvidence }),
  };
}

const quoteJson = ({ speaker, cue, kind, name, role, ...span }: Quotation, from: number): object => ({
  ...moved(span, from),
  speaker: mentionJson(speaker, from),
  cue: mentionJson(cue, from),
  kind,
  ...(name !== undefined && { name }),
  ...(role !== undefined && { role }),
});

const mentionJson = (mention: Mention | null, from: number): object | null =>
  mention && { text: mention.text, ...moved(mention, from) };
