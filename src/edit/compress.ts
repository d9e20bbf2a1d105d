import type { Token } from '../text/tokens.ts';
import type { Clause } from './clause.ts';
import { remainderOf } from './remainder.ts';
import { type Removable, removablesIn } from './removable.ts';
import { weigh } from './salience.ts';
import type { SentenceView, StoryView } from './story-view.ts';

/** The tokens of a clause that stay, in order, and how well the result tells what the clause tells. */
export type Shortened = { readonly clause: Clause; readonly keep: readonly number[]; readonly worth: number };

export type Room = {
  /** More words, or more characters, than these never fit; spares writing them out. */
  readonly most: { readonly words: number; readonly characters: number };
  /** Whether these tokens, written out, fit their place. */
  readonly fits: (shortened: Shortened) => boolean;
  /** Headlines and points lose articles and "is" when room is short; sentences keep them. */
  readonly headline: boolean;
};

/** At most this many places where a clause may end are tried. */
const ENDS = 24;
/** A sentence of more tokens is a list or a table, or was never split. */
const LONGEST = 130;

/** Shorter forms of a clause by deletion alone, the most telling first; only those that fit. */
export function compress(clause: Clause, story: StoryView, room: Room): Shortened[] {
  if (clause.to - clause.from > LONGEST) return [];
  const found = new Map<string, Shortened>();
  const worths = weightsOf(clause.sentence, story);
  const removables = removablesIn(clause, story, room.headline);
  const forced = removables.filter(({ cost }) => cost < 0);
  const free = removables.filter(({ cost }) => cost >= 0);
  const long = preferLong(free);
  for (const end of endsOf(clause)) {
    for (const order of room.headline ? [free, long] : [free]) {
      const made = shorten(clause, end, { forced, free: order }, worths, room);
      if (made) found.set(made.keep.join(' '), made);
    }
  }
  return [...found.values()].sort((a, b) => b.worth - a.worth);
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

const preferLong = (list: readonly Removable[]): Removable[] =>
  [...list].sort((a, b) => a.cost / (a.to - a.from) - b.cost / (b.to - b.from));

type End = { readonly at: number; readonly cost: number };
type Parts = { readonly forced: readonly Removable[]; readonly free: readonly Removable[] };

/** Takes removables away one after the other until the rest fits; articles go last, all together. */
function shorten(
  clause: Clause,
  end: End,
  { forced, free }: Parts,
  worths: readonly number[],
  room: Room,
): Shortened | null {
  const left = remainderOf(clause, end.at);
  let cost = end.cost;
  const attempt = (articles: boolean): Shortened | null => {
    if (!left.mayFit(room.most, articles)) return null;
    const keep = left.places(articles);
    const worth = keep.reduce((sum, i) => sum + (worths[i] ?? 0), articles ? -cost : -cost - 0.4);
    const made = { clause, keep, worth };
    return room.fits(made) ? made : null;
  };
  for (const removable of forced) left.remove(removable);
  const whole = attempt(true);
  if (whole) return whole;
  for (const removable of free) {
    if (removable.to > end.at || !left.has(removable.from)) continue;
    left.remove(removable);
    cost += removable.cost;
    const made = attempt(true) ?? (room.headline ? attempt(false) : null);
    if (made) return made;
  }
  return room.headline ? attempt(false) : null;
}

/** Where a clause may end: its own end, and before each phrase, clause or conjunct behind its verb. */
function endsOf(clause: Clause): End[] {
  const { tokens } = clause.sentence;
  const ends: End[] = [{ at: clause.to, cost: 0 }];
  for (let i = clause.to - 1; i > clause.verb + 1 && ends.length < ENDS; i--) {
    const cost = endCost(tokens, i);
    if (cost !== null) ends.push({ at: tokens[i - 1]!.text === ',' ? i - 1 : i, cost });
  }
  return ends.slice(0, ENDS);
}

function endCost(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]!;
  const before = tokens[at - 1]!;
  if (/^[,;:)—–-]$|^--$/.test(before.text)) return 0.4;
  if (/^[,;:(—–]$|^--$/.test(token.text)) return 0.4;
  if (token.pos === 'ADP') return /^(?:of|to|than)$/.test(token.norm) ? null : 0.9;
  if (token.pos === 'SCONJ' || /^(?:who|which|where|when|while)$/.test(token.norm)) return 0.7;
  if (token.pos === 'CCONJ') return 1;
  if (token.pos === 'VERB' && /(?:ing|ed|en)$/.test(token.norm) && /^(?:NOUN|PROPN)$/.test(before.pos)) return 1.1;
  return token.pos === 'ADV' ? 1 : null;
}
