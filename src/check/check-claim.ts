import type { Finding } from '../story/furniture.ts';
import type { Evidence, Span } from '../story/span.ts';
import { markedSpans } from '../text/quote-marks.ts';
import { sentences } from '../text/sentences.ts';
import { titleCase } from '../text/title-case.ts';
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
  const checked = linesOf(claim).map(
    (span) => inWholeQuotation(claim, span, story) ?? checkSentence(claim, span, story),
  );
  const joined = joinedQuotations(claim, story.copy.text);
  return {
    ok: checked.length > 0 && joined.length === 0 && checked.every(({ findings }) => findings.length === 0),
    score: Math.min(joined.length > 0 ? 0.9 : 1, ...checked.map(({ score }) => score)),
    findings: [...checked.flatMap(({ findings }) => findings), ...joined],
    sentences: checked,
  };
}

/** Marks and white space of one kind. */
const fold = (words: string): string =>
  words.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/\s+/gu, ' ').trim();

/** A quotation of several sentences stands unbroken in the copy: none may be left out in its middle. */
function joinedQuotations(claim: string, text: string): Finding[] {
  return markedSpans(claim).flatMap(({ start, end }) => {
    const words = claim.slice(start, end);
    if (!/[.!?]\s/u.test(words) || fold(text).includes(fold(words).replace(/[.,]$/, ''))) return [];
    return [{ check: 'quotations', message: 'The copy does not quote these sentences in one piece.', start, end }];
  });
}

/** A sentence inside a quotation of the claim's own that the copy has, mark for mark: whose words they are is plain to see. */
function inWholeQuotation(claim: string, span: Span, { copy }: ReadCopy): CheckedSentence | undefined {
  const quoted = markedSpans(claim).some(
    ({ start, end }) =>
      start <= span.start &&
      span.end <= end &&
      fold(copy.text).includes(fold(claim.slice(start, end)).replace(/[.,]$/, '')),
  );
  const at = quoted ? copy.text.indexOf(claim.slice(span.start, span.end)) : -1;
  if (at < 0) return undefined;
  return { ...span, against: { part: 'text', start: at, end: at + span.end - span.start }, score: 1, findings: [] };
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
  const verbatim = findVerbatim(text, story);
  if (verbatim) return { ...span, against: { part: 'text', ...verbatim }, score: 1, findings: [] };
  const units = unitsOf(wordsIn(text));
  const keys = new Set(units.map(({ key }) => key));
  const ranked = story.regions
    .map((region) => ({ region, shared: sharedKeys(keys, region) }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, TRIED);
  const kind = isHeadline(text) ? 'displayHeadline' : 'summary';
  let fewest: { findings: readonly Finding[]; against?: Evidence } | undefined;
  for (const { region } of ranked) {
    const against: Evidence = { part: region.part, start: region.start, end: region.end };
    const draft = { text, madeBy: { kind: 'editor', name: 'claim' }, evidence: [against] } as const;
    const findings = check(draft, story.copy, kind).filter((finding) => finding.check !== 'form');
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

/** Every word has its capital: inside quotation marks too, a headline may. */
const isHeadline = (text: string): boolean => /\s/.test(text) && titleCase(text) === text && !/[.!?]$/.test(text);

/** How far words are from being proved: a sentence that has all of them is the nearest, whatever it says against them. */
const distance = (findings: readonly Finding[]): number =>
  findings.length + (findings.some(({ check: name }) => name === 'provenance') ? 100 : 0);

/** Somebody can be heard to speak: such words are not taken for the reporter's, also without quotation marks. */
const SPEAKS = /\b(?:I|[Mm]e|[Mm]y|[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our)\b(?!\.)/;

/**
 * Where the copy has just this sentence from its beginning to its end, and no quotation mark at either: what is repeated word
 * for word needs no further proof, however our splitter parts it from its neighbours.
 */
function findVerbatim(sentence: string, story: ReadCopy): Span | undefined {
  const { text } = story.copy;
  if (!text.includes(sentence)) return acrossParagraphs(sentence, story);
  const { quoted } = scan(story);
  for (let start = text.indexOf(sentence); start >= 0; start = text.indexOf(sentence, start + 1)) {
    const end = start + sentence.length;
    const opens = /(?:^|[.!?:…]["”'’)]*\s+|\n\s*)$/u.test(text.slice(Math.max(0, start - 20), start));
    const closes = /[.!?…]["”'’)]*$/u.test(sentence) && /^\s?$/u.test(text.slice(end, end + 1));
    const spoken = quoted.some((mark) => mark.start <= start && end <= mark.end);
    if (spoken && !SPEAKS.test(sentence)) continue;
    if (opens && closes && /^["“‘'([]?[\p{L}\p{N}]/u.test(sentence)) return { start, end };
  }
  return undefined;
}

/** The text on one line, and its quotations: looked for once, however many claims are made about it. */
function scan(story: ReadCopy): { readonly flat: string; readonly quoted: readonly Span[] } {
  const known = scanned.get(story);
  if (known) return known;
  const { text } = story.copy;
  const found = { flat: text.replace(/\s+/gu, ' '), quoted: markedSpans(text) };
  scanned.set(story, found);
  return found;
}

const scanned = new WeakMap<ReadCopy, { readonly flat: string; readonly quoted: readonly Span[] }>();

/** A sentence that the copy parts by a paragraph's end, as a quotation that goes on does. */
function acrossParagraphs(sentence: string, story: ReadCopy): Span | undefined {
  const { text } = story.copy;
  const { flat, quoted } = scan(story);
  const [first = '', ...rest] = sentence.split(/\s+/u);
  if (rest.length < 3 || !flat.includes(sentence)) return undefined;
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    let end = start + first.length;
    for (const word of rest) {
      const gap = /^\s+/u.exec(text.slice(end, end + 8))?.[0].length ?? 0;
      if (gap === 0 || !text.startsWith(word, end + gap)) {
        end = -1;
        break;
      }
      end += gap + word.length;
    }
    if (end > 0 && (!quoted.some((mark) => mark.start <= start && end <= mark.end) || SPEAKS.test(sentence)))
      return { start, end };
  }
  return undefined;
}

const placedIn = (finding: Finding, by: number): Finding => ({
  ...finding,
  ...(finding.start !== undefined && { start: finding.start + by }),
  ...(finding.end !== undefined && { end: finding.end + by }),
});
