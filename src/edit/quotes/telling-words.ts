import { PRONOUNS } from '../../text/function-words.ts';
import { contentOf } from '../overlap.ts';
import { weigh } from '../salience.ts';
import { isContent, type StoryView } from '../story-view.ts';
import type { Spoken } from './spoken-clauses.ts';

/** Words that say where a speaker stands. */
const STANCE =
  /\b(?:we|our|never|must|cannot|can['’]t|won['’]t|don['’]t|not|will|should|need|believe|want|hope|fear|wrong|right|proud)\b/giu;
/** What was said breaks off, asks, or was mended by the agency. */
const BROKEN = /--|—|–|\.\.\.|…|\?|[()[\]"“”]|\bI mean\b|\byou know\b/u;
/** These point outside the words said. */
const POINTS =
  /^(?:here|there|then|so|too|also|either|one|ones|same|yesterday|today|tomorrow|else|other|another|both|what|which|who|how|why|where)$/;
const WEAKEST = 2.1;

/**
 * How much a sentence that stands in marks tells by itself, or undefined where it tells too little: it must name what it is
 * about, in words that the story comes back to, and point at nothing outside it.
 */
export function tells({ text, tokens, cut }: Spoken, story: StoryView): number | undefined {
  if (BROKEN.test(text)) return undefined;
  const leans = tokens.some(
    ({ norm, pos }, i) =>
      (PRONOUNS.has(norm) && pos !== 'SCONJ' && !(pos === 'DET' && i > 0)) || (POINTS.test(norm) && pos !== 'SCONJ'),
  );
  if (leans) return undefined;
  const about = contentOf(tokens);
  const shared = [...about].filter(
    (lemma) => (story.frequency.get(lemma) ?? 0) > 1 || story.headline?.about.has(lemma),
  );
  if (about.size < 2 || shared.length === 0) return undefined;
  const content = tokens.filter(isContent);
  const weight = content.reduce((sum, token) => sum + weigh(token, story), 0) / (content.length + 2);
  const headline = [...about].filter((lemma) => story.headline?.about.has(lemma)).length;
  const stance = Math.min(2, new Set(text.toLowerCase().match(STANCE)).size) * 0.4;
  const self = /^I\b/u.test(text) ? -0.4 : 0;
  const value = weight + Math.min(2, headline) * 0.5 + stance + self + (cut ? -0.5 : 0) + Math.min(3, about.size) * 0.2;
  return value < WEAKEST ? undefined : value;
}
