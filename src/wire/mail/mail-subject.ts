import { embargoEnd } from '../words/embargo-end.ts';
import { findEmbargoWords } from '../words/embargo-words.ts';
import { findKillWords } from '../words/kill-words.ts';
import { EMBARGOED } from '../words/told-status.ts';

/** What a subject says: the headline without its marks, and the marks. `note` is the whole subject where it gives an order. */
export type Subject = {
  readonly headline?: string;
  readonly embargoedUntil?: string;
  readonly signals: readonly string[];
  readonly note?: string;
};

const answered = /^(?:re|fwd?|aw|wg|antw|tr|rv|sv|vs|vb|enc|i|r)(?:\[\d{1,3}\])?\s?:\s{0,9}/i;
const tagged = /^\[(?:ext(?:ernal)?|extern|spam\??|suspected spam|bulk|secure|encrypted)\]\s{0,9}/i;
const kinds: readonly (readonly [RegExp, 'correction' | 'update' | undefined])[] = [
  [
    /^\W{0,3}(?:correction|corrected|corrects|corrected version|berichtigung|korrektur|rectificatif)\b(?: \d{1,2})?\W{0,3}[:–—-]\s{0,9}/i,
    'correction',
  ],
  [
    /^\W{0,3}(?:update|updated|writethru|recast|new version|aktualisierung|mise à jour)\b(?: \d{1,2})?\W{0,3}[:–—-]\s{0,9}/i,
    'update',
  ],
  [
    /^\W{0,3}(?:press release|media release|news release|pressemitteilung|communiqué de presse|for immediate release|urgent|breaking|flash|bulletin)\W{0,3}[:–—-]\s{0,9}/i,
    undefined,
  ],
];

/** Reads a subject: answers' and programs' marks fall away; embargoes, corrections and updates are told apart. */
export function readSubject(subject: string | undefined): Subject {
  const whole = strip(subject ?? '');
  let rest = whole;
  const signals: string[] = [];
  for (let round = 0; round < 4; round++) {
    const found = kinds.find(([pattern]) => pattern.test(rest));
    if (!found) break;
    if (found[1] !== undefined) signals.push(found[1]);
    rest = rest.replace(found[0], '');
  }
  const order = findEmbargoWords([rest]) !== undefined || /[([][^)\]]{0,20}\bembargo/i.test(rest);
  const headline = order ? withoutOrder(rest) : rest;
  const kill = findKillWords([whole]) !== undefined;
  return {
    ...(headline === undefined || headline === '' ? {} : { headline }),
    ...(order ? { embargoedUntil: order ? endOf(rest) : EMBARGOED } : {}),
    signals,
    ...(order || kill || signals.includes('correction') ? { note: whole } : {}),
  };
}

function strip(subject: string): string {
  let rest = subject.replace(/\s+/g, ' ').trim().slice(0, 1000);
  for (let round = 0; round < 12; round++) {
    const next = rest.replace(answered, '').replace(tagged, '').trim();
    if (next === rest) break;
    rest = next;
  }
  return rest;
}

/** "EMBARGOED UNTIL 0600 GMT 3 March 2026: Council to vote" and "Council to vote (EMBARGOED UNTIL …)". */
function withoutOrder(subject: string): string | undefined {
  const bracketed = subject.replace(/\s?[([][^()[\]]{0,20}\bembargo[^()[\]]{0,120}[)\]]\s?/i, ' ').trim();
  if (bracketed !== subject) return bracketed.replace(/^[\s:–—|-]+/, '') || undefined;
  const parts = subject.split(/(?:(?<!\d):(?=\s)|(?<=\d):(?=\s)|\s[–—|-]{1,2})\s/);
  const kept = parts.filter((part) => findEmbargoWords([part]) === undefined && !isTime(part));
  return kept.length < parts.length && kept.length > 0 ? kept.join(' - ') : undefined;
}

const isTime = (part: string): boolean => embargoEnd(part) !== part.replace(/\s+/g, ' ').trim();

function endOf(subject: string): string {
  const inBrackets =
    /[([][^()[\]]{0,20}\bembargo(?:ed)?\W{0,3}(?:until|till|to|for release(?: at| on)?)?\s?([^()[\]]{0,120})[)\]]/i.exec(
      subject,
    )?.[1];
  const words =
    inBrackets ??
    subject.replace(
      /^\W*(?:strictly |under )?embargo(?:ed)?\W{0,3}(?:until|till|to|for release(?: at| on)?)?\W{0,3}/i,
      '',
    );
  const pieces = [words, ...words.split(/:\s|\s[–—|-]\s/)];
  return (
    pieces.map((piece) => [piece, embargoEnd(piece)]).find(([piece, end]) => piece !== end)?.[1] ??
    (words.trim() || EMBARGOED)
  );
}
