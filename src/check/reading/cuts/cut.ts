import type { Token } from '../../../text/tokens.ts';
import { CONDITIONS, NEGATIONS } from '../../../text/words/function-words.ts';
import type { Alignment } from '../align.ts';
import type { ReadCopy } from '../region.ts';
import { namesSpeaker } from '../speaker.ts';
import { isToldRow } from '../told-row.ts';

/** A run of the region's tokens that the draft leaves out. `before` and `after` are the kept tokens beside it, -1 at the ends. */
export type Cut = {
  readonly first: number;
  readonly last: number;
  readonly before: number;
  readonly after: number;
  readonly words: readonly Token[];
};

/** What the words that stay would say without those of a cut, where that is not what the copy says. */
export type CutRule = (alignment: Alignment, cut: Cut) => string | undefined;

/** Words between a speaker and her cue ("Ann Lee on Wednesday said"); farther apart they are two clauses. */
const FARTHEST = 4;

/** Speaker and cue that the draft's own attribution writes in another place: they are not left out. */
function restatedTokens(alignment: Alignment, story: ReadCopy): ReadonlySet<number> {
  const { region, attribution, names } = alignment;
  const found = new Set<number>();
  if (!attribution) return found;
  const last = alignment.keptTokens.lastIndexOf(true);
  const whole = isWholeQuotation(alignment, last);
  for (const stretch of region.reported) {
    const { speaker, cue } = stretch;
    if (!speaker || !namesSpeaker(attribution.name, stretch, { region, names }, story)) continue;
    const from = Math.min(speaker[0], cue);
    const to = Math.max(speaker[1], cue);
    if (to - from > FARTHEST + speaker[1] - speaker[0]) continue;
    for (let i = from; i <= to; i++) found.add(i);
    // “…,” said Ann Lee, head of the union, on Friday: all of it only tells who she is, and when.
    const behind = region.tokens.slice(last + 1).some(({ norm }) => CONDITIONS.has(norm) || NEGATIONS.has(norm));
    if (whole && from > last && from - last <= 3 && !behind)
      for (let i = last + 1; i < region.tokens.length; i++) found.add(i);
  }
  return found;
}

/** Every word of the draft's own stands in marks in the copy, up to where these close, and nothing is quoted behind it. */
function isWholeQuotation({ region: { tokens, quoted }, keptTokens }: Alignment, last: number): boolean {
  return tokens.every((token, i) => {
    if (keptTokens[i]) return quoted[i];
    return i <= last || !quoted[i] || !/[\p{L}\p{N}]/u.test(token.text);
  });
}

/** What the draft leaves out of its sentence, in order. Runs of articles and punctuation alone are no cut, nor what a row is compared with. */
export function cutsOf(alignment: Alignment, story: ReadCopy): Cut[] {
  if (isToldRow(alignment)) return [];
  const { tokens, says } = alignment.region;
  const kept = alignment.keptTokens;
  const restated = restatedTokens(alignment, story);
  const cuts: Cut[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (kept[i]) continue;
    const first = i;
    while (i + 1 < tokens.length && !kept[i + 1]) i++;
    const words = tokens
      .slice(first, i + 1)
      .filter((_, k) => says[first + k] === true && !restated.has(first + k) && !isTicker(tokens, first + k));
    if (words.length > 0)
      cuts.push({ first, last: i, before: first - 1, after: i + 1 < tokens.length ? i + 1 : -1, words });
  }
  return cuts;
}

/** "<EFH>" behind a firm's name is for machines: it says nothing that the name does not. */
const isTicker = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.text === '<' && tokens[at + 1]?.text === '>' && /^[\p{Lu}.]{1,6}$/u.test(tokens[at]!.text);

/** "sky-high" and "Iran's" are cut whole. */
export function splitsWord(tokens: readonly Token[], cut: Cut): boolean {
  const glued = (left: number, right: number): boolean => {
    const a = tokens[left];
    const b = tokens[right];
    if (!a || !b || a.end !== b.start) return false;
    if (/^['’]$/.test(b.text)) return /s$/i.test(a.text);
    return /[\p{L}\p{N}-]$/u.test(a.text) && /^(?:[\p{L}\p{N}-]|['’]s$)/u.test(b.text);
  };
  return glued(cut.before, cut.first) || (cut.after >= 0 && glued(cut.last, cut.after));
}
