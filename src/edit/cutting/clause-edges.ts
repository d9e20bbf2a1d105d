import { readClause } from '../../text/needs/read-clause.ts';
import { readPhrases } from '../../text/phrases/read-phrases.ts';
import type { Token } from '../../text/tokens.ts';
import { finiteVerb } from './finite-verb.ts';

/** Leaves out what leads up to the subject: marks, "And", "However,", and an opening phrase with its comma. */
export function skipFront(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && (!/[\p{L}\p{N}$£€]/u.test(tokens[at]!.text) || tokens[at]!.pos === 'CCONJ')) at++;
  const opens = tokens[at];
  if (!opens || !(/^(?:ADP|SCONJ|ADV)$/.test(opens.pos) || (/(?:ing|ed)$/.test(opens.norm) && opens.pos === 'VERB')))
    return at;
  const commas = tokens.flatMap(({ text }, i) => (i > at && i < Math.min(to, at + 25) && text === ',' ? [i] : []));
  const comma = commas.find((i, k) => finiteVerb(tokens, i + 1, commas[k + 1] ?? to) > 0) ?? commas[0] ?? -1;
  // "Walking groups cut returns, …": no opening phrase, for the subject and its verb stand before the comma.
  if (opens.pos === 'VERB' && finiteVerb(tokens, at + 1, comma) === at + 2) return at;
  // "In all the team studied 90 samples from Sarn, …": the sentence has begun before the comma.
  if (comma > 0 && opens.pos !== 'SCONJ' && opens.pos !== 'VERB' && readClause(tokens, at + 1, comma) !== null)
    return at;
  if (opens.pos === 'ADP' && hasOpenSubject(tokens, at, comma)) return at;
  return comma > 0 && finiteVerb(tokens, comma + 1, to) > 0 ? comma + 1 : at;
}

/** "From May anyone who cares for a parent, …": a subject has begun before the comma. */
function hasOpenSubject(tokens: readonly Token[], from: number, to: number): boolean {
  const phrases = readPhrases(tokens, from, to);
  return phrases.some(({ kind }, k) => kind === 'noun' && phrases[k + 1]?.kind === 'opener');
}

/** Where the words end, without the marks behind them. */
export function trimEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from && /^(?:[.!?,;:"“”—–-]|''|--)$/.test(tokens[end - 1]!.text)) end--;
  return end;
}
