import type { CopyToCheck } from '../src/check/reading/region.ts';
import { checkAgainstCopy } from '../src/check-against-copy.ts';
import { sentences } from '../src/text/sentences.ts';
import { tokens } from '../src/text/tokens.ts';
import { median } from './pages.ts';
import { PLANTERS } from './planted-errors.ts';
import { stories } from './planting.ts';
import type { Figure } from './run.ts';

const ROUNDS = 7;
const ROUND_MS = 1500;

/** Claims judged per second on one core, true ones and planted errors alike, each copy read once; beside reading them with wink-nlp alone. */
export async function measureChecks(): Promise<readonly Figure[]> {
  const work = (await stories()).map((copy) => ({ copy, claims: claimsOn(copy.text) }));
  const count = work.reduce((sum, { claims }) => sum + claims.length, 0);
  const judged: number[] = [];
  const read: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const pair = [
      rate(work, (copy, claim) => checkAgainstCopy(claim, copy)),
      rate(work, (_, claim) => tokens(claim)),
    ] as const;
    if (round === 0) continue;
    judged.push(pair[0]);
    read.push(pair[1]);
  }
  return [
    {
      what: `claims checked per second and core (${count} claims about ${work.length} stories)`,
      figure: median(judged).toFixed(0),
      reference: `limit 5,000; wink-nlp alone, tokens and tags of the same claims: ${median(read).toFixed(0)}`,
      verdict: `ratio to the limit ${(median(judged) / 5000).toFixed(2)}`,
    },
  ];
}

/** The sentences of a text, and each with every error that it has a place for. */
function claimsOn(text: string): string[] {
  const own = sentences(text).map(({ start, end }) => text.slice(start, end));
  const around = (sentence: string) => ({ others: own.filter((one) => one !== sentence), names: [] });
  return own.flatMap((sentence) => [
    sentence,
    ...PLANTERS.flatMap(({ plant }) => plant(sentence, around(sentence)) ?? []),
  ]);
}

function rate(
  work: readonly { readonly copy: CopyToCheck; readonly claims: readonly string[] }[],
  judge: (copy: CopyToCheck, claim: string) => unknown,
): number {
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < ROUND_MS) {
    // A fresh object each time, as a program has that gets copy and claims together: reading the copy is part of the work.
    for (const { copy, claims } of work) {
      const fresh = { ...copy };
      for (const claim of claims) judge(fresh, claim);
      count += claims.length;
    }
  }
  return count / ((performance.now() - started) / 1000);
}
