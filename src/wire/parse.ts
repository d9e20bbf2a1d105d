import { decode } from './decode.ts';
import { isFeedXml, readFeed, readJsonFeed } from './feeds/feed.ts';
import { finishItem } from './finish-item.ts';
import { foreignFormat, whyNotText } from './foreign-formats.ts';
import type { Format, WireBytes } from './format.ts';
import { apMedia } from './json/ap-media.ts';
import { dpaDigitalwires } from './json/dpa-digitalwires.ts';
import { fingerpost } from './json/fingerpost.ts';
import { isObject } from './json/json-values.ts';
import { readJson } from './json/read-json.ts';
import { mail } from './mail/mail.ts';
import { newsmlG2 } from './newsml/newsml-g2.ts';
import { newsml1Format } from './newsml-1/newsml-1.ts';
import { ninjsFormat, ninjsItems, readNinjs } from './ninjs/ninjs.ts';
import { nitfFormat } from './nitf/nitf.ts';
import { nordicRelease } from './nordic/nordic-release.ts';
import { ritzau } from './nordic/ritzau.ts';
import { refuse } from './refuse.ts';
import { anpa1312 } from './text/anpa-1312.ts';
import { iptc7901 } from './text/iptc-7901.ts';
import { readPlainText } from './text/plain-text.ts';
import { zczc } from './text/zczc.ts';
import type { Parsed } from './wire-item.ts';

const LARGEST = 8 * 1024 * 1024;
// Mail may hold mail that holds copy; nobody sends on more often than this.
const DEEPEST = 3;

// The first that recognises the content reads the file. Strict forms come first, plain text, which anything could be, last.
const formats: readonly Format[] = [
  mail,
  apMedia,
  dpaDigitalwires,
  fingerpost,
  newsmlG2,
  nitfFormat,
  newsml1Format,
  anpa1312,
  iptc7901,
  zczc,
  ritzau,
  nordicRelease,
  {
    // Formats that we know by name and do not read: mistaken for text, their codes would be published.
    name: 'another format',
    recognises: (file) => foreignFormat(file.text, file.json) !== undefined,
    read: (file) => {
      const format = foreignFormat(file.text, file.json) ?? 'This format';
      return refuse(
        'not-copy',
        `${format} is not understood yet. Ask the agency for ninjs, a feed (RSS, Atom, JSON Feed) or plain text.`,
        format,
      );
    },
  },
  {
    name: 'JSON Feed',
    recognises: (file) => isJsonFeed(file.json),
    read: (file) => readJsonFeed(isObject(file.json) ? file.json : {}),
  },
  { name: 'ninjs', recognises: (file) => ninjsItems(file.json) !== undefined, read: readNinjsFile },
  {
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
            'This JSON holds no ninjs item and no JSON Feed. Send ninjs 1.x, 2.x or 3.x: an item, an array, or {"items": […]}.',
            'JSON',
          ),
  },
  { name: 'feed', recognises: (file) => isFeedXml(file.text), read: (file) => readFeed(file.text) },
  {
    name: 'other XML',
    recognises: (file) => /^\s*<(?:\?xml|!|[A-Za-z_][\w.:-]{0,60}[\s/>])/.test(file.text.slice(0, 500)),
    read: () =>
      refuse(
        'not-copy',
        'This XML is none of the formats of agencies that are read: NewsML-G2, NewsML 1.2, NITF, RSS, Atom. Ask for one of these.',
        'XML',
      ),
  },
  {
    name: 'not text',
    recognises: (file) => whyNotText(file.text) !== undefined,
    read: (file) => refuse('not-copy', `${whyNotText(file.text)} Send the story as plain text, ninjs or a feed.`),
  },
  {
    name: 'plain text',
    recognises: () => true,
    read: (file) => ({ ok: true, format: 'plain text', items: [readPlainText(file.text)] }),
  },
];

/**
 * What a file from a wire holds, told by its content; `name` is for messages only. Any bytes get an answer or a refusal.
 */
export function parse(bytes: Uint8Array, name?: string): Parsed {
  const parsed = parseInside(bytes, name, 0);
  return parsed.ok ? { ...parsed, items: parsed.items.map(finishItem) } : parsed;
}

/** The same for a file that lies in `depth` others; its items are not finished yet. */
function parseInside(bytes: Uint8Array, name: string | undefined, depth: number): Parsed {
  const what = name === undefined ? 'The file' : `"${name}"`;
  if (bytes.byteLength === 0) return refuse('empty', `${what} is empty. Send it again.`);
  if (bytes.byteLength > LARGEST) {
    const size = (bytes.byteLength / (1024 * 1024)).toFixed(1);
    return refuse(
      'too-large',
      `${what} has ${size} MiB; at most 8 are read. Split it, or ask for fewer entries at a time.`,
    );
  }
  try {
    return parseText(bytes, what, depth);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse(
      'unreadable',
      `${what} cannot be read (${why.slice(0, 160)}). Send it again, or ask the agency for another format.`,
    );
  }
}

function parseText(bytes: Uint8Array, what: string, depth: number): Parsed {
  const decoded = decode(bytes);
  if (decoded.text.trim() === '') return refuse('empty', `${what} holds nothing but white space. Send it again.`);
  const json = readJson(decoded.text);
  const open = (inner: Uint8Array, innerName?: string) => parseInside(inner, innerName, depth + 1);
  const file: WireBytes = {
    ...decoded,
    bytes,
    ...(json === undefined ? {} : { json }),
    ...(depth < DEEPEST ? { open } : {}),
  };
  const parsed = formats.find((format) => format.recognises(file))?.read(file);
  if (!parsed) return refuse('not-copy', `${what} is in no format that is read here.`);
  if (!parsed.ok) return parsed;
  if (parsed.items.length === 0)
    return refuse(
      'empty',
      `${what} (${parsed.format}) holds no item. Nothing to do unless you expected one.`,
      parsed.format,
    );
  return parsed;
}

function readNinjsFile(file: WireBytes): Parsed {
  const items = ninjsItems(file.json) ?? [];
  return { ok: true, format: items[0] ? ninjsFormat(items[0]) : 'ninjs', items: items.map(readNinjs) };
}

function isJsonFeed(json: unknown): boolean {
  if (!isObject(json) || !Array.isArray(json['items'])) return false;
  if (typeof json['version'] === 'string' && json['version'].includes('jsonfeed.org')) return true;
  const first: unknown = json['items'][0];
  return isObject(first) && ('content_html' in first || 'content_text' in first || 'date_published' in first);
}
