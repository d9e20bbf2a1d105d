import type { Submission } from '../story/comment.ts';
import { contactDetails } from './contact-details.ts';
import { links } from './links.ts';
import { maximumLength } from './maximum-length.ts';
import { minimumLength } from './minimum-length.ts';
import { padding } from './padding.ts';
import { postedTwice } from './posted-twice.ts';
import { shouting } from './shouting.ts';
import { standing } from './standing.ts';
import type { Context, Decision, Phase, Verdict } from './verdict.ts';

/** The policy, in the order in which it is applied. The first refusal ends it; every other reason is gathered. */
export const phases: readonly Phase[] = [
  // Who is banned reads so at once, and not after she has mended her words.
  standing,
  // Is there a comment at all? A reader mends these herself, so they come first and she is told what to do.
  minimumLength,
  maximumLength,
  postedTwice,
  // What a moderator wants to see at one look. None of these stops a comment by itself.
  padding,
  links,
  contactDetails,
  shouting,
  // Here the three judgements of the policy come in: thoughtful, respectful, on-topic.
];

/**
 * What becomes of a submission. Nothing is approved here: what no phase refuses or holds is `pending`, for a person.
 * A phase that throws holds the comment: a broken rule never lets anything through.
 */
export function moderate(submission: Submission, context: Context, policy: readonly Phase[] = phases): Decision {
  const verdicts: Verdict[] = [];
  for (const phase of policy) {
    const verdict = judge(phase, submission, context);
    if (verdict?.kind === 'refuse') return { state: 'refused', reasons: [verdict.reason], problems: [verdict.problem] };
    if (verdict) verdicts.push(verdict);
  }
  return {
    state: verdicts.some((verdict) => verdict.kind === 'hold') ? 'held' : 'pending',
    reasons: verdicts.map((verdict) => verdict.reason),
    problems: [],
  };
}

function judge(phase: Phase, submission: Submission, context: Context): Verdict | undefined {
  try {
    return phase(submission, context);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const reason = { code: 'phase-failed', message: `The rule “${phase.name}” could not be applied (${why}).` };
    return { kind: 'hold', reason };
  }
}
