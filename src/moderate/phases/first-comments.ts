import type { Phase } from '../verdict.ts';

/** A reader's first comments wait for a person, so that nobody comes back under a new name faster than she is known. */
export const firstComments: Phase = (_, { record, policy }) => {
  if (policy.kind !== 'set') return undefined;
  const approved = record?.approved ?? 0;
  const wanted = policy.settings.firstComments;
  if (approved >= wanted) return undefined;
  const message =
    approved === 0 ? 'The reader’s first comment here.' : `Only ${approved} of the reader’s comments so far.`;
  return { kind: 'wait', reason: { code: 'first-comments', message } };
};
