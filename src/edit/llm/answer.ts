import { z } from 'zod';

/** Characters of one element, and elements of one list, that are read of an answer. */
const LONGEST = 600;
const MOST = 8;

/** One element of an answer: words, and the numbers of the sentences that prove them. */
export const answerElement = z.object({
  text: z.string().trim().min(1).max(LONGEST),
  sentences: z.array(z.int().min(0)).min(1).max(4),
});
export type AnswerElement = z.infer<typeof answerElement>;

const one = answerElement.nullable();
const list = z.array(answerElement).max(MOST);

/** What the model is asked for. Each element is read by itself later, so that one bad one does not lose the others. */
export const wantedAnswer = z.object({
  displayHeadline: one,
  standfirst: one,
  keyPointsTitle: one,
  keyPoints: list,
  summary: list,
});

export type AnswerPlace = keyof typeof wantedAnswer.shape;

/** An answer whose top is an object with at least one of the places; what stands in them is not yet looked at. */
export const looseAnswer = z
  .record(z.string(), z.unknown())
  .refine((value) => Object.keys(wantedAnswer.shape).some((place) => place in value), 'none of the elements is in it');
