import { sql } from 'kysely';
import { CopydeskError } from '../../story/errors.ts';
import type { Store, Tx } from '../store.ts';
import { up as newsroom } from './migrations/001-newsroom.ts';
import { up as sourceProfiles } from './migrations/002-source-profiles.ts';
import { up as sameEvent } from './migrations/003-same-event.ts';
import { up as references } from './migrations/004-references.ts';
import { up as record } from './migrations/005-record.ts';
import { up as licences } from './migrations/006-licences.ts';
import { up as modelAsk } from './migrations/007-model-ask.ts';
import { up as discussion } from './migrations/009-discussion.ts';
import { up as accounts } from './migrations/010-accounts.ts';
import { up as names } from './migrations/010-names.ts';
import { up as desk } from './migrations/011-desk.ts';
import { up as others } from './migrations/012-others.ts';
import { up as pagesElsewhere } from './migrations/013-pages-elsewhere.ts';
import { up as judged } from './migrations/014-judged.ts';
import { up as signedOut } from './migrations/015-signed-out.ts';
import { up as shares } from './migrations/016-shares.ts';

/** Takes the database one step further. Runs inside the transaction that notes it. */
export type Migration = (tx: Tx) => Promise<void>;

/** In order. One that was released is never changed: the next one corrects it. */
const MIGRATIONS: readonly { readonly name: string; readonly up: Migration }[] = [
  { name: '001-newsroom', up: newsroom },
  { name: '002-source-profiles', up: sourceProfiles },
  { name: '003-same-event', up: sameEvent },
  { name: '004-references', up: references },
  { name: '005-record', up: record },
  { name: '006-licences', up: licences },
  { name: '007-model-ask', up: modelAsk },
  { name: '009-discussion', up: discussion },
  { name: '010-accounts', up: accounts },
  { name: '010-names', up: names },
  { name: '011-desk', up: desk },
  { name: '012-others', up: others },
  { name: '013-pages-elsewhere', up: pagesElsewhere },
  { name: '014-judged', up: judged },
  { name: '015-signed-out', up: signedOut },
  { name: '016-shares', up: shares },
];

/** Any number that no other program on the same database is likely to lock. */
const LOCK = 0x636f7079;

/** Brings the tables up to date, once, however many processes start together. `store-broken` when they are newer than this program. */
export async function migrate(store: Store): Promise<void> {
  await store.write(async (tx) => {
    // SQLite's write transaction is the lock already.
    if (tx.kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx.db);
    await sql`create table if not exists migration (name text primary key, at text not null)`.execute(tx.db);
    const rows = await tx.db.selectFrom('migration').select('name').execute();
    const known = new Set(MIGRATIONS.map((migration) => migration.name));
    const newer = rows.find((row) => !known.has(row.name));
    if (newer) {
      throw new CopydeskError(
        'store-broken',
        `Cannot use the database: it was changed by a newer Copydesk ("${newer.name}"). Start that version instead.`,
      );
    }
    const done = new Set(rows.map((row) => row.name));
    for (const { name, up } of MIGRATIONS) {
      if (done.has(name)) continue;
      await up(tx);
      await tx.db.insertInto('migration').values({ name, at: new Date().toISOString() }).execute();
    }
  });
}
