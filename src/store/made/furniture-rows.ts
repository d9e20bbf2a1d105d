import type { Element, Finding, Furniture, PullQuote } from '../../story/furniture.ts';
import { present } from '../database/present.ts';
import type { FindingTable, FurnitureKind, FurnitureTable } from '../database/schema-made.ts';
import { storable } from '../database/storable.ts';

type NewRow = Omit<FurnitureTable, 'id' | 'story_version_id'>;
type StoredRow = NewRow & { readonly id: number };
type StoredFinding = Omit<FindingTable, 'id' | 'story_version_id' | 'position'>;

/** Furniture as rows, each with the findings that go with it. The pull quote is the agency's words. */
export function rowsOf(furniture: Furniture): { readonly row: NewRow; readonly findings: readonly Finding[] }[] {
  const rows = (kind: FurnitureKind, elements: readonly (Element | null)[]) =>
    elements.flatMap((element, position) =>
      element ? [{ row: rowOf(kind, position, element), findings: element.findings }] : [],
    );
  return [
    ...rows('displayHeadline', [furniture.displayHeadline]),
    ...rows('standfirst', [furniture.standfirst]),
    ...rows('summary', furniture.summary),
    ...rows('keyPointsTitle', [furniture.keyPointsTitle]),
    ...rows('keyPoint', furniture.keyPoints),
    ...(furniture.pullQuote ? [{ row: pullQuoteRow(furniture.pullQuote), findings: [] }] : []),
  ];
}

function rowOf(kind: FurnitureKind, position: number, element: Element): NewRow {
  return {
    kind,
    position,
    text: storable(element.text),
    made_by: JSON.stringify(element.madeBy),
    evidence: JSON.stringify(element.evidence),
    speaker: null,
    override: element.override ? JSON.stringify(element.override) : null,
    made_at: element.madeAt ?? null,
  };
}

function pullQuoteRow({ text, speaker, start, end }: PullQuote): NewRow {
  return {
    kind: 'pullQuote',
    position: 0,
    text: storable(text),
    made_by: JSON.stringify({ kind: 'agency' }),
    evidence: JSON.stringify([{ part: 'text', start, end }]),
    speaker: storable(speaker),
    override: null,
    made_at: null,
  };
}

/** The rows of one version, in order of position, as furniture again. */
export function furnitureOf(
  rows: readonly StoredRow[],
  findings: readonly StoredFinding[],
  readingMinutes: number,
): Furniture {
  const elements = (kind: FurnitureKind): Element[] =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => ({
        text: row.text,
        madeBy: JSON.parse(row.made_by),
        evidence: JSON.parse(row.evidence),
        findings: findings.filter((finding) => finding.furniture_id === row.id).map(findingOf),
        ...(row.override !== null && { override: JSON.parse(row.override) }),
        ...(row.made_at !== null && { madeAt: row.made_at }),
      }));
  const quote = rows.find((row) => row.kind === 'pullQuote');
  return {
    displayHeadline: elements('displayHeadline')[0] ?? null,
    standfirst: elements('standfirst')[0] ?? null,
    summary: elements('summary'),
    keyPointsTitle: elements('keyPointsTitle')[0] ?? null,
    keyPoints: elements('keyPoint'),
    pullQuote: quote ? pullQuoteOf(quote) : null,
    readingMinutes,
  };
}

function pullQuoteOf(row: StoredRow): PullQuote {
  const [{ start, end }] = JSON.parse(row.evidence);
  return { start, end, text: row.text, speaker: row.speaker ?? '' };
}

const findingOf = ({ check_name, message, starts, ends }: StoredFinding): Finding =>
  present({ check: check_name, message, start: starts, end: ends });
