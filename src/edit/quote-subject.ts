import type { Item } from './quote-scene.ts';
import { canSpeak, type Phrase, phraseEndingAt, phraseStartingAt } from './speaker-phrase.ts';

const REACH = 60;
const isComma = (item: Item | undefined): boolean =>
  item?.norm === ',' || item?.norm === '—' || item?.norm === '–' || item?.norm === '--';
const GOES_BETWEEN = new Set(['ADV', 'AUX', 'PART']);

/** Who does the verb at `at`: the phrase behind it when inverted ("said Ode"), before it otherwise; undefined if unclear. */
export function subjectOf(items: readonly Item[], at: number): Phrase | undefined {
  const inverted = invertedSubject(items, at);
  if (inverted !== undefined) return inverted;
  const left = leftSubject(items, at);
  return left !== undefined && canSpeak(items, left) ? left : undefined;
}

/** "…," said Ann Ode: the verb follows the quotation at once, and a noun phrase follows the verb. */
function invertedSubject(items: readonly Item[], at: number): Phrase | undefined {
  const cue = items[at]?.cue;
  if (cue === undefined || cue.form === 'ing' || cue.lemma === 'tell') return undefined;
  let k = at - 1;
  if (items[k]?.pos === 'ADV') k--;
  const opens = k >= 0 && (items[k]!.marked !== undefined || (isComma(items[k]) && items[k - 1]?.marked !== undefined));
  const parenthesis = isComma(items[k]) && cue.class === 'plain' && items[at + 1]?.pos === 'PROPN';
  const first = k < 0 && cue.class === 'plain';
  if (!opens && !parenthesis && !first) return undefined;
  const phrase = phraseStartingAt(items, at + 1);
  if (phrase === undefined || !canSpeak(items, phrase)) return undefined;
  // "…," said he had: the pronoun is the subject of what follows, when a verb comes at once.
  const after = items[phrase.to + 1];
  return parenthesis && after !== undefined && (after.pos === 'VERB' || after.pos === 'AUX') ? undefined : phrase;
}

function leftSubject(items: readonly Item[], at: number): Phrase | undefined {
  let k = at - 1;
  const own = items[at]!.cue?.form;
  const participle = own === 'ing' && !(items[k]?.pos === 'AUX' || items[k - 1]?.pos === 'AUX');
  if (participle) return mainSubject(items, at);
  // Over adverbs, auxiliaries and chains such as "went on to" and "declined to".
  for (let steps = 0; k >= 0 && steps < 8; steps++) {
    const item = items[k]!;
    const chained =
      item.pos === 'VERB' && (items[k + 1]?.norm === 'to' || items[k + 1]?.norm === 'on' || own === 'ing');
    if (
      GOES_BETWEEN.has(item.pos) ||
      chained ||
      item.norm === 'to' ||
      (item.norm === 'on' && items[k + 1]?.norm === 'to')
    )
      k--;
    else if (item.norm === ')') {
      const open = lastIndexOf(items, k, (other) => other.norm === '(');
      if (open < 0) return undefined;
      k = open - 1;
    } else break;
  }
  const before = items[k];
  if (before === undefined) return undefined;
  if (before.norm === 'who' || before.norm === 'which' || before.norm === 'that') {
    const antecedent = phraseEndingAt(items, isComma(items[k - 1]) ? k - 2 : k - 1);
    if (antecedent !== undefined) return antecedent;
  }
  if (before.norm === 'and' || before.norm === 'but' || before.norm === 'then' || before.norm === 'or')
    return mainSubject(items, k);
  if (isComma(before)) return beforeAppositive(items, k);
  if (before.pos === 'ADP' || before.pos === 'SCONJ') return own === 'ing' ? mainSubject(items, at) : undefined;
  const phrase = phraseEndingAt(items, k);
  return phrase;
}

/** "Ann Ode, 54, the mayor of Port Sel, said": from the comma before the verb outwards to the name that is described. */
function beforeAppositive(items: readonly Item[], comma: number): Phrase | undefined {
  let best: Phrase | undefined;
  for (let k = comma - 1, steps = 0; k >= 0 && steps < REACH; k--, steps++) {
    if (items[k]!.marked !== undefined) break;
    if (!isComma(items[k])) continue;
    const phrase = phraseEndingAt(items, k - 1);
    if (phrase === undefined) continue;
    const before = items[phrase.from - 1];
    if (before?.pos === 'ADP' || before?.pos === 'VERB' || before?.pos === 'AUX') break;
    if (!canSpeak(items, phrase)) break;
    best = phrase;
    if (before === undefined || before.marked !== undefined) break;
  }
  if (best !== undefined) return best;
  return mainSubject(items, comma);
}

function lastIndexOf(items: readonly Item[], from: number, test: (item: Item) => boolean): number {
  for (let k = from; k >= 0 && from - k < REACH; k--) if (test(items[k]!)) return k;
  return -1;
}

/** The subject that a participle or a second verb shares: of the nearest verb of saying before it, else of the sentence. */
export function mainSubject(items: readonly Item[], at: number): Phrase | undefined {
  for (let k = at - 1; k >= 0 && at - k < REACH; k--) {
    const cue = items[k]!.cue;
    if (cue === undefined || cue.form === 'ing' || cue.form === 'base') continue;
    if (cue.class === 'hold' || cue.class === 'judge') continue;
    const phrase = finiteSubject(items, k);
    if (phrase !== undefined) return phrase;
  }
  for (let k = Math.max(1, at - REACH); k < at; k++) {
    const item = items[k]!;
    if ((item.pos !== 'VERB' && item.pos !== 'AUX') || item.norm.endsWith('ing')) continue;
    const phrase = finiteSubject(items, k);
    if (phrase !== undefined && items[phrase.from - 1]?.pos !== 'SCONJ') return phrase;
  }
  return undefined;
}

function finiteSubject(items: readonly Item[], at: number): Phrase | undefined {
  const inverted = invertedSubject(items, at);
  if (inverted !== undefined) return inverted;
  let k = at - 1;
  while (k >= 0 && at - k < 8 && GOES_BETWEEN.has(items[k]!.pos)) k--;
  if (k < 0) return undefined;
  if (items[k]!.norm === 'who') return phraseEndingAt(items, isComma(items[k - 1]) ? k - 2 : k - 1);
  if (isComma(items[k])) return beforeAppositiveOnly(items, k);
  const phrase = phraseEndingAt(items, k);
  return phrase !== undefined && canSpeak(items, phrase) ? phrase : undefined;
}

function beforeAppositiveOnly(items: readonly Item[], comma: number): Phrase | undefined {
  const open = lastIndexOf(items, comma - 1, (item) => isComma(item) || item.marked !== undefined);
  if (open < 1 || !isComma(items[open])) return undefined;
  const phrase = phraseEndingAt(items, open - 1);
  if (phrase === undefined || items[phrase.from - 1]?.pos === 'ADP') return undefined;
  return canSpeak(items, phrase) ? phrase : undefined;
}
