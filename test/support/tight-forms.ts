import assert from 'node:assert/strict';
import { clausesOf } from '../../src/edit/cutting/clause.ts';
import { findQuotations } from '../../src/edit/quotes/quotations.ts';
import { viewStory } from '../../src/edit/story-view.ts';
import { tightForms } from '../../src/edit/tight/tight-forms.ts';
import { wordCount } from '../../src/text/length/word-count.ts';

/** The words of all forms of 4 to 9 words of a story's clauses, the speaker not among them. */
export function formsOf(text: string): string[] {
  const story = viewStory({ headline: '', text }, { language: null, quotations: findQuotations(text) });
  const fits = ({ words }: { readonly words: string }) => wordCount(words) >= 4 && wordCount(words) <= 9;
  return story.sentences.flatMap((sentence) =>
    clausesOf(sentence, story, 'present').flatMap((clause) =>
      tightForms(clause, story, { most: 9, fits }).map(({ words }) => words),
    ),
  );
}
/** One of the forms of a text is made of these words. */
export const tells = (text: string, words: string) => {
  const forms = formsOf(text);
  assert.ok(forms.includes(words), `${words}\nis not among\n${forms.join('\n')}`);
};
/** None of the forms of a text matches. */
export const never = (text: string, pattern: RegExp) => {
  const forms = formsOf(text);
  assert.deepEqual(
    forms.filter((words) => pattern.test(words)),
    [],
  );
};
