import { DEFAULT_MODERATION, type ModerationSettings } from '../story/discussion/moderation-settings.ts';
import { shorten } from '../text/length/shorten.ts';
import type { Judgements } from './judgements.ts';

/** What would help a comment before it is sent, in words for the person who writes it. `about` is a word of the policy. */
export type Advice = { readonly about: 'respectful' | 'on-topic' | 'thoughtful'; readonly message: string };

/** So far above the publisher's threshold a comment already reads sharply: better said before than held after. */
const BEFORE_HELD = 0.1;
/** What is held by these when the publisher holds for none. */
const { hold: USUAL } = DEFAULT_MODERATION;
/** More than two pieces of advice are a scolding. */
const MOST = 2;
const MOST_QUOTED = 40;

/**
 * What would help, from the same three judgements that decide, at most two pieces, the weightiest first; none where all is well.
 * It asks and explains, and never says that somebody is something.
 */
export function adviceOn(
  text: string,
  { respectful, onTopic, thoughtful }: Judgements,
  { hold }: Pick<ModerationSettings, 'hold'>,
): readonly Advice[] {
  const found: Advice[] = [];
  if (respectful.score < (hold.respect ?? USUAL.respect ?? 0) + BEFORE_HELD)
    found.push({ about: 'respectful', message: gentler(text, respectful) });
  if (onTopic && onTopic.score < (hold.topic ?? USUAL.topic ?? 0))
    found.push({
      about: 'on-topic',
      message: 'It is hard to see which part of the story this is about. Name it, and others can answer you.',
    });
  if (thoughtful.reasons.length === 0)
    found.push({
      about: 'thoughtful',
      message: 'Say why you think so, or give an example: others follow a reason more easily than a verdict.',
    });
  return found.slice(0, MOST);
}

function gentler(text: string, { reasons }: Judgements['respectful']): string {
  const [span] = reasons.flatMap(({ spans }) => spans ?? []);
  const words = span && shorten(text.slice(span.start, span.end).replace(/\s+/gu, ' ').trim(), MOST_QUOTED);
  return words
    ? `“${words}” can be read as aimed at people rather than at what they say or do. Your point stands without it.`
    : 'This can be read as aimed at people rather than at what they say or do. Your point stands without that.';
}
