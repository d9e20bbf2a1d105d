import type { Format } from '../format.ts';
import { brokenOff } from '../orders/broken-off.ts';
import { refuse } from '../refuse.ts';
import type { WireItem } from '../wire-item.ts';
import { xmlRoot } from '../xml/xml-root.ts';
import { readXml } from '../xml/xml-tree.ts';
import { readNitf } from './nitf-item.ts';

/** NITF 3.x as a file of its own, with and without its namespace (https://iptc.org/standards/nitf/). */
export const nitfFormat: Format = {
  name: 'NITF',
  recognises: ({ text }) => /^(?:[\w.-]{1,40}:)?nitf$/i.test(xmlRoot(text) ?? ''),
  read({ text }) {
    const { root, problem, cutOff } = readXml(text);
    const format = `NITF${versionOf(root?.attributes['version'] ?? '')}`;
    if (root === undefined || !/^nitf$/i.test(root.name))
      return refuse(
        'unreadable',
        `This NITF cannot be read (${problem ?? 'no element'}). Send the file again.`,
        format,
      );
    const read = readNitf(root);
    // What a file broke off in is never whole: it waits for a person, or for the file to come again. A kill needs no end.
    const item: WireItem = cutOff ? brokenOff(read) : read;
    const empty = item.headline === undefined && item.body === undefined && item.guid === undefined;
    if (empty && problem !== undefined)
      return refuse(
        'unreadable',
        `This NITF is broken (${problem}) and nothing of it is left. Send the file again.`,
        format,
      );
    return { ok: true, format, items: empty ? [] : [item] };
  },
};

/** "-//IPTC//DTD NITF 3.2//EN" names its version. */
const versionOf = (version: string): string => {
  const number = /NITF (\d\.\d)/.exec(version)?.[1];
  return number === undefined ? '' : ` ${number}`;
};
