import type { Draft, Drafts, Finding } from '../../story/furniture.ts';
import type { Evidence } from '../../story/span.ts';
import { type AnswerPlace, answerElement } from './answer.ts';

/** What can be used of an answer, and why the rest of it cannot. */
export type ReadAnswer = { readonly drafts: Drafts; readonly findings: readonly Finding[] };

type Known = { readonly model: string; readonly places: ReadonlyMap<number, Evidence> };

/** Elements read of one list of an answer; the rest of a longer one is left. */
const MOST = 8;

/** Reads an answer element by element: one that has no words, no number or a number of no sentence is dropped, and noted. */
export function draftsOf(answer: Readonly<Record<string, unknown>>, known: Known): ReadAnswer {
  const findings: Finding[] = [];
  const read = (place: AnswerPlace, value: unknown): Draft[] => {
    if (value === null || value === undefined) return [];
    const draft = draftOf(value, known);
    if (typeof draft !== 'string') return [draft];
    findings.push({ check: 'model', message: `The model’s ${NAMES[place]} is dropped: ${draft}` });
    return [];
  };
  const readList = (place: AnswerPlace): Draft[][] => {
    const list = answer[place];
    if (!Array.isArray(list)) return read(place, list).map((draft) => [draft]);
    return list
      .slice(0, MOST)
      .flatMap((value) => read(place, value))
      .map((draft) => [draft]);
  };
  const drafts: Drafts = {
    displayHeadline: read('displayHeadline', answer['displayHeadline']),
    standfirst: read('standfirst', answer['standfirst']),
    summary: readList('summary'),
    keyPointsTitle: read('keyPointsTitle', answer['keyPointsTitle']),
    keyPoints: readList('keyPoints'),
    pullQuotes: [],
  };
  return { drafts, findings };
}

/** What people call each place. */
const NAMES: Readonly<Record<AnswerPlace, string>> = {
  displayHeadline: 'display headline',
  standfirst: 'standfirst',
  keyPointsTitle: 'title for the key points',
  keyPoints: 'key point',
  summary: 'summary sentence',
};

function draftOf(value: unknown, { model, places }: Known): Draft | string {
  const read = answerElement.safeParse(value);
  if (!read.success) {
    const at = read.error.issues[0]?.path[0];
    return at === 'sentences' ? 'it names no sentence that proves it.' : 'it is no element with a text of its own.';
  }
  const evidence: Evidence[] = [];
  for (const number of new Set(read.data.sentences)) {
    const place = places.get(number);
    if (!place) return `there is no sentence ${number} in the copy.`;
    evidence.push(place);
  }
  return { text: oneLine(read.data.text), madeBy: { kind: 'model', name: model }, evidence };
}

/** Words in one line, without the characters that no page shows. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
