import type { Token } from '../../text/tokens.ts';
import { weigh } from '../salience.ts';
import type { SentenceView, StoryView } from '../story-view.ts';
import type { Clause } from './clause.ts';
import { readsWell } from './reads-well.ts';
import { type Remainder, remainderOf } from './remainder.ts';
import { type Removable, removablesIn } from './removable.ts';

/** The tokens of a clause that stay, in order, and how well the result tells what the clause tells. */
export type Shortened = { readonly clause: Clause; readonly keep: readonly number[]; readonly worth: number };

export type Room = {
  /** More words, or more characters, than these never fit; spares writing them out. */
  readonly most: { readonly words: number; readonly characters: number };
  /** Whether these tokens, written out, fit their place. */
  readonly fits: (shortened: Shortened) => boolean;
  /** Headlines and points lose articles and "is" when room is short; sentences keep them. */
  readonly headline: boolean;
  /** So many forms are enough. */
  readonly forms: number;
};

/** Ways of cutting that are tried for one end, kept in mind meanwhile, and enough when they fit. */
const TRIES = 60;
const MOST_WAITING = 400;
const ENOUGH = 12;
/** At most this many places where a clause may end are tried. */
const ENDS = 24;
/** A sentence of more tokens is a list or a table, or was never split. */
const LONGEST = 130;

/** Shorter forms of a clause by deletion alone, the most telling first; only those that fit, at most `room.forms`. */
export function compress(clause: Clause, story: StoryView, room: Room): Shortened[] {
  if (clause.to - clause.from > LONGEST) return [];
  const worths = weightsOf(clause.sentence, story);
  const removables = removablesIn(clause, story, room.headline);
  const tried = new Set<string>();
  const small = endsOf(clause).flatMap((end) => cutsTo(clause, end, removables, room));
  const found: Shortened[] = [];
  const ranked = small
    .map(({ left, cost, articles }) => {
      const keep = left.places(articles);
      const worth = keep.reduce((sum, i) => sum + (worths[i] ?? 0), articles ? -cost : -cost - 0.4);
      return { clause, keep, worth };
    })
    .sort((one, other) => other.worth - one.worth);
  for (const made of ranked) {
    const key = made.keep.join(' ');
    if (tried.has(key)) continue;
    tried.add(key);
    if ((!room.headline || readsWell(made)) && room.fits(made)) found.push(made);
    if (found.length === room.forms) break;
  }
  return found;
}

type Cutting = { readonly left: Remainder; readonly cost: number; readonly articles: boolean };
type Node = { readonly left: Remainder; readonly cost: number; readonly next: number };

/** What is left of a clause up to one of its ends when phrases are taken away in every cheap way until it is small enough. */
function cutsTo(clause: Clause, end: End, removables: readonly Removable[], room: Room): Cutting[] {
  const whole = remainderOf(clause, end.at);
  for (const removable of removables) if (removable.cost < 0) whole.remove(removable);
  const free = removables.filter(({ cost, to }) => cost >= 0 && to <= end.at);
  const found: Cutting[] = [];
  const waiting: Node[] = [{ left: whole, cost: end.cost, next: 0 }];
  for (let tries = 0; tries < TRIES && waiting.length > 0; tries++) {
    const cheapest = waiting.reduce((best, node, i) => (node.cost < waiting[best]!.cost ? i : best), 0);
    const [node] = waiting.splice(cheapest, 1);
    const { left, cost, next } = node!;
    if (left.mayFit(room.most, true)) found.push({ left, cost, articles: true });
    if (room.headline && left.mayFit(room.most, false)) found.push({ left, cost, articles: false });
    // One cut more where what fits may still not stand.
    if (found.length >= ENOUGH) break;
    for (let i = next; i < free.length; i++) {
      const removable = free[i]!;
      if (!left.has(removable.from) || !left.has(removable.to - 1)) continue;
      const less = left.copy();
      less.remove(removable);
      waiting.push({ left: less, cost: cost + removable.cost, next: i + 1 });
    }
    if (waiting.length > MOST_WAITING) break;
  }
  return found;
}

const weights = new WeakMap<SentenceView, number[]>();

/** What each token of a sentence tells; worked out once. */
function weightsOf(sentence: SentenceView, story: StoryView): number[] {
  const known = weights.get(sentence);
  if (known) return known;
  const made = sentence.tokens.map((token) => weigh(token, story));
  weights.set(sentence, made);
  return made;
}

type End = { readonly at: number; readonly cost: number };

/** Where a clause may end: its own end, and before each phrase, clause or conjunct behind its verb. */
function endsOf(clause: Clause): End[] {
  const { tokens } = clause.sentence;
  const ends: End[] = [{ at: clause.to, cost: 0 }];
  const verb = firstVerb(clause);
  for (let i = clause.to - 1; i > verb + 1 && ends.length < ENDS; i--) {
    const cost = endCost(tokens, i);
    if (cost !== null && !takesVerb(tokens, i)) ends.push({ at: tokens[i - 1]!.text === ',' ? i - 1 : i, cost });
  }
  return ends.slice(0, ENDS);
}

/** The first word that can be the verb, which the tagger may have missed: "managed to pull … during its run". */
function firstVerb({ sentence: { tokens }, from, verb }: Clause): number {
  const at = tokens.findIndex(({ pos, norm }, i) => i > from && /^(?:VERB|AUX)$/.test(pos) && !/ing$/.test(norm));
  return at < 0 ? verb : Math.min(at, verb);
}

/** "found production | in March was low": the noun before the place waits for a verb that stands behind it. */
function takesVerb(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (
    /^(?:ADP|DET|ADJ|NOUN|PROPN|NUM|ADV|SYM)$/.test(tokens[i]?.pos ?? '') ||
    /^(?:['’]s|-)$/.test(tokens[i]?.text ?? '')
  )
    i++;
  const verb = tokens[i];
  if (tokens[at]!.pos !== 'ADP' && tokens[at]!.pos !== 'ADV') return false;
  return verb !== undefined && /^(?:VERB|AUX)$/.test(verb.pos) && !/ing$|^(?:be|been)$/.test(verb.norm);
}

function endCost(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]!;
  const before = tokens[at - 1]!;
  if (before.end === token.start && /[\p{L}\p{N}-]$/u.test(before.text) && /^[\p{L}\p{N}'’-]/u.test(token.text))
    return null;
  if (
    /^(?:DET|ADP|AUX|PART|CCONJ|SCONJ)$/.test(before.pos) &&
    !/^(?:up|out|off|down|away|back|in|on|over|not|['’]s)$/.test(before.norm)
  )
    return null;
  if (/^[,;:)—–-]$|^--$/.test(before.text)) return 0.4;
  if (/^[,;:(—–]$|^--$/.test(token.text)) return 0.4;
  if (token.pos === 'ADP') return /^(?:of|than)$/.test(token.norm) ? null : token.norm === 'to' ? 1.4 : 0.9;
  if (token.pos === 'SCONJ' || /^(?:who|which|where|when|while|that)$/.test(token.norm)) return 0.7;
  if (token.norm === 'to' && token.pos === 'PART') return before.pos === 'NOUN' ? 1.2 : null;
  if (token.pos === 'CCONJ') return 1;
  if (token.pos === 'VERB' && /(?:ing|ed|en)$/.test(token.norm) && /^(?:NOUN|PROPN)$/.test(before.pos)) return 1.1;
  return token.pos === 'ADV' ? 1 : null;
}
