import type { Draft } from '../src/story/furniture.ts';
import type { Made } from './furniture.ts';

const safe = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);
const words = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)?.length ?? 0;

/** A page to read: every story's furniture beside its copy, the words that prove it underlined, and how the lengths are spread. */
export function furnitureReport(stories: readonly Made[]): string {
  const elements = stories.map(({ furniture }) => furniture);
  const plots = [
    plot(
      'Characters of the display headline (at most 80)',
      elements.flatMap(({ displayHeadline }) => displayHeadline?.text.length ?? []),
    ),
    plot(
      'Words of a key point (4 to 9)',
      elements.flatMap(({ keyPoints }) => keyPoints.map(({ text }) => words(text))),
    ),
    plot(
      'Key points of a story (3 to 5)',
      elements.map(({ keyPoints }) => keyPoints.length),
    ),
    plot(
      'Words of the summary (about 75)',
      elements.map(({ summary }) => words(summary.map(({ text }) => text).join(' '))),
    ),
    plot(
      'Characters of the standfirst (at most 160)',
      elements.flatMap(({ standfirst }) => standfirst?.text.length ?? []),
    ),
  ];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Furniture of ${stories.length} stories</title><style>
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem;color:#1a1a1a;background:#fff}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1rem}.story{display:grid;grid-template-columns:1fr 1fr;gap:2rem;border-top:1px solid #999;padding:1.5rem 0}
h2{font:600 1.5rem/1.2 Georgia,serif;margin:0}.copy{color:#555;font:15px/1.5 Georgia,serif;white-space:pre-wrap}mark{background:none;color:#000;text-decoration:underline #0a6b62 2px}
blockquote{font:italic 1.2rem/1.4 Georgia,serif;margin:.5rem 0;padding-left:1rem;border-left:3px solid #0a6b62}.left{color:#a33}@media(max-width:50rem){.story{grid-template-columns:1fr}}
</style><h1>Furniture of ${stories.length} stories</h1><div class="plots">${plots.join('')}</div>${stories.map(section).join('')}</html>`;
}

function section({ headline, text, furniture, findings }: Made): string {
  const { displayHeadline, summary, keyPointsTitle, keyPoints, standfirst, pullQuote } = furniture;
  const all = [displayHeadline, ...summary, keyPointsTitle, ...keyPoints, standfirst].filter((one) => one !== null);
  const line = (name: string, one: Draft | null) =>
    `<p><b>${name}</b> ${one ? safe(one.text) : '<span class="left">left out</span>'}</p>`;
  return `<section class="story"><div><h2>${safe(displayHeadline?.text ?? headline)}</h2>
${line('Summary', summary.length > 0 ? { ...summary[0]!, text: summary.map((one) => one.text).join(' ') } : null)}
${line('Key points:', keyPointsTitle)}<ul>${keyPoints.map((one) => `<li>${safe(one.text)}</li>`).join('')}</ul>
${line('Standfirst', standfirst)}${pullQuote ? `<blockquote>“${safe(pullQuote.text)}” — ${safe(pullQuote.speaker)}</blockquote>` : ''}
${findings.map(({ message }) => `<p class="left">${safe(message)}</p>`).join('')}</div>
<div><p><b>${safe(headline)}</b></p><div class="copy">${underlined(text, all)}</div></div></section>`;
}

/** The copy with every word that some element rests on underlined. */
function underlined(text: string, drafts: readonly Draft[]): string {
  const spans = drafts.flatMap(({ evidence }) => evidence.filter(({ part }) => part === 'text'));
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts
    .slice(1)
    .map((end, i) => {
      const start = cuts[i] ?? 0;
      const piece = safe(text.slice(start, end));
      return spans.some((span) => span.start <= start && end <= span.end) ? `<mark>${piece}</mark>` : piece;
    })
    .join('');
}

const BARS = 12;

/** How values are spread, as bars; the middle one is named. */
function plot(title: string, values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const width = Math.max(1, (high - low + 1) / BARS);
  const counts = Array.from(
    { length: BARS },
    (_, i) => sorted.filter((value) => value >= low + i * width && value < low + (i + 1) * width).length,
  );
  const most = Math.max(1, ...counts);
  const bars = counts
    .map(
      (count, i) =>
        `<rect x="${i * 20}" y="${80 - (80 * count) / most}" width="18" height="${(80 * count) / most}" fill="#0a6b62"/>`,
    )
    .join('');
  return `<figure><figcaption>${safe(title)}: middle ${sorted[Math.floor(sorted.length / 2)] ?? '–'}</figcaption><svg viewBox="0 0 240 96" role="img" aria-label="${safe(title)}">${bars}<text x="0" y="94" font-size="11">${low}</text><text x="238" y="94" font-size="11" text-anchor="end">${high}</text></svg></figure>`;
}
