import type { Phrase } from '../phrases/phrase.ts';
import { contactClause } from './contact-clause.ts';
import { isHalfOfBoth, joinsNames } from './halves.ts';
import type { MainClause } from './main-clause.ts';
import { isAboutSomething, isPartNoun, wantsClause, wantsItsDeed, wantsPhrase } from './noun-lists.ts';
import { follower, isSuperlative, type Needs, opening } from './steps.ts';
import { isOfAKind, onlyBesideSaysWhich, saysNotWhich } from './which-ones.ts';

/** What is compared, what its clause or deed says, and as a subject behind "that" or "who" its verb. */
export function nounNeeds(clause: MainClause, k: number): Needs {
  const { phrases, verb: main } = clause;
  const beside = follower(clause, k);
  const found: number[] = [];
  if (beside?.kind === 'preposition' && isCompared(clause, k) && /^(?:than|as)$/.test(opening(clause, k + 1)))
    found.push(k + 1);
  // The subject's own verb is asked for by the whole.
  if (beside && (k > main || saysNotWhich(clause, k)) && isUnfinished(clause, k, beside)) found.push(k + 1);
  if (beside?.kind === 'opener' && opening(clause, k + 1) === 'that' && isSoMuch(clause, k)) found.push(k + 1);
  // "began a debate | this week | on the bill".
  const later = beside?.kind === 'time' && k > main && k + 2 < clause.end ? phrases[k + 2]! : undefined;
  if (later?.kind === 'preposition' && isAbout(clause, k, opening(clause, k + 2))) found.push(k + 2);
  // "a feeling | among traders | that it may fail", "the news | last week | that it did".
  const isParted = /^(?:preposition|time)$/.test(beside?.kind ?? '') && opening(clause, k + 2) === 'that';
  if (isParted && phrases[k + 2]!.kind === 'opener' && wantsClause(clause.tokens[phrases[k]!.to - 1]!.norm))
    found.push(k + 1, k + 2);
  // "a request | by two firms | to sell", "the right of traders | to sell".
  const deed = beside?.kind === 'infinitive' ? k + 1 : beside?.kind === 'preposition' ? k + 2 : -1;
  const hasDeed = phrases[deed]?.kind === 'infinitive' && k > main;
  if (hasDeed && wantsItsDeed(clause.tokens[phrases[k]!.head]!.norm)) for (let i = k + 1; i <= deed; i++) found.push(i);
  if (joinsNames(clause, k) || isHalfOfBoth(clause, k)) found.push(k + 1, k + 2);
  found.push(...contactClause(clause, k), ...partsOf(clause, k));
  if (phrases[k - 1]?.kind === 'opener') {
    // "that women | who had cared | retired earlier": the verb behind that of "who".
    const from = beside?.kind === 'opener' ? phrases.findIndex(({ kind }, i) => i > k && kind === 'verb') : k;
    const verb = phrases.findIndex(({ kind }, i) => i > from && kind === 'verb');
    if (verb < 0 || from < 0) return null;
    found.push(verb);
  }
  return found;
}

/** "more votes | than Calder", "the same price | as in May". */
const isCompared = ({ tokens, phrases }: MainClause, k: number): boolean =>
  tokens
    .slice(phrases[k]!.from, phrases[k]!.to)
    .some(({ norm }) => /^(?:more|less|fewer|rather|other|same|\p{L}{3,}er)$/u.test(norm));

/** "so many boats | that the pier broke". */
const isSoMuch = ({ tokens, phrases }: MainClause, k: number): boolean =>
  tokens.slice(Math.max(0, phrases[k]!.from - 2), phrases[k]!.to).some(({ norm }) => norm === 'so' || norm === 'such');

