import { ARTICLES, BOUNDS, HEDGES, MODALS, NEGATIONS, RESTRICTORS, SUPERLATIVES } from '../../text/function-words.ts';
import { isLegalForm } from '../../text/legal-forms.ts';
import type { ReadClause } from '../../text/needs/clause-needs.ts';
import { isGlued } from '../../text/phrases/phrase.ts';
import type { Token } from '../../text/tokens.ts';
import type { StoryView } from '../story-view.ts';

/** The tokens of some phrases that stay, in order, and what the loss of the others costs. */
export type Reduced = { readonly keep: readonly number[]; readonly cost: number };

const isProtected = ({ norm }: Token): boolean =>
  NEGATIONS.has(norm) ||
  HEDGES.has(norm) ||
  MODALS.has(norm) ||
  RESTRICTORS.has(norm) ||
  BOUNDS.has(norm) ||
  SUPERLATIVES.has(norm) ||
  /^\p{L}{3,}est$/u.test(norm);

/** The phrases as they are, then shorter inside: without titles, articles, adverbs, adjectives, "is". Each shorter than the one before. */
export function reductionsOf(
  read: ReadClause,
  set: ReadonlySet<number>,
  { story, copula }: { readonly story: StoryView; readonly copula: boolean },
): Reduced[] {
  const { tokens, phrases } = read;
  const all: number[] = [];
  for (const k of [...set].sort((a, b) => a - b)) for (let i = phrases[k]!.from; i < phrases[k]!.to; i++) all.push(i);
  const gone = new Set<number>();
  let cost = 0;
  const found: Reduced[] = [];
  const take = () => found.push({ keep: all.filter((at) => !gone.has(at)), cost });
  const drop = (at: readonly number[], each: number) => {
    const fresh = at.filter((i) => !gone.has(i));
    for (const i of fresh) gone.add(i);
    cost += fresh.length > 0 ? each : 0;
    return fresh.length > 0;
  };
  for (const at of all)
    if (
      isLegalForm(tokens[at]!.text) &&
      tokens[at - 1]?.pos === 'PROPN' &&
      !/^(?:NOUN|PROPN|PART)$/.test(tokens[at + 1]?.pos ?? '') &&
      tokens[at + 1]?.text !== '>'
    )
      gone.add(at);
  for (const at of all) if (isTicker(tokens, at) || inBrackets(tokens, at, all)) gone.add(at);
  for (const at of all) drop(titleBefore(tokens, at, all, story), 0.2);
  // The first word's article goes in any case: a point is no sentence.
  take();
  const articles = all.filter((at) => ARTICLES.has(tokens[at]!.norm) && !isRate(tokens, at));
  if (drop(articles, 0.3)) take();
  const quantifiers = all.filter(
    (at) => tokens[at]!.norm === 'all' && /^(?:NOUN|ADJ)$/.test(tokens[at + 1]?.pos ?? '') && all.includes(at + 1),
  );
  if (drop(quantifiers, 0.4)) take();
  for (const { from, to, kind } of [...set].map((k) => phrases[k]!))
    if (kind === 'noun' || kind === 'preposition') if (drop(roleBefore(tokens, from, to, all), 0.5)) take();
  const adverbs = all.filter(
    (at) =>
      tokens[at]!.pos === 'ADV' &&
      !isProtected(tokens[at]!) &&
      /^(?:also|now|still|already|currently|recently|however|meanwhile|officially|formally|finally|effectively|actually|really|immediately|today)$/.test(
        tokens[at]!.norm,
      ),
  );
  if (drop(adverbs, 0.3)) take();
  // "Lee says it open" is none.
  const is = copula ? copulaOf(read) : -1;
  if (is >= 0 && drop([is], 0.5)) take();
  for (const at of adjectivesIn(tokens, all)) if (drop([at], 1)) take();
  return found;
}

/** "a week", "a few": an article that says how often or how many. */
const isRate = (tokens: readonly Token[], at: number): boolean =>
  /^an?$/.test(tokens[at]!.norm) &&
  (/^(?:few|little|lot|number|series|range)$/.test(tokens[at + 1]?.norm ?? '') ||
    // "an estimated 50,000 people".
    tokens[at + 2]?.pos === 'NUM' ||
    (/^(?:second|minute|hour|day|night|week|month|year|barrel|gallon|tonne|ton|share|head|litre|unit|pound|ounce)$/.test(
      tokens[at + 1]?.norm ?? '',
    ) &&
      /^(?:NOUN|NUM|SYM)$/.test(tokens[at - 1]?.pos ?? '')));

