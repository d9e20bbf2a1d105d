import { ARTICLES } from '../../text/function-words.ts';
import { isLegalForm } from '../../text/legal-forms.ts';
import { needsOf, type ReadClause } from '../../text/phrases/clause-needs.ts';
import type { Phrase } from '../../text/phrases/phrase.ts';
import { readPhrases } from '../../text/phrases/read-phrases.ts';
import type { Token } from '../../text/tokens.ts';
import type { Alignment } from './align.ts';

/**
 * Whether the words that stay are a clause with all that its parts need: subject and verb, what the verb says, and of every
 * phrase its head with what leads up to it. What is left out are whole phrases that hang on what stays.
 */
export function isWholeClause({ region: { tokens, part }, keptTokens: kept }: Alignment): boolean {
  if (part === 'headline') return false;
  const first = kept.indexOf(true);
  if (first < 0) return false;
  const start = startOfPhrase(tokens, first);
  const read = readFrom(tokens, start);
  if (!read) return false;
  const { phrases, needs, subject, verb } = read;
  const stays = phrases.map((phrase) => keepsOf(phrase, tokens, kept));
  if (!stays[subject] || !stays[verb] || subject !== phrases.findIndex((_, k) => stays[k])) return false;
  return phrases.every((phrase, k) => {
    if (!stays[k]) return true;
    if (!isWholePhrase(phrase, tokens, kept)) return false;
    return needs[k]?.every((other) => stays[other] || isSilentThat(tokens, phrases[other]!)) ?? false;
  });
}

const read = new WeakMap<readonly Token[], Map<number, ReadClause | null>>();

function readFrom(tokens: readonly Token[], start: number): ReadClause | null {
  const known = read.get(tokens) ?? new Map<number, ReadClause | null>();
  read.set(tokens, known);
  const found = known.get(start);
  if (found !== undefined) return found;
  let end = tokens.length;
  while (end > start && /^(?:[.!?]|["”'’])$/.test(tokens[end - 1]!.text)) end--;
  const made = needsOf(tokens, readPhrases(tokens, start, end));
  known.set(start, made);
  return made;
}

/** The first kept word may have lost an article, a title or an adjective before it. */
function startOfPhrase(tokens: readonly Token[], first: number): number {
  let at = first;
  while (at > 0 && (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tokens[at - 1]!.pos) || /^(?:['’]s|of|-)$/.test(tokens[at - 1]!.norm))) at--;
  return at;
}

const keepsOf = ({ from, to }: Phrase, tokens: readonly Token[], kept: readonly boolean[]): boolean => {
  for (let i = from; i < to; i++) if (kept[i] && !ARTICLES.has(tokens[i]!.norm)) return true;
  return false;
};

/** "said | that | prices rose". */
const isSilentThat = (tokens: readonly Token[], { kind, from }: Phrase): boolean => kind === 'opener' && tokens[from]!.norm === 'that';

/** Of a phrase only articles, marks, legal forms, adverbs, "is", and what describes a kept noun behind it may be gone. */
function isWholePhrase({ from, to }: Phrase, tokens: readonly Token[], kept: readonly boolean[]): boolean {
  for (let i = from; i < to; i++) {
    if (kept[i]) continue;
    // What stands in brackets goes as a whole.
    if (tokens[i]!.text === '(') {
      const close = tokens.findIndex(({ text }, k) => k > i && text === ')');
      if (close < 0 || close >= to || kept.slice(i, close).some(Boolean)) return false;
      i = close;
      continue;
    }
    const { pos, norm, text } = tokens[i]!;
    if (ARTICLES.has(norm) || pos === 'PUNCT' || isLegalForm(text) || pos === 'ADV' || /^(?:is|are)$/.test(norm)) continue;
    let next = i + 1;
    while (next < to && !kept[next]) next++;
    const behind = tokens[next];
    if (!behind || next >= to || !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(behind.pos)) return false;
    if (!/^(?:ADJ|NOUN|PROPN|DET|NUM|PART|PRON|VERB|ADP)$/.test(pos)) return false;
    // "of" goes only with the whole title before a name.
    if (norm === 'of' && behind.pos !== 'PROPN') return false;
  }
  return true;
}
