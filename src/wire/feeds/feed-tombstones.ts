import { htmlText } from '../blocks/html-blocks.ts';
import { present } from '../present.ts';
import { instantOf } from '../times/dates.ts';
import type { WireItem } from '../wire-item.ts';

const NAMESPACE = 'http://purl.org/atompub/tombstones/1.0';
const MOST = 10_000;
const LONGEST = 4000;

/**
 * The entries that a feed says were deleted (`at:deleted-entry`, RFC 6721), as canceled items with the entry's id and time.
 * Only in a feed that declares the namespace: what readers are to lose must be said beyond doubt.
 */
export function tombstones(xml: string): WireItem[] {
  if (!xml.includes(NAMESPACE)) return [];
  const found: WireItem[] = [];
  const tag = /<(?:[\w.-]{1,40}:)?deleted-entry\s/g;
  for (let match = tag.exec(xml); match && found.length < MOST; match = tag.exec(xml)) {
    const start = match.index + match[0].length;
    const near = xml.slice(start, start + LONGEST);
    const end = near.indexOf('>');
    if (end < 0) continue;
    const attributes = near.slice(0, end);
    const ref = attributeOf(attributes, 'ref');
    if (ref === undefined) continue;
    const inside = attributes.endsWith('/')
      ? ''
      : (near.slice(end + 1).split(/<\/(?:[\w.-]{1,40}:)?deleted-entry/, 1)[0] ?? '');
    const comment = /<(?:[\w.-]{1,40}:)?comment(?:\s[^<>]{0,400})?>([^<]{0,2000})</.exec(inside)?.[1];
    found.push(
      present<WireItem>({
        guid: ref,
        pubStatus: 'canceled',
        versionCreated: instantOf(attributeOf(attributes, 'when')),
        edNote: comment === undefined ? undefined : htmlText(comment) || undefined,
      }),
    );
  }
  return found;
}

function attributeOf(attributes: string, name: string): string | undefined {
  const [, double, single] =
    new RegExp(`(?:^|\\s)${name}\\s{0,9}=\\s{0,9}(?:"([^"]{1,2000})"|'([^']{1,2000})')`).exec(attributes) ?? [];
  const value = double ?? single;
  return value === undefined ? undefined : htmlText(value) || undefined;
}
