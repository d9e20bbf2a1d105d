import { type Acronym, acronymsIn, aroundLetters } from '../../text/names/acronyms.ts';
import type { ReadClause } from '../../text/needs/clause-needs.ts';
import { describingAmounts } from '../../text/phrases/describing-amounts.ts';
import { ownOfSubject } from '../../text/phrases/own-of-subject.ts';
import { perfectAuxiliary, silentAuxiliary } from '../../text/phrases/silent-auxiliary.ts';
import { range } from '../../text/range.ts';
import { tickerEnd } from '../../text/tickers.ts';
import type { Token } from '../../text/tokens.ts';
import type { StoryView } from '../story-view.ts';
import { tokensIn } from './clause-reading.ts';
import {
  isBareLegalForm,
  isInBrackets,
  isNeedlessThat,
  isPassing,
  isPlainAll,
  isPlainArticle,
  isPlainHonorific,
  isSlight,
  longNameAround,
  roleBefore,
  titleBefore,
  titleBeforeName,
} from './dispensable.ts';

/** The tokens of some phrases that stay, in order, and what the loss of the others costs; 1 is about what a telling word is worth. */
export type Reduced = { readonly keep: readonly number[]; readonly cost: number };

type Form = {
  readonly read: ReadClause;
  readonly set: ReadonlySet<number>;
  /** The tokens of the phrases. */
  readonly all: readonly number[];
  readonly story: StoryView;
};

/** A kind of words that may go: what each loss costs, and the groups of tokens that go one after the other. */
type Step = {
  readonly cost: number;
  readonly groups: (form: Form) => readonly (readonly number[])[];
};

/** Gone in any form: nobody reads a ticker, and a person of the story is known by the surname. */
const ALWAYS: readonly Step[] = [
  { cost: 0, groups: ({ read, all }) => [all.filter((at) => isBareLegalForm(read.tokens, at))] },
  { cost: 0, groups: ({ read, all }) => all.map((at) => tickerFrom(read.tokens, at)) },
  { cost: 0, groups: ({ read, all }) => [all.filter((at) => isInBrackets(read.tokens, at, all))] },
  { cost: 0.2, groups: ({ read, all, story }) => all.map((at) => titleBefore(read.tokens, at, { all, story })) },
  { cost: 0, groups: ({ read, all, story }) => [all.filter((at) => isPlainHonorific(read.tokens, at, story))] },
];

/** What goes next while the form is too long, after the names that have letters, from what is missed least to what is missed most. */
const ONE_BY_ONE: readonly Step[] = [
  { cost: 0.1, groups: ({ read, all, story }) => all.map((at) => longNameAround(read.tokens, at, { all, story })) },
  { cost: 0.2, groups: ({ read, all }) => all.map((at) => titleBeforeName(read.tokens, at, all)) },
  { cost: 0.3, groups: ({ read, all }) => [all.filter((at) => isPlainArticle(read.tokens, at))] },
  { cost: 0.4, groups: ({ read, all }) => [all.filter((at) => isPlainAll(read.tokens, at, all))] },
  { cost: 0.5, groups: rolesIn },
  { cost: 0.3, groups: ({ read, all }) => [all.filter((at) => isPassing(read.tokens[at]!))] },
  { cost: 0.2, groups: ({ read, all }) => [all.filter((at) => isNeedlessThat(read.tokens, at, all))] },
  {
    cost: 0.3,
    groups: ({ read, all }) => [ownOfSubject(read.tokens, read.phrases, read).filter((at) => all.includes(at))],
  },
  { cost: 0.3, groups: ({ read }) => [perfectOf(read)] },
  { cost: 0.5, groups: ({ read }) => [auxiliaryOf(read)] },
  { cost: 0.5, groups: amountsIn },
  { cost: 1, groups: ({ read, all }) => all.filter((at) => isSlight(read.tokens, at, all)).map((at) => [at]) },
];

/** "is", where a headline does without it. */
export const auxiliaryOf = ({ tokens, phrases, verb }: ReadClause): readonly number[] =>
  silentAuxiliary(tokens, phrases[verb]!, phrases[verb + 1]);

/** "has", where the past tells the same. */
const perfectOf = ({ tokens, phrases, verb }: ReadClause): readonly number[] =>
  perfectAuxiliary(tokens, phrases[verb]!, phrases[verb + 1]);

function rolesIn({ read: { tokens, phrases, verb }, set, all }: Form): readonly (readonly number[])[] {
  // "the role Calder | played": the two nouns are no role and its bearer.
  const isParted = (k: number) => k > verb && /^(?:verb|participle)$/.test(phrases[k + 1]?.kind ?? '');
  return [...set]
    .filter((k) => /^(?:noun|preposition)$/.test(phrases[k]!.kind) && !isParted(k))
    .map((k) => roleBefore(tokens, phrases[k]!, all));
}

/** "the | Ministry of Trade and Industry ( | MTI | ) | asked": names among the kept phrases whose letters stand behind them. */
function acronymsOf({ read: { tokens }, all }: Form): readonly Acronym[] {
  return acronymsIn(tokens).filter(({ from, to }) => all.includes(from) && all.includes(to - 1));
}

/** "<AXP>" behind a firm's name, where it begins at a place. */
const tickerFrom = (tokens: readonly Token[], at: number): readonly number[] =>
  range(at, tickerEnd(tokens, at, tokens.length));

/** "an | 8,829 billion yen | budget": how much it is, which tells by itself, too. */
function amountsIn({ read: { tokens, phrases }, set }: Form): readonly (readonly number[])[] {
  return [...set].flatMap((k) => describingAmounts(tokens, phrases[k]!.from, phrases[k]!.to));
}

/** The phrases as they are, then shorter inside: without titles, articles, adverbs, adjectives, "is". Each shorter than the one before. */
export function* reductionsOf(read: ReadClause, set: ReadonlySet<number>, story: StoryView): Generator<Reduced> {
  const all = tokensIn(read, set);
  const form: Form = { read, set, all, story };
  const names = acronymsOf(form);
  const places = inPlace([...all, ...names.map(({ letters }) => letters)]);
  const gone = new Set(places.filter((at) => !all.includes(at)));
  let cost = 0;
  const drop = (group: readonly number[], each: number): boolean => {
    const size = gone.size;
    for (const at of group) gone.add(at);
    cost += gone.size > size ? each : 0;
    return gone.size > size;
  };
  const taken = (): Reduced => ({ keep: places.filter((at) => !gone.has(at)), cost });
  for (const step of ALWAYS) for (const group of step.groups(form)) drop(group, step.cost);
  yield taken();
  // The letters of a name say who it is: they come back in its place, before anything else goes.
  for (const name of names) {
    gone.delete(name.letters);
    if (drop(aroundLetters(name), 0.1)) yield taken();
  }
  for (const step of ONE_BY_ONE) {
    for (const group of step.groups(form)) if (drop(group, step.cost)) yield taken();
  }
}

const inPlace = (places: readonly number[]): number[] => [...new Set(places)].sort((a, b) => a - b);
