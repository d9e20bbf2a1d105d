import { present } from '../present.ts';
import type { WireItem } from '../wire-item.ts';
import { attribute, child } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/**
 * Who a document is and which version of it: `doc-id`, and `du-key` (the dynamic use key, the same for all versions of a story).
 * @NOTE A du-key is used again after a time that each agency sets, so it alone is no identity. Only where an agency makes its
 * doc-id of the du-key and a version number does the key stand for the story.
 */
export function nitfIdentity(docdata: XmlElement | undefined): Pick<WireItem, 'guid' | 'version'> {
  const duKey = child(docdata, 'du-key');
  const id = attribute(child(docdata, 'doc-id'), 'id-string');
  const key = attribute(duKey, 'key');
  const numbered = id !== undefined && key !== undefined && id !== key && id.startsWith(key);
  return present<Pick<WireItem, 'guid' | 'version'>>({
    guid: numbered && /^[._:/-]\d{1,9}$/.test(id.slice(key.length)) ? key : id,
    version: versionOf(duKey),
  });
}

/** A generation is made of versions; where both are told, both count. */
function versionOf(duKey: XmlElement | undefined): string | undefined {
  const [generation, version] = [attribute(duKey, 'generation'), attribute(duKey, 'version')];
  if (generation === undefined || version === undefined) return version ?? generation;
  return `${generation}.${version}`;
}
