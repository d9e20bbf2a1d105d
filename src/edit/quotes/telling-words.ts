import type { Token } from '../../text/tokens.ts';
import { PRONOUNS } from '../../text/words/function-words.ts';
import { contentOf } from '../overlap.ts';
import { weigh } from '../salience.ts';
import { isContent, type StoryView } from '../story-view.ts';
import type { Spoken } from './spoken-clauses.ts';

/** Words that say where a speaker stands. */
const STANCE =
  /\b(?:we|our|never|must|cannot|can['’]t|won['’]t|don['’]t|not|will|should|need|believe|want|hope|fear|wrong|right|proud)\b/giu;
/** What was said breaks off, asks, repeats itself, calls somebody by name or was mended by the agency. */
const BROKEN = /--|—|–|\.\.\.|…|\?|[()[\]"“”‘]|&#|\bI mean\b|\byou know\b|\b(\p{L}+),? \1\b|, \p{L}+!?$/iu;
/** These point outside the words said. */
const POINTS = new Set(
  'here there then so too also either one ones most same yesterday today tomorrow else other others another both what which who ago bit how why where now'.split(
    ' ',
  ),
);
/** What ends on one of these is said in words that stood before. */
const UNFINISHED = /^(?:to|sure|ok|okay|can|could|do|does|did|will|would|not|n't|n’t|is|are|was|were|have|has|had)$/u;
const WEAKEST = 2.7;

/**
 * How much a sentence that stands in marks tells by itself, or undefined where it tells too little: it must name what it is
 * about, in words that the story comes back to, and point at nothing outside it.
 */
export function tells({ text, tokens, cut }: Spoken, story: StoryView): number | undefined {
  if (BROKEN.test(text) || !standsAlone(tokens)) return undefined;
  const about = contentOf(tokens);
  const inHeadline = [...about].filter((lemma) => story.headline?.about.has(lemma)).length;
  const often = [...about].filter((lemma) => (story.frequency.get(lemma) ?? 0) > 2).length;
  if (about.size < 2 || (inHeadline === 0 && often < 2)) return undefined;
  const content = tokens.filter(isContent);
  const weight = content.reduce((sum, token) => sum + weigh(token, story), 0) / (content.length + 2);
  const stance = Math.min(2, new Set(text.toLowerCase().match(STANCE)).size) * 0.4;
  const self = /^I\b/u.test(text) ? -0.4 : 0;
  const value =
    weight + Math.min(2, inHeadline) * 0.5 + stance + self + Math.min(3, about.size) * 0.2 - (cut ? 0.5 : 0);
  return value < WEAKEST ? undefined : value;
}

/** A whole clause with its own subject and verb, in which nothing stands for what was said before. */
function standsAlone(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (!first || !second || /^(?:CCONJ|SCONJ|INTJ)$/.test(first.pos) || second.text === ',') return false;
  const leans = tokens.some(({ norm, pos }, i) => {
    // "I think that it is late" has a verb behind it, "playing that role" has not; "that many" counts.
    if (norm === 'that' && /^(?:many|much)$/.test(tokens[i + 1]?.norm ?? '')) return false;
    if (norm === 'that') return !tokens.slice(i + 2).some((other) => other.pos === 'VERB' || other.pos === 'AUX');
    if (pos === 'SCONJ') return false;
    return POINTS.has(norm) || PRONOUNS.has(norm);
  });
  if (leans || UNFINISHED.test(tokens.at(-1)!.norm)) return false;
  const verb = tokens.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const before = tokens.slice(0, Math.max(0, verb)).findLast(({ pos }) => pos !== 'ADV' && pos !== 'PART');
  return before !== undefined && /^(?:PRON|NOUN|PROPN|NUM)$/.test(before.pos);
}
