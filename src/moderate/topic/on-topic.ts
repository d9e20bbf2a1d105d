import type { Reason } from '../../story/discussion/comment.ts';
import { writtenWords } from './content-words.ts';
import { sameCompany } from './same-company.ts';
import { keptVector, rarity, sameWords, type TextVector } from './text-vector.ts';
import type { TopicModel } from './topic-model.ts';

/** What a comment is held against: the article, what it answers, and what others wrote. */
export type Surroundings = {
  readonly article?: { readonly headline: string; readonly text: string };
  readonly parent?: string;
  readonly thread?: readonly string[];
};

export type TopicVerdict = { readonly score: number; readonly reasons: readonly Reason[] };

/** Comments of the thread that are read. */
const MOST_THREAD = 30;
/** So many comments of the thread count as much as the article. */
const ARTICLE = 3;
/** What keeping the same company counts beside having the same words. */
const COMPANY = 0.4;
/** Company alone makes nothing surer than this: an advertisement can keep the company of a story about business. */
const MOST_COMPANY = 0.01;
/** Likeness that any comment has to any story is none, and neither is half as much again. */
const USUAL = 1.5;
/** From a likeness to a score: the likeness at which a comment is as likely to belong here as elsewhere, and how sharply. */
const EVEN = 0.005;
const SHARPNESS = 100;
/** Fewer words that are about something say too little: what they say counts half. */
const ENOUGH_WORDS = 3;
const UNKNOWN = 0.5;
/** A short answer leans on what it answers. */
const LEANING = 0.6;
/** From here down the verdict says what the comment and the article are about. */
const SAYS_WHY = 0.35;
const MOST_NAMED = 4;

/**
 * How likely a comment belongs under this article, 0 to 1; null where there is nothing to hold it against. Words and what they
 * are about, against the article, the comment that it answers and the thread. Off topic is a reason to look, never to refuse:
 * people come to things by ways that no count of words can follow.
 */
export function judgeTopic(own: TextVector, around: Surroundings, model: TopicModel): TopicVerdict | null {
  const beside = vectorsOf(around, model);
  if (beside.length === 0) return null;
  if (own.words.size === 0) return { score: around.parent ? LEANING : UNKNOWN, reasons: [] };
  const likeness = likenessTo(own, beside, isText(articleOf(around)) ? ARTICLE : 1);
  const best = likeness - USUAL * own.usual + Math.min(MOST_COMPANY, COMPANY * sameCompany(own, beside, model));
  const measured = 1 / (1 + Math.exp(-SHARPNESS * (best - EVEN)));
  const score = own.words.size < ENOUGH_WORDS ? ofFewWords(measured, around) : measured;
  return { score, reasons: score < SAYS_WHY ? [offTopic(own, beside, model)] : [] };
}

const ofFewWords = (measured: number, { parent }: Surroundings): number =>
  parent ? Math.max(measured, LEANING) : (measured + UNKNOWN) / 2;

const isText = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

function articleOf({ article }: Surroundings): string {
  if (!article) return '';
  const text = articles.get(article) ?? `${article.headline}\n${article.text}`;
  articles.set(article, text);
  return text;
}

/** One and the same text for one and the same article: it is looked up by its letters with each comment. */
const articles = new WeakMap<object, string>();

/** How much of its words the texts around it have, in the mean; the first of them counts `first` times. */
function likenessTo(own: TextVector, beside: readonly TextVector[], first: number): number {
  const sum = beside.reduce((total, other, i) => total + (i === 0 ? first : 1) * sameWords(own, other), 0);
  return sum / (first + beside.length - 1);
}

function vectorsOf(around: Surroundings, model: TopicModel): TextVector[] {
  const { parent, thread = [] } = around;
  return [articleOf(around), parent, ...thread.slice(0, MOST_THREAD)]
    .filter(isText)
    .map((text) => keptVector(text, model));
}

function offTopic(own: TextVector, beside: readonly TextVector[], model: TopicModel): Reason {
  const message = `Shares hardly a word with the story: the comment has ${named([own], model)}, the story and its discussion ${namedBeside(beside, model)}.`;
  return { code: 'off-topic', message };
}

/** The same for what stands beside many comments, one after the other. */
function namedBeside(beside: readonly TextVector[], model: TopicModel): string {
  const same = lastBeside?.model === model && lastBeside.beside.length === beside.length;
  if (!lastBeside || !same || lastBeside.beside.some((text, i) => text !== beside[i])) {
    lastBeside = { beside, model, named: named(beside, model) };
  }
  return lastBeside.named;
}

let lastBeside: { beside: readonly TextVector[]; model: TopicModel; named: string } | undefined;

/** The weightiest words of some texts, as they are written there. */
function named(texts: readonly TextVector[], model: TopicModel): string {
  const weights = new Map<string, number>();
  for (const { words } of texts)
    for (const [word, weight] of words) weights.set(word, (weights.get(word) ?? 0) + weight);
  type Weighed = readonly [word: string, weight: number];
  const compare = ([a, x]: Weighed, [b, y]: Weighed) =>
    y - x || rarity(b, model) - rarity(a, model) || (a < b ? -1 : 1);
  return first(weights, MOST_NAMED, compare)
    .map(([word]) => `“${writtenIn(texts, word)}”`)
    .join(', ');
}

/** The first so many in an order, without putting all the others in theirs. */
function first<Item>(items: Iterable<Item>, most: number, compare: (a: Item, b: Item) => number): readonly Item[] {
  const found: Item[] = [];
  for (const item of items) {
    if (found.length === most && compare(item, found[most - 1]!) > 0) continue;
    found.splice(found.findLastIndex((other) => compare(other, item) < 0) + 1, 0, item);
    if (found.length > most) found.pop();
  }
  return found;
}

/** A word as the last of the texts that has it writes it last. */
function writtenIn(texts: readonly TextVector[], word: string): string {
  const last = texts.findLast(({ words }) => words.has(word));
  if (!last) return word;
  const known = written.get(last) ?? new Map(writtenWords(last.text).map(([raw, stem]) => [stem, raw]));
  written.set(last, known);
  return known.get(word) ?? word;
}

const written = new WeakMap<TextVector, ReadonlyMap<string, string>>();
