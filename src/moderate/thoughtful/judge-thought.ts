import type { Reason } from '../../story/discussion/comment.ts';
import { shorten } from '../../text/length/shorten.ts';
import { type EvidenceKind, findEvidence, type Sign } from './evidence.ts';
import { type Manner, mannerOf } from './manner.ts';

export type ThoughtVerdict = { readonly score: number; readonly reasons: readonly Reason[] };

/** What the first and the second sign of a kind are worth. Chosen by hand: labelled sets measure length, not thought. */
const WORTH: Readonly<Record<EvidenceKind, readonly [number, number]>> = {
  reason: [0.5, 0.2],
  source: [0.35, 0.2],
  weighing: [0.5, 0.2],
  experience: [0.35, 0.15],
  proposal: [0.5, 0.2],
  specific: [0.4, 0.2],
  question: [0.1, 0.1],
  answer: [0.3, 0.1],
};
/** What takes from it: shouting, words that close a conversation, and words that belittle instead of saying what is wrong. */
const EMPTY =
  /\b(?:lol|lmao|rofl|haha\w{0,10}|yawn|blah|bla|whatever|yeah right|get over it|give me a break|end of story|period|who cares|duh|wake up|what a joke|enough said|shut up|sheeple|sheep|snowflakes?|bunch of|pathetic|ridiculous|laughable|silly|childish|clueless|delusional|drivel|garbage|trash|crap|bs|nonsense|joke|drama|clowns?|idiots?|morons?|losers?|liars?|fools?|stupid|dumb|puppets?|trolls?|brainwash\w{0,6}|propaganda|hypocri\w{1,6}|whin(?:e|es|ed|ers?|ing)|elites?|leftists?|left(?:y|ies)|shills?)\b|[!?]{2,}/gu;
const SHOUTED = /(?<!\p{L})\p{Lu}{4,} \p{Lu}{3,} \p{Lu}{3,}/gu;
/** Characters that are read; a comment has at most 5,000. */
const REACH = 20_000;
const MOST_EMPTY = 3;
const EMPTY_COST = 0.5;
/** By the share of the words: from a quarter on, more say no more. */
const MATTER = 10;
const MOST_MATTER = 0.25;
const NAMES_MATTER = 0.08;
/** Questions beyond one that asks for something only press, by the share of the words. */
const PRESSING_COST = 20;
const MOST_PRESSING = 0.1;
/** By the share of the sentences. */
const SCRAPS_COST = 1.5;
/** Where the score is one half. */
const EVEN = 0.8;
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
 * How much visible thought there is in a comment, 0 to 1: reasons, sources, specifics, questions, answers to what was said, and
 * whether it speaks of a matter in whole sentences. Never its length: a long rant has none of them, and one sentence may have two.
 * What is found is quoted.
 */
export function judgeThought(text: string, parent?: string): ThoughtVerdict {
  const reached = text.slice(0, REACH);
  const small = inSmallLetters(reached);
  const byKind = Map.groupBy(findEvidence(small), ({ kind }) => kind);
  const manner = mannerOf(reached);
  let sum = parent ? sharedRun(text, parent) : 0;
  for (const [kind, { length }] of byKind) sum += WORTH[kind][0] + (length > 1 ? WORTH[kind][1] : 0);
  const empty = (small.match(EMPTY)?.length ?? 0) + (reached.match(SHOUTED)?.length ?? 0);
  sum -= EMPTY_COST * Math.min(empty, MOST_EMPTY);
  sum += MATTER * Math.min(manner.matter, MOST_MATTER);
  sum -= PRESSING_COST * Math.min(pressing(manner, byKind.has('question')), MOST_PRESSING);
  sum -= SCRAPS_COST * manner.scraps;
  const score = 1 / (1 + Math.exp(-SHARPNESS * (sum - EVEN)));
  const reasons = [...byKind].map(([kind, found]) => reasonFor(kind, found, text));
  return { score, reasons: manner.matter >= NAMES_MATTER ? [...reasons, matterOf(manner)] : reasons };
}

/** @NOTE "İ" alone becomes two letters when it is made small, and everything behind it would stand elsewhere. */
const inSmallLetters = (text: string): string => text.replaceAll('İ', 'i').toLowerCase();

/** Question marks beside one question that asks for something, a word. */
const pressing = ({ questions, words }: Manner, asks: boolean): number =>
  Math.max(0, questions - (asks ? 1 : 0)) / words;

const matterOf = ({ matters }: Manner): Reason => ({
  code: 'thought-matter',
  message: `Speaks of the matter: ${matters.map((word) => `“${shorten(word, 30)}”`).join(', ')}.`,
});

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
