import type { Token } from '../tokens.ts';
import { isOpener } from './openers.ts';
import { hasVerb, type Phrase, type Place } from './phrase.ts';
import { isParticiple } from './verb-phrase.ts';

/** "The company | plans/NOUN to cut": a noun phrase whose last word must be the verb, as its two phrases; any other as it is. */
export function splitHiddenVerb(phrase: Phrase, { tokens, to, before }: Place): Phrase[] {
  if (phrase.kind !== 'noun' || hasVerb(before) || !looksHidden(tokens, phrase) || !opensObject(tokens[phrase.to]))
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
  if (pos !== 'NOUN' || head !== to - 1 || !norm.endsWith('s') || lemma === norm || head - 1 < from) return false;
  const subject = tokens[head - 1]!;
  return subject.pos === 'PROPN' || (subject.pos === 'NOUN' && subject.lemma === subject.norm);
}

const opensObject = (next: Token | undefined): boolean =>
  next !== undefined && (next.norm === 'to' || next.pos === 'DET' || /^(?:he|she|they|it|we)$/.test(next.norm));

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
