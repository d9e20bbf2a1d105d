import { furnish } from '../../src/furnish/furnish.ts';

/** What readers would see around the copy, as plain words. */
export function around(headline: string, ...paragraphs: string[]) {
  const text = paragraphs.join('\n\n');
  const { furniture } = furnish({ headline, text }, { language: 'en-US' });
  const { displayHeadline, standfirst, summary, keyPoints, keyPointsTitle, pullQuote, readingMinutes } = furniture;
  const words = {
    headline: displayHeadline?.text,
    title: keyPointsTitle?.text,
    standfirst: standfirst?.text,
    summary: summary.map((sentence) => sentence.text),
    points: keyPoints.map((point) => point.text),
    quote: pullQuote && `${pullQuote.text} | ${pullQuote.speaker}`,
  };
  return { ...words, readingMinutes, all: JSON.stringify(words) };
}
