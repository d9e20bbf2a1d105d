import type { Furnished } from '../../furnish.ts';
import { type Draft, makerName } from '../../story/furniture.ts';
import type { Mention, Quotation } from '../../story/quotation.ts';

/** What was made, as one object for other programs: offsets point into the text, those into the headline stand apart. */
export function furnitureJson({ furniture, quotations, findings }: Furnished): object {
  return {
    furniture: {
      ...furniture,
      displayHeadline: furniture.displayHeadline && elementJson(furniture.displayHeadline),
      standfirst: furniture.standfirst && elementJson(furniture.standfirst),
      keyPointsTitle: furniture.keyPointsTitle && elementJson(furniture.keyPointsTitle),
      summary: furniture.summary.map(elementJson),
      keyPoints: furniture.keyPoints.map(elementJson),
    },
    quotes: quotations.map(quoteJson),
    findings,
  };
}

function elementJson({ text, madeBy, evidence }: Draft): object {
  const places = (part: 'text' | 'headline') =>
    evidence.filter((place) => place.part === part).map(({ start, end }) => ({ start, end }));
  const headlineEvidence = places('headline');
  return {
    text,
    madeBy: makerName(madeBy),
    evidence: places('text'),
    ...(headlineEvidence.length > 0 && { headlineEvidence }),
  };
}

const quoteJson = ({ start, end, speaker, cue, kind, name, role }: Quotation): object => ({
  start,
  end,
  speaker: mentionJson(speaker),
  cue: mentionJson(cue),
  kind,
  ...(name !== undefined && { name }),
  ...(role !== undefined && { role }),
});

const mentionJson = (mention: Mention | null): object | null =>
  mention && { text: mention.text, start: mention.start, end: mention.end };
