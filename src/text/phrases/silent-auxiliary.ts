import type { Token } from '../tokens.ts';
import type { Phrase } from './phrase.ts';

/**
 * The auxiliaries of a main verb that headlines do without: "is open", "are expected", "is to close", "was delayed", "has been
 * delayed". Places of tokens, empty where they must stay: "was awarded a contract" would be "awarded a contract".
 */
export function silentAuxiliary(tokens: readonly Token[], verb: Phrase, next: Phrase | undefined): readonly number[] {
  const { from, head, to, verb: form } = verb;
  const first = tokens[from]!;
  if (/^(?:is|are)$/.test(first.norm)) {
    if (form?.links) return to === from + 1 && next?.kind === 'adjective' ? [from] : [];
    return head > from && (form?.passive || /ing$/.test(tokens[head]!.norm) || tokens[from + 1]?.norm === 'to')
      ? [from]
      : [];
  }
  if (!form?.passive || (next && !/^(?:preposition|infinitive|time|mark)$/.test(next.kind))) return [];
  if (/^(?:was|were)$/.test(first.norm)) return tokens[from + 1]?.pos === 'AUX' ? [] : [from];
  return /^(?:has|have)$/.test(first.norm) && tokens[from + 1]?.norm === 'been' ? [from, from + 1] : [];
}
