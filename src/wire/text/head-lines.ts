import { embargoEnd } from '../orders/embargo-end.ts';
import { findEmbargoWords } from '../orders/embargo-words.ts';
import { instantOf } from '../times/dates.ts';

/** What the lines above a mailed story say about it. */
export type Head = {
  headline?: string;
  byline?: string;
  slugline?: string;
  category?: string;
  language?: string;
  source?: string;
  guid?: string;
  version?: string;
  versionCreated?: string | undefined;
  keywords?: string[];
  embargoedUntil?: string;
  notes: string[];
  signals: string[];
};

type Take = (head: Head, value: string, line: string) => void;
type Key = 'headline' | 'byline' | 'slugline' | 'category' | 'language' | 'source' | 'guid' | 'version';

const into =
  (key: Key): Take =>
  (head, value) => {
    head[key] ??= value;
  };
const nothing: Take = () => {};
const signal =
  (name: 'correction' | 'update'): Take =>
  (head, _value, line) => {
    head.signals.push(name);
    if (name === 'correction') head.notes.push(line);
  };

// Line by line; the first that matches takes the line. What is in the first brackets is the value.
const lines: readonly (readonly [RegExp, Take])[] = [
  [/^(?:headline|title|subject)\s?:\s(.+)$/i, into('headline')],
  [/^(?:slug|slugline|keyword)\s?:\s(.+)$/i, into('slugline')],
  [/^(?:guid|id|story id|item)\s?:\s(\S+)$/i, into('guid')],
  [/^version\s?:\s(\d{1,6})$/i, into('version')],
  [/^(?:category|section|desk)\s?:\s(.{1,60})$/i, into('category')],
  [/^(?:language|lang)\s?:\s([a-z]{2,3}(?:-[A-Za-z]{2,4})?)$/i, into('language')],
  [/^source\s?:\s(.{1,80})$/i, into('source')],
  [/^byline\s?:\s(.{2,120})$/i, into('byline')],
  [/^keywords\s?:\s(.+)$/i, takeKeywords],
  [/^(?:date|sent|transmitted)\s?:\s(.{6,60})$/i, takeDate],
  // Embargoes, in the forms that reach a desk. What cannot be read stays in words and holds the story.
  [
    /^\W{0,6}(?:strictly |under )?embargo(?:ed)?(?:\s?[:–—]|\s-|-\s|\s(?:until|till|to|not before|for release(?: at| on)?)\b|\s(?=\d)|\W{0,6}$)[\s:]*(.*)$/i,
    takeEmbargo,
  ],
  [/^\W{0,6}(?:hold )?for release(?: at| on)[\s:]+(.+)$/i, takeEmbargo],
  [/^\W{0,6}not for (?:publication|release|use)(?: or broadcast)? (?:before|until|prior to)[\s:]+(.*)$/i, takeEmbargo],
  [/^\W{0,6}(?:not before|not until|hold until)[\s:]+(.+)$/i, takeEmbargo],
  // Orders not to use the copy stay in the notes, where they are looked for, and never become a headline.
  [
    /^[\W_]{0,6}((?:bulletin |mandatory )?(?:kill|withhold|elimination|hold)(?:[\W_]{1,6}(?:kill|hold|withhold))*(?: notice| advisory)?[\W_]{0,6})$/i,
    (head, value) => head.notes.push(value),
  ],
  [
    /^\W{0,4}(?:correction|corrected(?: version| repeat)?|berichtigung|refile|corrected copy)\W{0,4}$/i,
    signal('correction'),
  ],
  [
    /^\W{0,4}(?:update|updated|writethru|1st lead|\d(?:st|nd|rd|th) (?:ld|lead)(?:-writethru)?|recast|repeat)\W{0,4}$/i,
    signal('update'),
  ],
  [/^(?:media|press|news) release\b.{0,20}$/i, nothing],
  [/^\W{0,4}(?:urgent|bulletin|flash|alert|breaking|eil|priority)\W{0,4}$/i, nothing],
];

/** What to do with a line that stands above a story and is no part of it; undefined for any other line. */
export function headLine(line: string): ((head: Head) => void) | undefined {
  for (const [pattern, take] of lines) {
    const found = pattern.exec(line);
    if (found) return (head) => take(head, found[1]?.trim() ?? '', line);
  }
  return findEmbargoWords([line]) === undefined ? undefined : (head) => takeEmbargo(head, line);
}

function takeKeywords(head: Head, value: string) {
  const words = value.split(/[,;]/).map((word) => word.trim());
  head.keywords ??= words.filter((word) => word !== '');
}

function takeDate(head: Head, value: string) {
  head.versionCreated ??= instantOf(value);
}

function takeEmbargo(head: Head, value: string) {
  const end = embargoEnd(value.slice(0, 200)) || 'embargoed, no time given';
  const other = head.embargoedUntil !== undefined && head.embargoedUntil !== end && /\d/.test(end);
  // Of two times neither is certain.
  head.embargoedUntil = other ? `${head.embargoedUntil} / ${end}` : (head.embargoedUntil ?? end);
}
