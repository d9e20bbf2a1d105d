import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { ReceiveError } from './receiver.ts';

/** Names that a folder may hold already, before we give up: thousand files of one name in one day is a mistake. */
const MOST_OF_ONE_NAME = 1000;

/** Moves a file into `folder`, which is made if it is missing; a name that is there gets `-2`, `-3`, … @returns its new path. */
export async function moveFile(path: string, folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    for (let copy = 1; copy <= MOST_OF_ONE_NAME; copy++) {
      const to = join(folder, numbered(basename(path), copy));
      if (await placeAt(path, to)) {
        await unlink(path);
        return to;
      }
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ReceiveError(
      `It was kept, but cannot be moved to ${folder} (${code}). Give this user the right to write there.`,
    );
  }
  throw new ReceiveError(`${folder} holds ${MOST_OF_ONE_NAME} files of this name. Clear it.`);
}

/** Writes why a file was refused beside it, as `name.reason.txt`. */
export async function nameReason(path: string, reason: string): Promise<void> {
  // A name may have 255 bytes; this leaves room for the ending.
  const name = Buffer.from(basename(path))
    .subarray(0, 240)
    .toString()
    .replace(/\uFFFD+$/, '');
  const handle = await open(join(path, '..', `${name}.reason.txt`), 'w');
  try {
    await handle.writeFile(`${reason}\n`);
  } finally {
    await handle.close();
  }
}

/** A second name for the file, on another device a copy that is on disk. @returns false when the name is taken. */
async function placeAt(path: string, to: string): Promise<boolean> {
  try {
    await link(path, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code === 'ENOENT') throw error;
    // Another device, or a drive that knows no links (FAT, SMB).
    return copyTo(path, to);
  }
}

async function copyTo(path: string, to: string): Promise<boolean> {
  const bytes = await readFile(path);
  const handle = await open(to, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  });
  if (!handle) return false;
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    // Half a copy beside the whole file would pass for one that was taken.
    await unlink(to);
    throw error;
  } finally {
    await handle.close();
  }
  return true;
}

/** `story.xml`, `story-2.xml`, `story-3.xml`. */
export function numbered(name: string, copy: number): string {
  if (copy === 1) return name;
  const end = extname(name);
  return `${name.slice(0, name.length - end.length)}-${copy}${end}`;
}
