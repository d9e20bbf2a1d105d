import type { Draft } from '../story/furniture.ts';
import { clausesOf } from './cutting/clause.ts';
import { onDemand } from './cutting/on-demand.ts';
import { plainSentence, sentenceForms } from './cutting/sentence-forms.ts';
import { overlap } from './overlap.ts';
import { salience } from './salience.ts';
import type { StoryView } from './story-view.ts';

const MOST_CHARACTERS = 160;
const fits = (text: string): boolean => text.length <= MOST_CHARACTERS && text.length >= 45;

const NOTHING: ReadonlySet<string> = new Set();
const FORMS = 3;
const MOST = { words: 36, characters: 158 };

/** "…, the company said." leaves a reader on the least that it tells; where nothing better is proved it comes last. */
const trails = ({ text }: Draft): boolean => /\b(?:said|says)[.]$/.test(text);

/** The sentences from which a standfirst may come, the most telling six of the first ten. */
const likely = (story: StoryView) =>
  story.sentences
    .slice(0, 10)
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
      const plain = plainSentence(sentence, story);
      const whole = fits(plain.text) && !sentence.quoted.some(Boolean);
      const repeats = overlap(sentence.about, head);
      return { sentence, plain: whole ? plain : null, value: 3 * value - 3 * repeats + (whole ? AS_IT_IS : 0) };
    })
    .sort((a, b) => b.value - a.value);
  return onDemand(function* () {
    const last: Draft[] = [];
    for (const { sentence, plain } of ranked) {
      const forms = clausesOf(sentence, story, 'past')
        .flatMap((clause) => sentenceForms(clause, story, { fits, most: MOST, forms: FORMS }))
        .sort((a, b) => b.worth - a.worth)
        .map(({ draft }) => draft);
      for (const draft of plain ? [plain, ...forms] : forms) {
        if (trails(draft)) last.push(draft);
        else yield draft;
      }
    }
    for (const sentence of story.sentences.slice(0, 30)) {
      const draft = plainSentence(sentence, story);
      if (!fits(draft.text)) continue;
      if (trails(draft)) last.push(draft);
      else yield draft;
    }
    yield* last;
  });
}
