import type { Token } from '../tokens.ts';
import { isOpener } from './openers.ts';
import { hasVerb, type Phrase, type Place } from './phrase.ts';
import { isParticiple } from './verb-phrase.ts';

/** "The company | plans/NOUN to cut": a noun phrase whose last word must be the verb, as its two phrases; any other as it is. */
export function splitHiddenVerb(phrase: Phrase, { tokens, to, before }: Place): Phrase[] {
  if (phrase.kind !== 'noun' || hasVerb(before) || !looksHidden(tokens, phrase) || !opensObject(tokens, phrase.to))
    return [phrase];
  if (phrase.to >= to || hasVerbBehind(tokens, phrase.to, to)) return [phrase];
  const at = phrase.to - 1;
  const verb = { lemma: tokens[at]!.lemma, finite: true, passive: false, links: false };
  return [
    { ...phrase, to: at, head: at - 1 },
    { kind: 'verb', from: at, to: at + 1, head: at, verb },
  ];
}

/** "company plans": a form in -s behind a noun that may be its subject. */
function looksHidden(tokens: readonly Token[], { from, to, head }: Phrase): boolean {
  const { norm, lemma, pos } = tokens[head]!;
  if (pos !== 'NOUN' || head !== to - 1 || head - 1 < from) return false;
  const subject = tokens[head - 1]!;
  // "Organisers hope": a plain form behind many.
  if (PLAIN.test(norm)) return /s$/.test(subject.norm) && (subject.pos === 'PROPN' || subject.lemma !== subject.norm);
  if (!norm.endsWith('s') || lemma === norm) return false;
  return subject.pos === 'PROPN' || (subject.pos === 'NOUN' && subject.lemma === subject.norm);
}

/** Verbs that are nouns as well, in the form of many. */
const PLAIN = /^(?:hope|plan|aim|need|claim|fear|face|demand|offer|want|look|call|vote|warn|risk)$/;

/** "plans | to cut", "hope | they will win"; not "exports | to the south". */
function opensObject(tokens: readonly Token[], at: number): boolean {
  const [next, second] = [tokens[at], tokens[at + 1]];
  if (next === undefined) return false;
  if (next.norm === 'to') return /^(?:VERB|AUX|ADV)$/.test(second?.pos ?? '');
  return next.pos === 'DET' || /^(?:he|she|they|it|we)$/.test(next.norm);
}

/** Whether the clause has another verb, before anything that ends or opens a clause. */
function hasVerbBehind(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (isOpener(token.norm) || /^[,;:]$/.test(token.text)) return false;
    if (token.pos === 'AUX' || isPlainFinite(tokens, i)) return true;
  }
  return false;
}

/** A verb that is neither an infinitive nor a form that may be a participle. */
export const isPlainFinite = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]!;
  return token.pos === 'VERB' && !/ing$/.test(token.norm) && tokens[at - 1]?.norm !== 'to' && !isParticiple(token);
};
