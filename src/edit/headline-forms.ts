import type { Draft } from '../story/furniture.ts';
import { wordCount } from '../text/length/word-count.ts';
import type { Clause } from './cutting/clause.ts';
import { compress, type Room, type Shortened } from './cutting/compress.ts';
import { abbreviate, draftOf, evidenceOf, type Voice, withVoice } from './cutting/write.ts';
import type { StoryView } from './story-view.ts';

export type Short = { readonly draft: Draft; readonly worth: number; readonly shortened: Shortened };
type Limits = {
  /** The last touch on the words, before they are measured. */
  readonly finish?: (text: string) => string;
  readonly fits: (text: string) => boolean;
  readonly title: boolean;
  readonly per: number;
  readonly most: Room['most'];
};

/** Headline forms of a clause, the most telling first: with its speaker behind it, or in front where that is tighter. */
export function headlineForms(
  clause: Clause,
  story: StoryView,
  { fits, title, per, most, finish = (text) => text }: Limits,
): Short[] {
  const voices: readonly Voice[] = clause.said ? (title ? ['lead', 'colon', 'tail'] : ['lead', 'colon']) : ['none'];
  const possible = voices.filter(
    (voice) => voice !== 'colon' || !clause.said || /^says?$|^said$/.test(clause.said.verb),
  );
  const spent = Math.min(
    ...possible.map((voice) => (voice === 'none' ? 0 : wordCount(withVoice('', clause.said, voice)))),
  );
  const room = { words: most.words - spent, characters: most.characters };
  const found: Short[] = [];
  // What each form is in each voice; null where it does not fit.
  const texts = new Map<Shortened, readonly (string | null)[]>();
  // Every voice takes the same cuts: they are looked for once, in the room that the shortest leaves.
  const made = compress(clause, story, {
    fits: (shortened) => {
      const words = abbreviate(shortened.words, story);
      const fitting = possible.map((voice) => {
        const text = finish(withVoice(words, clause.said, voice));
        return fits(text) ? text : null;
      });
      texts.set(shortened, fitting);
      return fitting.some((text) => text !== null);
    },
    headline: true,
    most: room,
    forms: per,
  });
  for (const [v, voice] of possible.entries()) {
    for (const shortened of made) {
      const text = texts.get(shortened)?.[v] ?? null;
      if (text === null) continue;
      // Most forms are never read: they are spelled for the house when they are.
      let draft: Draft | undefined;
      found.push({
        get draft() {
          draft ??= draftOf(text, evidenceOf(shortened, voice), story, title);
          return draft;
        },
        shortened,
        worth: shortened.worth - (voice === 'colon' ? 0.6 : voice === 'tail' ? 3 : 0),
      });
    }
  }
  return found.sort((a, b) => b.worth - a.worth);
}
