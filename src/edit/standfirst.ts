import type { Draft } from '../story/furniture.ts';
import { breaksOff } from './breaks-off.ts';
import { clausesOf } from './cutting/clause.ts';
import { onDemand } from './cutting/on-demand.ts';
import { sentenceForms } from './cutting/sentence-forms.ts';
import { isCaption } from './is-caption.ts';
import { leans } from './leans.ts';
import { overlap } from './overlap.ts';
import { plainForm } from './plain-form.ts';
import { salience } from './salience.ts';
import type { SentenceView, StoryView } from './story-view.ts';

const MOST_CHARACTERS = 160;
/** Fewer characters leave the line half empty. */
const FULL = 45;
const fits = (text: string): boolean => text.length <= MOST_CHARACTERS && text.length >= FULL;

const NOTHING: ReadonlySet<string> = new Set();
const FORMS = 3;
/** Sentences among which one is looked for that stands as it is. */
const LOOKED_AT = 30;
const MOST = { words: 36, characters: 158 };

/** "…, the company said." leaves a reader on the least that it tells; where nothing better is proved it comes last, as does what leans. */
const trails = ({ text }: Draft): boolean => /\b(?:said|says|added|as follows)[.]$/.test(text) || leans(text);

/** The sentences from which a standfirst may come, the most telling six of the first ten. */
const likely = (story: StoryView) =>
  story.sentences
    .slice(0, 10)
    .filter((sentence) => !isCaption(sentence, story))
    .map((sentence) => ({ sentence, value: salience(sentence, story) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, 6);

/** A sentence that can stand as it is, without quotation marks, is the best of its forms. */
const AS_IT_IS = 2;

/** One sentence of at most 160 characters that adds to the headline: from what the copy says first, as full as room allows. */
export function standfirsts(story: StoryView): Iterable<Draft> {
  // The one sentence of an alert stands right below.
  if (story.headline && story.sentences.length < 2) return [];
  const head = story.headline?.about ?? NOTHING;
  const ranked = likely(story)
    .map(({ sentence, value }) => {
      const plain = plainForm(sentence, story);
      const whole = fits(plain.text) && !sentence.quoted.some(Boolean);
      const repeats = overlap(sentence.about, head);
      return { sentence, plain: whole ? plain : null, value: 3 * value - 3 * repeats + (whole ? AS_IT_IS : 0) };
    })
    .sort((a, b) => b.value - a.value);
  return onDemand(function* () {
    const last: Draft[] = [];
    for (const { sentence, plain } of ranked) {
      for (const drafts of [
        plain ? [plain] : [],
        onDemand(() => formsOf(sentence, story, { fits, forms: FORMS }).values()),
      ])
        for (const draft of drafts) {
          if (trails(draft) || breaksOff(draft, story)) last.push(draft);
          else yield draft;
        }
    }
    const others = story.sentences.slice(0, LOOKED_AT);
    for (const sentence of others) {
      const draft = plainForm(sentence, story);
      if (!fits(draft.text)) continue;
      if (trails(draft)) last.push(draft);
      else yield draft;
    }
    yield* last;
    // Where nothing of that is proved: any sentence that has room, and what is left of any.
    for (const sentence of others) {
      const draft = plainForm(sentence, story);
      if (draft.text.length < FULL) yield draft;
    }
    for (const sentence of others)
      yield* formsOf(sentence, story, { fits: (text) => text.length <= MOST_CHARACTERS, forms: 12 });
  });
}

const formsOf = (
  sentence: SentenceView,
  story: StoryView,
  room: { readonly fits: (text: string) => boolean; readonly forms: number },
): Draft[] =>
  clausesOf(sentence, story, 'past')
    .flatMap((clause) => sentenceForms(clause, story, { ...room, most: MOST }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ draft }) => draft);
