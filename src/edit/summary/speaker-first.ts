import type { Draft } from '../../story/furniture.ts';
import type { Token } from '../../text/tokens.ts';
import { capital, draftOf } from '../cutting/write.ts';
import { leans } from '../leans.ts';
import type { SentenceView, StoryView } from '../story-view.ts';
import { withoutJoin } from './without-join.ts';

/** Words of a speaker beyond which the news would come too late. */
const MOST = 9;

/**
 * "The pier is safe, the harbour office of Saltmouth said." as "The harbour office of Saltmouth said the pier is safe.": all of it, with
 * its speaker in front; null where the sentence does not end so, or its first word may be a name or none.
 */
export function speakerFirst(sentence: SentenceView, story: StoryView): Draft | null {
  const { tokens, reported, start, end } = sentence;
  const cue = reported.find(({ cue: at, from, speaker }) => from < at && speaker && tokens[at + 1]?.text === '.');
  const speaker = cue?.speaker;
  if (!cue || !speaker || speaker[1] !== cue.cue - 1 || cue.cue !== tokens.length - 2) return null;
  const [first, last] = [tokens[speaker[0]]!, tokens[cue.cue]!];
  const comma = tokens[speaker[0] - 1];
  if (comma?.text !== ',' || speaker[1] - speaker[0] >= MOST || first.pos === 'PRON' || last.norm !== 'said')
    return null;
  const { text } = story.copy;
  const told = text.slice(start, comma.start);
  const alone = withoutJoin(told);
  const begins = tokens.find((token) => token.start >= comma.start - alone.length);
  const said = leans(told) || !begins ? null : withSmallStart(alone, begins, story);
  if (said === null || /["“”]/.test(said)) return null;
  const words = `${capital(text.slice(first.start, last.end))} ${said}.`.replace(/\s+/gu, ' ');
  return draftOf(words, [{ part: 'text', start, end }], story);
}

/** The same words with a small letter in front, unless a name stands there; null where nobody can tell. */
function withSmallStart(words: string, first: Token, { copy }: StoryView): string | null {
  if (!/^\p{Lu}\p{Ll}*$/u.test(first.text)) return words;
  const small = first.text.toLowerCase();
  if (/^(?:DET|ADP|ADV|PRON|NUM|SCONJ)$/.test(first.pos) || stands(copy.text, small))
    return small + words.slice(small.length);
  return stands(copy.text, first.text) ? words : null;
}

/** Whether the copy has the word behind another one, where no sentence begins. */
const stands = (text: string, word: string): boolean => new RegExp(`[\\p{L}\\d,;] ${word}(?!\\p{L})`, 'u').test(text);
