import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startPostgres } from './postgres.ts';

/** A fresh, empty database of one test. `reopen` closes the store and opens the same database again. */
export type TestDatabase = {
  readonly store: Store;
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  reopen(): Promise<Store>;
  destroy(): Promise<void>;
};

/** Every database that Copydesk runs on. Tests run on each: `for (const database of databases) describe(database.name, …)`. */
export const databases: readonly { readonly name: 'SQLite' | 'PostgreSQL'; open(): Promise<TestDatabase> }[] = [
  { name: 'SQLite', open: () => openFresh(undefined) },
  { name: 'PostgreSQL', open: async () => openFresh(await serverUrl()) },
];

let server: Promise<string> | undefined;

/** The server that the runner or the developer gave, else one that lives as long as this process. */
function serverUrl(): Promise<string> {
  const given = process.env['TEST_DATABASE_URL'];
  server ??= given ? Promise.resolve(given) : startPostgres().then(({ url }) => url);
  return server;
}

async function openFresh(serverUrl: string | undefined): Promise<TestDatabase> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'copydesk-data-'));
  const created = serverUrl === undefined ? undefined : await createDatabase(serverUrl);
  const options = { dataFolder, ...(created && { databaseUrl: created.url }) };
  let store = await openStore(options);
  return {
    ...options,
    get store() {
      return store;
    },
    async reopen() {
      await store.close();
      store = await openStore(options);
      return store;
    },
    async destroy() {
      await store.close();
      await created?.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function createDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `copydesk_test_${randomBytes(8).toString('hex')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await command(serverUrl, `create database ${name}`);
  return { url: url.href, drop: () => command(serverUrl, `drop database if exists ${name} with (force)`) };
}

async function command(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
