import type { CheckedSentence, Verdict } from '../../check/check-claim.ts';
import type { Finding } from '../../story/furniture.ts';

type Checked = {
  readonly claim: string;
  readonly copy: { readonly headline: string; readonly text: string };
  readonly verdict: Verdict;
};
type Stretch = { readonly start: number; readonly end: number };

/** Widest line of a terminal page; longer ones are hard to read. */
const WIDTH = 96;

/** A verdict as it reads on a terminal: each sentence with what was found, in its own words and in the copy's, underlined. */
export function verdictPage({ claim, copy, verdict }: Checked): string {
  const parts = verdict.sentences.map((sentence) => sentencePage(sentence, claim, copy));
  const failed = verdict.sentences.filter(({ findings }) => findings.length > 0).length;
  const all = verdict.sentences.length;
  const sum =
    failed === 0
      ? `Proved: the copy carries ${all === 1 ? 'the sentence' : `all ${all} sentences`}.`
      : `Not proved: ${failed} of ${all} ${all === 1 ? 'sentence' : 'sentences'}. A person must decide.`;
  return `${parts.join('\n')}\n${sum}\n`;
}

function sentencePage(sentence: CheckedSentence, claim: string, copy: Checked['copy']): string {
  const { findings, against } = sentence;
  const mark = findings.length === 0 ? '✓' : '✗';
  const places = findings.flatMap(({ start, end }) =>
    start === undefined || end === undefined ? [] : [{ start, end }],
  );
  const lines = underlined(claim, sentence, places, `${mark} `);
  for (const { check, message } of findings) lines.push(`    ${check}: ${message}`);
  if (against) {
    const there = findings.flatMap((finding: Finding) => (finding.copy?.part === against.part ? [finding.copy] : []));
    lines.push(...underlined(copy[against.part], against, there, findings.length === 0 ? '  └ ' : '    copy: '));
  }
  return `${lines.join('\n')}\n`;
}

/** The stretch of a text in lines that fit, each followed by a line of marks under the places. */
function underlined(text: string, { start, end }: Stretch, places: readonly Stretch[], label: string): string[] {
  const lines: string[] = [];
  let from = start;
  while (from < end) {
    let to = Math.min(end, from + WIDTH - label.length);
    if (to < end) {
      const space = text.lastIndexOf(' ', to);
      if (space > from) to = space;
    }
    const shown = text.slice(from, to).replace(/\s/g, ' ');
    lines.push(`${lines.length === 0 ? label : ' '.repeat(label.length)}${shown}`);
    const marks = Array.from(shown, (_, i) =>
      places.some((p) => p.start <= from + i && from + i < p.end) ? '‾' : ' ',
    );
    if (marks.includes('‾')) lines.push(`${' '.repeat(label.length)}${marks.join('').trimEnd()}`);
    from = to;
    while (from < end && /\s/.test(text[from] ?? '')) from++;
  }
  return lines;
}
