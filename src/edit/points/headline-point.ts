import type { Draft } from '../../story/furniture.ts';
import { wordCount } from '../../text/length/word-count.ts';
import { oncePer } from '../../text/memory/once-per.ts';
import { abbreviate, capital } from '../cutting/write.ts';
import { fromHeadline } from '../display-headline.ts';
import { bare } from '../overlap.ts';
import type { SentenceView, StoryView } from '../story-view.ts';
import { writtenForms } from '../written-forms.ts';

/** Sentences that may bear a headline out together. */
const MOST_SENTENCES = 3;
/** Sentences that are looked at. */
const CONSIDERED = 15;
const fits = (text: string): boolean => wordCount(text) >= 4 && wordCount(text) <= 9;

/**
 * The agency's own headline as a point, as long as sentences of the copy say each of its words too: what the agency chose to tell
 * first is the first that a reader must have got. For stories of which little else can be cut to size.
 */
export function* headlinePoint(story: StoryView): Generator<Draft> {
  for (const draft of fromHeadline(story, fits, { sound: true, title: false })) {
    const proof = borneOut(draft.text, story);
    if (!proof) continue;
    const text = abbreviate(capital(casedAs(formsOf(story), draft.text)), story);
    // "…, Brandt says" leaves a reader on the least that it tells.
    if (fits(text) && !/\bsa(?:ys|id)$/.test(text))
      yield { ...draft, text, evidence: [...draft.evidence.filter(({ part }) => part === 'headline'), ...proof] };
  }
}

/** Words that came in capitals, or with one each, written as the copy writes them: "iran" as "Iran", "Talks" as "talks". */
const casedAs = (forms: ReturnType<typeof writtenForms>, text: string): string =>
  text.replace(/[\p{L}][\p{L}\p{N}]*/gu, (word, at: number, all: string) => {
    if (/\p{Lu}.*\p{Lu}/u.test(word)) return word;
    const small = word.toLowerCase();
    // "Labour'S": what stands behind an apostrophe is small.
    if (word.length === 1) return small === 'a' || /['’]$/.test(all.slice(0, at)) ? small : word.toUpperCase();
    const written = forms.get(small);
    if (written === undefined) return word;
    return written.includes(small) ? small : written[0]!;
  });

const formsOf = oncePer(({ copy }: StoryView) => writtenForms(copy.text));

/** The sentences that are looked at with their words; every form of the headline asks for them. */
const nearOf = oncePer(({ sentences }: StoryView) =>
  sentences.slice(0, CONSIDERED).map((sentence) => ({
    sentence,
    words: new Set(sentence.tokens.flatMap(({ text: word }) => wordsOf(word))),
  })),
);

/** The fewest sentences that hold all words of a text between them, the first ones first; null where a word is in none. */
function borneOut(text: string, story: StoryView): Draft['evidence'] | null {
  const missing = new Set(wordsOf(text));
  const found: SentenceView[] = [];
  const near = nearOf(story);
  while (missing.size > 0 && found.length < MOST_SENTENCES) {
    const shared = (words: ReadonlySet<string>) => [...missing].filter((word) => words.has(word)).length;
    const best = near.reduce((a, b) => (shared(b.words) > shared(a.words) ? b : a), near[0]!);
    if (!best || shared(best.words) === 0) return null;
    for (const word of best.words) missing.delete(word);
    found.push(best.sentence);
  }
  if (missing.size > 0) return null;
  return found.map(({ start, end }) => ({ part: 'text', start, end }));
}

/** Words that hold a sentence together and say nothing of their own. */
const JOINS =
  /^(?:an?|the|of|to|in|on|for|and|or|but|with|by|at|from|as|is|are|was|were|be|been|has|have|had|its?|that|this|which|who|will|would|he|they|she|his|her|their|not|no|said|says?)$/;

/** All other words, without their endings: "agrees" and "agreed" are one here, "warns" and "warning" are two. */
const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 && !JOINS.test(word)).map(bare);
