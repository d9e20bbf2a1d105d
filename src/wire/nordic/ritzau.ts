import { htmlBlocks } from '../blocks/html-blocks.ts';
import type { Format } from '../format.ts';
import { oneLine } from '../ninjs/ninjs-words.ts';
import { brokenOff } from '../orders/broken-off.ts';
import { present } from '../present.ts';
import { refuse } from '../refuse.ts';
import { homeOf } from '../times/agency-clock.ts';
import { instantAt } from '../times/local-time.ts';
import type { WireItem } from '../wire-item.ts';
import { child, children, textOf } from '../xml/xml-path.ts';
import { xmlRoot } from '../xml/xml-root.ts';
import { readXml, type XmlElement } from '../xml/xml-tree.ts';

const FORMAT = 'Ritzau XML';
// The agency's clock; its times name no zone.
const ZONE = homeOf('Ritzau');

/** Ritzau's own XML (`RBNews`), one story a file. */
export const ritzau: Format = {
  name: FORMAT,
  recognises: ({ text }) => xmlRoot(text) === 'RBNews',
  read({ text }) {
    const { root, cutOff } = readXml(text);
    if (root === undefined) return refuse('unreadable', 'This Ritzau XML cannot be read. Send the file again.', FORMAT);
    const item = readStory(root);
    // What a file broke off in is not whole; a cancellation needs no words.
    return { ok: true, format: FORMAT, items: [cutOff ? brokenOff(item) : item] };
  },
};

function readStory(root: XmlElement): WireItem {
  const text = (name: string): string | undefined => oneLine(textOf(child(root, name)));
  const says = (name: string): boolean => text(name)?.toLowerCase() === 'true';
  const own = text('NewsID');
  const replaced = ['replacedID', 'Replaces'].flatMap((name) => text(name) ?? []).filter((id) => id !== own);
  return present<WireItem>({
    guid: own,
    version: text('version'),
    type: 'text',
    headline: text('headline'),
    slugline: text('strapline'),
    byline: text('byLine'),
    located: text('town'),
    creditLine: creditOf(text('origin')),
    source: text('origin'),
    language: 'da',
    urgency: priorityOf(text('Priority')),
    pubStatus: says('Annuleret') ? 'canceled' : undefined,
    firstCreated: instantAt(text('PublishDate'), ZONE),
    versionCreated: instantAt(text('PublishDate'), ZONE),
    edNote: text('TilRedaktionen'),
    abstract: text('subtitle'),
    keywords: children(child(root, 'SubjectKeyword')).flatMap((each) => textOf(each) ?? []),
    // IPTC's codes as numbers, so that those below ten million have lost their zero.
    subjects: children(child(root, 'IPTCList')).flatMap((each) => {
      const code = textOf(each)?.padStart(8, '0');
      return code === undefined ? [] : [{ code }];
    }),
    category: text('section'),
    signals: [...(says('NyVersion') ? ['update'] : []), ...(says('Korrektion') ? ['correction'] : [])],
    replaces: [...new Set(replaced)],
    body: htmlBlocks(textOf(child(root, 'content')) ?? ''),
  });
}

/** "/ritzau/" and "/ritzau/AFP". */
const creditOf = (origin: string | undefined): string | undefined =>
  origin
    ?.split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => (name.toLowerCase() === 'ritzau' ? 'Ritzau' : name))
    .join('/') || undefined;

const priorityOf = (priority: string | undefined): number | undefined =>
  priority !== undefined && /^\d$/.test(priority) ? Number(priority) : undefined;
