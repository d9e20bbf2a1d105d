/** A JSON object whose keys are read whatever their case, with or without "_": ninjs 1, 2 and 3 spell them differently. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value under the first of `names` (lower case) that the object has, in any case of letters. */
export function valueAt(object: JsonObject, ...names: readonly string[]): unknown {
  for (const name of names) if (Object.hasOwn(object, name)) return object[name];
  const folded = folds.get(object);
  const keys = folded ? [] : Object.keys(object);
  if (folded || keys.length > MANY_KEYS) {
    const spelling = folded ?? foldedKeys(object, keys);
    const key = names.map((name) => spelling.get(name)).find((each) => each !== undefined);
    return key === undefined ? undefined : object[key];
  }
  for (const key of keys) if (names.includes(key.toLowerCase())) return object[key];
  return undefined;
}

/** From lower case to the key as it is, of an object with more keys than any agency's: sixty names may be asked of it. */
function foldedKeys(object: JsonObject, keys: readonly string[]): ReadonlyMap<string, string> {
  const made = new Map<string, string>();
  for (const key of keys) if (!made.has(key.toLowerCase())) made.set(key.toLowerCase(), key);
  folds.set(object, made);
  return made;
}

const MANY_KEYS = 200;
const folds = new WeakMap<JsonObject, ReadonlyMap<string, string>>();

/** Every value under any of `names`, in any case of letters: where two contradict, the caller must see both. */
export const valuesAt = (object: JsonObject, ...names: readonly string[]): unknown[] =>
  Object.keys(object)
    .filter((key) => names.includes(key.toLowerCase()))
    .map((key) => object[key]);

/** Text that says something: a string that is not blank, or a number in its own words. */
export function textValue(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

export const textOfKey = (object: JsonObject, ...names: readonly string[]): string | undefined =>
  textValue(valueAt(object, ...names));

export function numberOfKey(object: JsonObject, ...names: readonly string[]): number | undefined {
  const text = textOfKey(object, ...names);
  return text !== undefined && /^-?\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : undefined;
}

/** The objects under a key that holds an array, one object, or an object of named ones (then `name` is filled in from the key). */
export function objectsOfKey(object: JsonObject, ...names: readonly string[]): JsonObject[] {
  const value = valueAt(object, ...names);
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value)) return [];
  const entries = Object.entries(value).filter((entry): entry is [string, JsonObject] => isObject(entry[1]));
  return entries.map(([name, inner]) => ({ name, ...inner }));
}
