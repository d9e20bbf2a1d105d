import type { Reason } from '../../story/discussion/comment.ts';
import { shorten } from '../../text/shorten.ts';
import { type EvidenceKind, findEvidence, type Sign } from './evidence.ts';

export type ThoughtVerdict = { readonly score: number; readonly reasons: readonly Reason[] };

/** What the first and the second sign of a kind are worth. Chosen by hand: labelled sets measure length, not thought. */
const WORTH: Readonly<Record<EvidenceKind, readonly [number, number]>> = {
  reason: [0.7, 0.3],
  source: [0.5, 0.3],
  weighing: [0.7, 0.3],
  experience: [0.5, 0.2],
  proposal: [0.7, 0.3],
  specific: [0.6, 0.3],
  question: [0.1, 0.1],
  answer: [0.4, 0.1],
};
/** What takes from it: shouting, and words that close a conversation. */
const EMPTY =
  /\b(?:lol|lmao|rofl|haha\w{0,10}|yawn|blah|bla|whatever|yeah right|get over it|give me a break|end of story|period|who cares|duh|wake up|what a joke|enough said|shut up|sheeple|snowflakes?)\b|[!?]{2,}/giu;
const SHOUTED = /(?<!\p{L})\p{Lu}{4,} \p{Lu}{3,} \p{Lu}{3,}/gu;
const REACH = 20_000;
const MOST_EMPTY = 4;
const EMPTY_COST = 0.45;
/** Where the score is one half. */
const EVEN = 1.1;
const SHARPNESS = 1.5;

const SAYS: Readonly<Record<EvidenceKind, string>> = {
  reason: 'Gives a reason',
  source: 'Names a source',
  weighing: 'Weighs one thing against another',
  experience: 'Tells of own experience',
  proposal: 'Proposes something',
  specific: 'Is specific',
  question: 'Asks a question',
  answer: 'Answers what was said',
};

/**
 * How much visible thought there is in a comment, 0 to 1: reasons, sources, specifics, questions, answers to what was said. Never
 * its length: a long rant has none of them, and one sentence may have two. What is found is quoted.
 */
export function judgeThought(text: string, parent?: string): ThoughtVerdict {
  const signs = findEvidence(text);
  const byKind = Map.groupBy(signs, ({ kind }) => kind);
  let sum = parent ? sharedRun(text, parent) : 0;
  for (const [kind, { length }] of byKind) sum += WORTH[kind][0] + (length > 1 ? WORTH[kind][1] : 0);
  const reached = text.slice(0, REACH);
  const empty = [...reached.matchAll(EMPTY), ...reached.matchAll(SHOUTED)].length;
  sum -= EMPTY_COST * Math.min(empty, MOST_EMPTY);
  const score = 1 / (1 + Math.exp(-SHARPNESS * (sum - EVEN)));
  return { score, reasons: [...byKind].map(([kind, found]) => reasonFor(kind, found, text)) };
}

/** What a comment that takes up the words of the one it answers is worth. */
function sharedRun(text: string, parent: string): number {
  const words = parent.toLowerCase().split(/\s+/u).slice(0, 400);
  const own = text.toLowerCase();
  return words.some((_, i) => i + 4 <= words.length && own.includes(words.slice(i, i + 4).join(' ')))
    ? WORTH.answer[0]
    : 0;
}

function reasonFor(kind: EvidenceKind, signs: readonly Sign[], text: string): Reason {
  const [first] = signs;
  const words = text.slice(first!.start, first!.end).trim();
  return { code: `thought-${kind}`, message: `${SAYS[kind]}: “${shorten(words, 60)}”.` };
}
