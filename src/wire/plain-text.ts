import type { Block } from '../story/copy.ts';
import { findDateline } from './dateline.ts';
import { embargoEnd, instantOf } from './dates.ts';
import { findKillWords } from './kill-words.ts';
import { present } from './present.ts';
import { textBlocks } from './text-blocks.ts';
import type { WireItem } from './wire-item.ts';

type Head = {
  headline?: string;
  byline?: string;
  slugline?: string;
  category?: string;
  language?: string;
  source?: string;
  versionCreated?: string | undefined;
  guid?: string;
  version?: string;
  keywords?: string[];
  embargoedUntil?: string;
  notes: string[];
  signals: string[];
};
type Line = { readonly pattern: RegExp; take(head: Head, value: string, whole: string): void };

const LONGEST_HEADLINE = 220;
const MOST_HEAD_BLOCKS = 14;

// What may stand above the story, line by line; the first that matches takes the line.
const headLines: readonly Line[] = [
  {
    pattern: /^(?:headline|title|subject)\s?:\s(.+)$/i,
    take: (head, value) => {
      head.headline ??= value;
    },
  },
  {
    pattern: /^(?:slug|slugline|keyword)\s?:\s(.+)$/i,
    take: (head, value) => {
      head.slugline ??= value;
    },
  },
  {
    pattern: /^(?:guid|id|story id|item)\s?:\s(\S+)$/i,
    take: (head, value) => {
      head.guid ??= value;
    },
  },
  {
    pattern: /^version\s?:\s(\d{1,6})$/i,
    take: (head, value) => {
      head.version ??= value;
    },
  },
  {
    pattern: /^(?:category|section|desk)\s?:\s(.{1,60})$/i,
    take: (head, value) => {
      head.category ??= value;
    },
  },
  {
    pattern: /^keywords\s?:\s(.+)$/i,
    take: (head, value) => {
      head.keywords ??= value
        .split(/[,;]/)
        .map((word) => word.trim())
        .filter((word) => word !== '');
    },
  },
  {
    pattern: /^(?:language|lang)\s?:\s([a-z]{2,3}(?:-[A-Za-z]{2,4})?)$/i,
    take: (head, value) => {
      head.language ??= value;
    },
  },
  {
    pattern: /^source\s?:\s(.{1,80})$/i,
    take: (head, value) => {
      head.source ??= value;
    },
  },
  {
    pattern: /^(?:date|sent|transmitted)\s?:\s(.{6,60})$/i,
    take: (head, value) => {
      head.versionCreated ??= instantOf(value);
    },
  },
  {
    pattern: /^byline\s?:\s(.{2,120})$/i,
    take: (head, value) => {
      head.byline ??= value;
    },
  },
  // Embargoes, in the forms that reach a desk. What cannot be read stays in words and holds the story.
  {
    pattern:
      /^\W{0,6}(?:strictly )?(?:embargo(?:ed)?\b[\s:–—-]{0,4}(?:until|till|to|for release(?: at| on)?)?|(?:hold )?for release(?: at| on)?|not for (?:publication|release|use)(?: or broadcast)? (?:before|until|prior to)|not (?:before|until)|hold until)[\s:]*(.*)$/i,
    take: (head, value) => {
      head.embargoedUntil ??= embargoEnd(value.slice(0, 200)) || 'embargoed, no time given';
    },
  },
  // Orders not to use the copy stay in the notes, where they are looked for, and never become a headline.
  {
    pattern:
      /^[\W_]{0,6}((?:bulletin |mandatory )?(?:kill|withhold|elimination|hold)(?:[\W_]{1,6}(?:kill|hold|withhold))*(?: notice| advisory)?[\W_]{0,6})$/i,
    take: (head, value) => {
      head.notes.push(value.trim());
    },
  },
  {
    pattern: /^\W{0,4}(?:correction|corrected(?: version| repeat)?|berichtigung|refile|corrected copy)\W{0,4}$/i,
    take: (head, _value, whole) => {
      head.signals.push('correction');
      head.notes.push(whole);
    },
  },
  {
    pattern:
      /^\W{0,4}(?:update|updated|writethru|1st lead|\d(?:st|nd|rd|th) (?:ld|lead)(?:-writethru)?|recast|repeat)\W{0,4}$/i,
    take: (head) => {
      head.signals.push('update');
    },
  },
  { pattern: /^(?:media|press|news) release\b.{0,20}$/i, take: () => {} },
  { pattern: /^\W{0,4}(?:urgent|bulletin|flash|alert|breaking|eil|priority)\W{0,4}$/i, take: () => {} },
];
const toEditors =
  /^\W{0,3}(?:eds\b|editors?\s?[:–—-]|attn\b|attention,? (?:news )?editors|note to (?:the )?editors?|notes? for editors|ednote|editors['’]? note|advisory to editors|with (?:photo|picture|graphic)s?\W*$|\(?with (?:photo|picture|graphic)s?\)$)/i;
const correctionNote = /^\W{0,3}(?:corrects?|clarif(?:ies|ication)|correction)(?:\s[^.]|:)/i;
const notForReaders =
  /(?:not (?:intended )?for publication|nicht zur (?:veröffentlichung|publikation)|not for use|end(?:s| of) (?:copy|advisory to readers))/i;
const bylines =
  /^(?:By|BY|Von|Par|Por|Di|Texte par)\s(?<names>\p{Lu}[\p{L}.'’-]*(?:[\s,&]+(?:and|und|et|y|e|in|of|de|the)?\s?[\p{Lu}][\p{L}.'’-]*){0,10})$/u;

/** Text as agencies mail it: headline, byline, dateline, paragraphs, closing credit; notes to editors stay out of the body. */
export function readPlainText(text: string): WireItem {
  const head: Head = { notes: [], signals: [] };
  const { published, withheld } = splitPrivate(textBlocks(splitHead(text)));
  const body = takeHead([...published], head);
  const kept = body.filter((block) => !isNote(block, head));
  return present<WireItem>({
    type: 'text',
    guid: head.guid,
    version: head.version,
    headline: head.headline,
    slugline: head.slugline,
    byline: head.byline,
    category: head.category,
    language: head.language,
    source: head.source,
    keywords: head.keywords,
    versionCreated: head.versionCreated,
    embargoedUntil: head.embargoedUntil,
    signals: [...new Set(head.signals)],
    edNote: head.notes.join('\n') || undefined,
    privateNote: withheld.map((block) => block.text).join('\n') || undefined,
    body: kept,
  });
}

/** Puts each line of the head into a paragraph of its own: mail sets headline, byline and story on lines that touch. */
function splitHead(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  for (let at = Math.max(0, first), seen = 0; at < lines.length && seen < MOST_HEAD_BLOCKS; at++) {
    const line = lines[at]?.trim() ?? '';
    if (line === '') continue;
    seen++;
    if (standsAlone(line)) {
      lines[at] = `\n${line}\n`;
    } else if (findDateline([line]) !== null) {
      lines[at] = `\n${lines[at]}`;
      break;
    } else if (line.length > 160) break;
  }
  return lines.join('\n');
}

const standsAlone = (line: string): boolean =>
  line.length < 300 &&
  (headLines.some(({ pattern }) => pattern.test(line)) || bylines.test(line) || /^\([^()]{10,}\)$/.test(line));

/** "* * * *" and "not for publication": what follows is never the readers'. */
function splitPrivate(blocks: readonly Block[]): { published: readonly Block[]; withheld: readonly Block[] } {
  const at = blocks.findIndex(
    (block, index) =>
      index > 0 && block.text.length < 200 && notForReaders.test(block.text) && !/until|before/i.test(block.text),
  );
  if (at < 0) return { published: blocks, withheld: [] };
  const stars = /^[*\s_#-]+$/.test(blocks[at - 1]?.text ?? '') ? at - 1 : at;
  return { published: blocks.slice(0, stars), withheld: blocks.slice(at) };
}

function takeHead(blocks: Block[], head: Head): Block[] {
  for (let taken = 0; taken < MOST_HEAD_BLOCKS; taken++) {
    const [next, after] = blocks;
    if (!next) return blocks;
    const text = next.text;
    const line = text.length < 300 ? headLines.find(({ pattern }) => pattern.test(text)) : undefined;
    if (line) line.take(head, line.pattern.exec(text)?.[1]?.trim() ?? '', text);
    else if (isNote(next, head)) {
      // Taken into the notes.
    } else if (head.headline === undefined && after && isHeadline(next)) head.headline = text;
    else if (head.byline === undefined && text.length < 160 && bylines.test(text)) head.byline = text;
    else return blocks;
    blocks.shift();
  }
  return blocks;
}

function isHeadline({ kind, text }: Block): boolean {
  if (kind !== 'paragraph' || text.length > LONGEST_HEADLINE || findDateline([text]) !== null || bylines.test(text))
    return false;
  return !/[.]["”'’)]?$/.test(text) || /\b(?:[A-Z]\.)+$/.test(text);
}

function isNote({ text }: Block, head: Head): boolean {
  const isCorrection = correctionNote.test(text) && /^\(.*\)$/s.test(text);
  if (isCorrection) head.signals.push('correction');
  const note =
    isCorrection ||
    (text.length < 1500 &&
      (toEditors.test(text) || (text.length < 300 && findKillWords([text.slice(0, 20)]) !== undefined)));
  if (note && !head.notes.includes(text)) head.notes.push(text);
  return note;
}
