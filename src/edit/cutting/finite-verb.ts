import type { Token } from '../../text/tokens.ts';

const RELATIVE = new Set(['who', 'which', 'that', 'whose', 'where', 'when']);
const NONE: ReadonlySet<number> = new Set();
const SUBJECT = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);

/** The first finite verb that has a noun before it and does not belong to "who", "which" or "that"; -1 when there is none. */
export function finiteVerb(
  tokens: readonly Token[],
  from: number,
  to: number,
  skipped: ReadonlySet<number> = NONE,
): number {
  let subject = false;
  let relative = 0;
  for (let i = from; i < to; i++) {
    const { pos, norm } = tokens[i]!;
    if (skipped.has(i)) continue;
    if (subject && RELATIVE.has(norm)) relative = 1;
    if (SUBJECT.has(pos)) subject = true;
    // "The ariary was", "The homeless have": what stands between an article and an auxiliary is somebody.
    if (pos === 'AUX' && tokens[i - 1]?.pos === 'ADJ' && tokens.slice(from, i).some((token) => token.pos === 'DET'))
      subject = true;
    if (pos !== 'AUX' && pos !== 'VERB') continue;
    if (pos === 'VERB' && (/ing$/.test(norm) || tokens[i - 1]?.norm === 'to' || isReduced(tokens, i, to))) continue;
    // "the proposed amendment": it only describes.
    if (
      pos === 'VERB' &&
      /(?:ed|en)$/.test(norm) &&
      /^(?:DET|ADJ|ADP)$/.test(tokens[i - 1]?.pos ?? '') &&
      i + 1 < to &&
      /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i + 1]!.pos)
    )
      continue;
    if (!subject) return -1;
    if (relative === 1) {
      if (tokens[i + 1]?.pos !== 'VERB' && tokens[i + 1]?.pos !== 'AUX') relative = 0;
      continue;
    }
    return i;
  }
  return -1;
}

/** "the protest driven by …", "the firm based in …": a participle behind its noun, when a finite verb can still follow. */
function isReduced(tokens: readonly Token[], at: number, to: number): boolean {
  if (!/(?:ed|en|wn|lt|de)$/.test(tokens[at]!.norm)) return false;
  if (/^(?:he|she|it|they|who|which|that)$/.test(tokens[at - 1]?.norm ?? '')) return false;
  const next = tokens[at + 1]?.norm ?? '';
  if (next === 'by') return true;
  // "income of 12 million, compared with 7 million".
  if (/^(?:compared|based|followed|led|backed)$/.test(tokens[at]!.norm) && tokens[at - 1]?.text === ',') return true;
  return (
    /^(?:in|on|at|from|with|to|for)$/.test(next) &&
    tokens
      .slice(at + 1, to)
      .some(
        ({ pos, norm }, i, all) =>
          (pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(norm))) && all[i - 1]?.norm !== 'to',
      )
  );
}
