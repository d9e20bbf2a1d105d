import { oncePer } from '../../text/memory/once-per.ts';
import { acronymsIn, aroundLetters } from '../../text/names/acronyms.ts';
import type { ReadClause } from '../../text/needs/clause-needs.ts';
import { verbsMeet } from '../../text/needs/main-clause.ts';
import { readClause, readTokens } from '../../text/needs/read-clause.ts';
import { describingAmounts } from '../../text/phrases/describing-amounts.ts';
import { ownOfSubject } from '../../text/phrases/own-of-subject.ts';
import type { Phrase } from '../../text/phrases/phrase.ts';
import { perfectAuxiliary, silentAuxiliary } from '../../text/phrases/silent-auxiliary.ts';
import type { Token } from '../../text/tokens.ts';
import { ARTICLES } from '../../text/words/function-words.ts';
import { isLegalForm } from '../../text/words/legal-forms.ts';
import type { Alignment } from './align.ts';
import type { Cut } from './cuts/cut.ts';

/**
 * Whether the words that stay are a clause with all that its parts need: subject and verb, what the verb says, and of every
 * phrase its head with what leads up to it. What is left out are whole phrases that hang on what stays.
 */
export function isWholeClause(alignment: Alignment): boolean {
  const reading = readKept(alignment);
  if (!reading) return false;
  const { read, words, stay, stays } = reading;
  const { phrases, needs, subject, verb } = read;
  if (!stays[subject] || !stays[verb] || subject !== stays.indexOf(true)) return false;
  const kept = stays.flatMap((each, k) => (each ? [k] : []));
  if (verbsMeet({ ...read, tokens: words }, kept)) return false;
  const own = ownOfSubject(words, phrases, read);
  return phrases.every((phrase, k) => {
    if (!stays[k]) return true;
    const silent = phrase.kind === 'verb' ? mayGoUnsaid(words, phrase, phrases[k + 1]) : own;
    if (!isWholePhrase(phrase, words, { kept: stay, silent: silent.some((at) => stay[at]) ? [] : silent }))
      return false;
    return needs[k]?.every((other) => stays[other] || isSilentThat(words, phrases[other])) ?? false;
  });
}

/** The auxiliaries of a verb that a point may do without. */
function mayGoUnsaid(words: readonly Token[], verb: Phrase, next: Phrase | undefined): readonly number[] {
  const silent = silentAuxiliary(words, verb, next);
  return silent.length > 0 ? silent : perfectAuxiliary(words, verb, next);
}

/** Whether a cut takes from a whole clause the auxiliaries of its verb that headlines do without, behind whole phrases or none. */
export function omitsAuxiliary(alignment: Alignment, cut: Cut): boolean {
  const kept = readKept(alignment);
  if (!kept || !isWholeClause(alignment)) return false;
  const { words, read } = kept;
  const silent = mayGoUnsaid(words, read.phrases[read.verb]!, read.phrases[read.verb + 1]);
  const last = cut.words.filter(({ pos }) => pos !== 'ADV').slice(-silent.length);
  return silent.length > 0 && silent.every((at, i) => words[at] === last[i]);
}

/** The sentence of a draft read as phrases from its first kept phrase on, and of each word and phrase whether it stays. */
export type KeptReading = {
  readonly read: ReadClause;
  readonly words: readonly Token[];
  readonly stay: readonly boolean[];
  readonly stays: readonly boolean[];
};

/** How the sentence is read of which a draft is a part, once for all checks; null where nothing of the text is kept, or no clause is found. */
export const readKept = oncePer(({ region: { tokens, part }, keptTokens: kept }: Alignment): KeptReading | null => {
  const first = part === 'text' ? kept.indexOf(true) : -1;
  if (first < 0) return null;
  const start = startOfPhrase(tokens, first);
  const opener = relativeAfter(tokens, kept, first);
  const spelled = spelledOut(tokens, kept);
  const places = tokens.flatMap((_, at) =>
    at < start || at === opener || at === opener - 1 || spelled.has(at) ? [] : [at],
  );
  const words = places.map((at) => tokens[at]!);
  const stay = places.map((at) => kept[at] === true);
  const end = endOfWords(words);
  const read =
    opener < 0 && spelled.size === 0 ? readClause(tokens, start, start + end) : readTokens(words.slice(0, end));
  return read && { read, words, stay, stays: read.phrases.map((phrase) => keepsOf(phrase, words, stay)) };
});

