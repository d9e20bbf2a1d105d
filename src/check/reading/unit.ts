import type { ReportingVerb } from '../../text/words/reporting-verbs.ts';
import type { Word } from './words.ts';

/**
 * What one or more tokens say, in a form that all licensed ways of writing it share: "the United States" and "US", "per cent"
 * and "%", "two" and "2", "programme" and "program". This file and meaning.ts are the closed table of rewrites that need no further proof.
 * `first` and `last` are places in the list of tokens.
 */
export type Unit = {
  readonly key: string;
  readonly first: number;
  readonly last: number;
  readonly verb?: ReportingVerb;
};

const STATES: readonly (readonly [RegExp, string])[] = [
  [/^(?:the )?united states(?: of america)?(?= |$)/, '=US'],
  [/^(?:the )?united kingdom(?= |$)/, '=UK'],
  [/^(?:the )?united nations(?= |$)/, '=UN'],
  [/^(?:the )?european union(?= |$)/, '=EU'],
  [/^per cent(?= |$)/, '%'],
];
/** The units of words as `wordsIn` cuts them, in order. Articles and punctuation make none: they may come and go. */
export function unitsOf(tokens: readonly Word[]): Unit[] {
  const units: Unit[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const long = longFormAt(tokens, i);
    if (long) {
      units.push({ key: long.key, first: i, last: i + long.length - 1 });
      i += long.length - 1;
    } else {
      const { meaning } = token;
      if (meaning?.verb) units.push({ key: meaning.key, first: i, last: i, verb: meaning.verb });
      else if (meaning) units.push({ key: meaning.key, first: i, last: i });
    }
  }
  return units;
}

function longFormAt(tokens: readonly Word[], at: number): { key: string; length: number } | undefined {
  const first = tokens[at]!.norm;
  if (first !== 'united' && first !== 'european' && first !== 'per') return undefined;
  const next = tokens
    .slice(at, at + 4)
    .map((token) => token.norm)
    .join(' ');
  for (const [pattern, key] of STATES) {
    const found = pattern.exec(next);
    if (found) return { key, length: found[0].split(' ').length };
  }
  return undefined;
}
