import { constants, watch } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FolderTransport } from '../../story/sources/transport.ts';
import { moveFile, nameReason } from './move-file.ts';
import { LARGEST_FILE, type Receive, ReceiveError, type Round } from './receiver.ts';
import { isUnfinishedName, type Listed, lookOf, settledFiles } from './settled-files.ts';
import { type Offer, takeEach } from './take-each.ts';

const MEBIBYTE = 1024 * 1024;

/**
 * Takes the plain files of a drop folder once nobody writes them any more, oldest first. What was kept is moved to
 * `done/YYYY-MM-DD/`, what was refused to `errors/` with its reason beside it; a file that could not be kept stays.
 * Folders below are not entered and links are not followed. Looking is what finds files: it works on network drives too.
 */
export function receiveFolder(transport: FolderTransport): Receive {
  const folder = resolve(transport.path);
  const done = resolve(folder, transport.done ?? 'done');
  const errors = resolve(folder, transport.errors ?? 'errors');
  return async (round) => {
    if (done === folder || errors === folder)
      throw new ReceiveError(
        `Files of ${folder} cannot be moved to where they are. Name other folders for "done" and "errors".`,
      );
    const files = await settledFiles(round, {
      list: () => listFolder(folder),
      settleSeconds: transport.settleSeconds ?? 1,
    });
    return takeEach(
      round,
      files.map((file) => offerOf(file, { folder, done, errors, round })),
    );
  };
}

/** Calls `wake` when something happens in the folder, where the system tells; on others the next round finds it. @returns the end of it. */
export function watchFolder(path: string, wake: () => void): () => void {
  try {
    const watcher = watch(path, { persistent: false }, wake);
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => {};
  }
}

async function listFolder(folder: string): Promise<Listed[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new ReceiveError(whyNoFolder(folder, error.code));
  });
  const files: Listed[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || isUnfinishedName(entry.name)) continue;
    const found = await lstat(join(folder, entry.name)).catch(() => undefined);
    if (found?.isFile()) files.push({ name: entry.name, size: found.size, modified: found.mtimeMs });
  }
  return files;
}

type Places = { readonly folder: string; readonly done: string; readonly errors: string; readonly round: Round };

function offerOf(file: Listed, { folder, done, errors, round }: Places): Offer {
  const path = join(folder, file.name);
  async function refuse(reason: string): Promise<void> {
    const moved = await moveFile(path, errors);
    await nameReason(moved, reason);
  }
  return {
    name: file.name,
    async load() {
      if (file.size > LARGEST_FILE) {
        const size = (file.size / MEBIBYTE).toFixed(0);
        const problem = `"${file.name}" has ${size} MiB; at most ${LARGEST_FILE / MEBIBYTE} are taken. It was moved to ${errors}. Split it.`;
        await refuse(problem);
        return { problem };
      }
      return readSettled(path, file);
    },
    async settle(taken) {
      // Another file may have come under this name since; it is not this one, and is taken in the next round.
      if (!(await isStill(path, file))) return;
      if (!taken.ok) await refuse(taken.reason);
      else await moveFile(path, join(done, round.now().toISOString().slice(0, 10)));
    },
  };
}

/** The bytes of a file; undefined when it is gone, a link, or not as it was listed. */
async function readSettled(path: string, file: Listed): Promise<Uint8Array | undefined> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ELOOP') return undefined;
      throw new ReceiveError(`This user may not read it (${error.code}). Give it the right to read and to move it.`);
    },
  );
  if (!handle) return undefined;
  try {
    const bytes = await handle.readFile();
    const { size, mtimeMs } = await handle.stat();
    return bytes.byteLength === file.size && size === file.size && mtimeMs === file.modified ? bytes : undefined;
  } finally {
    await handle.close();
  }
}

async function isStill(path: string, file: Listed): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found !== undefined && lookOf({ name: file.name, size: found.size, modified: found.mtimeMs }) === lookOf(file);
}

function whyNoFolder(folder: string, code: string | undefined): string {
  if (code === 'ENOENT') return `There is no folder ${folder}. Make it, or correct the source's path.`;
  if (code === 'ENOTDIR') return `${folder} is not a folder. Correct the source's path.`;
  if (code === 'EACCES' || code === 'EPERM') return `This user may not look into ${folder}. Give it the right to.`;
  return `${folder} cannot be read (${code}). Check that the drive is there.`;
}
