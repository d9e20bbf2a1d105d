import { outcomeOf } from '../outcome.ts';
import type { Phase } from '../verdict.ts';

/**
 * The three words of the policy: respectful, on-topic, thoughtful. Below the publisher's thresholds a person looks; a score never
 * refuses. Where nothing could be judged, or the thresholds cannot be read, a person looks too.
 */
export const threeJudgements: Phase = (_, { judged, policy }) => {
  if (policy.kind === 'unreadable')
    return {
      kind: 'hold',
      reason: { code: 'policy-unreadable', message: `The rules cannot be read (${policy.why}).` },
    };
  if (judged.kind === 'failed')
    return {
      kind: 'hold',
      reason: { code: 'not-judged', message: `The comment could not be judged (${judged.why}).` },
    };
  const [first, ...more] = outcomeOf(judged.judgements, policy.settings);
  if (!first) return undefined;
  const message = [first, ...more].map((reason) => reason.message).join(' ');
  const spans = [first, ...more].flatMap((reason) => reason.spans ?? []);
  return { kind: 'hold', reason: { code: first.code, message, ...(spans.length > 0 && { spans }) } };
};
