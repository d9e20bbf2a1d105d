import { findOriginal } from './store/filing/find-original.ts';
import type { Store } from './store/store.ts';
import { parse, parseChanged } from './wire/parse.ts';
import type { WireItem } from './wire/wire-item.ts';

/** So many changes upon changes; then an agency sends the whole again. */
const LONGEST_CHAIN = 20;

type File = { readonly source: string; readonly bytes: Uint8Array };

/**
 * The items of a file, with those made whole that only change parts of a version that is here (NewsML 1.2, `Update="U"`). One whose
 * earlier version is not here, or does not fit, stays as it is: held, with its reason.
 */
export async function wholeItems(store: Store, file: File, items: readonly WireItem[]): Promise<WireItem[]> {
  const whole = items.map(async (item) => {
    if (item.changes === undefined || item.guid === undefined) return [item];
    const files = await chainOf(store, file, { guid: item.guid, changes: item.changes });
    return (files && parseChanged(files, item.guid)) ?? [item];
  });
  return (await Promise.all(whole)).flat();
}

/** The files from the whole version to this one; undefined when one of them is not here. */
async function chainOf(
  store: Store,
  { source, bytes }: File,
  item: { readonly guid: string; readonly changes: string },
) {
  const files = [bytes];
  let version: string | undefined = item.changes;
  while (version !== undefined) {
    const before = await findOriginal(store, { source, guid: item.guid, version });
    if (!before || files.length === LONGEST_CHAIN) return undefined;
    files.unshift(before);
    const parsed = parse(before);
    const same = parsed.ok
      ? parsed.items.find(({ guid, version: its }) => guid === item.guid && its === version)
      : null;
    if (!same) return undefined;
    version = same.changes;
  }
  return files;
}
