import { exactAgencyCredit } from '../agencies.ts';

/** Where in a mail's lines the copy stands: what is before `from` and after `to` (exclusive) belongs to the mail. */
export type MailFrame = {
  readonly from: number;
  readonly to: number;
  /** What the head of a forwarded mail says of the one inside. */
  readonly forwarded?: { readonly sender?: string; readonly subject?: string; readonly date?: string };
};

// A footer is short, and there is copy above it. Longer text below such a line is copy that only looks like one.
const LONGEST_FOOTER = 6000;
const MOST_WORDS_ABOVE_FORWARD = 60;
const MOST_HEAD_LINES = 14;
const MOST_LINES_ABOVE_HEAD = 5000;

const rule = /^[\s*_=–—─-]{3,}$/;
const confidential =
  /^\W{0,4}(?:(?:confidentiality|privacy|legal|important|e-?mail) (?:notice|disclaimer|note|warning)\b|disclaimer\s?[:.-]|this (?:e-?mail|electronic mail|message|communication|transmission)\b.{0,160}?\b(?:confidential|privileged|proprietary|intended (?:only|solely|for))|the (?:information|contents?) (?:contained )?(?:in|of) this (?:e-?mail|message|communication|transmission)\b|if you (?:are not the intended|(?:have )?received? (?:this|an) (?:e-?mail|message|communication))|diese (?:e-?mail|nachricht)\b.{0,120}?\bvertraulich|ce (?:message|courriel|mail)\b.{0,120}?\bconfidentiel|este (?:mensaje|correo)\b.{0,120}?\bconfidencial)/i;
const ofList =
  /^\W{0,4}(?:to unsubscribe\b|unsubscribe\b|you (?:are receiving|received|have received) this (?:e-?mail|message|newsletter)\b|click here to (?:unsubscribe|opt)|manage your (?:preferences|subscription)|update your (?:preferences|subscription)|sent from (?:my|outlook|mail for)\b|get outlook for\b|von meinem \S{3,12} gesendet|envoyé de mon\b|enviado desde mi\b)/i;
const inBrowser =
  /^\W{0,4}(?:view|read|open|see) (?:this (?:e-?mail|message) )?(?:online|in (?:your|a|the) browser)\W{0,4}$/i;
const quotation = /^(?:On|Am|Le|El|Den|Op)\b.{8,200}\b(?:wrote|schrieb|écrit|escribió|skrev|schreef)\b.{0,80}:$/;
const forwardMark =
  /^(?:[-_>\s]{0,12}(?:forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|message transféré|mensaje reenviado|doorgestuurd bericht)[-_\s:]{0,12}|begin forwarded message:)$/i;
const headLine =
  /^>?\s?\*?(from|von|de|sent|gesendet|envoyé|date|datum|subject|betreff|objet|asunto|to|an|à|para|cc|reply-to)\s?:\*?\s?(.*)$/i;

/** Finds the copy between a forwarding's head and the signature, the legal words and the footers of lists and programs. */
export function frameOf(lines: readonly string[]): MailFrame {
  const forward = forwardIn(lines);
  const start = forward?.body ?? topOf(lines);
  const end = forward?.quoted ?? markedEnd(lines, start, footerAt(lines, start));
  const to = withoutRules(
    lines,
    Math.max(start, forward?.quoted === undefined ? end : Math.min(end, forward.quoted)),
    start,
  );
  return { from: start, to, ...(forward?.head ? { forwarded: forward.head } : {}) };
}

function topOf(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  return first >= 0 && inBrowser.test(lines[first]?.trim() ?? '') ? first + 1 : 0;
}

function footerAt(lines: readonly string[], start: number): number {
  const shortest = lines.length - firstWithin(lines, LONGEST_FOOTER);
  const copy = lines.findIndex((line, at) => at >= start && /\p{L}{2}/u.test(line));
  if (copy < 0) return lines.length;
  for (let at = Math.max(start, shortest); at < lines.length; at++) {
    const line = lines[at]?.trim() ?? '';
    const below = [line, lines[at + 1]?.trim(), lines[at + 2]?.trim()].join(' ').slice(0, 400);
    const footer =
      line === '--' ||
      (line !== '' && (confidential.test(below) || ofList.test(line))) ||
      (quotation.test(line) && /^>/.test(lines.slice(at + 1).find((next) => next.trim() !== '') ?? ''));
    if (at <= copy) continue;
    if (isEnd(lines, at)) return at;
    if (isSignOff(lines, at)) return at + 1;
    if (footer) return ruleAbove(lines, at, copy);
  }
  return lines.length;
}

