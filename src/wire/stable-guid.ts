import { createHash } from 'node:crypto';
import { textOf } from '../story/copy.ts';
import { readLeadMarks } from './orders/lead-marks.ts';
import type { WireItem } from './wire-item.ts';

const WORDS = 12;

/**
 * The guid for copy that brings none, `copydesk:` and 24 hex digits: from who sent it, its slugline or headline, and its day.
 * The same story sent again gets the same guid; a file's name never counts, nor do the marks of a version ("UPDATE 2-",
 * "1st Ld-Writethru"), so that all versions of a day share one guid. Copy that names no day is known by its first words too:
 * a slug comes back next week. A further take ("1st Add") keeps its mark: it never stands for the story.
 */
export function stableGuid(item: WireItem): string {
  const body = textOf(item.body ?? []);
  const title = titleWords(item.slugline ?? item.headline ?? body);
  const day = dayOf(item);
  return guidOf([item.source ?? item.creditLine ?? '', title, day ?? firstWords(`${item.takeKey ?? ''} ${body}`)]);
}

/** A guid of these parts, the same in each run. Upper case, punctuation and white space do not count. */
export function guidOf(parts: readonly string[]): string {
  const plain = parts.map((part) =>
    part
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim(),
  );
  return `copydesk:${createHash('sha256').update(plain.join('\n')).digest('hex').slice(0, 24)}`;
}

/**
 * The number of a version among those that `stableGuid` makes one story: its lead. Undefined where no number is given: then
 * time or arrival tells, as for the first version and for a correction between two leads.
 */
export function stableVersion(item: WireItem): string | undefined {
  const marks = [item.slugline, item.takeKey, item.headline].map((text) => readLeadMarks(text ?? ''));
  const lead = marks.find((mark) => mark.lead !== undefined)?.lead;
  return lead === undefined ? undefined : String(lead);
}

/** A slug without the marks of its version; its further takes keep theirs. */
export function titleWords(title: string): string {
  const marks = readLeadMarks(title);
  return firstWords(marks.part || marks.title === '' ? title : marks.title);
}

const firstWords = (text: string): string => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, WORDS).join(' ');

/** The day in the dateline, else the one on which the copy was made; a dateline without figures names no day. */
function dayOf(item: WireItem): string | undefined {
  const dateline = item.dateline?.text;
  if (dateline !== undefined && /\d/.test(dateline)) return item.dateline?.date ?? dateline;
  const made = (item.firstCreated ?? item.versionCreated)?.slice(0, 10);
  return made === undefined ? undefined : `${dateline ?? ''} ${made}`;
}
