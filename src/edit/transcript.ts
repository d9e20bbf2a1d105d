import { type Line, linesOf } from '../story/reading/rows.ts';
import type { Span } from '../story/span.ts';

/** "Q: ", "HOLM: ", "Coast News: ": who speaks in the paragraph that it opens. */
const TURN = /^(?<label>\p{Lu}[\p{L}.'’-]{0,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){0,3})(?::|(?<=^[QA])\.)\s/u;
/** Two who speak twice each. */
const FEWEST = 2;

/**
 * Where a conversation is printed: from its first turn to the last, if two speak at least twice each and somebody asks. What is
 * said there are people's words without quotation marks, and nothing of it is the reporter's.
 */
export function transcriptIn(text: string): Span | null {
  const turns = linesOf(text).flatMap((line) => {
    const label = TURN.exec(line.text)?.groups?.label;
    return label === undefined ? [] : { ...line, label };
  });
  const speakers = new Map<string, number>();
  for (const { label } of turns) speakers.set(label, (speakers.get(label) ?? 0) + 1);
  const theirs = turns.filter(({ label }) => (speakers.get(label) ?? 0) >= FEWEST);
  const [first] = theirs;
  const isTalk = new Set(theirs.map(({ label }) => label)).size >= FEWEST && theirs.some(isQuestion);
  return first && isTalk ? { start: first.start, end: theirs.at(-1)!.end + 1 } : null;
}

const isQuestion = ({ stop }: Line): boolean => stop.startsWith('?');

/** A paragraph that is a question and nothing else, as between the answers of an interview. */
export const isOnlyQuestion = ({ text, stop }: Line): boolean => stop === '?' && !/\p{L}[.!?]\s|["“”]/u.test(text);
