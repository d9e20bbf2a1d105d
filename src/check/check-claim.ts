import type { Finding } from '../story/furniture.ts';
import type { Evidence, Span } from '../story/span.ts';
import { sentences } from '../text/sentences.ts';
import { check } from './check.ts';
import { type CopyToCheck, type ReadCopy, readCopy } from './reading/region.ts';
import { sharedKeys, support } from './reading/support.ts';
import { unitsOf } from './reading/unit.ts';
import { wordsIn } from './reading/words.ts';

/**
 * What the gate says of words that come without evidence. `ok`: every sentence passes, the text may be published without a
 * person. `score`, 0 to 1: how much of its weakest sentence one place of the copy carries; it ranks, and proves nothing.
 */
export type Verdict = {
  readonly ok: boolean;
  readonly score: number;
  readonly findings: readonly Finding[];
  readonly sentences: readonly CheckedSentence[];
};

/** One sentence (or line) of the checked text, at `start` to `end` of it, held against `against`, the likeliest place of the copy. */
export type CheckedSentence = {
  readonly start: number;
  readonly end: number;
  readonly against?: Evidence;
  readonly score: number;
  readonly findings: readonly Finding[];
};

/** How many sentences of the copy are tried for each sentence of the claim, the likeliest first. */
const TRIED = 3;

/** Judges words that come without evidence: each sentence is held against the sentences of the copy that share most with it. */
export function checkClaim(claim: string, copy: CopyToCheck): Verdict {
  const story = readCopy(copy);
  const checked = linesOf(claim).map((span) => checkSentence(claim, span, story));
  return {
    ok: checked.length > 0 && checked.every(({ findings }) => findings.length === 0),
    score: Math.min(1, ...checked.map(({ score }) => score)),
    findings: checked.flatMap(({ findings }) => findings),
    sentences: checked,
  };
}

/** Sentences; a line break ends one too, as between key points. */
function linesOf(claim: string): { start: number; end: number }[] {
  const lines = [...claim.matchAll(/[^\n]+/g)];
  return lines.flatMap(({ 0: line, index }) =>
    sentences(line).map(({ start, end }) => ({ start: start + index, end: end + index })),
  );
}

function checkSentence(claim: string, span: { start: number; end: number }, story: ReadCopy): CheckedSentence {
  const text = claim.slice(span.start, span.end);
  const verbatim = findVerbatim(text, story.copy.text);
  if (verbatim) return { ...span, against: { part: 'text', ...verbatim }, score: 1, findings: [] };
  const units = unitsOf(wordsIn(text));
  const keys = new Set(units.map(({ key }) => key));
  const ranked = story.regions
    .map((region) => ({ region, shared: sharedKeys(keys, region) }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, TRIED);
  let fewest: { findings: readonly Finding[]; against?: Evidence } | undefined;
  for (const { region } of ranked) {
    const against: Evidence = { part: region.part, start: region.start, end: region.end };
    const draft = { text, madeBy: { kind: 'editor', name: 'claim' }, evidence: [against] } as const;
    const findings = check(draft, story.copy, 'summary').filter((finding) => finding.check !== 'form');
    if (findings.length === 0) return { ...span, against, score: 1, findings };
    if (!fewest || distance(findings) < distance(fewest.findings)) fewest = { findings, against };
  }
  const findings = fewest?.findings ?? [{ check: 'provenance', message: 'The copy has no words.' }];
  return {
    ...span,
    ...(fewest?.against && { against: fewest.against }),
    score: Math.max(0, ...ranked.map(({ region }) => support(units, region))) * 0.9,
    findings: findings.map((finding) => placedIn(finding, span.start)),
  };
}

/** How far words are from being proved: a sentence that has all of them is the nearest, whatever it says against them. */
const distance = (findings: readonly Finding[]): number =>
  findings.length + (findings.some(({ check: name }) => name === 'provenance') ? 100 : 0);

/**
 * Where the copy has just this sentence from its beginning to its end, and no quotation mark at either: what is repeated word
 * for word needs no further proof, however our splitter parts it from its neighbours.
 */
function findVerbatim(sentence: string, text: string): Span | undefined {
  for (let start = text.indexOf(sentence); start >= 0; start = text.indexOf(sentence, start + 1)) {
    const end = start + sentence.length;
    const opens = /(?:^|[.!?:…]["”'’)]*\s+|\n\s*)$/u.test(text.slice(Math.max(0, start - 20), start));
    const closes = /[.!?…]["”'’)]*$/u.test(sentence) && /^\s?$/u.test(text.slice(end, end + 1));
    if (opens && closes && /^["“‘'([]?[\p{L}\p{N}]/u.test(sentence)) return { start, end };
  }
  return undefined;
}

const placedIn = (finding: Finding, by: number): Finding => ({
  ...finding,
  ...(finding.start !== undefined && { start: finding.start + by }),
  ...(finding.end !== undefined && { end: finding.end + by }),
});
