import { isObject, type JsonObject, objectsOfKey, textOfKey, textValue, valueAt } from '../json/json-values.ts';

const LONGEST_CHAIN = 200;

/**
 * The uris that an item takes the place of. Superdesk says what it evolved from; TT gives each version a new uri and lists the
 * whole chain, `revisions: [{uri, replacing: […]}]`: what this one replaces, directly or by way of versions in between.
 */
export function replacedBy(item: JsonObject): string[] {
  const own = textOfKey(item, 'uri', 'guid') ?? '';
  const revisions = objectsOfKey(item, 'revisions').slice(0, LONGEST_CHAIN);
  const named = uris([valueAt(item, 'evolvedfrom'), valueAt(item, 'replaces', 'replacing')]);
  const known = revisions.some((revision) => textOfKey(revision, 'uri') === own);
  const found = new Set([own, ...named]);
  // Each uri found is looked at once, also those that are found on the way.
  for (const uri of found) {
    for (const revision of revisions) {
      const of = textOfKey(revision, 'uri');
      const counts = of === undefined || of === uri || (!known && uri === own);
      if (counts) for (const each of uris([valueAt(revision, 'replacing', 'replaces')])) found.add(each);
    }
    if (found.size > LONGEST_CHAIN) break;
  }
  found.delete(own);
  return [...found];
}

const uris = (values: readonly unknown[]): string[] =>
  values.flat().flatMap((entry) => (isObject(entry) ? textOfKey(entry, 'uri', 'guid') : textValue(entry)) ?? []);