/** "US Secretary of State Marco" before "Rubio": what stands before the surname of a person of the story. */
function titleBefore(tokens: readonly Token[], at: number, all: readonly number[], story: StoryView): number[] {
  if (tokens[at]!.pos !== 'PROPN' || !story.people.has(tokens[at]!.norm)) return [];
  const found: number[] = [];
  for (let i = at - 1; i >= 0 && all.includes(i); i--) {
    const { pos, norm } = tokens[i]!;
    if (
      /^(?:PROPN|NOUN|ADJ)$/.test(pos) ||
      /^(?:the|a|an|['’]s)$/.test(norm) ||
      (norm === 'of' && found.length > 0) ||
      (pos === 'PUNCT' && isGlued(tokens, i))
    )
      found.push(i);
    else break;
  }
  // "a striker and broadcaster Lee": half a title would be lent to the name.
  const before = tokens[(found.at(-1) ?? at) - 1];
  return before && (before.pos === 'CCONJ' || before.text === ',') ? [] : found;
}

/** "is open", "are expected", "is to close": headlines do without. */
function copulaOf({ tokens, phrases, verb }: ReadClause): number {
  const { from, head, to, verb: form } = phrases[verb]!;
  const first = tokens[from]!;
  if (!/^(?:is|are)$/.test(first.norm)) return -1;
  if (form?.links) return to === from + 1 && phrases[verb + 1]?.kind === 'adjective' ? from : -1;
  return head > from && (form?.passive || /ing$/.test(tokens[head]!.norm) || tokens[from + 1]?.norm === 'to')
    ? from
    : -1;
}

/** They say how great or how new a thing is, not which one: nobody misses them. */
const SLIGHT =
  /^(?:big|large|huge|massive|great|major|significant|considerable|substantial|important|strong|sharp|fresh|recent|current|ongoing|young|popular|famous|beautiful|special|extra|additional|controversial|dramatic|extraordinary|serious|severe|successful|popular|tough|heavy|steep|rapid|growing|potential|overall|entire|whole|total|general|particular|various|numerous|wonderful|terrible|lucrative|ambitious|so-called|long-awaited|latest|brand-new|giant|tiny|small|little|nice|good|key|crucial|vital|modest|robust|bitter|bold|simple|clear|full|real|true|own|very|hugely|highly|loss-making|troubled|ailing|embattled|beleaguered|struggling|leading)$/;
/** Adjectives that only describe a noun behind them. */
const adjectivesIn = (tokens: readonly Token[], all: readonly number[]): number[] =>
  all.filter((at) => {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    return (
      token.pos === 'ADJ' &&
      SLIGHT.test(token.norm) &&
      !(/^(?:ADV|NUM)$/.test(tokens[at - 1]?.pos ?? '') && tokens[at - 1]?.norm !== 'further') &&
      !/^(?:more|most|less|least|very|so|too|as)$/.test(tokens[at - 1]?.norm ?? '') &&
      !inTitle(tokens, at) &&
      next !== undefined &&
      all.includes(at + 1) &&
      /^(?:NOUN|ADJ)$/.test(next.pos) &&
      !isProtected(token) &&
      !/^\p{Lu}/u.test(token.text) &&
      !isGlued(tokens, at) &&
      !isGlued(tokens, at + 1)
    );
  });

/** "chief executive William Morrow": words before a name are one title. */
function inTitle(tokens: readonly Token[], at: number): boolean {
  let next = at + 1;
  while (/^(?:ADJ|NOUN)$/.test(tokens[next]?.pos ?? '')) next++;
  return tokens[next]?.pos === 'PROPN' || /^(?:chief|prime|vice|general|foreign|attorney)$/.test(tokens[at]!.norm);
}

/** "<AXP>" behind a firm's name. */
const isTicker = (tokens: readonly Token[], at: number): boolean =>
  [at - 1, at, at + 1].some(
    (middle) =>
      tokens[middle - 1]?.text === '<' &&
      tokens[middle + 1]?.text === '>' &&
      /^[\p{Lu}.]{1,6}$/u.test(tokens[middle]?.text ?? ''),
  );

/** "a $40bn (£21bn) deal". */
function inBrackets(tokens: readonly Token[], at: number, all: readonly number[]): boolean {
  const open = tokens.findLastIndex(({ text }, i) => i <= at && text === '(');
  const close = tokens.findIndex(({ text }, i) => i > open && text === ')');
  return open >= 0 && at <= close && all.includes(open) && all.includes(close);
}

/** "Indian firm" before "Hindustan Oil": who bears a name is known by it. */
function roleBefore(tokens: readonly Token[], from: number, to: number, all: readonly number[]): number[] {
  let name = to;
  while (name > from && tokens[name - 1]!.pos === 'PROPN') name--;
  if (name === to || tokens[name - 1]?.pos !== 'NOUN' || isGlued(tokens, name)) return [];
  let start = name;
  while (
    start > from &&
    /^(?:ADJ|NOUN|PROPN|DET)$/.test(tokens[start - 1]!.pos) &&
    tokens[start - 1]!.norm !== 'former'
  )
    start--;
  if (start > from && !/^(?:ADP)$/.test(tokens[start - 1]!.pos)) return [];
  if (tokens[start - 1]?.norm === 'of') return [];
  return all.filter((at) => at >= start && at < name);
}
