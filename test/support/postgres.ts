import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
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
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-postgres-'));
  if (asNobody.uid !== undefined) chownSync(folder, NOBODY, NOBODY);
  chmodSync(folder, 0o755);
  try {
    const programs = postgresPrograms(folder);
    initialize(programs, folder);
    for (let tries = 1; ; tries++) {
      const started = await tryToStart(programs, folder, await freePort());
      if (typeof started !== 'string') return started;
      if (tries === 3) throw new Error(`PostgreSQL for the tests did not start: ${started}`);
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function initialize(programs: string, folder: string): void {
  const data = join(folder, 'data');
  // A language whose sorting ignores punctuation, as publishers' databases have: what relies on byte order must say so.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
  const args = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--no-instructions', ...locale];
  const done = spawnSync(join(programs, 'initdb'), args, { ...asNobody, cwd: folder, encoding: 'utf8' });
  if (done.error || done.status !== 0) {
    throw new Error(`initdb for the tests failed: ${done.error?.message ?? done.stderr + done.stdout}`);
  }
}

async function tryToStart(programs: string, folder: string, port: number): Promise<TestPostgres | string> {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: 200,
    shared_buffers: '32MB',
    fsync: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
  };
  const postgres = [
    join(programs, 'postgres'),
    '-D',
    join(folder, 'data'),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  // The shell reads until our end of the pipe closes, which the system does for us even after `kill -9`.
  const script =
    'folder=$1; shift; "$@" 2>"$folder/log" & server=$!; read _; kill -INT $server; wait $server; cd /; rm -rf "$folder"';
  const guard = spawn('/bin/sh', ['-c', script, 'sh', folder, ...postgres], {
    ...asNobody,
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  letGo(guard);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const problem = await waitForAnswer(url);
  const stop = async () => {
    const ended = new Promise((resolve) => guard.once('exit', resolve));
    guard.ref();
    guard.stdin?.end();
    if (guard.exitCode === null) await ended;
  };
  if (problem) {
    await stop();
    return problem;
  }
  return {
    url,
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A test process ends when its tests do, not when its database does. */
function letGo(guard: ChildProcess): void {
  guard.unref();
  if (guard.stdin && 'unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
}

async function waitForAnswer(url: string): Promise<string | undefined> {
  let problem = '';
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(50)) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return undefined;
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