/** The words and brackets around letters that stay in the place of a name: "the | Ministry of Trade and Industry ( | MTI | )". */
const spelledOut = (tokens: readonly Token[], kept: readonly boolean[]): ReadonlySet<number> =>
  new Set(
    acronymsIn(tokens)
      .filter(({ from, to, letters }) => kept[letters] && !kept.slice(from, to).some(Boolean))
      .flatMap(aroundLetters),
  );

/** Where the words end without the marks that close a sentence. */
function endOfWords(words: readonly Token[]): number {
  let end = words.length;
  while (end > 0 && /^(?:[.!?]|["”'’])$/.test(words[end - 1]!.text)) end--;
  return end;
}

/** The first kept word may have lost an article, a title or an adjective before it. */
function startOfPhrase(tokens: readonly Token[], first: number): number {
  let at = first;
  while (
    at > 0 &&
    (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tokens[at - 1]!.pos) || /^(?:['’]s|of|-)$/.test(tokens[at - 1]!.norm))
  )
    at--;
  return at;
}

/** "The firm | , which | floated in 2003": the place of a "who" or "which" that is left out behind the subject; -1. */
function relativeAfter(tokens: readonly Token[], kept: readonly boolean[], first: number): number {
  let at = first;
  while (at < tokens.length && (kept[at] || ARTICLES.has(tokens[at]!.norm))) at++;
  const opener = tokens[at]?.text === ',' && /^(?:who|which)$/.test(tokens[at + 1]?.norm ?? '');
  return opener && !kept[at + 1] && kept[at + 2] ? at + 1 : -1;
}

const keepsOf = ({ from, to }: Phrase, tokens: readonly Token[], kept: readonly boolean[]): boolean => {
  for (let i = from; i < to; i++) if (kept[i] && !ARTICLES.has(tokens[i]!.norm)) return true;
  return false;
};

/** "said | that | prices rose". */
const isSilentThat = (tokens: readonly Token[], phrase: Phrase | undefined): boolean =>
  phrase?.kind === 'opener' && tokens[phrase.from]!.norm === 'that';

/**
 * Of a phrase only articles, marks, legal forms, adverbs, "is", amounts and what else describes a kept noun behind it, and `silent`
 * tokens may be gone.
 */
function isWholePhrase(
  { from, to }: Phrase,
  tokens: readonly Token[],
  { kept, silent }: { readonly kept: readonly boolean[]; readonly silent: readonly number[] },
): boolean {
  const amounts = describingAmounts(tokens, from, to).filter((group) => !group.some((at) => kept[at]));
  for (let i = from; i < to; i++) {
    if (kept[i] || amounts.some((group) => group.includes(i))) continue;
    // What stands in brackets goes as a whole.
    if (tokens[i]!.text === '(') {
      const close = tokens.findIndex(({ text }, k) => k > i && text === ')');
      if (close < 0 || close >= to || kept.slice(i, close).some(Boolean)) return false;
      i = close;
    } else if (!maySilentlyGo(tokens[i]!) && !silent.includes(i) && !describesKept(tokens, i, { to, kept }))
      return false;
  }
  return true;
}

const maySilentlyGo = ({ pos, norm, text }: Token): boolean =>
  ARTICLES.has(norm) || pos === 'PUNCT' || pos === 'ADV' || isLegalForm(text) || /^(?:is|are)$/.test(norm);

/** A word that goes stands before a kept noun of the same phrase. */
function describesKept(
  tokens: readonly Token[],
  at: number,
  { to, kept }: { to: number; kept: readonly boolean[] },
): boolean {
  let next = at + 1;
  while (next < to && !kept[next]) next++;
  const behind = tokens[next];
  if (!behind || next >= to || !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(behind.pos)) return false;
  const { pos, norm } = tokens[at]!;
  // "of" goes only with the whole title before a name.
  if (norm === 'of' && behind.pos !== 'PROPN') return false;
  // How many there are, and whose they are, stays.
  return /^(?:ADJ|NOUN|PROPN|DET|PART|VERB|ADP)$/.test(pos);
}
