import type { Reason } from '../story/discussion/comment.ts';
import type { ModerationSettings } from '../story/discussion/moderation-settings.ts';
import type { Judgements } from './judgements.ts';

/** Why the three judgements want a person to look, given the publisher's thresholds; empty when they do not. */
export function outcomeOf({ respectful, onTopic, thoughtful }: Judgements, { hold }: ModerationSettings): Reason[] {
  const found: Reason[] = [];
  if (hold.respect !== null && respectful.score < hold.respect)
    found.push(...(respectful.reasons.length > 0 ? respectful.reasons : [DISRESPECT]));
  if (onTopic && hold.topic !== null && onTopic.score < hold.topic)
    found.push(...(onTopic.reasons.length > 0 ? onTopic.reasons : [OFF_TOPIC]));
  if (hold.thought !== null && thoughtful.score < hold.thought) found.push(THOUGHTLESS);
  return found;
}

const DISRESPECT: Reason = { code: 'disrespect', message: 'May be read as disrespectful.' };
const OFF_TOPIC: Reason = { code: 'off-topic', message: 'Shares hardly a word with the story.' };
const THOUGHTLESS: Reason = {
  code: 'thoughtless',
  message: 'Gives no reason, source, specific, question or proposal that could be seen.',
};
