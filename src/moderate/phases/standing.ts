import type { Phase } from '../verdict.ts';

/** What moderators decided about the reader herself: a banned one's words go back to her, a muted one's wait. */
export const standing: Phase = (_, { record }) => {
  const known = record?.standing;
  if (known === undefined || known.kind === 'good') return undefined;
  const why = known.reason === undefined || known.reason === '' ? '' : ` ${known.reason}`;
  if (known.kind === 'muted') {
    return { kind: 'hold', reason: { code: 'muted', message: `The reader is muted.${why}` } };
  }
  const until = known.until === undefined ? '' : ` until ${known.until.slice(0, 10)}`;
  return {
    kind: 'refuse',
    reason: { code: 'banned', message: `The reader is banned.${why}` },
    problem: { field: 'form', message: `Our moderators take no comments from you${until}.${why}` },
  };
};
