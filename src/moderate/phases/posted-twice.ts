import type { CommentState } from '../../story/discussion/comment.ts';
import type { Phase } from '../verdict.ts';

const WAITS = 'It is with our moderators; there is no need to send it again.';
const WHERE: Readonly<Record<CommentState, string>> = {
  pending: WAITS,
  held: WAITS,
  refused: WAITS,
  approved: 'It is on the page.',
  removed: 'A moderator took it from the page.',
};

/** Refuses what the same reader has posted under the same story already: a second press of the button, mostly. */
export const postedTwice: Phase = ({ storyId, text }, { recent }) => {
  if (recent.length === 0) return undefined;
  const words = wordsOf(text);
  const before = recent.find(
    (comment) => comment.storyId === storyId && comment.state !== 'refused' && wordsOf(comment.text) === words,
  );
  if (!before) return undefined;
  const where = WHERE[before.state];
  return {
    kind: 'refuse',
    reason: { code: 'posted-twice', message: `The same words as comment ${before.id}.` },
    problem: { field: 'text', message: `You have posted this comment already. ${where}` },
  };
};

/** The letters and digits alone: a full stop more does not make another comment. Emoji count when there is nothing else. */
function wordsOf(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim() || plain.trim();
}