const saysEnd = /^[\W_]{0,5}(?:ends?|ende|fin|stop)[\W_]{0,5}$/i;
const marksEnd = /^\s*(?:#\s?#\s?#|-\s?30\s?-)\s*$/;

/** "ENDS" ends a release: contacts and what the company says of itself follow. */
const isEnd = (lines: readonly string[], at: number): boolean =>
  saysEnd.test(lines[at] ?? '') && ((lines[at - 1] ?? '').trim() === '' || !/[a-z]/.test(lines[at] ?? ''));

/** So does "###", which also parts two stories: it ends one only where less than half as much follows. */
function markedEnd(lines: readonly string[], start: number, end: number): number {
  const at = lines.findIndex((line, index) => index > start && index < end && marksEnd.test(line));
  const long = (from: number, to: number) => lines.slice(from, to).join(' ').length;
  return at > 0 && long(at, end) * 2 < long(start, at) ? at : end;
}

/** A list's footer begins at the rule above it, a line or two before the words that give it away. */
function ruleAbove(lines: readonly string[], at: number, copy: number): number {
  for (let above = at - 1; above > copy && above > at - 4; above--) if (rule.test(lines[above] ?? '')) return above;
  return at;
}

/** "AAP be/": the agency and the writers' initials end the copy; short lines below are the writer's name and telephone. */
function isSignOff(lines: readonly string[], at: number): boolean {
  const [, agency] = /^(\S{2,12})\s[a-z]{2,4}(?:\/[a-z]{2,4}){0,2}\/?$/.exec(lines[at]?.trim() ?? '') ?? [];
  if (agency === undefined || exactAgencyCredit(agency) === undefined) return false;
  const below = lines.slice(at + 1, at + 20).filter((line) => line.trim() !== '');
  return below.slice(0, 3).every((line) => line.length < 60);
}

/** How many of the last lines hold at most so many characters together. */
function firstWithin(lines: readonly string[], characters: number): number {
  let left = characters;
  let count = 0;
  for (let at = lines.length - 1; at >= 0 && left > 0; at--, count++) left -= (lines[at]?.length ?? 0) + 1;
  return count;
}

function withoutRules(lines: readonly string[], end: number, start: number): number {
  let to = end;
  while (to > start && ((lines[to - 1] ?? '').trim() === '' || (to < lines.length && rule.test(lines[to - 1] ?? ''))))
    to--;
  return to;
}

type Forward = {
  readonly body?: number;
  readonly quoted?: number;
  readonly head?: NonNullable<MailFrame['forwarded']>;
};

/** A mail inside the mail: with hardly a word above, it is what was sent on; else it is what was answered to. */
function forwardIn(lines: readonly string[]): Forward | undefined {
  const at = lines.findIndex(
    (line, index) => forwardMark.test(line.trim()) || (index < MOST_LINES_ABOVE_HEAD && startsHead(lines, index)),
  );
  if (at < 0) return undefined;
  const words =
    lines
      .slice(0, at)
      .join(' ')
      .match(/\p{L}{2,}/gu) ?? [];
  if (words.length > MOST_WORDS_ABOVE_FORWARD) return { quoted: at };
  const told: Record<string, string> = {};
  let body = forwardMark.test(lines[at]?.trim() ?? '') ? at + 1 : at;
  for (let seen = 0; body < lines.length && seen < MOST_HEAD_LINES; body++, seen++) {
    const line = lines[body]?.trim() ?? '';
    const [, name, value] = headLine.exec(line) ?? [];
    if (name === undefined) {
      if (line !== '' || Object.keys(told).length >= 2) break;
    } else told[kindOf(name)] ??= value ?? '';
  }
  const { sender, subject, date } = told;
  return { body, head: { ...(sender ? { sender } : {}), ...(subject ? { subject } : {}), ...(date ? { date } : {}) } };
}

/** From, then Sent or Date, To and Subject on the next lines: the head that some programs print without a mark above. */
function startsHead(lines: readonly string[], at: number): boolean {
  if (!/^\*?(?:from|von|de)\s?:/i.test(lines[at]?.trim() ?? '')) return false;
  const names = lines.slice(at, at + 8).flatMap((line) => headLine.exec(line.trim())?.[1]?.toLowerCase() ?? []);
  return new Set(names.map(kindOf)).size >= 3 && names.some((name) => kindOf(name) === 'subject');
}

function kindOf(name: string): string {
  const word = name.toLowerCase();
  if (/^(?:from|von|de)$/.test(word)) return 'sender';
  if (/^(?:subject|betreff|objet|asunto)$/.test(word)) return 'subject';
  return /^(?:sent|gesendet|envoyé|date|datum)$/.test(word) ? 'date' : 'other';
}
