import { attribute, child, children, rawText } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/** A code with the scheme that gives it its meaning: the scheme's address where it is known, else its alias. */
export type Code = { readonly code: string; readonly alias?: string; readonly scheme?: string };

// The aliases of IPTC's own catalog (http://www.iptc.org/std/catalog/): files name it and do not carry it.
const IPTC = 'http://cv.iptc.org/newscodes/';
const iptc: Readonly<Record<string, string>> = {
  medtop: `${IPTC}mediatopic/`,
  subj: `${IPTC}subjectcode/`,
  genre: `${IPTC}genre/`,
  ninat: `${IPTC}ninature/`,
  stat: `${IPTC}pubstatusg2/`,
  sig: `${IPTC}signal/`,
  cpnat: `${IPTC}cpnature/`,
  scene: `${IPTC}scene/`,
  wldreg: `${IPTC}worldregion/`,
  'iso3166-1a2': `${IPTC}iso3166-1a2/`,
  'iso3166-1a3': `${IPTC}iso3166-1a3/`,
};

/** Address by alias of the schemes that an item and its message declare themselves, with IPTC's. */
export function schemesOf(...holders: readonly (XmlElement | undefined)[]): ReadonlyMap<string, string> {
  const schemes = new Map(Object.entries(iptc));
  for (const holder of holders)
    for (const catalog of children(holder, 'catalog'))
      for (const scheme of children(catalog, 'scheme')) {
        const [alias, uri] = [attribute(scheme, 'alias'), attribute(scheme, 'uri')];
        if (alias !== undefined && uri !== undefined) schemes.set(alias, uri);
      }
  return schemes;
}

/** The code of an element with `qcode`, `uri` or `literal` (NewsML-G2: flexible properties); undefined when it has none. */
export function codeOf(element: XmlElement | undefined, schemes?: ReadonlyMap<string, string>): Code | undefined {
  const qcode = attribute(element, 'qcode');
  if (qcode !== undefined) {
    const colon = qcode.indexOf(':');
    if (colon < 0) return { code: qcode };
    const alias = qcode.slice(0, colon);
    return { code: qcode.slice(colon + 1), alias, scheme: schemes?.get(alias) ?? alias };
  }
  const uri = attribute(element, 'uri');
  if (uri !== undefined) {
    const end = Math.max(
      uri.lastIndexOf('/'),
      uri.lastIndexOf('#'),
      uri.startsWith('http') ? -1 : uri.lastIndexOf(':'),
    );
    return end < 0 || end === uri.length - 1
      ? { code: uri }
      : { code: uri.slice(end + 1), scheme: uri.slice(0, end + 1) };
  }
  const literal = attribute(element, 'literal');
  return literal === undefined ? undefined : { code: literal };
}

/** A code's last part in lower case: of "drol:summary" and of an address that ends in "/summary" it is "summary". */
export const wordOf = (code: string | undefined): string => code?.toLowerCase().replace(/^.*[:/#]/, '') ?? '';

/** What an element is called: its `name` (in `language` where there are several), else its `literal`. */
export function nameOf(element: XmlElement | undefined, language?: string): string | undefined {
  if (element === undefined) return undefined;
  return inLanguage(children(element, 'name'), language) ?? attribute(element, 'literal');
}

/** Of the same words in several languages those in the item's, else the first that say something; on one line. */
export function inLanguage(elements: readonly XmlElement[], language?: string): string | undefined {
  let first: string | undefined;
  for (const element of elements) {
    const text = lineOf(element);
    if (text === undefined) continue;
    const own = element.attributes['xml:lang'];
    if (own === undefined || language === undefined || own.slice(0, 2) === language.slice(0, 2)) return text;
    first ??= text;
  }
  return first;
}

/** The words of an element on one line; undefined when there are none. */
export function lineOf(element: XmlElement | undefined): string | undefined {
  if (element === undefined || element.children.length === 0) return undefined;
  const text = rawText(element);
  const line = /[^\S ]| {2}|\u00a0/.test(text) ? text.replace(/[\s\u00a0]+/g, ' ').trim() : text.trim();
  return line === '' ? undefined : line;
}

/** The text of the first child of that name. */
export const lineIn = (element: XmlElement | undefined, name: string): string | undefined =>
  lineOf(child(element, name));
