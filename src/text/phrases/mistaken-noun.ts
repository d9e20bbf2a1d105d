import type { Token } from '../tokens.ts';
import { wordSet } from '../words/word-set.ts';
import { isPluralNoun } from './noun-parts.ts';
import { isGlued } from './phrase.ts';

/** Verbs whose plain form is their past, too. */
const SAME_IN_PAST = wordSet('cut put set hit shut let spread cost hurt beat bet quit split read');
const VERBS_OF_MANY = wordSet('says claims has does warns insists believes argues adds');

/** What the tagger takes for a verb and is a noun: "due to | concerns", "a fuel-injection | pump", "American | Express". */
export function isMistakenNoun(tokens: readonly Token[], at: number, head: number): boolean {
  const { pos, norm, lemma, text } = tokens[at]!;
  const before = tokens[at - 1];
  // "filmed part of it".
  if (norm === 'part' && head < 0 && tokens[at + 1]?.norm === 'of') return true;
  // "Sinatra's My Way", "The Show Must Go On": a capital behind another, inside a name.
  const isInName = /^\p{Lu}/u.test(text) && /^(?:\p{Lu}|['’]s$)/u.test(before?.text ?? '');
  if (isInName && at > 1 && head >= at - 2) return true;
  // "the attorney general".
  if (norm === 'general' && head === at - 1) return true;
  if (pos !== 'VERB' || /ing$/.test(norm)) return false;
  if (norm === 'people') return true;
  if (isInName) return true;
  const plain = norm === lemma && !SAME_IN_PAST.has(norm);
  if (head < 0) {
    // "are | price hawks".
    const opens = /^(?:ADP|DET)$/.test(before?.pos ?? '') || /^(?:is|are|was|were)$/.test(before?.norm ?? '');
    return opens && (plain || /[^s]s$/.test(norm));
  }
  const noun = tokens[head]!;
  // "her narrow Sarn | win/VERB and a loss": a plain form is no verb of one.
  if (plain && head === at - 1 && isOwned(tokens, head) && /^(?:CCONJ|ADP)$/.test(tokens[at + 1]?.pos ?? ''))
    return true;
  if (head !== at - 1 || noun.pos !== 'NOUN') return false;
  // "a fuel-injection | pump"; "futures | orders": a verb of one does not follow many.
  return (
    (isGlued(tokens, head) && (plain || /[^s]s$/.test(norm))) ||
    (isPluralNoun(noun) && /[^s]s$/.test(norm) && !VERBS_OF_MANY.has(norm))
  );
}

/** "her unexpectedly narrow Sarn", of one. */
function isOwned(tokens: readonly Token[], head: number): boolean {
  let at = head;
  while (at > 0 && /^(?:ADJ|ADV|NOUN|PROPN|NUM)$/.test(tokens[at]!.pos)) at--;
  return /^(?:his|her|its|their|my|our)$/.test(tokens[at]!.norm) && !/s$/.test(tokens[head]!.norm);
}
