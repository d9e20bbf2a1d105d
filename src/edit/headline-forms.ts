import type { Draft } from '../story/furniture.ts';
import type { Clause } from './clause.ts';
import { compress, type Room, type Shortened } from './compress.ts';
import type { StoryView } from './story-view.ts';
import { abbreviate, draftOf, evidenceOf, type Voice, withVoice, wordsOf } from './write.ts';

/** Words as a reader counts them. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)?.length ?? 0;

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
  const found: Short[] = [];
  for (const voice of voices) {
    if (voice === 'colon' && clause.said && !/^says?$|^said$/.test(clause.said.verb)) continue;
    const write = (shortened: Shortened) =>
      finish(withVoice(abbreviate(wordsOf(shortened, story)), clause.said, voice));
    const spent = voice === 'none' ? 0 : countWords(withVoice('', clause.said, voice));
    const room = { words: most.words - spent, characters: most.characters };
    const made = compress(clause, story, {
      fits: (shortened) => fits(write(shortened)),
      headline: true,
      most: room,
      forms: per,
    });
    for (const shortened of made) {
      const draft = draftOf(write(shortened), evidenceOf(shortened, voice), story, title);
      found.push({ draft, shortened, worth: shortened.worth - (voice === 'colon' ? 0.6 : voice === 'tail' ? 3 : 0) });
    }
  }
  return found.sort((a, b) => b.worth - a.worth);
}
