import type { Phrase } from '../phrases/phrase.ts';
import type { MainClause } from './main-clause.ts';
import { opening } from './steps.ts';

/**
 * Whether only what stands beside a noun behind the verb says which one is meant: "games | aimed at adults", "a body | to watch
 * the banks", "at a time | when fares rise", "the prize | in the junior class".
 */
export function onlyBesideSaysWhich({ tokens, phrases, verb }: MainClause, k: number, beside: Phrase): boolean {
  if (k < verb) return false;
  const words = tokens.slice(phrases[k]!.from, phrases[k]!.to);
  const last = words.at(-1)!;
  // "a Golden Globe | in the junior class".
  if (last.pos !== 'NOUN' && !(last.pos === 'PROPN' && beside.kind === 'preposition')) return false;
  const isAny = words.some(({ norm }) => norm === 'a' || norm === 'an');
  const { norm } = tokens[beside.from]!;
  switch (beside.kind) {
    case 'participle':
      return true;
    case 'infinitive':
      return isAny;
    case 'opener':
      return (
        /^(?:when|where)$/.test(norm) && /^(?:time|moment|period|place|point|stage|case|situation)$/.test(last.norm)
      );
    case 'preposition':
      return tokens
        .slice(beside.from, beside.to)
        .some((word) => /^(?:category|categories|class|section|division)$/.test(word.norm));
    default:
      return false;
  }
}

/** "allowed | for the boats | to sail": what "for" opens ends with the deed. */
export const isForDeed = (clause: MainClause, k: number, beside: Phrase): boolean =>
  beside.kind === 'infinitive' && opening(clause, k) === 'for';

/** "households | with children", "citizens | from named countries": many, of whom nothing but this says which. */
export function isOfAKind({ tokens, phrases }: MainClause, k: number): boolean {
  const { kind, from, to } = phrases[k]!;
  const words = tokens.slice(kind === 'preposition' ? from + 1 : from, to);
  const last = words.at(-1)!;
  return (
    last.pos === 'NOUN' &&
    last.lemma !== last.norm &&
    /s$|^(?:people|children|men|women)$/.test(last.norm) &&
    words.every(({ pos }) => pos === 'NOUN' || pos === 'ADJ')
  );
}

/** "people", "the man", "those": by itself it is anybody. */
export const saysNotWhich = ({ tokens, phrases }: MainClause, k: number): boolean => {
  const { from, to } = phrases[k]!;
  return (
    (to - from <= 3 || tokens[to - 2]!.norm === 'of') &&
    /^(?:anyone|everyone|someone|somebody|anybody|everybody|nobody|people|person|men|man|women|woman|those|children|something|anything|nothing|everything|one|ones|thing|things)$/.test(
      tokens[to - 1]!.norm,
    )
  );
};
