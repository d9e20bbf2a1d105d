import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  /** A second store on the same database, as another process has it; the test closes it. */
  openAgain(): Promise<Store>;
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
    openAgain: () => openStore(options),
    async destroy() {
      await store.close();
      await created?.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function createDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  template ??= findOrMakeTemplate(serverUrl);
  const name = `copydesk_test_${randomBytes(8).toString('hex')}`;
  const source = await template;
  await withClient(serverUrl, (client) => client.query(`create database ${name} template ${source}`));
  return {
    url: urlOf(serverUrl, name),
    drop: () => withClient(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`)),
  };
}

let template: Promise<string> | undefined;
const TEMPLATE = 'copydesk_template_';

/** An empty newsroom to copy: the migrations run once for a server and their present text, not once for a test. */
async function findOrMakeTemplate(serverUrl: string): Promise<string> {
  const folder = fileURLToPath(new URL('../../src/store/database/migrations', import.meta.url));
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  const name = `${TEMPLATE}${hash.digest('hex').slice(0, 16)}`;
  await withClient(serverUrl, async (client) => {
    // Test files run side by side: one makes it, the others wait. The lock ends with the connection.
    await client.query(`select pg_advisory_lock(hashtext('${TEMPLATE}'))`);
    const { rows } = await client.query(`select datname from pg_database where datname like '${TEMPLATE}%'`);
    if (rows.some(({ datname }) => datname === name)) return;
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
    await client.query(`create database ${name}_unready`);
    const dataFolder = mkdtempSync(join(tmpdir(), 'copydesk-data-'));
    await (await openStore({ dataFolder, databaseUrl: urlOf(serverUrl, `${name}_unready`) })).close();
    rmSync(dataFolder, { recursive: true });
    await client.query(`alter database ${name}_unready rename to ${name}`);
  });
  return name;
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function withClient(serverUrl: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
