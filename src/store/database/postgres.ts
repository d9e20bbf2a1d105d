import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { CopydeskError } from '../../story/errors.ts';
import type { Change, Store } from '../store.ts';
import { createAnnouncer, distinct } from './announcer.ts';
import { CHANNEL, listenForChanges } from './listen.ts';
import type { Database } from './schema.ts';

const OLDEST_VERSION = 15;
const MOST_TRIES = 10;
/** Serialization failure, deadlock, and two that took the same slug or guid at once: the second try sees the first's row. */
const TRY_AGAIN = new Set(['40001', '40P01', '23505']);

/** Opens a PostgreSQL database (15 or newer). `bad-setting` when it is too old, `store-broken` when it does not answer. */
export async function openPostgres(databaseUrl: string): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    types: { getTypeParser },
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks while nobody uses it is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  try {
    await checkVersion(pool, databaseUrl);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const announcer = createAnnouncer();
  const origin = randomUUID();
  const listening = await listenForChanges({ databaseUrl, origin, announce: announcer.announce });
  const counts = { writes: 0, commits: 0 };

  const write: Store['write'] = async (work) => {
    for (let tries = 1; ; tries++) {
      const changes: Change[] = [];
      try {
        const value = await db.transaction().execute(async (trx) => {
          const result = await work({ kind: 'postgres', db: trx, changed: (change) => changes.push(change) });
          for (const change of distinct(changes)) {
            await sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ origin, change })})`.execute(trx);
          }
          return result;
        });
        counts.writes++;
        counts.commits++;
        announcer.announce(changes);
        return value;
      } catch (error) {
        if (!(error instanceof pg.DatabaseError) || !TRY_AGAIN.has(error.code ?? '') || tries >= MOST_TRIES)
          throw error;
        await sleep(Math.random() * 10 * tries);
      }
    }
  };

  return {
    kind: 'postgres',
    read: db,
    write,
    counts,
    onChange: announcer.onChange,
    noticeOthers() {},
    async close() {
      await listening.stop();
      await db.destroy();
    },
  };
}

async function checkVersion(pool: pg.Pool, databaseUrl: string): Promise<void> {
  let number: number;
  let name: string;
  try {
    const { rows } = await pool.query<{ number: string; name: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as name`,
    );
    number = Number(rows[0]?.number);
    name = rows[0]?.name ?? 'unknown';
  } catch (error) {
    const why =
      error instanceof Error ? error.message || String(('code' in error && error.code) || error.name) : String(error);
    throw new CopydeskError('store-broken', `Cannot reach the database ${withoutPassword(databaseUrl)}: ${why}`, {
      cause: error,
    });
  }
  const problem = problemOfVersion(number, name);
  if (problem) throw new CopydeskError('bad-setting', `DATABASE_URL names ${withoutPassword(databaseUrl)}: ${problem}`);
}

/** Why this server cannot be used, from its `server_version_num` and the version's name; undefined when it can. */
export function problemOfVersion(number: number, name: string): string | undefined {
  if (number >= OLDEST_VERSION * 10_000) return undefined;
  return `it is PostgreSQL ${name}, and Copydesk needs ${OLDEST_VERSION} or newer`;
}

function withoutPassword(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  return url ? `"${url.host}${url.pathname}"` : 'of DATABASE_URL';
}

/** PostgreSQL's 64-bit integers (ids and counts) as numbers; everything else as `pg` reads it. */
function getTypeParser(oid: number, format?: string) {
  if (oid === pg.types.builtins.INT8 && format !== 'binary') return Number;
  return pg.types.getTypeParser(oid, format as 'text');
}
