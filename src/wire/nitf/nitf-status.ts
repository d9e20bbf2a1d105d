import { EMBARGOED, pubStatusOf, strictest } from '../orders/told-status.ts';
import { present } from '../present.ts';
import { instantAt, isZoned } from '../times/local-time.ts';
import type { WireItem } from '../wire-item.ts';
import { attribute, child } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

type Orders = Pick<WireItem, 'pubStatus' | 'embargoedUntil' | 'kills' | 'withholds' | 'replaces'>;

/**
 * What a document's `docdata` says may be done with it and with the document that it names (NITF: management-status,
 * management-doc-idref, management-idref-status, date.release, correction).
 */
export function nitfStatus(docdata: XmlElement | undefined, timeZone?: string): Orders {
  const said = attribute(docdata, 'management-status')?.toLowerCase();
  const embargoed = said === 'embargoed';
  const guid = attribute(child(docdata, 'doc-id'), 'id-string');
  const named = attribute(docdata, 'management-doc-idref');
  const ordered = attribute(docdata, 'management-idref-status')?.toLowerCase();
  // A document that names itself says its own status a second time.
  const other = named === guid ? undefined : named;
  const again = named !== undefined && other === undefined ? pubStatusOf(ordered) : undefined;
  const corrected = attribute(child(docdata, 'correction'), 'id-string');
  return present<Orders>({
    // The embargo says when; until then the copy is as good as any.
    pubStatus: strictest([embargoed ? 'usable' : pubStatusOf(said === 'killed' ? 'canceled' : said), again]),
    embargoedUntil: embargoOf(docdata, { embargoed, timeZone }),
    kills: other !== undefined && pubStatusOf(ordered) === 'canceled' ? [other] : undefined,
    withholds: other !== undefined && holdsOther(ordered) ? [other] : undefined,
    replaces: corrected === undefined || corrected === guid ? undefined : [corrected],
  });
}

/** Anything but a release and a kill: what cannot be read about the other document holds it. */
const holdsOther = (status: string | undefined): boolean => {
  const read = pubStatusOf(status);
  return read === 'withheld' || read === 'unreadable';
};

/**
 * `date.release` is when readers may see the document. Many agencies fill it with the time of sending: that is no embargo.
 * @NOTE Without a zone a later time stays words, which hold: hours too early cannot be taken back.
 */
function embargoOf(
  docdata: XmlElement | undefined,
  { embargoed, timeZone }: { embargoed: boolean; timeZone: string | undefined },
): string | undefined {
  const release = attribute(child(docdata, 'date.release'), 'norm');
  if (release === undefined) return embargoed ? EMBARGOED : undefined;
  const lifts = instantAt(release, timeZone);
  const issue = attribute(child(docdata, 'date.issue'), 'norm');
  const sent = instantAt(issue, timeZone);
  const certain = lifts !== undefined && (isZoned(release) || timeZone !== undefined);
  if (!embargoed && lifts !== undefined && sent !== undefined && Date.parse(lifts) <= Date.parse(sent))
    return undefined;
  return certain ? lifts : release;
}
