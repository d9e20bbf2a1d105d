import type { Phase } from '../verdict.ts';

/** Fewer decided comments than this say nothing about a reader. */
const ENOUGH = 4;

/** Lets a person see the words of a reader of whose comments many were stopped. */
export const history: Phase = (_, { record, policy }) => {
  if (!record || policy.kind !== 'set') return undefined;
  const { approved, stopped } = record;
  const share = stopped / (approved + stopped);
  if (approved + stopped < ENOUGH || share <= policy.settings.stoppedShare) return undefined;
  const message = `Of the reader’s ${approved + stopped} comments so far ${stopped} were stopped.`;
  return { kind: 'hold', reason: { code: 'history', message } };
};
