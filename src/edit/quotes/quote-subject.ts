import type { Item } from './quote-scene.ts';
import { canSpeak, type Phrase, phraseEndingAt, phraseStartingAt } from './speaker-phrase.ts';

const REACH = 60;
/** How many reports within reports are followed. */
const DEEPEST = 3;
const isComma = (item: Item | undefined): boolean =>
  item?.norm === ',' || item?.norm === '—' || item?.norm === '–' || item?.norm === '--';
const isNominal = (item: Item | undefined): boolean => /^(?:NOUN|PROPN)$/u.test(item?.pos ?? '');
/** Prepositions to the tagger, but a subject may follow them. */
const OPENS_CLAUSE = new Set(['after', 'before', 'since', 'until', 'that', 'as', 'than', 'like']);
const GOES_BETWEEN = new Set(['ADV', 'AUX', 'PART']);

/** Who does the verb at `at`: the phrase behind it when inverted ("said Ode"), before it otherwise; undefined if unclear. */
export function subjectOf(items: readonly Item[], at: number, depth = 0): Phrase | undefined {
  if (isPassive(items, at)) return agentOf(items, at);
  const inverted = invertedSubject(items, at);
  if (inverted !== undefined) return inverted;
  const left = leftSubject(items, at, depth);
  // "It said": an organisation speaks; "it was reported" and "it seems": nobody does.
  if (left !== undefined && items[left.to]!.norm === 'it' && left.to !== at - 1) return undefined;
  return left !== undefined && canSpeak(items, left) ? left : undefined;
}

/** "Ode was asked, “…”": she does not speak; who asks stands behind "by", if anywhere. */
function isPassive(items: readonly Item[], at: number): boolean {
  const cue = items[at]?.cue;
  if (cue?.form !== 'past') return false;
  let k = at - 1;
  if (items[k]?.pos === 'ADV') k--;
  return /^(?:is|are|was|were|be|been|being|'s|'re)$/u.test(items[k]?.norm ?? '') && items[k]?.pos === 'AUX';
}

function agentOf(items: readonly Item[], at: number): Phrase | undefined {
  return items[at + 1]?.norm === 'by' ? phraseStartingAt(items, at + 2) : undefined;
}

/** "…," said Ann Ode: the verb follows the quotation at once, and a noun phrase follows the verb. */
function invertedSubject(items: readonly Item[], at: number): Phrase | undefined {
  const cue = items[at]?.cue;
  if (cue === undefined || cue.form === 'ing' || cue.lemma === 'tell') return undefined;
  let k = at - 1;
  if (items[k]?.pos === 'ADV') k--;
  const speaks = cue.class !== 'judge' && cue.class !== 'hold';
  const opens =
    speaks && k >= 0 && (items[k]!.marked !== undefined || (isComma(items[k]) && items[k - 1]?.marked !== undefined));
  const parenthesis = isComma(items[k]) && cue.class === 'plain' && items[at + 1]?.pos === 'PROPN';
  const first = k < 0 && cue.class === 'plain';
  if (!opens && !parenthesis && !first) return undefined;
  const phrase = phraseStartingAt(items, at + 1);
  if (phrase === undefined || !canSpeak(items, phrase)) return undefined;
  // "Ode, the mayor, said Menon left": what follows the verb is the subject of a clause unless the sentence rests there.
  const after = items[phrase.to + 1];
  const rests = after === undefined || /^(?:[.,;:]|of|in|on|at|who|for|during|after)$/u.test(after.norm);
  return parenthesis && !opens && !rests ? undefined : phrase;
}

function leftSubject(items: readonly Item[], at: number, depth: number): Phrase | undefined {
  let k = at - 1;
  const own = items[at]!.cue?.form;
  const participle = own === 'ing' && !(items[k]?.pos === 'AUX' || items[k - 1]?.pos === 'AUX');
  if (participle) return mainSubject(items, at, depth);
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
  // "Ode and Quell both said", "Ode herself said".
  if (/^(?:both|all|each|himself|herself|itself|themselves)$/u.test(items[k]?.norm ?? '') && isNominal(items[k - 1]))
    k--;
  const before = items[k];
  if (before === undefined) return undefined;
  // "Ode pointed to a case to say": an infinitive has the subject of the verb that it hangs on.
  if (items[k + 1]?.norm === 'to' && k + 1 < at) return mainSubject(items, k + 1, depth);
  if (before.norm === 'who' || before.norm === 'which' || before.norm === 'that') {
    const antecedent = phraseEndingAt(items, isComma(items[k - 1]) ? k - 2 : k - 1);
    if (antecedent !== undefined) return antecedent;
  }
  if (before.norm === 'and' || before.norm === 'but' || before.norm === 'then' || before.norm === 'or')
    return mainSubject(items, k, depth);
  if (isComma(before)) return beforeAppositive(items, k, depth);
  if (before.pos === 'ADP' || before.pos === 'SCONJ') return own === 'ing' ? mainSubject(items, at, depth) : undefined;
  const phrase = phraseEndingAt(items, k);
  return phrase === undefined ? undefined : (describedBefore(items, phrase) ?? phrase);
}

/** "an official who asked to discuss strategy said", "a letter seen by a newspaper says": the phrase is not the subject. */
function describedBefore(items: readonly Item[], phrase: Phrase): Phrase | undefined {
  const k = phrase.from - 1;
  const before = items[k];
  if (before?.norm === 'by' && items[k - 1]?.pos === 'VERB') return phraseEndingAt(items, k - 2);
  if (before?.pos !== 'VERB' && before?.pos !== 'ADP' && before?.norm !== 'to') return undefined;
  const who = lastIndexOf(items, k, (item) => item.norm === 'who' || isComma(item) || item.cue !== undefined);
  if (who > 0 && items[who]!.norm === 'who') return phraseEndingAt(items, isComma(items[who - 1]) ? who - 2 : who - 1);
  return undefined;
}

