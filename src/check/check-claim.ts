import type { Finding } from '../story/furniture.ts';
import { sentences } from '../text/sentences.ts';
import { check } from './check.ts';
import { type CopyToCheck, type Region, readCopy } from './reading/region.ts';
import { unitsOf } from './reading/unit.ts';
import { wordsIn } from './reading/words.ts';

/** `ok`: every sentence of the claim passes the gate. `score`, 0 to 1: how much of its worst sentence one sentence of the copy holds. */
export type Verdict = { readonly ok: boolean; readonly score: number; readonly findings: readonly Finding[] };

/** How many sentences of the copy are tried for each sentence of the claim, the likeliest first. */
const TRIED = 3;

/** Judges words that come without evidence: each sentence is held against the sentences of the copy that share most with it. */
export function checkClaim(claim: string, copy: CopyToCheck): Verdict {
  const story = readCopy(copy);
  const verdicts = sentences(claim).map((span): Verdict => {
    const text = claim.slice(span.start, span.end);
    const keys = new Set(unitsOf(wordsIn(text)).map(({ key }) => key));
    const ranked = story.regions
      .map((region) => ({ region, shared: share(keys, region) }))
      .sort((a, b) => b.shared - a.shared)
      .slice(0, TRIED);
    let fewest: readonly Finding[] = [{ check: 'provenance', message: 'The copy has no words.' }];
    for (const [i, { region }] of ranked.entries()) {
      const { part, start, end } = region;
      const draft = { text, madeBy: { kind: 'editor', name: 'claim' }, evidence: [{ part, start, end }] } as const;
      const findings = check(draft, copy, 'summary').filter((finding) => finding.check !== 'form');
      if (findings.length === 0) return { ok: true, score: 1, findings };
      if (i === 0 || findings.length < fewest.length) fewest = findings;
    }
    return { ok: false, score: (ranked[0]?.shared ?? 0) * 0.9, findings: fewest };
  });
  return {
    ok: verdicts.length > 0 && verdicts.every(({ ok }) => ok),
    score: Math.min(1, ...verdicts.map(({ score }) => score)),
    findings: verdicts.flatMap(({ findings }) => findings),
  };
}

function share(keys: ReadonlySet<string>, region: Region): number {
  const there = new Set(region.units.map(({ key }) => key));
  let shared = 0;
  for (const key of keys) if (there.has(key)) shared++;
  return shared / Math.max(1, keys.size);
}
