import type { ReaderRecord } from '../story/discussion/moderation.ts';
import type { Policy } from './verdict.ts';

/** Of a trusted reader's decided comments no more than this share was stopped. */
const MOST_STOPPED = 0.05;

/** Whether moderators have let so many of a reader's comments stand that what she writes about, and how, is left to her. */
export function isTrusted(record: ReaderRecord | undefined, policy: Policy): boolean {
  if (!record || policy.kind !== 'set' || policy.settings.trustedAfter === null) return false;
  const { approved, stopped } = record;
  return approved >= policy.settings.trustedAfter && stopped <= MOST_STOPPED * (approved + stopped);
}