/** "the right | to vote", "the risk | of fire", "fears | that it may fail": the noun at `k` waits for what stands beside it. */
export function isUnfinished(clause: MainClause, k: number, beside: Phrase): boolean {
  // "half of its jets" has its rest already: the last word counts.
  const { norm } = clause.tokens[clause.phrases[k]!.to - 1]!;
  if (onlyBesideSaysWhich(clause, k, beside)) return true;
  switch (beside.kind) {
    case 'infinitive':
      return wantsItsDeed(norm) || isPartNoun(norm);
    case 'preposition':
      return (
        isPartNoun(norm) ||
        isAbout(clause, k, opening(clause, k + 1)) ||
        isNumberOf(clause, k) ||
        isMostOf(clause, k, opening(clause, k + 1)) ||
        (k > clause.verb &&
          isOfAKind(clause, k) &&
          /^(?:with|without|from|aged|under|over)$/.test(opening(clause, k + 1)))
      );
    case 'participle':
      return /^(?:type|kind|sort|form|one|ones|those)$/.test(norm) || wantsItsDeed(norm) || wantsClause(norm);
    // "are a whole lot | safer".
    case 'adverb':
    case 'adjective':
      return /^(?:lot|bit|deal|first|second|third|most|only|best|worst)$/.test(norm);
    // "people | who look after a partner": only what follows says which.
    default:
      return (
        beside.kind === 'opener' &&
        ((opening(clause, k + 1) === 'that' && wantsClause(norm)) ||
          (/^(?:who|that|whose|which)$/.test(opening(clause, k + 1)) &&
            (saysNotWhich(clause, k) ||
              (k > clause.verb && isOfAKind(clause, k) && (opening(clause, k + 1) === 'who' || areSome(norm))))))
      );
  }
}

/** "a debate | on", "a row | with". */
function isAbout({ tokens, phrases }: MainClause, k: number, preposition: string): boolean {
  const { norm } = tokens[phrases[k]!.to - 1]!;
  return isAboutSomething(norm) || wantsPhrase(norm, preposition);
}

/** "groups | that gave money": by themselves they are any. */
const areSome = (norm: string): boolean =>
  /^(?:groups|firms|companies|countries|nations|states|banks|members|individuals|organi[sz]ations|institutions|parties|areas|places|cities|products|goods|methods|measures|rules|laws)$/.test(
    norm,
  );

/** "the most prolific scorer | in the league": of a superlative, among whom. */
const isMostOf = ({ tokens, phrases }: MainClause, k: number, preposition: string): boolean =>
  /^(?:in|of|on|at|since|for|among)$/.test(preposition) &&
  tokens
    .slice(phrases[k]!.from, phrases[k]!.to)
    .some(
      (token, i, words) =>
        (token.norm === 'most' && /^(?:ADJ|VERB|ADV)$/.test(words[i + 1]?.pos ?? '')) || isSuperlative(token),
    );

/** "the number of students | from the north": of whom is what it says. */
const isNumberOf = ({ tokens, phrases }: MainClause, k: number): boolean =>
  tokens
    .slice(phrases[k]!.from, phrases[k]!.to - 1)
    .some(({ norm }, i, words) => norm === 'number' && words[i + 1]?.norm === 'of');

/** "5.65bn euros ($7.4bn) | of takeovers", "at prices | between 92 and 93", "a lot | darker": the noun is none without it. */
export function partsOf(clause: MainClause, k: number): readonly number[] {
  const { phrases, verb, end } = clause;
  const at = phrases[k + 1]?.kind === 'aside' ? k + 2 : k + 1;
  const part = phrases[at];
  if (!part || (k < end && at >= end) || (k < verb && at >= verb)) return [];
  if (part.kind === 'preposition' && /^(?:of|between|than|per)$/.test(opening(clause, at))) return [at];
  // "26 crowns | over world levels", "12 seconds | behind".
  const counts = clause.tokens.slice(phrases[k]!.from, phrases[k]!.to).some(({ pos }) => pos === 'NUM');
  if (counts && part.kind === 'preposition' && /^(?:over|above|below|behind|ahead)$/.test(opening(clause, at)))
    return [at];
  return part.kind === 'adjective' && k > verb ? [at] : [];
}
