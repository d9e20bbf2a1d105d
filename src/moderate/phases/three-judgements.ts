import { isTrusted } from '../is-trusted.ts';
import { outcomeOf } from '../outcome.ts';
import type { Phase } from '../verdict.ts';

/**
 * The three words of the policy: respectful, on-topic, thoughtful. Below the publisher's thresholds a person looks; a score never
 * refuses, and a trusted reader's topic and manner are left to her. Where nothing could be judged, or the thresholds cannot be read, a person looks too.
 */
export const threeJudgements: Phase = (_, { judged, policy, record }) => {
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
  const { settings } = policy;
  const hold = isTrusted(record, policy) ? { ...settings.hold, topic: null, thought: null } : settings.hold;
  const [first, ...more] = outcomeOf(judged.judgements, { ...settings, hold });
  if (!first) return undefined;
  const message = [first, ...more].map((reason) => reason.message).join(' ');
  const spans = [first, ...more].flatMap((reason) => reason.spans ?? []);
  return { kind: 'hold', reason: { code: first.code, message, ...(spans.length > 0 && { spans }) } };
};
