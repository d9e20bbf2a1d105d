import { setTimeout as wait } from 'node:timers/promises';
import type { Round } from './receiver.ts';
import { markOf, rememberedSet } from './remembered-set.ts';

/** A file as a listing shows it: size in bytes, `modified` in milliseconds since 1970 (0 when the listing does not say). */
export type Listed = { readonly name: string; readonly size: number; readonly modified: number };

/** How a file looks in a listing; another size or time gives another mark. */
export const lookOf = (file: Listed): string => markOf(file.name, file.size, file.modified);

/**
 * The files that nobody writes any more, oldest first, then by name: those that look the same in two listings, the last of
 * which is from now. Files that are new wait for `settleSeconds` and a second look, in this round; those that still grow
 * wait for the next.
 */
export async function settledFiles<F extends Listed>(
  round: Round,
  { list, settleSeconds }: { list(): Promise<readonly F[]>; settleSeconds: number },
): Promise<readonly F[]> {
  const looked = await rememberedSet(round.memory, 'looked');
  let files = await list();
  const before = new Set(files.map(lookOf).filter((mark) => looked.has(mark)));
  if (before.size < files.length) {
    for (const file of files) before.add(lookOf(file));
    await wait(settleSeconds * 1000, undefined, { signal: round.signal });
    files = await list();
  }
  await looked.replaceBy(files.map(lookOf));
  return files
    .filter((file) => before.has(lookOf(file)))
    .sort((a, b) => a.modified - b.modified || (a.name < b.name ? -1 : 1));
}

/** Whether a name says that its file is not meant to be taken yet, or never: hidden, or still being sent. */
export function isUnfinishedName(name: string): boolean {
  return name.startsWith('.') || /(?:\.tmp|\.temp|\.part|\.partial|\.filepart|\.crdownload|~)$/i.test(name);
}

/** Whether a name from a server is a plain name: no path, no control characters, nothing that leads elsewhere. */
export function isPlainName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && name.length <= 255 && !/[/\\\u0000-\u001f\u007f]/.test(name);
}
