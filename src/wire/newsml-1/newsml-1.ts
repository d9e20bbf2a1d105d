import type { Format } from '../format.ts';
import { refuseMany } from '../limits.ts';
import { brokenOff } from '../orders/broken-off.ts';
import { refuse } from '../refuse.ts';
import type { WireItem } from '../wire-item.ts';
import { child, children } from '../xml/xml-path.ts';
import { xmlRoot } from '../xml/xml-root.ts';
import { readXml, type XmlElement } from '../xml/xml-tree.ts';
import { readNewsItem } from './newsml-1-item.ts';

const MOST = 5000;

/** NewsML 1.0 to 1.2 (https://iptc.org/standards/newsml-1/), with and without its namespace. Not NewsML-G2, which is another format. */
export const newsml1Format: Format = {
  name: 'NewsML 1',
  recognises: ({ text }) => /^(?:[\w.-]{1,40}:)?News(?:ML|Item)$/.test(xmlRoot(text) ?? ''),
  read({ text }) {
    const { root, problem, cutOff } = readXml(text);
    const format = `NewsML ${root?.attributes['Version']?.trim().slice(0, 10) || '1'}`;
    if (root === undefined)
      return refuse(
        'unreadable',
        `This NewsML cannot be read (${problem ?? 'no element'}). Send the file again.`,
        format,
      );
    const elements = root.name === 'NewsItem' ? [root] : children(root, 'NewsItem');
    const many = refuseMany(elements.length, format, MOST);
    if (many) return many;
    if (elements.length === 0)
      return refuse(
        'not-copy',
        'This NewsML holds no NewsItem: it is a catalogue or a vocabulary. Nothing to do.',
        format,
      );
    const items = elements
      .flatMap((element, index) =>
        readNewsItem(element).map(cutOff && index === elements.length - 1 ? brokenOff : asItIs),
      )
      .filter(saysSomething);
    const told = refuseMany(items.length, format, MOST);
    if (told) return told;
    if (items.length === 0)
      return refuse(
        'not-copy',
        elements.some(hasReferences)
          ? 'This NewsML only lists other items; they come in files of their own. Nothing to do.'
          : 'This NewsML names no item and brings no words. Ask the agency for the whole item.',
        format,
      );
    return { ok: true, format, items };
  },
};

const asItIs = (item: WireItem): WireItem => item;

/** An index of other items is no story, unless it orders one away. */
function saysSomething(item: WireItem): boolean {
  if (item.pubStatus === 'canceled' || item.pubStatus === 'withheld') return true;
  if (item.type === 'composite') return false;
  return [item.guid, item.headline, item.body, item.renditions].some((value) => value !== undefined);
}

const hasReferences = (item: XmlElement): boolean => child(item, 'NewsComponent') !== undefined;
