import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { postgresPrograms } from './postgres-programs.ts';

/** PostgreSQL refuses to run as root: there it runs as nobody. */
const NOBODY = 65534;
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

export type TestPostgres = { readonly url: string; stop(): Promise<void> };

/**
 * An empty PostgreSQL in a temporary folder, on a free port, as fast as it can be without being safe.
 * It ends and leaves nothing behind when stopped, and also when this process dies in whatever way.
 */
export async function startPostgres(): Promise<TestPostgres> {
  for (let tries = 1; ; tries++) {
    const started = await tryToStart();
    if (typeof started !== 'string') return started;
    if (tries === 3) throw new Error(`PostgreSQL for the tests did not start: ${started}`);
  }
}

/** The programs, where they run, and where the tables are. */
type Place = { readonly programs: string; readonly home: string; readonly data: string };

function makeFolder(parent: string): string {
  const folder = mkdtempSync(join(parent, 'copydesk-postgres-'));
  if (asNobody.uid !== undefined) chownSync(folder, NOBODY, NOBODY);
  chmodSync(folder, 0o700);
  return folder;
}

/** A folder in memory, where there is one with room: a database for each test is made there ten times as fast. */
function memoryFolder(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 2 ** 30 ? '/dev/shm' : undefined;
  } catch {
    return undefined;
  }
}

function initialize({ programs, home, data }: Place): void {
  // A language whose sorting ignores punctuation, as publishers' databases have: what relies on byte order must say so.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
  const args = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--no-instructions', ...locale];
  const done = spawnSync(join(programs, 'initdb'), args, { ...asNobody, cwd: home, encoding: 'utf8' });
  if (done.error || done.status !== 0) {
    throw new Error(`initdb for the tests failed: ${done.error?.message ?? done.stderr + done.stdout}`);
  }
}

/** A server that answers, or why there is none: another program may have taken the port just before. */
async function tryToStart(): Promise<TestPostgres | string> {
  const home = makeFolder(tmpdir());
  const data = makeFolder(memoryFolder() ?? tmpdir());
  const remove = () => {
    for (const folder of [home, data]) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const programs = postgresPrograms(home);
    initialize({ programs, home, data });
    const port = await freePort();
    const guard = runGuarded({ programs, home, data }, port);
    const stop = async () => {
      const ended = new Promise((resolve) => guard.once('exit', resolve));
      guard.ref();
      guard.stdin?.end();
      if (guard.exitCode === null) await ended;
      remove();
    };
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    const problem = await waitForAnswer(url, data);
    if (problem === undefined) return { url, stop };
    await stop();
    return problem;
  } catch (error) {
    remove();
    throw error;
  }
}

/** Runs the server until our end of a pipe closes, which the system does for us even after `kill -9`. */
function runGuarded({ programs, home, data }: Place, port: number): ChildProcess {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: home,
    max_connections: 200,
    shared_buffers: '32MB',
    fsync: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
  };
  const postgres = [
    join(programs, 'postgres'),
    '-D',
    data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const script =
    'home=$1; data=$2; shift 2; "$@" 2>"$home/log" & server=$!; read _; kill -INT $server; wait $server; cd /; rm -rf "$home" "$data"';
  const guard = spawn('/bin/sh', ['-c', script, 'sh', home, data, ...postgres], {
    ...asNobody,
    cwd: home,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  letGo(guard);
  return guard;
}

/** A test process ends when its tests do, not when its database does. */
function letGo(guard: ChildProcess): void {
  guard.unref();
  if (guard.stdin && 'unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
}

/** Undefined as soon as the server with these data answers, else the last problem. */
async function waitForAnswer(url: string, data: string): Promise<string | undefined> {
  let problem = '';
  for (const deadline = Date.now() + 15_000; Date.now() < deadline; await sleep(50)) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      const { rows } = await client.query('show data_directory');
      await client.end();
      if (rows[0]?.data_directory === data) return undefined;
      return `the port belongs to another server, of ${rows[0]?.data_directory}`;
    } catch (error) {
      problem = String(error);
    }
  }
  return problem;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
