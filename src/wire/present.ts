/** Drops the keys whose value is undefined or an empty array, which is how an item says that the file does not give them. */
export function present<T extends object>(values: { readonly [K in keyof T]: T[K] | undefined }): T {
  const entries = Object.entries(values).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries) as T;
}
