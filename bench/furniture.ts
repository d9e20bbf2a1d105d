import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Furnished, furnish } from '../src/furnish/furnish.ts';
import { furnitureReport } from './furniture-report.ts';
import { stories as ownStories } from './planting.ts';
import type { Figure } from './run.ts';

/** A story to be furnished for the report: the agency's headline and its text, paragraphs parted by blank lines. */
export type Story = { readonly headline: string; readonly text: string };
export type Made = Story & Furnished;

const MOST = 60;
const folder = fileURLToPath(new URL('../data/bench/', import.meta.url));

/**
 * Furnishes up to 60 stories and writes a page to look at: each beside its copy, the evidence underlined, and how the elements
 * are spread. The stories are those of the file in COPYDESK_STORIES (a line of JSON each: {"headline"?,"text"}), else our own.
 */
export async function measureFurniture(): Promise<readonly Figure[]> {
  const made = (await storiesToShow()).map((story): Made => ({ ...story, ...furnish(story, { language: 'en-US' }) }));
  mkdirSync(folder, { recursive: true });
  const file = `${folder}furniture.html`;
  writeFileSync(file, furnitureReport(made));
  const share = (has: (one: Made) => boolean) => `${made.filter(has).length} of ${made.length}`;
  const figure = (what: string, has: (one: Made) => boolean, wanted = 'all'): Figure => ({
    what,
    figure: share(has),
    reference: `wanted: ${wanted}`,
    verdict: file,
  });
  return [
    figure('stories with a display headline', ({ furniture }) => furniture.displayHeadline !== null),
    figure('stories with a standfirst', ({ furniture }) => furniture.standfirst !== null),
    figure('stories with 3 to 5 key points', ({ furniture }) => furniture.keyPoints.length >= 3),
    figure('stories with 3 to 5 sentences of summary', ({ furniture }) => furniture.summary.length >= 3),
    figure(
      'stories with a pull quote',
      ({ furniture }) => furniture.pullQuote !== null,
      'where one is whole and telling',
    ),
  ];
}

async function storiesToShow(): Promise<Story[]> {
  const file = process.env['COPYDESK_STORIES'];
  if (!file) return ownStories();
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { headline?: string; title?: string; text?: string; body?: string });
  const step = Math.max(1, Math.floor(lines.length / MOST));
  return lines
    .filter((_, i) => i % step === 0)
    .slice(0, MOST)
    .map(({ headline, title, text, body }) => ({ headline: headline ?? title ?? '', text: text ?? body ?? '' }));
}
