import { MAXIMUM_COMMENT } from '../../story/discussion/comment.ts';
import { writtenLength } from '../../text/length/written-length.ts';
import type { Phase } from '../verdict.ts';

/** UTF-16 units per character that we keep: room for every script and for emoji, not for a megabyte of padding or of marks. */
const UNITS_PER_CHARACTER = 4;

/** Refuses more than `MAXIMUM_COMMENT` characters; what padding and hidden characters add is counted in UTF-16 units. */
export const maximumLength: Phase = ({ text }) => {
  const length = text.length > MAXIMUM_COMMENT ? writtenLength(text) : text.length;
  if (length <= MAXIMUM_COMMENT && text.length <= MAXIMUM_COMMENT * UNITS_PER_CHARACTER) return undefined;
  const over = Math.max(length, Math.ceil(text.length / UNITS_PER_CHARACTER)).toLocaleString('en');
  const most = MAXIMUM_COMMENT.toLocaleString('en');
  return {
    kind: 'refuse',
    reason: { code: 'too-long', message: `${over} of at most ${most} characters.` },
    problem: { field: 'text', message: `Please keep to ${most} characters. This is ${over}.` },
  };
};
