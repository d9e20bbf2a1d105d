import { isObject, type JsonObject } from './ninjs-values.ts';

type Foreign = { readonly name: string; readonly start?: RegExp; readonly json?: (value: JsonObject) => boolean };

const START = 4000;

// Newsroom formats that are not read, by the marks in their first bytes. The message names them, so that a desk knows what it has.
const foreign: readonly Foreign[] = [
  {
    name: 'NewsML-G2',
    start:
      /<(?:[\w.-]{1,40}:)?(?:newsItem|newsMessage|packageItem|knowledgeItem|planningItem|conceptItem|catalogItem)[\s>]/,
  },
  { name: 'NewsML 1.2', start: /<(?:[\w.-]{1,40}:)?(?:NewsML|NewsItem|NewsEnvelope)[\s>]/ },
  { name: 'NITF', start: /<(?:[\w.-]{1,40}:)?nitf[\s>]/i },
  { name: 'HTML page', start: /^\s*(?:<!--[\s\S]{0,500}?-->\s*)?(?:<!doctype html|<html[\s>])/i },
  { name: 'ANPA-1312', start: /^[\s\x7f\x00]{0,20}\x16{1,3}\x01/ },
  { name: 'IPTC 7901', start: /^[\s\x7f\x00]{0,40}\x01/ },
  { name: 'ZCZC text', start: /^\s{0,20}ZCZC\s/ },
  {
    name: 'e-mail message',
    start:
      /^(?=[\s\S]{0,4000}?^(?:message-id|mime-version|received|return-path|delivered-to|x-[\w-]{1,40}):)(?:[\w-]{1,60}:[^\n]{0,998}\r?\n){2}/im,
  },
  { name: 'calendar file', start: /^\s*BEGIN:VCALENDAR/ },
  {
    name: 'AP Media API JSON',
    json: (value) =>
      isObject(value['data']) && (isObject(value['data']['item']) || Array.isArray(value['data']['items'])),
  },
  {
    name: 'dpa digitalwires JSON',
    json: (value) =>
      'urn' in value && ('article_html' in value || 'entry_id' in value || 'dpa_id' in value || 'dateline' in value),
  },
  {
    name: 'Fingerpost JSON',
    json: (value) =>
      'usn' in value || 'slug-line' in value || ('uri' in value && 'body_text' in value && 'mediaCatCodes' in value),
  },
  {
    name: 'JSON schema',
    json: (value) => '$schema' in value && ('properties' in value || 'allOf' in value || '$defs' in value),
  },
];

/** The name of a format that is known and not read, or undefined. */
export function foreignFormat(text: string, json: unknown): string | undefined {
  const start = text.slice(0, START);
  return foreign.find((format) => format.start?.test(start) || (isObject(json) && format.json?.(json)))?.name;
}

/** Why decoded bytes are no text for readers, as a sentence; undefined when they are. */
export function whyNotText(text: string): string | undefined {
  const sample = text.slice(0, 20_000);
  if (/^(?:%PDF-|PK\x03\x04|\x89PNG|GIF8|ÿØÿ|\x1f\x8b|\{\\rtf|ÐÏ\x11à|%!PS)/.test(sample))
    return 'This is a document, a picture or an archive, not text.';
  const strange = sample.match(/[\x00-\x08\x0e-\x1f\x7f\ufffd]/g)?.length ?? 0;
  if (strange > 2 && strange * 100 > sample.length) return 'This is not text: it is full of control characters.';
  const letters = sample.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const visible = sample.match(/\S/g)?.length ?? 0;
  if (letters * 2 < visible) return 'This is not a story: it has more signs and figures than letters.';
  const words = sample.match(/\p{L}{2,}/gu)?.length ?? 0;
  if (words < 2 && !/[\p{Lo}]{4}/u.test(sample)) return 'This is not a story: it has fewer than two words.';
  return undefined;
}
