import { SaxesParser } from 'saxes';
import { repairXml } from './repair-xml.ts';
import { xmlEntities } from './xml-entities.ts';

/**
 * An element with its children in the order of the file. `name` and the keys of `attributes` (which have no prototype) are
 * without prefix, in the file's case; `xml:lang` stays `xml:lang`. A run of text is one string; no two strings are neighbours.
 */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};

/**
 * `problem` says what is wrong with an ill-formed file; `root` holds what could be read of it. `cutOff`: the file ends inside of
 * an element, so the last of what was read may not be whole.
 */
export type XmlDocument = {
  readonly root: XmlElement | undefined;
  readonly problem?: string;
  readonly cutOff?: true;
};

type Children = (Node | string)[];
type Node = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; children: Children };

const DEEPEST = 400;
const MOST_ELEMENTS = 600_000;
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * XML to a tree; never throws. The DOCTYPE is passed over and nothing that it declares is used: entities are XML's five, HTML's
 * names and numbers, replaced once. What lies deeper than 400 elements keeps its words and loses its tags.
 */
export function readXml(text: string): XmlDocument {
  const first = build(text);
  if (!first.broken) return first.document;
  return build(repairXml(text)).document;
}

// @NOTE What is made here is made a hundred thousand times a second, and most of reading is its collection. A null prototype
// alone would make each a dictionary; an array that grows by `push` from nothing keeps room for seventeen.
const none: Children = [];
const noAttributes: Readonly<Record<string, string>> = Object.freeze(Object.create(null) as Record<string, string>);
function Bare() {}
Bare.prototype = Object.create(null) as object;
const Attributes = Bare as unknown as new () => Record<string, string>;

function build(text: string): { readonly document: XmlDocument; readonly broken: boolean } {
  const parser = new SaxesParser({ xmlns: false, position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  let [root, top]: [Node | undefined, Node | undefined] = [undefined, undefined];
  const open: Node[] = [];
  let attributes: Record<string, string> | undefined;
  let problem: string | undefined;
  let [broken, cutOff, dirty] = [false, false, false];
  let [tooDeep, count] = [0, 0];

  // @NOTE In place of an error handler: saxes makes an Error with its stack for each, which takes seconds on hostile bytes.
  parser.fail = (message) => {
    if (message.startsWith('disallowed character.')) dirty = true;
    else problem ??= message;
    if (message.startsWith('unclosed tag')) cutOff = true;
    if (costsWords.test(message)) broken = true;
    return parser;
  };
  parser.ENTITIES = xmlEntities;

  function add(parent: Node, child: Node | string) {
    if (parent.children === none) parent.children = [child];
    else parent.children.push(child);
  }

  function addText(chars: string) {
    if (top === undefined || chars === '') return;
    const clean = dirty ? chars.replace(controls, '') : isIndent(chars) && top.name !== 'pre' ? '\n' : chars;
    const last = top.children.length - 1;
    const before = top.children[last];
    if (typeof before === 'string') top.children[last] = before + clean;
    else add(top, clean);
  }

  parser.on('attribute', ({ name, value }) => {
    if (name.startsWith('xmlns') && (name.length === 5 || name[5] === ':')) return;
    attributes ??= new Attributes();
    attributes[name === 'xml:lang' ? name : local(name)] = dirty ? value.replace(controls, '') : value;
  });
  parser.on('opentag', (tag) => {
    const own = attributes ?? noAttributes;
    attributes = undefined;
    if (open.length >= DEEPEST || count >= MOST_ELEMENTS || (root !== undefined && top === undefined)) {
      tooDeep++;
      problem ??= count >= MOST_ELEMENTS ? `more than ${MOST_ELEMENTS} elements` : undefined;
      return;
    }
    count++;
    const node: Node = { name: local(tag.name), attributes: own, children: none };
    if (top === undefined) root = node;
    else add(top, node);
    open.push(node);
    top = node;
  });
  parser.on('closetag', () => {
    if (tooDeep > 0) {
      tooDeep--;
      return;
    }
    open.pop();
    top = open[open.length - 1];
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  const document = { root, ...(problem === undefined ? {} : { problem }), ...(cutOff ? { cutOff } : {}) };
  return { document: document as XmlDocument, broken };
}

/** Errors after which saxes leaves words out, or puts them into the wrong element. */
const costsWords =
  /^(?:unmatched closing|disallowed character in (?:entity|tag)|empty entity|incorrect syntax|unexpected end)/;

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** A line feed with spaces around it, as between the elements of a file that is set out for people. */
function isIndent(chars: string): boolean {
  if (chars.charCodeAt(0) !== 10) return false;
  for (let at = 1; at < chars.length; at++) {
    const code = chars.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 9) return false;
  }
  return true;
}
