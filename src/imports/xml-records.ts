import { SaxesParser } from 'saxes';
import { CopydeskError } from '../story/errors.ts';
import { xmlEntities } from '../wire/xml/xml-entities.ts';
import type { Bytes } from './exported.ts';

/** An element of a record with its words; names are without prefix. What was a record of its own is not among its children. */
export type XmlRecord = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlRecord[];
  readonly text: string;
  /** The element around it, with what was read of it so far. */
  readonly parent: XmlRecord | undefined;
};

type Node = {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
  parent: Node | undefined;
};

/** Characters of one element's words; what comes after is dropped. */
const MOST_WORDS = 1_000_000;
/** Characters between two tags: more is no export of comments. */
const MOST_BETWEEN = 16 * 1024 * 1024;
const MOST_CHILDREN = 10_000;
const DEEPEST = 60;

/**
 * Reads the elements called one of `records` out of XML, one by one, in a fixed amount of memory. No DOCTYPE is looked at and no
 * entity is expanded but XML's five and HTML's names, once. Elements called one of `skipped` lose their words. Yields a string
 * for what is wrong with the file and goes on behind it. @throws CopydeskError `bad-input` for what could only be an attack.
 */
export async function* xmlRecords(
  bytes: Bytes,
  { records, skipped }: { readonly records: ReadonlySet<string>; readonly skipped: ReadonlySet<string> },
): AsyncGenerator<XmlRecord | string> {
  const parser = new SaxesParser({ xmlns: false, position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  const done: (XmlRecord | string)[] = [];
  let top: Node | undefined;
  let depth = 0;
  let problem: string | undefined;
  let sinceTag = 0;

  // @NOTE In place of an error handler: saxes makes an Error with its stack for each, which takes seconds on hostile bytes.
  parser.fail = (message) => {
    if (!message.startsWith('disallowed character')) problem ??= message;
    return parser;
  };
  Object.assign(parser.ENTITIES, xmlEntities);

  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0;
    depth++;
    if (depth > DEEPEST) throw new CopydeskError('bad-input', `Elements stand ${DEEPEST} deep in each other.`);
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [localOf(key), String(value)]));
    top = { name: localOf(name), attributes: plain, children: [], text: '', parent: top };
  });
  const words = (text: string): void => {
    if (top && !skipped.has(top.name) && top.text.length < MOST_WORDS) top.text += text.slice(0, MOST_WORDS);
  };
  parser.on('text', words);
  parser.on('cdata', words);
  parser.on('closetag', () => {
    sinceTag = 0;
    depth--;
    const node = top;
    if (!node) return;
    top = node.parent;
    if (records.has(node.name)) done.push(node);
    else if (top && !skipped.has(node.name) && top.children.length < MOST_CHILDREN && isWithin(top, records))
      top.children.push(node);
  });

  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    sinceTag += text.length;
    if (sinceTag > MOST_BETWEEN) throw new CopydeskError('bad-input', 'The file has 16 MiB without a tag.');
    parser.write(text);
    yield* done.splice(0);
  }
  parser.close();
  yield* done.splice(0);
  if (problem !== undefined) yield `The file is not well-formed XML (${problem}); what could be read of it was taken.`;
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Whether an element is, or stands in, a record: only there are children kept. */
function isWithin(node: Node, records: ReadonlySet<string>): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (records.has(at.name)) return true;
  // The head of the file, such as the name of the site.
  return node.parent === undefined || node.parent.parent === undefined;
}

/** The words of the first child with this name, without white space around; '' without one. */
export const wordsIn = (record: XmlRecord | undefined, name: string): string =>
  record?.children.find((child) => child.name === name)?.text.trim() ?? '';

/** The first child with this name. */
export const childIn = (record: XmlRecord, name: string): XmlRecord | undefined =>
  record.children.find((child) => child.name === name);
