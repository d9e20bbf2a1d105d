import type { Submission } from '../story/discussion/comment.ts';
import { contactDetails } from './phases/contact-details.ts';
import { disguise } from './phases/disguise.ts';
import { firstComments } from './phases/first-comments.ts';
import { history } from './phases/history.ts';
import { language } from './phases/language.ts';
import { links } from './phases/links.ts';
import { maximumLength } from './phases/maximum-length.ts';
import { minimumLength } from './phases/minimum-length.ts';
import { padding } from './phases/padding.ts';
import { postedTwice } from './phases/posted-twice.ts';
import { shouting } from './phases/shouting.ts';
import { spam } from './phases/spam.ts';
import { standing } from './phases/standing.ts';
import { threeJudgements } from './phases/three-judgements.ts';
import { words } from './phases/words.ts';
import type { Context, Decision, Phase, Verdict } from './verdict.ts';

/**
 * The policy, in the order in which it is applied. The first refusal ends it; every other reason is gathered. What needs the moment
 * of keeping stands around it in `comments/post-comment.ts`: whether the discussion is open, how busy its sources are, who writes.
 */
export const phases: readonly Phase[] = [
  // Who is banned reads so at once, and not after she has mended her words.
  standing,
  // Is there a comment at all? A reader mends these herself, so they come first and she is told what to do.
  minimumLength,
  maximumLength,
  postedTwice,
  // What the publisher does not print at all, and what she wants to see first.
  words,
  // The three words of the policy: respectful, on-topic, thoughtful; in a language that the judgements read.
  language,
  threeJudgements,
  // What hides from machines, and what spam looks like.
  disguise,
  links,
  spam,
  // What a moderator wants to see at one look. None of these stops a comment by itself.
  padding,
  contactDetails,
  shouting,
  // Who writes: her record here, and whether she is known yet.
  history,
  firstComments,
];

/**
 * What becomes of a submission: `refused` goes back to its reader, `held` was stopped by a rule, `pending` waits for a person with
 * nothing held against it, `approved` appears at once. A phase that throws holds the comment: a broken rule never lets anything
 * through.
 */
export function moderate(submission: Submission, context: Context, policy: readonly Phase[] = phases): Decision {
  const verdicts: Verdict[] = [];
  for (const phase of policy) {
    const verdict = judge(phase, submission, context);
    if (verdict?.kind === 'refuse') return { state: 'refused', reasons: [verdict.reason], problems: [verdict.problem] };
    if (verdict) verdicts.push(verdict);
  }
  return {
    state: stateOf(verdicts, context),
    reasons: verdicts.map((verdict) => verdict.reason),
    problems: [],
  };
}

function stateOf(verdicts: readonly Verdict[], { judged, policy }: Context): Decision['state'] {
  if (verdicts.some(({ kind }) => kind === 'hold')) return 'held';
  const sure = judged.kind === 'judged' && policy.kind === 'set' && policy.settings.publish === 'passed';
  return sure && !verdicts.some(({ kind }) => kind === 'wait') ? 'approved' : 'pending';
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
