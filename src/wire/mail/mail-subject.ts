import { embargoEnd } from '../orders/embargo-end.ts';
import { findEmbargoWords } from '../orders/embargo-words.ts';
import { findKillWords } from '../orders/kill-words.ts';
import { EMBARGOED } from '../orders/told-status.ts';

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
  const order = orders([rest, ...partsOf(rest)]) || /[([][^)\]]{0,20}\bembargo|\bEMBARGO(?:ED)?\W{0,4}$/.test(rest);
  const headline = order ? withoutOrder(rest) : rest;
  const kill = findKillWords([whole]) !== undefined;
  return {
    ...(headline === undefined || headline === '' ? {} : { headline }),
    ...(order ? { embargoedUntil: endOf(rest) } : {}),
    signals,
    ...(order || kill || signals.includes('correction') ? { note: whole } : {}),
  };
}

const orders = (texts: readonly string[]): boolean => findEmbargoWords(texts) !== undefined;
/** The subject at its dashes, bars and colons; a clock's colon has no space behind it. */
const partsOf = (subject: string): string[] => subject.split(/:\s|\s[–—|-]{1,2}\s/);

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
  const bracketed = subject.replace(bracket, ' ').replace(/\s+/g, ' ').trim();
  if (bracketed !== subject) return bracketed.replace(/^[\s:–—|-]+/, '') || undefined;
  const parts = partsOf(subject);
  const kept = parts.filter((part) => findEmbargoWords([part]) === undefined && !isTime(part));
  if (kept.length === parts.length) return subject.replace(/\s?\bEMBARGO(?:ED)?\W{0,4}$/, '') || undefined;
  return kept.length > 0 ? kept.join(' - ') : undefined;
}

const isTime = (part: string): boolean => embargoEnd(part) !== part.replace(/\s+/g, ' ').trim();

const lead = /^.{0,60}?\bembargo(?:ed)?\W{0,3}(?:until|till|to|for release(?: at| on)?)?\W{0,3}/i;
const bracket = /[([]([^()[\]]{0,20}\bembargo[^()[\]]{0,120})[)\]]/i;

/** The end in the first part of the subject that tells one; else the order's own words, which hold the story. */
function endOf(subject: string): string {
  const inBrackets = bracket.exec(subject)?.[1];
  const parts = inBrackets === undefined ? partsOf(subject) : [inBrackets];
  const bare = [...parts, subject].map((part) => part.replace(lead, '').trim());
  const readable = bare.map((part) => embargoEnd(part)).find((end, at) => end !== bare[at]?.replace(/\s+/g, ' '));
  const order = parts.find((part) => /embargo/i.test(part)) ?? parts.find((part) => orders([part])) ?? '';
  return readable ?? (order.replace(lead, '').trim() || EMBARGOED);
}
