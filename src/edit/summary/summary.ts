import type { Draft } from '../../story/furniture.ts';
import { calledIn } from '../../story/who/people.ts';
import { wordCount } from '../../text/length/word-count.ts';
import { withoutTickers } from '../../text/tickers.ts';
import { FIRST_AND_SECOND_PERSON } from '../../text/words/function-words.ts';
import { breaksOff } from '../breaks-off.ts';
import { clausesOf } from '../cutting/clause.ts';
import { onDemand } from '../cutting/on-demand.ts';
import { sentenceForms } from '../cutting/sentence-forms.ts';
import { capital } from '../cutting/write.ts';
import { isCaption } from '../is-caption.ts';
import { leans, opensOnPronoun } from '../leans.ts';
import { overlap } from '../overlap.ts';
import { plainForm } from '../plain-form.ts';
import type { SentenceView, StoryView } from '../story-view.ts';
import { introduce } from './introduce.ts';
import { speakerFirst } from './speaker-first.ts';
import { withoutJoin } from './without-join.ts';

/** A sentence longer than this is shortened where it can be. */
const LONG = 32;
/** Sentences that are looked at; the rest of a long story is background. */
const CONSIDERED = 12;
/** A sentence that shares more of its words with the headline is the headline. */
const SAME = 0.9;
/** Where fewer sentences stand by themselves, those that speak of themselves or lean on others are looked at too. */
const FEW = 4;

/** Places for the summary's sentences in the order of the copy, each with its forms; each names people as if for the first time. */
export function summaries(story: StoryView): Iterable<Draft>[] {
  // One sentence is its own summary.
  if (story.sentences.length < 2) return [];
  const reported = story.sentences.filter(
    (sentence) => !isMostlyQuoted(sentence) && !isCaption(sentence, story) && !isHeadline(sentence, story),
  );
  const told = reported.filter(
    (sentence) => !speaksOfItself(sentence) && !leans(story.copy.text.slice(sentence.start, sentence.end)),
  );
  return (told.length < FEW ? reported : told)
    .slice(0, CONSIDERED)
    .map((sentence) => onDemand(() => draftsOf(sentence, story)));
}

/** "I have been in Saltmouth for long": a summary reports. The US is nobody who speaks. */
const speaksOfItself = ({ tokens, quoted }: SentenceView): boolean =>
  tokens.some(({ norm, text }, i) => !quoted[i] && FIRST_AND_SECOND_PERSON.has(norm) && text !== 'US');

/** Some copy has its headline once more above its first sentence. */
const isHeadline = ({ index, about }: SentenceView, { headline }: StoryView): boolean =>
  index === 0 && headline !== null && about.size <= headline.about.size && overlap(about, headline.about) > SAME;

const isMostlyQuoted = ({ quoted }: SentenceView): boolean => quoted.filter(Boolean).length > 0.5 * quoted.length;

const CUE = /\b(?:said|says|added)\b/;

const endsOnSpeaker = (sentence: SentenceView, story: StoryView): boolean =>
  /\b(?:said|says|added)[.]$/.test(story.copy.text.slice(sentence.start, sentence.end));

function* draftsOf(sentence: SentenceView, story: StoryView): Generator<Draft> {
  const plain = byName(sentence, plainForm(sentence, story), story);
  const joined = withoutJoin(plain.text);
  const alone = joined === plain.text ? null : { ...plain, text: capital(joined) };
  if (opensOnPronoun((alone ?? plain).text)) return;
  const trails = endsOnSpeaker(sentence, story);
  if (!trails) yield* introduce(alone ? [alone, plain] : [plain], story);
  const turned = trails ? speakerFirst(sentence, story) : null;
  if (turned) yield* introduce([turned], story);
  for (const draft of shorter(sentence, story, Math.min(LONG, wordCount(plain.text) - 1))) {
    // "…, director for the coast | Ann Lee said": what loses its cue there keeps half of its speaker.
    if (trails && !CUE.test(draft.text)) continue;
    if (breaksOff(draft, story)) continue;
    const read = withoutTickers(draft.text);
    yield* introduce(read === draft.text ? [draft] : [{ ...draft, text: read }, draft], story);
  }
  // "…, she said": where nothing else can be proved.
  if (trails) yield* introduce([plain], story);
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
    text: capital(calledIn(story.copy.text, full)) + plain.text.slice(opens.length),
    evidence: [...plain.evidence, { part: 'text', start, end: start + full.length }],
  };
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
