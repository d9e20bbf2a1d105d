import type { EventMarks } from './event-marks.ts';

/** How alike two tellings are, each from 0 to 1. `facts` looks at names, figures and quoted words alone; `shared` counts those. */
export type Likeness = { readonly all: number; readonly facts: number; readonly shared: number };

const isFact = (mark: string): boolean => !mark.startsWith('w ');
/** The fingerprint of the whole text weighs nothing and counts for nothing but itself. */
const isText = (mark: string): boolean => mark.startsWith('= ');

/** The weight of the marks that both have, beside the weight of each (cosine). Symmetric, and independent of any other story. */
export function likeness(one: EventMarks, other: EventMarks): Likeness {
  let [all, facts, shared] = [0, 0, 0];
  for (const [mark, weight] of one) {
    if (!other.has(mark)) continue;
    all += weight;
    if (!isFact(mark) || isText(mark)) continue;
    facts += weight;
    shared++;
  }
  const [whole, wholeOther] = [weigh(one), weigh(other)];
  return {
    all: all / (Math.sqrt(whole.all * wholeOther.all) || 1),
    facts: facts / (Math.sqrt(whole.facts * wholeOther.facts) || 1),
    shared,
  };
}

function weigh(marks: EventMarks): { readonly all: number; readonly facts: number } {
  let [all, facts] = [0, 0];
  for (const [mark, weight] of marks) {
    all += weight;
    if (isFact(mark)) facts += weight;
  }
  return { all, facts };
}

/** One agency's telling, as it is compared. `at` (ISO 8601) is when the agency first told it, `source` who sent it. */
export type Telling = {
  readonly source: string | number;
  readonly at: string;
  readonly language: string;
  readonly marks: EventMarks;
};

/** Tellings further apart are of two days of a story, hours. */
export const WINDOW_HOURS = 36;
const HOUR = 3_600_000;
/** From here on apart, a second telling is more often a follow-up: it must agree in more of its facts. */
const LATER_HOURS = 16;

/** Names, figures and quoted runs in common; fewer are never enough. */
const FEWEST = 5;

/**
 * Whether two tellings are of one event. Precision comes first: two stories wrongly folded into one hide news, two lines of one
 * event only repeat it. What the limits were measured on stands in docs/decisions/0008-same-event.md.
 */
export function tellsSameEvent(one: Telling, other: Telling): boolean {
  const apart = Math.abs(Date.parse(one.at) - Date.parse(other.at)) / HOUR;
  if (!(apart <= WINDOW_HOURS) || languageOf(one) !== languageOf(other)) return false;
  if (sharesText(one, other)) return true;
  // An agency's own second story is an update or another story: only the same words under another id are the same.
  if (one.source === other.source) return false;
  const { all, facts, shared } = likeness(one.marks, other.marks);
  if (shared < FEWEST) return false;
  if (apart > LATER_HOURS) return all >= 0.75 && facts >= 0.85;
  return (all >= 0.5 && facts >= 0.65) || (all >= 0.45 && facts >= 0.5 && sharedQuotes(one.marks, other.marks) >= 3);
}

const languageOf = ({ language }: Telling): string => language.toLowerCase().split(/[-_]/)[0] ?? '';

const sharesText = (one: Telling, other: Telling): boolean =>
  [...one.marks.keys()].some((mark) => mark.startsWith('= ') && other.marks.has(mark));

function sharedQuotes(one: EventMarks, other: EventMarks): number {
  let shared = 0;
  for (const mark of one.keys()) if (mark.startsWith('q ') && other.has(mark)) shared++;
  return shared;
}

/** How many names, from the first on, and figures stories are looked up by: what an event is about is told early. */
const NAMES = 20;
const FIGURES = 12;

/**
 * The marks by which candidates are looked up: the first names and figures and the quoted runs, but no small numbers, which all
 * stories have. Tellings that share fewer than `FEWEST_LOOKED_UP` of them are not compared.
 */
export function lookedUp(marks: EventMarks): string[] {
  const telling = [...marks].filter(([, weight]) => weight === 0 || weight > 1).map(([mark]) => mark);
  const of = (kind: string) => telling.filter((mark) => mark.startsWith(`${kind} `));
  return [...of('n').slice(0, NAMES), ...of('#').slice(0, FIGURES), ...of('q'), ...of('=')];
}

export const FEWEST_LOOKED_UP = 4;
