import { linkTo } from '../routes.ts';
import { CopydeskError } from '../story/errors.ts';
import type { ExportedThread } from './exported.ts';

/** Which story (slug) belongs to an address, a number or a slug of the export, as the publisher says. */
export type StoryMap = ReadonlyMap<string, string>;

const MOST_LINES = 500_000;

/**
 * Reads a mapping file: in each line what the export says (an address, a thread's number, a slug), then a comma or a tab, then
 * the slug or the address of our story. Empty lines and those that begin with # say nothing. `bad-input` names a wrong line.
 */
export function readStoryMap(text: string): StoryMap {
  const map = new Map<string, string>();
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  if (lines.length > MOST_LINES) throw new CopydeskError('bad-input', `The map has more than ${MOST_LINES} lines.`);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const cut = line.includes('\t') ? line.indexOf('\t') : line.lastIndexOf(',');
    const [from, to] =
      cut < 0 ? ['', ''] : [line.slice(0, cut), line.slice(cut + 1)].map((part) => unquoted(part.trim()));
    if (!from || !to)
      throw new CopydeskError(
        'bad-input',
        `Line ${index + 1} of the map is "${line.slice(0, 80)}"; it must be FROM,TO: what the export says, then a story of ours.`,
      );
    map.set(bareAddress(from), slugIn(to));
  }
  return map;
}

/**
 * The slugs under which a discussion's story may be found, the surest first: what the map says, an address of ours, the slug of
 * its page, the last part of its address.
 */
export function slugsFor(
  { keys, address, slug }: Pick<ExportedThread, 'keys' | 'address' | 'slug'>,
  { map, url }: { readonly map: StoryMap; readonly url: string },
): string[] {
  const mapped = keys.map((key) => map.get(bareAddress(key))).find((found) => found !== undefined);
  if (mapped !== undefined) return [mapped];
  const own = address === undefined ? undefined : ownSlug(address, url);
  const last = address === undefined ? undefined : lastPart(address);
  return [...new Set([own, slug, last].filter((each) => each !== undefined && each !== ''))] as string[];
}

/** An address without its scheme, "www.", mark and slash at the end: the ways in which one page is written. */
function bareAddress(written: string): string {
  return written
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
}

const unquoted = (part: string): string => part.replace(/^"(.*)"$/, '$1');

/** "the-bridge" of "https://news.example/story/the-bridge", and of itself. */
const slugIn = (to: string): string => (to.includes('/') ? (lastPart(to) ?? to) : to);

function ownSlug(address: string, url: string): string | undefined {
  const before = bareAddress(`${url}${linkTo('story', { slug: '' })}`);
  const bare = bareAddress(address.replace(/[?].*$/, ''));
  return bare.startsWith(`${before}/`) ? bare.slice(before.length + 1) : undefined;
}

function lastPart(address: string): string | undefined {
  const path = address.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const part = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:html?|php|aspx?)$/i, '');
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return part.toLowerCase();
  }
}
