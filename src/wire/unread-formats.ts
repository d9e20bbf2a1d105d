import type { Format } from './format.ts';
import { isObject, type JsonObject } from './json/json-values.ts';
import { refuse } from './refuse.ts';
import { xmlRoot } from './xml/xml-root.ts';

type Foreign = {
  readonly name: string;
  /** The root element, without its prefix. */
  readonly root?: RegExp;
  readonly start?: RegExp;
  readonly json?: (value: JsonObject) => boolean;
};

const START = 4000;

// Newsroom formats that are not read, by their marks. The message names them, so that a desk knows what it has.
const known: readonly Foreign[] = [
  { name: 'NewsML 1.2', root: /^NewsEnvelope$/ },
  { name: 'An HTML page', root: /^html$/i },
  { name: 'A calendar file', start: /^\s*BEGIN:VCALENDAR/ },
  {
    name: 'A JSON schema',
    json: (value) => '$schema' in value && ('properties' in value || 'allOf' in value || '$defs' in value),
  },
];
const mailHeaders = /^(?:message-id|mime-version|received|return-path|delivered-to|content-type|dkim-signature):\s/i;

const READ = 'ninjs, NewsML, NITF, IPTC 7901, ANPA-1312, mail, RSS, Atom, JSON Feed or plain text';

/** Files in a format that a newsroom meets and that holds no copy: refused by its name. */
export const foreign: Format = {
  name: 'another format',
  recognises: (file) => foreignFormat(file.text, file.json) !== undefined,
  read: (file) => {
    const format = foreignFormat(file.text, file.json) ?? 'This format';
    return refuse('not-copy', `${format} is not read as copy. Ask the agency for ${READ}.`, format);
  },
};

/** JSON that no agency's format is, or that ends too early. */
export const otherJson: Format = {
  name: 'other JSON',
  recognises: (file) => file.json !== undefined || /^\s*[[{]\s*["{[]/.test(file.text.slice(0, 200)),
  read: (file) =>
    file.json === undefined
      ? refuse(
          'unreadable',
          'This looks like JSON but cannot be read as JSON; it may have been cut off. Send the whole file again.',
          'JSON',
        )
      : refuse(
          'not-copy',
          'This JSON is none of the formats of agencies that are read: ninjs, AP, dpa, Fingerpost, JSON Feed. Ask for one of these.',
          'JSON',
        ),
};

/** XML that no agency's format is. */
export const otherXml: Format = {
  name: 'other XML',
  recognises: (file) => /^\s*<(?:\?xml|!|[A-Za-z_][\w.:-]{0,60}[\s/>])/.test(file.text.slice(0, 500)),
  read: () =>
    refuse(
      'not-copy',
      'This XML is none of the formats of agencies that are read: NewsML-G2, NewsML 1.2, NITF, RSS, Atom. Ask for one of these.',
      'XML',
    ),
};

/** Bytes that are no words for readers: pictures, archives, tables of signs. */
export const notText: Format = {
  name: 'not text',
  recognises: (file) => whyNotText(file.text) !== undefined,
  read: (file) => refuse('not-copy', `${whyNotText(file.text)} Ask the agency for ${READ}.`),
};

/** The name of a format that is known and not read, or undefined. `json` is the value of a file that is JSON. */
function foreignFormat(text: string, json: unknown): string | undefined {
  if (json !== undefined) return isObject(json) ? known.find((format) => format.json?.(json))?.name : undefined;
  const start = text.slice(0, START);
  if (isMail(start)) return 'An e-mail message with a broken head';
  const root = xmlRoot(text)?.replace(/^.*:/, '');
  return known.find((format) => format.start?.test(start) || (root !== undefined && format.root?.test(root)))?.name;
}

/** A message with its transport's headers, not the text that somebody copied out of one. */
const isMail = (start: string): boolean => start.split(/\r?\n/, 60).filter((line) => mailHeaders.test(line)).length > 1;

/** Why decoded bytes are no text for readers, as a sentence; undefined when they are. */
function whyNotText(text: string): string | undefined {
  const sample = text.slice(0, 20_000);
  if (/^(?:%PDF-|PK\x03\x04|\x89PNG|GIF8|ÿØÿ|\x1f\x8b|\{\\rtf|ÐÏ\x11à|%!PS)/.test(sample))
    return 'This is a document, a picture or an archive, not text.';
  // Read as text, its tags would be published.
  if (
    /<(?:\?xml\s|(?:[\w.-]{1,20}:)?(?:nitf|newsml|newsitem|newsmessage|rss|rdf|feed|rbnews)[\s>])/i.test(
      sample.slice(0, 2000),
    )
  )
    return 'This is XML with other words in front of it.';
  const strange = sample.match(/[\x00-\x08\x0e-\x1f\x7f\ufffd]/g)?.length ?? 0;
  if (strange > 2 && strange * 100 > sample.length) return 'This is not text: it is full of control characters.';
  const letters = sample.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const visible = sample.match(/\S/g)?.length ?? 0;
  // A table of results, drawn with strokes, has few words and is copy all the same.
  const rows = sample.match(/^[^|\n]{0,200}\|[^|\n]{0,200}\|/gm)?.length ?? 0;
  if (letters * 2 < visible && rows < 3) return 'This is not a story: it has more signs and figures than letters.';
  const words = sample.match(/\p{L}{2,}/gu)?.length ?? 0;
  if (words < 2 && !/[\p{Lo}]{4}/u.test(sample)) return 'This is not a story: it has fewer than two words.';
  return undefined;
}
