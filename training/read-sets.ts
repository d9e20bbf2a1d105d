import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './read-csv.ts';

/** A text with what people said of it: `target` is the share who find it disrespectful. */
export type Row = { readonly text: string; readonly target: number; readonly weight: number; readonly set: string };

type Span = readonly [start: number, end: number];

/** The public sets that the model may learn from. `dir` holds a folder for each, as `training/README.md` says. */
export function readSets(dir: string): Row[] {
  return [...toxicSpans(dir), ...contextToxicity(dir), ...davidson(dir)];
}

/** The words of the public profanity list that are slurs against groups, from "severe" on. */
export function readSlurs(dir: string): string[] {
  return profanity(dir)
    .filter(
      (row) => /racial|orientation|disability/.test(row['category_1'] ?? '') && Number(row['severity_rating']) >= 1.8,
    )
    .flatMap((row) => [row['text'] ?? '', row['canonical_form_1'] ?? ''])
    .map((word) => word.toLowerCase())
    .filter((word) => /^[a-z]{3,}$/.test(word) && !NOT_SLURS.has(word));
}

/** @NOTE on the list, but ordinary words, or identity terms that people use of themselves. */
const NOT_SLURS = new Set(
  (
    'gay queer lesbian homosexual transvestite crow crows buttermilk nuggets loose flamer bender slit spook spooks hustler ' +
    'jew klan monkey puta punta fuck fucker fucking shit ass bitch bitches bum butt knob negro jap nicker knickers hoar higher abraham whoar ' +
    'slut sluts slag tramp whore whores skank skanks niger nigers tart twink wet'
  ).split(' '),
);

const profanity = (dir: string) => readCsv(readFileSync(join(dir, 'wordlists/profanity_en.csv'), 'utf8'));

/** Toxic Spans (CC0): comments under news, what share of annotators saw nothing toxic in them, and where the others saw it. */
function toxicSpans(dir: string): Row[] {
  const votes = new Map<string, { all: number; none: number }>();
  for (const row of readCsv(readFileSync(join(dir, 'toxic_spans/annotations.csv'), 'utf8'))) {
    const id = row['comment_id'] ?? '';
    const vote = votes.get(id) ?? { all: 0, none: 0 };
    votes.set(id, { all: vote.all + 1, none: vote.none + (row['not toxic'] === 'True' ? 1 : 0) });
  }
  const held = new Set(
    readCsv(readFileSync(join(dir, 'toxic_spans/tsd_trial.csv'), 'utf8')).map((row) => row['text']?.trim()),
  );
  const rows: Row[] = [];
  for (const row of readCsv(readFileSync(join(dir, 'toxic_spans/comments.csv'), 'utf8'))) {
    const text = row['comment_text'] ?? '';
    if (held.has(text.trim())) continue;
    const { all, none } = votes.get(row['comment_id'] ?? '') ?? { all: 1, none: 0 };
    // All of these were called toxic once; those where most saw no toxic word are milder, not clean.
    rows.push({ text, target: 0.95 - 0.75 * (none / all), weight: 1, set: 'toxic-spans' });
  }
  for (const row of readCsv(readFileSync(join(dir, 'toxic_spans/tsd_train.csv'), 'utf8'))) {
    rows.push(...sentencesOf(row['text'] ?? '', readSpans(row['spans'] ?? '')));
  }
  return rows;
}

/** Each sentence of a comment with spans by itself: with a span in it disrespectful, without one fine; and the fine ones together. */
function sentencesOf(text: string, spans: readonly Span[]): Row[] {
  if (spans.length === 0) return [];
  const rows: Row[] = [];
  const fine: string[] = [];
  for (const match of text.matchAll(/[^.!?\n]+[.!?\n]*/g)) {
    const end = match.index + match[0].length;
    const bad = spans.some(([from, to]) => from < end && to > match.index);
    const sentence = match[0].trim();
    if (sentence.length < 8) continue;
    if (!bad) fine.push(sentence);
    rows.push({ text: sentence, target: bad ? 0.95 : 0.08, weight: 0.6, set: 'toxic-spans sentences' });
  }
  if (fine.length > 1) rows.push({ text: fine.join(' '), target: 0.1, weight: 1, set: 'toxic-spans cleaned' });
  return rows;
}

/** "[3, 4, 5, 9]" as stretches of code points that follow one another. */
export function readSpans(list: string): Span[] {
  const spans: [number, number][] = [];
  for (const number of list.match(/\d+/g) ?? []) {
    const at = Number(number);
    const last = spans.at(-1);
    if (last && last[1] === at) last[1]++;
    else spans.push([at, at + 1]);
  }
  return spans;
}

/** CAT `gn` (Apache-2.0): remarks on Wikipedia's talk pages with a verdict and the score of Google's Perspective. */
function contextToxicity(dir: string): Row[] {
  return readCsv(readFileSync(join(dir, 'cat/gn.csv'), 'utf8')).map((row) => {
    const api = Number(row['api']);
    const target = row['label'] === '1' ? Math.max(0.8, api) : api * 0.9;
    return { text: row['text'] ?? '', target, weight: 1, set: 'cat' };
  });
}

/** Davidson et al. 2017 (MIT): tweets. Many of the "offensive" ones are banter, so they count little. */
function davidson(dir: string): Row[] {
  return readCsv(readFileSync(join(dir, 'davidson/labeled_data.csv'), 'utf8')).map((row) => {
    const count = Number(row['count']);
    const target = (Number(row['hate_speech']) + 0.75 * Number(row['offensive_language'])) / count;
    const weight = row['class'] === '0' ? 0.3 : row['class'] === '1' ? 0.05 : 0.6;
    return { text: plainTweet(row['tweet'] ?? ''), target: 0.04 + 0.92 * target, weight, set: 'davidson' };
  });
}

const plainTweet = (tweet: string): string =>
  tweet
    .replace(/&#?\w+;/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\bRT\b/g, ' ')
    .replace(/@\w+:?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
