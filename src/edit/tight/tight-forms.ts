import type { Token } from '../../text/tokens.ts';
import { ARTICLES } from '../../text/words/function-words.ts';
import type { Clause } from '../cutting/clause.ts';
import { inWords, type Shortened } from '../cutting/compress.ts';
import { onDemand } from '../cutting/on-demand.ts';
import { sizesOf } from '../cutting/remainder.ts';
import { weigh } from '../salience.ts';
import type { StoryView } from '../story-view.ts';
import { readingOf } from './clause-reading.ts';
import { costOf } from './form-cost.ts';
import { looksMisread } from './misread.ts';
import { closedSets } from './phrase-sets.ts';
import { pointsOutside } from './points-outside.ts';
import { auxiliaryOf, reductionsOf } from './reductions.ts';

/**
 * The short forms of a clause that keep, with every phrase, all that it needs: its subject and its verb with what the verb
 * says, and as many of the other phrases as `most` words and `fits` allow; the most telling first.
 */
export function tightForms(
  clause: Clause,
  story: StoryView,
  { most, fits }: { readonly most: number; readonly fits: (shortened: Shortened) => boolean },
): Shortened[] {
  const found: Shortened[] = [];
  for (const forms of choicesOf(clause, story)) {
    // The first that fits has lost least; the others need not be written out.
    for (const form of forms) {
      if (wordsAtLeast(form) > most || !fits(form)) continue;
      found.push(form);
      break;
    }
  }
  return found.sort((a, b) => b.worth - a.worth);
}

/** Words that a form has however it is written ("United States" is "US"): most have too many, which spares writing them out. */
function wordsAtLeast({ clause: { sentence }, keep }: Shortened): number {
  const { tokens } = sentence;
  const sizes = sizesOf(tokens);
  let count = 0;
  for (const [k, at] of keep.entries()) {
    const { norm, start } = tokens[at]!;
    // What is joined to the word before it ("can" and "not") may be one with it.
    if (k === 0 || tokens[keep[k - 1]!]!.end !== start) count += sizes[at]!.word;
    if (norm === 'united' || norm === 'european') count -= 2;
  }
  return count;
}

const choices = new WeakMap<Clause, readonly Iterable<Shortened>[]>();

/** For each choice of phrases that may stand, its forms, each shorter than the one before. Every voice asks for them: they are made once. */
function choicesOf(clause: Clause, story: StoryView): readonly Iterable<Shortened>[] {
  const known = choices.get(clause);
  if (known) return known;
  const made = findChoices(clause, story);
  choices.set(clause, made);
  return made;
}

function findChoices(clause: Clause, story: StoryView): Iterable<Shortened>[] {
  const { read, places } = readingOf(clause);
  if (!read || hangsOnOpener(clause)) return [];
  return closedSets(read, rewritesVerb(clause))
    .filter((set) => !pointsOutside(clause, set, story) && !looksMisread(clause, set))
    .map((set) =>
      onDemand(function* () {
        const lost = costOf(read, set);
        for (const { keep, cost } of reductionsOf(read, set, story))
          yield write(clause, story, { keep: keep.map((at) => places[at]!), cost: cost + lost });
      }),
    );
}

/** Whether a form does without the "is" of its clause. */
export function omitsAuxiliary({ clause, keep }: Pick<Shortened, 'clause' | 'keep'>): boolean {
  const { read, places } = readingOf(clause);
  const silent = read ? auxiliaryOf(read) : [];
  return silent.length > 0 && !keep.includes(places[silent[0]!]!);
}

/** "When the director says so, …", "if the bank agrees", "putting | a film on disc costs": no statement. */
export const hangsOnOpener = ({ sentence: { tokens }, from }: Clause): boolean => {
  const at = ARTICLES.has(tokens[from - 1]?.norm ?? '') ? from - 2 : from - 1;
  const before = tokens[at];
  return (
    before !== undefined &&
    (/^(?:when|if|whether|unless|once|until|where|who|which)$/.test(before.norm) ||
      before.pos === 'ADP' ||
      (before.pos === 'VERB' && /ing$/.test(before.norm)))
  );
};

/** "Straw says" for "Straw said". */
const rewritesVerb = ({ written, sentence: { tokens } }: Clause): boolean =>
  [...written.keys()].some((at) => tokens[at]!.pos !== 'PRON');

function write(
  clause: Clause,
  story: StoryView,
  { keep, cost }: { readonly keep: readonly number[]; readonly cost: number },
): Shortened {
  const { tokens } = clause.sentence;
  const worth = keep.reduce((sum, at) => sum + weigh(tokens[at] as Token, story), 0) - cost;
  return inWords({ clause, keep, worth }, story);
}
