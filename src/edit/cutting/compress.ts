import { weigh } from '../salience.ts';
import type { SentenceView, StoryView } from '../story-view.ts';
import type { Clause } from './clause.ts';
import { type End, endsOf } from './ends.ts';
import { onDemand } from './on-demand.ts';
import { readsWell } from './reads-well.ts';
import { type Remainder, remainderOf } from './remainder.ts';
import { type Removable, removablesIn } from './removable.ts';
import { wordsOf } from './write.ts';

/** The tokens of a clause that stay, in order, and how well the result tells what the clause tells. */
export type Shortened = {
  readonly clause: Clause;
  readonly keep: readonly number[];
  readonly worth: number;
  /** The tokens written out, when somebody asks: once for every voice and every place. */
  readonly words: string;
};
type Kept = Omit<Shortened, 'words'>;

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
/** A sentence of more tokens is a list or a table, or was never split. */
const LONGEST = 130;

/** Shorter forms of a clause by deletion alone, the most telling first; only those that fit, at most `room.forms`. */
export function compress(clause: Clause, story: StoryView, room: Room): Shortened[] {
  const found: Shortened[] = [];
  for (const made of cutsOf(clause, story, room)) {
    if (room.fits(made)) found.push(made);
    if (found.length === room.forms) break;
  }
  return found;
}

const cut = new WeakMap<Clause, Map<string, Iterable<Shortened>>>();

/** What is left of a clause that is cut to a size, the most telling first. Several places ask for the same: it is made once. */
function cutsOf(clause: Clause, story: StoryView, { headline, most }: Room): Iterable<Shortened> {
  const made = cut.get(clause) ?? new Map<string, Iterable<Shortened>>();
  cut.set(clause, made);
  const key = `${headline} ${most.words} ${most.characters}`;
  const known = made.get(key);
  if (known) return known;
  const cuts = onDemand(() => findCuts(clause, story, { headline, most }));
  made.set(key, cuts);
  return cuts;
}

function* findCuts(clause: Clause, story: StoryView, size: Size): Generator<Shortened> {
  if (clause.to - clause.from > LONGEST) return;
  const worths = weightsOf(clause.sentence, story);
  const { always, free, ends } = groundOf(clause, story, size.headline);
  const left = remainderOf(clause, always);
  const tried = new Map<number, Kept[]>();
  const ranked = ends
    .flatMap((end) => cutsTo(left, end, free, size))
    .map(({ keep, cost, articles }) => {
      const worth = keep.reduce((sum, i) => sum + (worths[i] ?? 0), articles ? -cost : -cost - 0.4);
      return { clause, keep, worth };
    })
    .sort((one, other) => other.worth - one.worth);
  for (const made of ranked) {
    if (!isFirst(made, tried)) continue;
    if (!size.headline || readsWell(made)) yield inWords(made, story);
  }
}

/** The kept tokens, which are written out when somebody asks. */
export function inWords(made: Kept, story: StoryView): Shortened {
  let words: string | undefined;
  const { clause, keep, worth } = made;
  return {
    clause,
    keep,
    worth,
    get words() {
      words ??= wordsOf(made, story);
      return words;
    },
  };
}

/** Whether these tokens are kept for the first time; those kept before stand in `tried` by a number made of them. */
function isFirst(made: Kept, tried: Map<number, Kept[]>): boolean {
  let key = 0;
  for (const at of made.keep) key = (Math.imul(key, 31) + at) & 0x3fffffff;
  const alike = tried.get(key);
  if (!alike) tried.set(key, [made]);
  else if (alike.some(({ keep }) => keep.length === made.keep.length && keep.every((at, i) => at === made.keep[i])))
    return false;
  else alike.push(made);
  return true;
}

type Ground = {
  readonly ends: readonly End[];
  /** What goes in any case, and what may go. */
  readonly always: readonly Removable[];
  readonly free: readonly Removable[];
};

const grounds = { headline: new WeakMap<Clause, Ground>(), sentence: new WeakMap<Clause, Ground>() };

/** What of a clause may go, and where it may end; the same for every size. */
function groundOf(clause: Clause, story: StoryView, headline: boolean): Ground {
  const known = grounds[headline ? 'headline' : 'sentence'];
  const found = known.get(clause);
  if (found) return found;
  const removables = removablesIn(clause, story, headline);
  const made = {
    ends: endsOf(clause),
    always: removables.filter(({ cost }) => cost < 0),
    free: removables.filter(({ cost }) => cost >= 0),
  };
  known.set(clause, made);
  return made;
}

type Size = Pick<Room, 'headline' | 'most'>;
type Cutting = { readonly keep: readonly number[]; readonly cost: number; readonly articles: boolean };
/** A way of cutting: what is taken away here, after what the way before it took; the whole clause at its root. */
type Way = { readonly phrase: Removable; readonly before: Way | null; readonly cost: number; readonly next: number };

/** What is left of a clause up to one of its ends when phrases are taken away in every cheap way until it is small enough. */
function cutsTo(left: Remainder, end: End, all: readonly Removable[], { headline, most }: Size): Cutting[] {
  const free = all.filter(({ to }) => to <= end.at);
  const found: Cutting[] = [];
  // What is too much without all of them is too much in every way.
  left.reset(end.at);
  for (const phrase of free) left.remove(phrase);
  if (!left.mayFit(most, !headline)) return found;
  const waiting: Way[] = [];
  let way: Way | null = null;
  let fitting = 0;
  for (let tries = 0; tries < TRIES; tries++) {
    left.reset(end.at);
    for (let step: Way | null = way; step; step = step.before) left.remove(step.phrase);
    const cost: number = way?.cost ?? end.cost;
    if (left.mayFit(most, true)) {
      found.push({ keep: left.places(true), cost, articles: true });
      fitting++;
    }
    if (headline && left.mayFit(most, false)) {
      // Without articles to lose it is the same once more.
      if (left.hasArticles()) found.push({ keep: left.places(false), cost, articles: false });
      fitting++;
    }
    // One cut more where what fits may still not stand.
    if (fitting >= ENOUGH) break;
    for (let i = way?.next ?? 0; i < free.length; i++) {
      const phrase = free[i]!;
      if (!left.has(phrase.from) || !left.has(phrase.to - 1)) continue;
      waiting.push({ phrase, before: way, cost: cost + phrase.cost, next: i + 1 });
    }
    if (waiting.length === 0 || waiting.length > MOST_WAITING) break;
    way = takeCheapest(waiting);
  }
  return found;
}

/** Of several as cheap the first. */
function takeCheapest(waiting: Way[]): Way {
  let at = 0;
  for (let i = 1; i < waiting.length; i++) if (waiting[i]!.cost < waiting[at]!.cost) at = i;
  return waiting.splice(at, 1)[0]!;
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
