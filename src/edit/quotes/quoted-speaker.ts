import type { Span } from '../../story/span.ts';
import type { Quotation } from '../../story/speech/quotation.ts';
import { wordCount } from '../../text/length/word-count.ts';
import type { StoryView } from '../story-view.ts';
import { isClosed, isSecondHand, namesCertainly } from './certain-quotation.ts';
import { cueForm } from './quote-cues.ts';

/** How a point names who speaks, and the places of the copy that say so. */
export type QuotedSpeaker = { readonly text: string; readonly places: readonly Span[] };

/** Bodies that speak for themselves; of a role in small letters nobody knows who fills it. */
const BODY =
  /^(?:the )?(?:\p{Ll}+ )?(?:police|officials|company|firm|bank|ministry|government|union|council|charity|club|agency|commission|department|court|party|group|army|church|university|airline|campaign|protesters|residents|researchers|scientists|prosecutors|investigators|doctors|organisers|organizers)$/iu;
const MOST_WORDS = 3;

/** The speaker of a whole quotation as a point names her: by surname where one person bears it, in full where not; undefined when uncertain. */
export function speakerOf(quotation: Quotation, story: StoryView): QuotedSpeaker | undefined {
  const { speaker, cue, name } = quotation;
  if (
    quotation.kind !== 'direct' ||
    !speaker ||
    !cue ||
    !isClosed(quotation, story.copy.text) ||
    isSecondHand(quotation, story.copy.text)
  )
    return undefined;
  // A question's words are no statement, and a joke is not meant.
  const verb = cueForm(cue.text.toLowerCase());
  if (
    verb?.class === 'ask' ||
    verb?.class === 'judge' ||
    /^(?:joke|quip|recite|intone|chant)$/u.test(verb?.lemma ?? '')
  )
    return undefined;
  const tag = { start: Math.min(speaker.start, cue.start), end: Math.max(speaker.end, cue.end) };
  if (name === undefined)
    return BODY.test(speaker.text) && wordCount(speaker.text) <= MOST_WORDS
      ? { text: speaker.text, places: [tag] }
      : undefined;
  if (!namesCertainly(quotation)) return undefined;
  const surname = name.slice(name.lastIndexOf(' ') + 1);
  const person = story.people.get(surname.toLowerCase());
  const text = person?.full === name ? surname : name;
  const start = story.copy.text.indexOf(name);
  if (speaker.text.includes(text) || start < 0) return { text, places: [tag] };
  return { text, places: [tag, { start, end: start + name.length }] };
}
