import { present } from '../present.ts';
import type { Association, Rendition } from '../wire-item.ts';
import { attribute, children, textOf } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { topmost } from './topmost.ts';

const MOST = 500;
const types: Readonly<Record<string, string>> = {
  image: 'picture',
  photo: 'picture',
  picture: 'picture',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
};

/** The pictures, sounds and films of a body, each with its files and, as headline, its caption. */
export function nitfMedia(body: XmlElement | undefined): Association[] {
  const media = topmost(body, 'media').map(readMedia);
  const images = topmost(body, 'img').map(readImage);
  return [...media, ...images].filter((each) => each.renditions !== undefined).slice(0, MOST);
}

function readMedia(media: XmlElement): Association {
  const references = children(media, 'media-reference');
  const mimeType = references.map((reference) => attribute(reference, 'mime-type')).find((type) => type);
  const said = attribute(media, 'media-type') ?? mimeType?.split('/')[0] ?? '';
  return present<Association>({
    guid: attribute(media, 'id'),
    type: types[said.toLowerCase()] ?? (said || undefined),
    headline: captionOf(media) ?? references.map((each) => attribute(each, 'alternate-text')).find((text) => text),
    renditions: references.map(readReference).filter((rendition) => rendition.href !== undefined),
  });
}

/** @NOTE `data-location="#photo0"` points into the surrounding file, where the picture is found anyway. */
const readReference = (reference: XmlElement): Rendition =>
  present<Rendition>({
    name: attribute(reference, 'name'),
    href: attribute(reference, 'source') ?? outside(attribute(reference, 'data-location')),
    mimeType: attribute(reference, 'mime-type'),
  });

const outside = (location: string | undefined): string | undefined =>
  location?.startsWith('#') ? undefined : location;

const captionOf = (media: XmlElement): string | undefined =>
  children(media, 'media-caption')
    .map(textOf)
    .filter((text) => text !== undefined)
    .join(' ') || undefined;

function readImage(image: XmlElement): Association {
  const href = attribute(image, 'src') ?? attribute(image, 'source');
  return present<Association>({
    type: 'picture',
    headline: attribute(image, 'alt'),
    renditions: href === undefined ? undefined : [{ href }],
  });
}
