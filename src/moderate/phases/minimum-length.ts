import { MINIMUM_COMMENT } from '../../story/discussion/comment.ts';
import { writtenLength } from '../../text/length/written-length.ts';
import type { Phase } from '../verdict.ts';

/** Refuses fewer than `MINIMUM_COMMENT` characters, as a person counts them: padding does not get a comment through. */
export const minimumLength: Phase = ({ text }) => {
  const length = writtenLength(text);
  if (length >= MINIMUM_COMMENT) return undefined;
  const message =
    length === 0
      ? `Please write your comment: at least ${MINIMUM_COMMENT} characters.`
      : `Please write at least ${MINIMUM_COMMENT} characters. This is ${length}, not counting spaces at the ends and repeated padding.`;
  return {
    kind: 'refuse',
    reason: { code: 'too-short', message: `${length} of at least ${MINIMUM_COMMENT} characters.` },
    problem: { field: 'text', message },
  };
};
