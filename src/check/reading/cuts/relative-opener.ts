import type { Token } from '../../../text/tokens.ts';
import { isBreak, isNominal } from '../phrase.ts';
import type { Cut } from './cut.ts';

/**
 * "The firm | , which | floated in 2003": a cut of "who" or "which" and its comma alone, behind the only noun that it can mean.
 * What is told of the noun beside the sentence may be told of it in a sentence.
 */
export function isRelativeOpener(tokens: readonly Token[], { before, first, last, after }: Cut): boolean {
  if (first !== before + 1 || last !== first + 1 || tokens[first]!.text !== ',') return false;
  if (!/^(?:who|which)$/.test(tokens[last]!.norm) || !isNominal(tokens[before])) return false;
  if (!/^(?:VERB|AUX|ADV)$/.test(tokens[after]?.pos ?? '')) return false;
  let start = before;
  while (
    start > 0 &&
    /^(?:DET|ADJ|NOUN|PROPN|NUM|PART|PUNCT)$/.test(tokens[start - 1]!.pos) &&
    !isBreak(tokens[start - 1])
  )
    start--;
  // "the parent of Acme, which": the parent, or Acme?
  return !/^(?:of|and|or|,)$/.test(tokens[start - 1]?.norm ?? '');
}
