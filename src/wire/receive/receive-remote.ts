import type { RemoteFolder } from '../../story/sources/transport.ts';
import { numbered } from './move-file.ts';
import { nameMatches } from './name-matches.ts';
import { ReceiveError, type Round, type RoundResult } from './receiver.ts';
import { rememberedSet } from './remembered-set.ts';
import { isPlainName, isUnfinishedName, type Listed, lookOf, settledFiles } from './settled-files.ts';
import { type Offer, takeEach } from './take-each.ts';

const MEBIBYTE = 1024 * 1024;

/** What FTP and SFTP have in common. Every failure is a `ReceiveError` without secrets. */
export type RemoteFiles = {
  /** The plain files of a folder; no links, no folders. */
  list(folder: string): Promise<readonly Listed[]>;
  /** The bytes of a file; undefined when there are more than `most`. */
  read(path: string, most: number): Promise<Uint8Array | undefined>;
  /** Undefined when it is gone or the server does not say. */
  sizeOf(path: string): Promise<number | undefined>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes a folder if it is not there. */
  makeFolder(path: string): Promise<void>;
};

export type RemoteLimits = { readonly bytes: number; readonly seconds: number };

/**
 * Takes what is new in a folder on a server: files of which nothing was added for a while, oldest first. What was kept is
 * left and remembered (by name, size and time), moved, or deleted. Names come from outside: one that is more than a plain
 * name is never asked for.
 */
export async function receiveRemote(
  files: RemoteFiles,
  { folder, round, limits }: { folder: RemoteFolder; round: Round; limits: RemoteLimits },
): Promise<RoundResult> {
  const strange = new Set<string>();
  const ready = await settledFiles(round, {
    settleSeconds: folder.settleSeconds ?? 5,
    async list() {
      const listed = await files.list(folder.path);
      for (const { name } of listed) if (!isPlainName(name)) strange.add(JSON.stringify(name.slice(0, 80)));
      return listed.filter(({ name }) => isPlainName(name) && !isUnfinishedName(name) && isWanted(name, folder));
    },
  });
  const taken = await rememberedSet(round.memory, 'taken');
  taken.keepOnly(new Set(ready.map(lookOf)));
  const freeName = freeNames(files, folder);
  const acknowledge = (file: Listed) => acknowledgeFile(files, { file, folder, freeName });
  // Kept in an earlier round whose acknowledgement failed.
  const kept = folder.then === 'leave' ? [] : ready.filter((file) => taken.has(lookOf(file)));
  const offers = ready
    .filter((file) => !taken.has(lookOf(file)))
    .map((file) =>
      offerOf(files, {
        file,
        folder,
        limits,
        async settle() {
          await taken.add(lookOf(file));
          await acknowledge(file);
        },
      }),
    );
  try {
    const result = await takeEach(round, offers);
    for (const file of kept) await acknowledge(file);
    const names = [...strange].map((name) => `${name} is no plain file name and was not asked for. Rename it.`);
    const problems = [...(result.problems ?? []), ...names];
    return { ...result, ...(problems.length > 0 && { problems }) };
  } finally {
    await taken.save();
  }
}

const isWanted = (name: string, { pattern }: RemoteFolder): boolean =>
  pattern === undefined || nameMatches(name, pattern);

type Job = {
  readonly file: Listed;
  readonly folder: RemoteFolder;
  readonly limits: RemoteLimits;
  settle(): Promise<void>;
};

function offerOf(files: RemoteFiles, { file, folder, limits, settle }: Job): Offer {
  const problem = `"${file.name}" is larger than ${Math.round(limits.bytes / MEBIBYTE)} MiB and was not taken. It stays on the server; ask the agency to split it.`;
  return {
    name: file.name,
    async load() {
      if (file.size > limits.bytes) return { problem };
      const bytes = await files.read(joined(folder.path, file.name), limits.bytes);
      if (bytes === undefined) return { problem };
      // Not as it was listed: it is being written again.
      return bytes.byteLength === file.size ? bytes : undefined;
    },
    settle,
  };
}

type FreeName = (name: string) => Promise<string>;

async function acknowledgeFile(
  files: RemoteFiles,
  { file, folder, freeName }: { file: Listed; folder: RemoteFolder; freeName: FreeName },
): Promise<void> {
  if (folder.then === 'leave') return;
  const path = joined(folder.path, file.name);
  const size = await files.sizeOf(path);
  // Another file has come under this name since; it is taken in the next round.
  if (size !== undefined && size !== file.size) return;
  try {
    if (folder.then === 'delete') await files.remove(path);
    else await files.rename(path, await freeName(file.name));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ReceiveError(`It was kept, but cannot be ${folder.then}d. Ask the agency for the right to. ${why}`);
  }
}

/** Gives each moved file a path where none is yet, for some servers overwrite. */
function freeNames(files: RemoteFiles, folder: RemoteFolder): FreeName {
  const target = (folder.moveTo ?? '').startsWith('/')
    ? (folder.moveTo ?? '')
    : joined(folder.path, folder.moveTo ?? '');
  let names: Promise<Set<string>> | undefined;
  async function namesThere(): Promise<Set<string>> {
    await files.makeFolder(target);
    return new Set((await files.list(target)).map(({ name }) => name));
  }
  return async (name) => {
    names ??= namesThere();
    const there = await names;
    let copy = 1;
    while (there.has(numbered(name, copy))) copy++;
    there.add(numbered(name, copy));
    return joined(target, numbered(name, copy));
  };
}

const joined = (folder: string, name: string): string =>
  folder === '' ? name : `${folder.replace(/\/$/, '')}/${name}`;