/** "Ann Ode, 54, the mayor of Port Sel, said": from the comma before the verb outwards to the name that is described. */
function beforeAppositive(items: readonly Item[], comma: number, depth: number): Phrase | undefined {
  let best: Phrase | undefined;
  for (let k = comma - 1, steps = 0; k >= 0 && steps < REACH; k--, steps++) {
    if (items[k]!.marked !== undefined) break;
    if (!isComma(items[k])) continue;
    const phrase = phraseEndingAt(items, k - 1);
    if (phrase === undefined) continue;
    const before = items[phrase.from - 1];
    if (before?.pos === 'ADP' || before?.pos === 'VERB' || before?.pos === 'AUX') break;
    if (items[phrase.to]!.pos === 'NUM') continue;
    if (!canSpeak(items, phrase)) break;
    best = phrase;
    if (before === undefined || before.marked !== undefined) break;
  }
  if (best !== undefined) return best;
  return mainSubject(items, comma, depth);
}

function lastIndexOf(items: readonly Item[], from: number, test: (item: Item) => boolean): number {
  for (let k = from; k >= 0 && from - k < REACH; k--) if (test(items[k]!)) return k;
  return -1;
}

/** "with Ode saying", "reminds me of Ode saying", "quoted Ode as saying": whose participle it is stands beside it. */
function phraseBeside(items: readonly Item[], at: number): Phrase | undefined {
  const as = items[at - 1]?.norm === 'as';
  const phrase = phraseEndingAt(items, as ? at - 2 : at - 1);
  if (phrase === undefined || !canSpeak(items, phrase) || items[phrase.to]!.pos === 'PRON') return undefined;
  if (/^(?:footage|video|audio|recordings?|clips?|pictures?|images?)$/u.test(items[phrase.from]!.norm)) {
    const of = items.findIndex((item, k) => k > phrase.from && k < phrase.to && item.norm === 'of');
    if (of > 0) return { from: of + 1, to: phrase.to };
  }
  const before = items[phrase.from - 1];
  const quoted = as && (before?.cue?.lemma === 'quote' || before?.cue?.lemma === 'cite');
  return quoted || (!as && /^(?:with|see|hear|of|from|by)$/u.test(before?.norm ?? '')) ? phrase : undefined;
}

/**
 * The subject that a participle or a second verb shares: of the nearest finite verb before it; where that stands in
 * reported speech ("Ode said it was late, adding"), of the verb of saying.
 */
export function mainSubject(items: readonly Item[], at: number, depth: number): Phrase | undefined {
  const own = items[at];
  const beside = own?.cue?.form === 'ing' ? phraseBeside(items, at) : undefined;
  if (beside !== undefined) return beside;
  for (let k = at - 1; k >= 0 && at - k < REACH; k--) {
    const item = items[k]!;
    if ((item.pos !== 'VERB' && item.pos !== 'AUX' && item.cue === undefined) || item.norm.endsWith('ing')) continue;
    if (items[k - 1]?.norm === 'to') continue;
    const phrase = finiteSubject(items, k);
    if (phrase === undefined) continue;
    if (phrase.from > k) return phrase;
    const reporter = reporterOf(items, phrase, depth + 1);
    if (reporter !== undefined) return reporter;
    // "rejected the idea that Ode was late, saying": the clause hangs on a noun, so its subject does not go on.
    if (!/^(?:that|which|whether|if)$/u.test(items[phrase.from - 1]?.norm ?? '')) return phrase;
    k = phrase.from;
  }
  return undefined;
}

/** "Ode told us that she believes it was late": who only believes may be reported herself. */
function outermost(items: readonly Item[], cue: number, depth: number): Phrase | undefined {
  const subject = subjectOf(items, cue, depth);
  if (subject === undefined || items[cue]!.cue?.class !== 'hold' || subject.to > cue) return subject;
  return reporterOf(items, subject, depth + 1) ?? subject;
}

/** Who reports the clause whose subject is `phrase`: "Ode said (that) it was late" gives Ode. */
export function reporterOf(items: readonly Item[], phrase: Phrase, depth = 0): Phrase | undefined {
  if (depth > DEEPEST) return undefined;
  let k = phrase.from - 1;
  if (items[k]?.norm === 'that') k--;
  for (let steps = 0; k >= 0 && steps < 12; steps++, k--) {
    const item = items[k]!;
    if (item.cue !== undefined) return item.cue.class === 'judge' ? undefined : outermost(items, k, depth);
    // Between the verb and its clause: "told reporters on Friday that".
    if (isComma(item) || item.marked !== undefined || item.pos === 'VERB' || item.pos === 'CCONJ') return undefined;
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
  if (phrase === undefined || !canSpeak(items, phrase)) return undefined;
  const before = items[phrase.from - 1];
  return before?.pos === 'ADP' && !OPENS_CLAUSE.has(before.norm) ? undefined : phrase;
}

function beforeAppositiveOnly(items: readonly Item[], comma: number): Phrase | undefined {
  const open = lastIndexOf(items, comma - 1, (item) => isComma(item) || item.marked !== undefined);
  if (open < 1 || !isComma(items[open])) return undefined;
  const phrase = phraseEndingAt(items, open - 1);
  if (phrase === undefined || items[phrase.from - 1]?.pos === 'ADP') return undefined;
  return canSpeak(items, phrase) ? phrase : undefined;
}
