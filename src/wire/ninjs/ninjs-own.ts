import { type JsonObject, objectsOfKey, textOfKey } from '../json/json-values.ts';
import { guidOfAddress } from '../write/guid-address.ts';
import { roleOf } from './ninjs-words.ts';

/** The item's uri; one that Copydesk wrote may pack a guid that is no address. */
export function guidOf(item: JsonObject): string | undefined {
  const uri = textOfKey(item, 'uri');
  return uri === undefined ? textOfKey(item, 'guid') : guidOfAddress(uri);
}

/** Whom to credit: ninjs 2 and 3 have no key for it, so we write it as one of the descriptions. */
export const creditAmong = (item: JsonObject): string | undefined =>
  objectsOfKey(item, 'descriptions')
    .filter((description) => roleOf(description) === 'creditline')
    .map((description) => textOfKey(description, 'value'))
    .find((value) => value !== undefined);
