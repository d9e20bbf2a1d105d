import type { Edition } from '../story/edition.ts';
import type { Drafts } from '../story/furniture.ts';
import { isTable } from '../story/reading/rows.ts';
import type { Quotation } from '../story/speech/quotation.ts';
import { onDemand } from './cutting/on-demand.ts';
import { displayHeadlines } from './display-headline.ts';
import { likelyWords } from './likely-words.ts';
import { headlinePoint } from './points/headline-point.ts';
import { keyPoints } from './points/key-points.ts';
import { keyPointsTitles } from './points/key-points-title.ts';
import { quotePoints } from './points/quote-points.ts';
import { rowPoints } from './points/row-points.ts';
import { isSheet } from './points/told-rows.ts';
import { pullQuotes } from './pull-quote.ts';
import { standfirsts } from './standfirst.ts';
import { type CopyToEdit, viewStory } from './story-view.ts';
import { summaries } from './summary/summary.ts';

const NO_POINTS = { first: [], spare: [], last: [] };

/**
 * What the built-in engine proposes for every place around the copy, by leaving words out and by the closed table of rewrites.
 * It may propose what does not hold: the checks decide.
 */
export function derive(
  copy: CopyToEdit,
  options: { readonly language: Edition['language'] | null; readonly quotations: readonly Quotation[] },
): Drafts {
  const story = viewStory(copy, options);
  // Of a table in columns nobody is told what the columns mean: it has no points.
  const points = isTable(copy.text) ? NO_POINTS : keyPoints(story);
  const rows = rowPoints(story);
  const sheet = isSheet(copy);
  return {
    displayHeadline: displayHeadlines(story),
    standfirst: standfirsts(story),
    summary: summaries(story),
    summaryWords: likelyWords(story),
    keyPointsTitle: keyPointsTitles(story),
    // Of a sheet of results the rows are the news, and sentences are notes to them; elsewhere rows and short quotations fill up.
    keyPoints: sheet ? rows : points.first,
    spareKeyPoints: sheet
      ? [...points.first, ...points.spare, ...points.last]
      : [...quotePoints(story), ...rows, ...points.spare],
    // The headline told over is true and nothing new: better than what would be struck.
    lastKeyPoints: sheet ? [] : [onDemand(() => headlinePoint(story)), ...points.last],
    pullQuotes: pullQuotes(story),
  };
}
