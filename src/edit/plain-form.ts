import type { Draft } from '../story/furniture.ts';
import { withoutTickers } from '../text/tickers.ts';
import { plainSentence } from './cutting/sentence-forms.ts';
import { capital } from './cutting/write.ts';
import type { SentenceView, StoryView } from './story-view.ts';

/** The plain sentence as readers want it: without what an agency writes for machines. */
export function plainForm(sentence: SentenceView, story: StoryView): Draft {
  const plain = plainSentence(sentence, story);
  const text = withoutTickers(plain.text);
  return text === plain.text ? plain : { ...plain, text: capital(text.trim()) };
}
