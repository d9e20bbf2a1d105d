import type { MediaNs } from 'feedsmith';
import { htmlText } from '../blocks/html-blocks.ts';
import { present } from '../present.ts';
import type { Association, Rendition } from '../wire-item.ts';

type Medium = { url?: string; type?: string };
type Told = Pick<MediaNs.ItemOrFeed, 'title' | 'description' | 'credits' | 'copyright'>;

const MOST = 100;
/** Looked at, for many of them may be the same file again. */
const MOST_READ = 1000;

/** The pictures and films of an entry (Media RSS, enclosures) as associations; addresses are resolved against `base`. */
export function feedMedia(
  ns: MediaNs.ItemOrFeed | undefined,
  enclosures: readonly Medium[],
  base: string | undefined,
): Association[] {
  const inGroups = (ns?.groups ?? []).flatMap((group) =>
    (group.contents ?? []).map((content) => ({ content, around: [group, ns] })),
  );
  const contents = [...(ns?.contents ?? []).map((content) => ({ content, around: [ns] })), ...inGroups];
  const all = [
    ...contents.map(({ content, around }) => ({
      url: content.url,
      type: content.type ?? content.medium,
      told: [content, ...around].filter((each) => each !== undefined),
    })),
    ...enclosures.map(({ url, type }) => ({ url, type, told: [] as Told[] })),
    ...(contents.length > 0
      ? []
      : (ns?.thumbnails ?? []).map(({ url }) => ({ url, type: 'image', told: ns ? [ns] : [] }))),
  ];
  const seen = new Set<string>();
  const unique = all.slice(0, MOST_READ).flatMap((medium) => {
    const href = absolute(medium.url, base) ?? medium.url;
    if (href === undefined || seen.has(href)) return [];
    seen.add(href);
    return [{ ...medium, href }];
  });
  return unique.slice(0, MOST).map(({ href, type, told }) => {
    const kind = /^image/.test(type ?? '') ? 'picture' : /^(video|audio)/.exec(type ?? '')?.[1];
    const mimeType = type?.includes('/') ? type : undefined;
    return present<Association>({
      type: kind,
      headline: line(told[0]?.title?.value ?? told[0]?.description?.value),
      caption: line(told[0]?.title && told[0].description?.value),
      creditLine: creditOf(told),
      renditions: [present<Rendition>({ name: 'main', href, mimeType })],
    });
  });
}

/** The nearest credit or copyright: a picture's own, its group's, its item's. */
function creditOf(told: readonly Told[]): string | undefined {
  for (const { credits, copyright } of told) {
    const names = (credits ?? []).flatMap((credit) => line(credit.value) ?? []);
    const credit = [...new Set(names)].join('/') || line(copyright?.value);
    if (credit) return credit;
  }
  return undefined;
}

const line = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : htmlText(text) || undefined;

/** A web address, resolved against `base` where it is relative; undefined for anything else. */
export function absolute(link: string | undefined, base: string | undefined): string | undefined {
  const trimmed = link?.trim();
  if (trimmed === undefined || trimmed === '' || trimmed.length > 4000) return undefined;
  const from = base !== undefined && /^https?:\/\//i.test(base) && URL.canParse(base) ? base : undefined;
  if (/^https?:\/\//i.test(trimmed)) return URL.canParse(trimmed) ? trimmed : undefined;
  // A scheme of its own ("urn:", "tag:") makes an id, no address.
  if (from === undefined || /^[a-z][a-z\d+.-]{0,20}:/i.test(trimmed) || /\s/.test(trimmed)) return undefined;
  return URL.canParse(trimmed, from) ? new URL(trimmed, from).href : undefined;
}
