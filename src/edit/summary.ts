import type { Draft } from '../story/furniture.ts';
import type { Token } from '../text/tokens.ts';
import { wordCount } from '../text/word-count.ts';
import { clausesOf } from './cutting/clause.ts';
import { onDemand } from './cutting/on-demand.ts';
import { plainSentence, sentenceForms } from './cutting/sentence-forms.ts';
import { capital } from './cutting/write.ts';
import { introduce } from './introduce.ts';
import { overlap, spread } from './overlap.ts';
import type { SentenceView, StoryView } from './story-view.ts';

/** A sentence longer than this is shortened where it can be. */
const LONG = 32;
/** More places than needed; furnish stops at about 75 words. */
const PLACES = 12;
/** What a sentence loses when another one that is taken holds all its words. */
const REPETITION = 1;
/** Sentences that are looked at; the rest of a long story is background. */
const CONSIDERED = 14;

/** Places for the summary's sentences, the most telling first; each names people as if for the first time. */
export function summaries(story: StoryView): Iterable<Draft>[] {
  // One sentence is its own summary.
  if (story.sentences.length < 2) return [];
  const considered = story.sentences
    .filter((sentence) => !isMostlyQuoted(sentence))
    .map((sentence) => ({ sentence, value: worthOf(sentence, story) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, CONSIDERED);
  const ranked = spread(
    considered,
    ({ value }) => value,
    ({ sentence }) => sentence.about,
    REPETITION,
  ).slice(0, PLACES);
  const places = ranked.map(({ sentence }) => onDemand(() => draftsOf(sentence, story)));
  // A sentence that ends on "…, she said" comes last: only where nothing else is left.
  const last = ranked.filter(({ sentence }) => endsOnSpeaker(sentence, story));
  return [...places, ...last.map(({ sentence }) => introduce([plainSentence(sentence, story)], story))];
}

/** What each of its words takes from a sentence: in the room for one long sentence stand two that tell more. */
const WORD = -0.04;

/** How much a sentence adds to a summary: early ones tell the news, central ones what it is about. */
function worthOf(sentence: SentenceView, story: StoryView): number {
  const { content } = sentence;
  const central = content.reduce((sum, token) => sum + often(token, story), 0) / (content.length + 4);
  const headline = story.headline ? overlap(sentence.about, story.headline.about) : 0;
  const text = story.copy.text.slice(sentence.start, sentence.end);
  const part = content.length < 4 || !/[.!?…]["”’')]*$/.test(text) || /^[^\p{L}"“‘']*\p{Ll}/u.test(text) ? -2 : 0;
  const length = WORD * wordCount(text);
  return 3 / (1 + 0.5 * sentence.index) + central + headline + part + length;
}

const often = (token: Token, story: StoryView): number => Math.log2(1 + (story.frequency.get(token.lemma) ?? 1));

const isMostlyQuoted = ({ quoted }: SentenceView): boolean => quoted.filter(Boolean).length > 0.5 * quoted.length;

const endsOnSpeaker = (sentence: SentenceView, story: StoryView): boolean =>
  /\b(?:said|says|added)[.]$/.test(story.copy.text.slice(sentence.start, sentence.end));

function* draftsOf(sentence: SentenceView, story: StoryView): Generator<Draft> {
  if (endsOnSpeaker(sentence, story)) return yield* introduce(shorter(sentence, story, LONG), story);
  const plain = byName(sentence, plainSentence(sentence, story), story);
  const alone = withoutJoin(plain);
  if (wordCount(plain.text) > LONG) yield* introduce(shorter(sentence, story, LONG), story);
  yield* introduce(alone ? [alone, plain] : [plain], story);
}

/** "He said the pier was safe" with his name, where the record knows whose words they are. */
function byName(sentence: SentenceView, plain: Draft, story: StoryView): Draft {
  const opens = /^(?:But |And )?(?:He|She|They)\b/.exec(plain.text)?.[0];
  if (opens === undefined) return plain;
  const at = sentence.start + opens.length;
  const known = story.quotations.find(({ name, speaker }) => name && speaker && speaker.end === at);
  const full = known?.name ?? '';
  const start = full === '' ? -1 : story.copy.text.indexOf(full);
  if (start < 0) return plain;
  return {
    ...plain,
    text: full.slice(full.lastIndexOf(' ') + 1) + plain.text.slice(opens.length),
    evidence: [...plain.evidence, { part: 'text', start, end: start + full.length }],
  };
}

/** "But a court cleared her" without what joins it to a sentence that may not stand before it here. */
function withoutJoin(plain: Draft): Draft | null {
  const text = plain.text.replace(
    /^(?:But|And|Yet|So|However,|Meanwhile,|Moreover,|Nevertheless,|Instead,) (?=[\p{L}\p{N}$£€])/u,
    '',
  );
  return text === plain.text ? null : { ...plain, text: capital(text) };
}

const upTo = (words: number, forms: number) => ({
  fits: (text: string) => wordCount(text) <= words,
  most: { words: words + 2, characters: 9 * words },
  forms,
});

const shorter = (sentence: SentenceView, story: StoryView, words: number): Draft[] =>
  clausesOf(sentence, story, 'past')
    .flatMap((clause) => sentenceForms(clause, story, upTo(words, 4)))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, 8)
    .map(({ draft }) => draft)
    .filter(({ text }) => !/\b(?:said|says)[.]$/.test(text));
