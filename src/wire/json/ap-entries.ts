import type { Block } from '../../story/copy.ts';
import { htmlBlocks } from '../blocks/html-blocks.ts';
import { renditionsOf } from '../ninjs/ninjs.ts';
import { bodyOf } from '../ninjs/ninjs-words.ts';
import { isObject, type JsonObject, textOfKey, textValue, valueAt } from './json-values.ts';

/** An item and what stands beside it in its envelope, where its body may be. */
export type ApEntry = { readonly item: JsonObject; readonly beside: JsonObject };

/** The items of AP's JSON: one (`data.item`), a feed (`data.items[].item`), or the item alone. Undefined when it is not AP's. */
export function apEntries(json: unknown): ApEntry[] | undefined {
  if (Array.isArray(json)) return some(json.flatMap((each) => apEntries(each) ?? []));
  if (!isObject(json)) return undefined;
  if (isApItem(json)) return [{ item: json, beside: {} }];
  if (isObject(json['item']) && isApItem(json['item'])) return [{ item: json['item'], beside: json }];
  const { data } = json;
  if (!isObject(data)) return undefined;
  if (Array.isArray(data['items'])) {
    const entries = data['items'].flatMap((each: unknown) => (isObject(each) ? (apEntries(each) ?? []) : []));
    return data['items'].length === 0 && 'api_version' in json ? [] : some(entries);
  }
  const item = data['item'];
  return isObject(item) && isApItem(item) ? [{ item, beside: { ...data, ...json } }] : undefined;
}

const some = (entries: ApEntry[]): ApEntry[] | undefined => (entries.length > 0 ? entries : undefined);
// @NOTE ninjs 1.4 took altids over; a file that names its standard is what it says.
const isApItem = ({ altids, $standard, standard }: JsonObject): boolean =>
  isObject(altids) &&
  $standard === undefined &&
  standard === undefined &&
  ['itemid', 'etag', 'friendlykey'].some((key) => textOfKey(altids, key) !== undefined);

/** The words of an item: in HTML, or as its NITF where that was fetched and set into the JSON. */
export const apBody = ({ item, beside }: ApEntry): readonly Block[] | undefined =>
  bodyOf(item) ?? inlineNitf(item) ?? inlineNitf(beside);

/** Where the words of a text are that has none in the JSON: the address of its NITF. */
export function apBodyAddress(entry: ApEntry): string | undefined {
  if (!/^text$/i.test(textOfKey(entry.item, 'type') ?? 'text') || apBody(entry)) return undefined;
  const nitf = renditionsOf(entry.item).find(({ name }) => name?.toLowerCase() === 'nitf');
  return nitf?.href;
}

/** The NITF as its body in HTML or as the document itself. */
function inlineNitf(holder: JsonObject): readonly Block[] | undefined {
  const nitf = valueAt(holder, 'nitf', 'body_nitf');
  const text = isObject(nitf) ? textOfKey(nitf, 'body_html', 'body', 'content') : textValue(nitf);
  if (text === undefined) return undefined;
  const start = text.indexOf('<body.content');
  const end = text.indexOf('</body.content', start);
  const blocks = htmlBlocks(start < 0 ? text : text.slice(text.indexOf('>', start) + 1, end < 0 ? text.length : end));
  return blocks.length > 0 ? blocks : undefined;
}
