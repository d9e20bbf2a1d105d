import type { Block } from '../../story/copy.ts';
import type { Format } from '../format.ts';
import { findEmbargoWords } from '../orders/embargo-words.ts';
import { findKillWords } from '../orders/kill-words.ts';
import { isPrivate } from '../orders/private-notes.ts';
import { present } from '../present.ts';
import { refuse } from '../refuse.ts';
import type { WireItem } from '../wire-item.ts';
import { findDateline } from '../words/dateline.ts';
import { type Head, headLine } from './head-lines.ts';
import { linedBlocks } from './lined-blocks.ts';

const LONGEST_TEXT = 1_000_000;
const LONGEST_HEADLINE = 220;
const MOST_HEAD_BLOCKS = 14;

const toEditors =
  /^\W{0,3}(?:eds\b|editors?(?:\s?[:–—]|\s-\s)|attn\b|attention,? (?:news )?editors|note to (?:the )?editors?|notes? for editors|ednote|editors['’]? note|advisory to editors|with (?:photo|picture|graphic)s?\W*$|\(?with (?:photo|picture|graphic)s?\)$)/i;
const correctionNote = /^\W{0,3}(?:corrects?|clarif(?:ies|ication)|correction)(?:\s[^.]|:)/i;
const bylines =
  /^(?:By|BY|Von|Par|Por|Di|Texte par)\s(?<names>\p{Lu}[\p{L}.'’-]*(?:[\s,&]+(?:and|und|et|y|e|in|of|de|the)?\s?[\p{Lu}][\p{L}.'’-]*){0,10})$/u;

/** Copy without any markup: what anything else that is text is taken for. */
export const plainText: Format = {
  name: 'plain text',
  recognises: () => true,
  read: (file) =>
    file.text.length > LONGEST_TEXT
      ? refuse(
          'too-large',
          'This text is longer than a million characters, and text has no mark where a story ends. Send each story as a file.',
          'plain text',
        )
      : { ok: true, format: 'plain text', items: [readPlainText(file.text)] },
};

/** Text as agencies mail it: headline, byline, dateline, paragraphs, closing credit; notes to editors stay out of the body. */
export const readPlainText = (text: string): WireItem => readCopyBlocks(linedBlocks(withOrdersApart(printable(text))));

/** Puts the lines of the head, and orders to wait wherever they stand, into paragraphs of their own. */
export const withOrdersApart = (text: string): string => splitEmbargoes(splitHead(text));

/** Separators of old wires become spaces; a bell or a shift is nothing that readers see. */
const printable = (text: string): string => text.replace(/[\x1c-\x1f]/g, ' ').replace(/[\x00-\x08\x0e-\x1b\x7f]/g, '');

/** The same for copy that stands in blocks already, as in HTML mail; `known` is what its wire said about it before. */
export function readCopyBlocks(blocks: readonly Block[], known: Partial<Head> = {}): WireItem {
  const head: Head = { ...known, notes: [], signals: [] };
  const { published, withheld } = splitPrivate(blocks);
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

/** The same for an order to wait anywhere below: it is no part of the paragraph that it touches. */
function splitEmbargoes(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, at) => {
      const order = line.trim();
      // A line of news that was wrapped in mid-sentence may begin with any words.
      const begins = /^[\W_]*\p{Lu}/u.test(order) && /(?:^|[.!?:"”’)*_-])\s*$/.test(lines[at - 1] ?? '');
      const shouts = /^[\W_]*\p{Lu}{4}/u.test(order);
      return order.length < 160 && (begins || shouts) && findEmbargoWords([order]) !== undefined
        ? `\n${order}\n`
        : line;
    })
    .join('\n');
}

const standsAlone = (line: string): boolean =>
  line.length < 300 && (headLine(line) !== undefined || bylines.test(line) || /^\([^()]{10,}\)$/.test(line));

/** "* * * *" and "not for publication": what follows is never the readers'. */
function splitPrivate(blocks: readonly Block[]): { published: readonly Block[]; withheld: readonly Block[] } {
  const at = blocks.findIndex((block, index) => index > 0 && block.text.length < 200 && isPrivate(block.text));
  if (at < 0) return { published: blocks, withheld: [] };
  const stars = /^[*\s_#-]+$/.test(blocks[at - 1]?.text ?? '') ? at - 1 : at;
  return { published: blocks.slice(0, stars), withheld: blocks.slice(at) };
}

function takeHead(blocks: Block[], head: Head): Block[] {
  for (let taken = 0; taken < MOST_HEAD_BLOCKS; taken++) {
    const [next, after] = blocks;
    if (!next) return blocks;
    const text = next.text;
    const take = text.length < 300 ? headLine(text) : undefined;
    if (take) take(head);
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
    (text.length < 160 && findEmbargoWords([text]) !== undefined) ||
    (text.length < 1500 &&
      (toEditors.test(text) || (text.length < 300 && findKillWords([text.slice(0, 20)]) !== undefined)));
  if (note && !head.notes.includes(text)) head.notes.push(text);
  return note;
}
