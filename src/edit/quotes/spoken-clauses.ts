import { copyTokens } from '../../story/reading/copy-tokens.ts';
import type { Span } from '../../story/span.ts';
import { isSplit, isTurnedRound } from '../../story/speech/split-quotation.ts';
import { sentences } from '../../text/sentences.ts';
import type { Token } from '../../text/tokens.ts';
import type { StoryView } from '../story-view.ts';
import { cueForm } from './quote-cues.ts';

/** A sentence of a quotation, or a clause of one, as it was said. `text` has no final comma or full stop. */
export type Spoken = {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Cut at its start or its end. */
  readonly cut: boolean;
};

const JOINS = /^(?:and|but|so|or)$/;
const CALLS = /^(?:well|look|listen|oh|yes|yeah|now)$/;
/** With one of these in a sentence its clauses lean on one another. */
const BINDS =
  /^(?:if|unless|when|because|although|though|while|since|until|whether|as|either|neither|not|before|after|once|whenever|wherever)$/;

/** The whole sentences of a quotation, and the clauses that stand by themselves in them, in order. */
export function clausesIn(quotation: Span, story: StoryView): Spoken[] {
  const { text } = story.copy;
  const said = text.slice(quotation.start, quotation.end);
  return sentences(said).flatMap(({ start, end }) => {
    const span = { start: quotation.start + start, end: quotation.start + end };
    if (isSplit(text, span) || isTurnedRound(text, span)) return [];
    const tokens = tokensIn(span, text);
    if (tokens.length === 0 || !/^[\p{Lu}\p{N}]/u.test(tokens[0]!.text)) return [];
    return [{ from: 0, to: tokens.length }, ...partsOf(tokens)].flatMap(({ from, to }) =>
      spoken(tokens, from, to, text),
    );
  });
}

/** Of all the copy's tokens those of one sentence, found by halving. */
function tokensIn({ start, end }: Span, text: string): Token[] {
  const all = copyTokens(text);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < all.length && all[to]!.end <= end) to++;
  return all.slice(low, to);
}

type Part = { readonly from: number; readonly to: number };

/** Without the "And" or "Well," in front; and each side of ", and" or ";" where a clause of its own begins. */
function partsOf(tokens: readonly Token[]): Part[] {
  const last = tokens.length;
  const start = afterOpening(tokens);
  const found: Part[] = start > 0 ? [{ from: start, to: last }] : [];
  if (tokens.some(({ norm }) => BINDS.test(norm))) return found;
  const joints = tokens.flatMap((token, i) => {
    const semicolon = token.text === ';';
    const joined = token.text === ',' && /^(?:and|but|so)$/.test(tokens[i + 1]?.norm ?? '');
    const next = i + (semicolon ? 1 : 2);
    return i > start && (semicolon || joined) && opensClause(tokens, next) ? [{ at: i, next }] : [];
  });
  for (const [k, { at, next }] of joints.entries()) {
    const from = joints[k - 1]?.next ?? start;
    // "I like it, but …": what stands before "but" is not what she means to say.
    if (k === 0 && tokens[at + 1]?.norm !== 'but') found.push({ from, to: at });
    // "I think it is late, and the port is open": both are what she thinks.
    const reports = tokens.slice(0, at).some(({ norm, pos }) => pos === 'VERB' && cueForm(norm) !== undefined);
    if (!reports && k === joints.length - 1) found.push({ from: next, to: last });
  }
  return found;
}

function afterOpening(tokens: readonly Token[]): number {
  let at = 0;
  if (CALLS.test(tokens[at]!.norm) && tokens[at + 1]?.text === ',') at += 2;
  if (JOINS.test(tokens[at]?.norm ?? '')) at += tokens[at + 1]?.text === ',' ? 2 : 1;
  return at;
}

/** A subject and soon a finite verb. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  if (!first || !/^(?:PRON|DET|PROPN|NOUN|NUM|ADJ)$/.test(first.pos)) return false;
  const verb = tokens.slice(at + 1, at + 6).find(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return verb !== undefined && !/ing$/.test(verb.norm);
}

function spoken(tokens: readonly Token[], from: number, to: number, text: string): Spoken[] {
  let end = to;
  while (end > from && /^[.,;]$/.test(tokens[end - 1]!.text)) end--;
  const list = tokens.slice(from, end);
  if (list.length === 0) return [];
  const words = text.slice(list[0]!.start, list.at(-1)!.end);
  return [{ text: words, tokens: list, cut: from > 0 || to < tokens.length }];
}
