import { present } from '../present.ts';
import type { WireItem } from '../wire-item.ts';
import { at, attribute, child, textOf } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/** Who an item is; `update` says whether it brings the whole (N), its management only (A) or a patch (U) of revision `changes`. */
export type Identity = Pick<WireItem, 'guid' | 'version'> & {
  readonly update: 'N' | 'A' | 'U';
  readonly provider?: string;
  readonly changes?: string;
};

/**
 * The identity of a NewsItem (NewsML 1.2: ProviderId, DateId and NewsItemId; RevisionId counts its versions).
 * @NOTE All revisions must share one guid, and a NewsML URN (RFC 3085) ends with the revision: so an item is named by the URN of its
 * first revision, `…:1`, whichever revision this is. For nearly all items that is the agency's own PublicIdentifier, letter by letter.
 */
export function newsmlIdentity(item: XmlElement): Identity {
  const identifier = at(item, 'Identification', 'NewsIdentifier');
  const revision = child(identifier, 'RevisionId');
  const provider = textOf(child(identifier, 'ProviderId'));
  const ids = [provider, textOf(child(identifier, 'DateId')), idOf(textOf(child(identifier, 'NewsItemId')))];
  const said = textOf(child(identifier, 'PublicIdentifier'));
  const whole = ids.every((id) => id !== undefined);
  const update = attribute(revision, 'Update')?.toUpperCase();
  const number = textOf(revision);
  const previous = attribute(revision, 'PreviousRevision')?.trim();
  return {
    ...present<Pick<Identity, 'guid' | 'version' | 'provider'>>({
      guid: whole
        ? `urn:newsml:${ids.join(':')}:1`
        : said !== undefined && isSpecific(said)
          ? storyUrn(said)
          : undefined,
      // Revisions count from 1. Where an agency fills in noughts for numbers that it does not have, there is no chain to count.
      version: number !== undefined && /^0+$/.test(number) && !whole ? '1' : number,
      provider,
    }),
    update: update === 'A' || update === 'U' ? update : 'N',
    ...(update === 'U' && previous !== undefined && Number(previous) > 0 && { changes: previous }),
  };
}

/** A reference to an item in any revision, as the guid that the item has here. What is no NewsML URN stays as it is. */
export function storyUrn(reference: string): string {
  const trimmed = reference.trim();
  if (!/^urn:newsml:/i.test(trimmed)) return trimmed;
  const parts = trimmed.slice('urn:newsml:'.length).split(':');
  const revised = parts.length === 4 || (parts.length > 4 && /^\d{1,9}[NAU]?$/.test(parts.at(-1) ?? ''));
  return `urn:newsml:${(revised ? parts.slice(0, -1) : parts).join(':')}:1`;
}

/** Some agencies send their own address as the identifier of every item. */
const isSpecific = (identifier: string): boolean =>
  !/^urn:newsml:/i.test(identifier) || identifier.split(':').length >= 5;

/** A number of noughts stands for none. */
export const idOf = (id: string | undefined): string | undefined =>
  id === undefined || /^0+$/.test(id) ? undefined : id;

/** A component's Duid where it is more than a place in its document: long enough to be the number of a database. */
export const duidAsId = (component: XmlElement | undefined): string | undefined => {
  const duid = idOf(attribute(component, 'Duid'));
  return duid !== undefined && /^[\w.-]{6,80}$/.test(duid) && (duid.match(/\d/g)?.length ?? 0) > 4 ? duid : undefined;
};
