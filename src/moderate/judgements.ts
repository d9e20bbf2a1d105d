import type { Reason } from '../story/discussion/comment.ts';
import { shorten } from '../text/length/shorten.ts';
import { judgeRespect, type RespectModel, type RespectSpan, type RespectVerdict } from './respectful/respect-model.ts';
import { judgeThought } from './thoughtful/judge-thought.ts';
import { judgeTopic, type Surroundings } from './topic/on-topic.ts';
import { type TextVector, textVector } from './topic/text-vector.ts';
import type { TopicModel } from './topic/topic-model.ts';

/** One of the three words of the policy, measured: 0 to 1, 1 is best. The reasons quote the comment. */
export type Judgement = { readonly score: number; readonly reasons: readonly Reason[] };

/** Respectful, on-topic (null where there is nothing to be off from) and thoughtful. */
export type Judgements = {
  readonly respectful: Judgement;
  readonly onTopic: Judgement | null;
  readonly thoughtful: Judgement;
};

/** A comment with what stands around it. `parent` is the comment that it answers, `thread` what others wrote under the story. */
export type ToJudge = Surroundings & { readonly text: string };

/** What the judgements were trained to: read once, passed to everyone who judges. */
export type JudgingModels = { readonly respect: RespectModel; readonly topic: TopicModel };

/** The models that are there, or why they cannot be used: then nobody judges, and comments are held. */
export type Judging =
  | { readonly kind: 'ready'; readonly models: JudgingModels }
  | { readonly kind: 'missing'; readonly why: string };

/** What is read of the words of a comment alone, whatever stands around them: how respectful they are and what they are about. */
export type WordsJudged = { readonly respect: RespectVerdict; readonly about: TextVector };

export const judgeWords = (text: string, models: JudgingModels): WordsJudged => ({
  respect: judgeRespect(text, models.respect),
  about: textVector(text, models.topic),
});

/**
 * The three judgements of a comment, each by itself: none can make up for another.
 * @param words where its words were read already
 */
export function judgeComment(
  comment: ToJudge,
  models: JudgingModels,
  { respect, about }: WordsJudged = judgeWords(comment.text, models),
): Judgements {
  return {
    respectful: { score: respect.score, reasons: disrespect(comment.text, respect.spans) },
    onTopic: judgeTopic(about, comment, models.topic),
    thoughtful: judgeThought(comment.text, comment.parent),
  };
}

/** Characters of a quoted place that are shown. */
const MOST_QUOTED = 60;

function disrespect(text: string, spans: readonly RespectSpan[]): Reason[] {
  if (spans.length === 0) return [];
  const quoted = spans.map(({ start, end }) => `“${shorten(text.slice(start, end), MOST_QUOTED)}”`).join(', ');
  const message = `May be read as disrespectful: ${quoted}.`;
  return [{ code: 'disrespect', message, spans: spans.map(({ start, end }) => ({ start, end })) }];
}
