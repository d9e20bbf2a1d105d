import { nounPhraseAt } from '../../text/phrases/noun-phrase.ts';
import { verbAt } from '../../text/phrases/verb-phrase.ts';
import type { Token } from '../../text/tokens.ts';

/** A noun phrase, the "who" or "which" behind its comma, and the end of what is told of it. Places are tokens. */
export type Relative = { readonly from: number; readonly opener: number; readonly to: number };

/** Longer noun phrases have more than one noun that may be meant. */
const LONGEST = 7;

/** "The firm, which floated in 2003, …": what is told of a noun beside the sentence, for which the noun is a subject of its own. */
export function relativesIn(tokens: readonly Token[]): Relative[] {
  return tokens.flatMap(({ norm }, opener) => {
    if (!/^(?:who|which)$/.test(norm) || tokens[opener - 1]?.text !== ',') return [];
    const verb = verbAt(tokens, opener + 1, tokens.length);
    const from = verb ? startOfNoun(tokens, opener - 1) : -1;
    if (!verb || from < 0) return [];
    const end = tokens.findIndex(({ text }, i) => i >= verb.to && /^[,;–—]$/.test(text) && !isInList(tokens, i));
    return [{ from, opener, to: end < 0 ? tokens.length : end }];
  });
}

/** Where the noun phrase begins that ends before a place; -1 where more than one noun could be meant. */
function startOfNoun(tokens: readonly Token[], end: number): number {
  for (let from = Math.max(0, end - LONGEST); from < end; from++) {
    if (nounPhraseAt(tokens, from, end, true)?.to !== end) continue;
    const before = tokens[from - 1];
    // "the parent of Acme, which": the parent, or Acme?
    // "Brandt and Venn, who": both, or Venn? "The Harbour and Ferry Board, which" is one.
    if (tokens[from]!.pos !== 'DET' && tokens.slice(from, end).some(({ norm }) => norm === 'and')) return -1;
    return before && /^(?:of|and|or|,|'s|’s|-)$/.test(before.norm) ? -1 : from;
  }
  return -1;
}

/** "serving in Sarn, | Alder and Port Sel": nothing but names and the last "and" stands between the comma and the next mark. */
function isInList(tokens: readonly Token[], comma: number): boolean {
  const next = tokens.findIndex(({ text }, i) => i > comma && /^[,;.–—]$/.test(text));
  const items = tokens.slice(comma + 1, next < 0 ? tokens.length : next);
  return (
    items.length > 0 &&
    tokens[comma - 1]!.pos === 'PROPN' &&
    items.every(({ pos }) => /^(?:PROPN|DET|CCONJ)$/.test(pos)) &&
    (tokens[next]?.text === ','
      ? items.length < 4 || items.some(({ pos }) => pos === 'CCONJ')
      : items.some(({ pos }) => pos === 'CCONJ'))
  );
}
