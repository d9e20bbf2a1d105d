import type { Phase } from '../verdict.ts';

/** From this share of common runs on, two comments say the same in the same words, but for a name or a number. */
const SAME = 0.5;
const MOST_NAMED = 3;

/**
 * Lets a person see words that were sent before: by other readers, or by the same one under another story. What floods a site
 * is alike, whatever it sells. What the comment answers may stand in it as a quotation.
 */
export const spam: Phase = ({ storyId, parentId }, { alike, record }) => {
  const copies = alike.filter(
    ({ id, shared, ...other }) =>
      shared >= SAME && id !== parentId && (other.storyId !== storyId || other.readerId !== record?.readerId),
  );
  if (copies.length === 0) return undefined;
  const many = copies.length === 1 ? 'once' : `${copies.length} times`;
  const named = copies.slice(0, MOST_NAMED).map(({ id }) => id);
  const more = copies.length > MOST_NAMED ? ' and others' : '';
  const message = `The same words came ${many} in the last days: comment ${named.join(', ')}${more}.`;
  return { kind: 'hold', reason: { code: 'spam', message } };
};
