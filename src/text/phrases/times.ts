import type { Token } from '../tokens.ts';
import { MONTHS, WEEKDAYS } from '../words/function-words.ts';
import { wordSet } from '../words/word-set.ts';
import { isGlued } from './phrase.ts';

const UNIT =
  /^(?:second|minute|hour|day|night|week|month|quarter|year|decade|century|season|morning|afternoon|evening|weekend|time|today|yesterday|tonight|tomorrow|midnight|noon|moment)s?$/;
const OPENERS = wordSet(
  `all only just on in at by since until till from for during over within after before late early last next this earlier later ago
  every each`,
);
/** Between the first word of a time and its day or unit: "in the past few | weeks". */
const INNER = wordSet(
  `a an the about around some several few more than past first second third fourth same early late mid recent coming previous following
  just only almost nearly -`,
);
/** Beside these "May" is the month and "Dec" is no name. */
const BESIDE_MONTH = wordSet(
  'in on of since by until till from to for during last next late early mid this every each - before after through between',
);
const DAYS = new Set<string>([...WEEKDAYS, ...MONTHS]);

/** The end of "on Monday and Tuesday", of one time or of several that are joined; `at` where none begins. Places are tokens. */
export function timesAt(tokens: readonly Token[], at: number, to: number): number {
  let end = timeAt(tokens, at, to);
  while (end > at && end + 1 < to && /^(?:and|or|to)$/.test(tokens[end]!.norm)) {
    const next = timeAt(tokens, end + 1, to);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

/** "on Wednesday", "last week", "two months ago", "in April", "yesterday": the end of a time; `at` where none begins. */
function timeAt(tokens: readonly Token[], at: number, to: number): number {
  const first = tokens[at]!;
  // "as soon as Monday".
  if (
    first.norm === 'as' &&
    /^(?:soon|early|late)$/.test(tokens[at + 1]?.norm ?? '') &&
    tokens[at + 2]?.norm === 'as'
  ) {
    const end = at + 3 < to ? timeAt(tokens, at + 3, to) : at + 3;
    if (end > at + 3) return end;
  }
  if (isDayAt(tokens, at)) return endOfDate(tokens, at, to);
  if (!mayBegin(first)) return at;
  let i = at;
  while (i < to && isInner(tokens[i]!)) i++;
  const isYear = /^(?:1[89]|20)\d\d$/.test(tokens[i - 1]?.text ?? '') && i > at + 1;
  if (i >= to) return at > 0 && isYear && i === at + 2 && /^(?:in|since|by|until)$/.test(first.norm) ? to : at;
  // "since then".
  if (/^(?:since|until|by)$/.test(first.norm) && at + 1 < to && /^(?:then|now)$/.test(tokens[at + 1]!.norm))
    return at + 2;
  // "at the June 14 | meeting": no time of its own.
  if (isDayAt(tokens, i)) {
    const end = endOfDate(tokens, i, to);
    return end === i ? at : end;
  }
  if (i > at && UNIT.test(tokens[i]!.norm) && !isGlued(tokens, i + 1)) return endOfLength(tokens, at, { unit: i, to });
  return isYear && /^(?:in|since|by|until|of|from|during|late|early)$/.test(first.norm) ? i : at;
}

const mayBegin = ({ norm, pos }: Token): boolean =>
  OPENERS.has(norm) || pos === 'NUM' || /^(?:a|an|the|some|several)$/.test(norm);
const isInner = ({ norm, pos }: Token): boolean => OPENERS.has(norm) || INNER.has(norm) || pos === 'NUM';

const isDayAt = (tokens: readonly Token[], at: number): boolean =>
  /^(?:yesterday|today|tonight|tomorrow)$/.test(tokens[at]!.norm) || isNamedDay(tokens, at);

/** "in May", "May 3": not "may", nor a name ("Ant and Dec"). */
function isNamedDay(tokens: readonly Token[], at: number): boolean {
  const { norm, text } = tokens[at]!;
  if (!DAYS.has(norm) || !/^\p{Lu}/u.test(text)) return false;
  if (!MONTHS.has(norm)) return true;
  const before = tokens[at - 1];
  if (before?.norm === 'and') return DAYS.has(tokens[at - 2]?.norm ?? '');
  return (
    (before !== undefined && (/^\d/.test(before.text) || BESIDE_MONTH.has(before.norm))) ||
    /^\d/.test(tokens[at + 1]?.text ?? '')
  );
}

/** "two weeks ago", "last year": the end of a length of time whose unit stands at `unit`; `at` where it is no time of its own. */
function endOfLength(
  tokens: readonly Token[],
  at: number,
  { unit, to }: { readonly unit: number; readonly to: number },
): number {
  const isTold = unit + 1 < to && /^(?:ago|earlier|later|prior|now)$/.test(tokens[unit + 1]!.norm);
  const end = isTold ? unit + 2 : unit + 1;
  // "the end of the year", "the time of the fire", "the second quarter of 1987".
  if (/^(?:of|'s)$/.test(tokens[end]?.norm ?? '')) return at;
  // "a one-year repair programme", "a 36-year absence": it only describes.
  if (!isTold && end < to && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[end]!.pos) && !isNamedDay(tokens, end)) return at;
  // A length of time that is counted ("for the first time") tells more; a noun of its own ("the week") is no time.
  const isBare = /^(?:a|an|the)$/.test(tokens[at]!.norm) || tokens[at]!.pos === 'NUM';
  return isBare && !isTold ? at : end;
}

/** "Monday morning", "May 3, 2004" from the day on; `at` where it only describes: "Monday's talks", "the May elections". */
function endOfDate(tokens: readonly Token[], at: number, to: number): number {
  let end = at + 1;
  while (end < to && isInDate(tokens, end)) end++;
  if (/^['’]s?$/.test(tokens[end]?.text ?? '')) return at;
  return end < to && tokens[end]!.pos === 'NOUN' ? at : end;
}

const isInDate = (tokens: readonly Token[], at: number): boolean => {
  const { norm, text, pos } = tokens[at]!;
  return (
    (norm === 'of' && /^(?:1[89]|20)\d\d$/.test(tokens[at + 1]?.text ?? '')) ||
    /^\d{1,4}(?:st|nd|rd|th)?$/.test(text) ||
    // "June four".
    (pos === 'NUM' && MONTHS.has(tokens[at - 1]!.norm) && /^\p{Ll}+$/u.test(text)) ||
    /^(?:morning|afternoon|evening|night)$/.test(norm)
  );
};
