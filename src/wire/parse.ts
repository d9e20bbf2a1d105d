import { decode } from './decode.ts';
import { feed, jsonFeed } from './feeds/feed.ts';
import { finishItem } from './finish-item.ts';
import type { Format, WireBytes } from './format.ts';
import { apMedia } from './json/ap-media.ts';
import { dpaDigitalwires } from './json/dpa-digitalwires.ts';
import { fingerpost } from './json/fingerpost.ts';
import { readJson } from './json/read-json.ts';
import { refuseDense, refuseLarge, whyEndless } from './limits.ts';
import { mail } from './mail/mail.ts';
import { newsmlG2 } from './newsml/newsml-g2.ts';
import { newsml1Format } from './newsml-1/newsml-1.ts';
import { readPatched } from './newsml-1/newsml-1-patch.ts';
import { ninjs } from './ninjs/ninjs.ts';
import { nitfFormat } from './nitf/nitf.ts';
import { nordicRelease } from './nordic/nordic-release.ts';
import { ritzau } from './nordic/ritzau.ts';
import { strictest } from './orders/told-status.ts';
import { refuse } from './refuse.ts';
import { anpa1312 } from './text/anpa-1312.ts';
import { iptc7901 } from './text/iptc-7901.ts';
import { plainText } from './text/plain-text.ts';
import { zczc } from './text/zczc.ts';
import { foreign, notText, otherJson, otherXml } from './unread-formats.ts';
import type { Parsed, WireItem } from './wire-item.ts';

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
  // Formats that we know by name and do not read: mistaken for text, their codes would be published.
  foreign,
  jsonFeed,
  ninjs,
  otherJson,
  feed,
  otherXml,
  notText,
  plainText,
];

/**
 * What a file from a wire holds, told by its content; `name` is for messages only. Any bytes get an answer or a refusal.
 */
export function parse(bytes: Uint8Array, name?: string): Parsed {
  const parsed = parseInside(bytes, name, 0);
  if (!parsed.ok) return parsed;
  const [only, other] = parsed.items;
  const endless = only && !other ? whyEndless(only) : undefined;
  if (endless)
    return refuse('too-large', `${endless} An end is missing, or it is no story. Send it in parts.`, parsed.format);
  return { ...parsed, items: parsed.items.map(finished) };
}

/**
 * The items of which the last of `files` only changes parts (`WireItem.changes`); the others are the versions before it, as they
 * came, the whole one first. `guid` says which item of these files. Undefined when the changes do not fit.
 */
export function parseChanged(files: readonly Uint8Array[], guid: string): readonly WireItem[] | undefined {
  const size = files.reduce((sum, bytes) => sum + bytes.byteLength, 0);
  if (refuseLarge(size, 'Together they')) return undefined;
  return readPatched(
    files.map((bytes) => decode(bytes).text),
    guid,
  )?.map(finished);
}

const finished = (item: WireItem): WireItem => finishItem(heldIfEndless(item));

/** Among others, an item that is too long to be one holds, and the others go on. */
function heldIfEndless(item: WireItem): WireItem {
  const endless = whyEndless(item);
  if (endless === undefined) return item;
  const { body: _, ...head } = item;
  return {
    ...head,
    pubStatus: strictest([item.pubStatus, 'unreadable']) ?? 'unreadable',
    problem: `${endless} Ask the agency for it in parts.`,
  };
}

/** The same for a file that lies in `depth` others; its items are not finished yet. */
function parseInside(bytes: Uint8Array, name: string | undefined, depth: number): Parsed {
  const what = name === undefined ? 'The file' : `"${name}"`;
  if (bytes.byteLength === 0) return refuse('empty', `${what} is empty. Send it again.`);
  const large = refuseLarge(bytes.byteLength, what);
  if (large) return large;
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
  const dense = refuseDense(decoded.text, what);
  if (dense) return dense;
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
