import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CopydeskError } from '../../story/errors.ts';
import type { Store } from '../store.ts';
import { createAnnouncer } from './announcer.ts';
import { createGroupCommit } from './group-commit.ts';
import { overSqlite } from './sqlite-dialect.ts';

const FILE = 'copydesk.sqlite';
/** How often at most `noticeOthers` really looks, in milliseconds. */
const LOOK_EVERY = 10;

/** Opens the SQLite file in `dataFolder`, which is there: one connection that writes, one that reads what is committed. */
export function openSqlite(dataFolder: string): Store {
  const file = join(dataFolder, FILE);
  const { writer, reader } = openConnections(file);
  const db = overSqlite(writer);
  const announcer = createAnnouncer();
  const group = createGroupCommit({ database: writer, db, announce: announcer.announce });

  // @NOTE `data_version` counts the commits of all other connections, so it is asked of the connection that writes:
  // asked of the reading one, it would report our own commits as somebody else's.
  const version = writer.prepare('PRAGMA data_version');
  const lookAtVersion = () => Number(version.get()?.['data_version']);
  let seen = lookAtVersion();
  let lookedAt = 0;

  return {
    kind: 'sqlite',
    read: overSqlite(reader),
    write: group.write,
    counts: group.counts,
    onChange: announcer.onChange,
    noticeOthers() {
      const now = performance.now();
      if (now - lookedAt < LOOK_EVERY || !writer.isOpen) return;
      lookedAt = now;
      const found = lookAtVersion();
      if (found === seen) return;
      seen = found;
      announcer.announce([{ kind: 'everything' }]);
    },
    async close() {
      await group.finish();
      if (reader.isOpen) reader.close();
      if (writer.isOpen) writer.close();
    },
  };
}

function openConnections(file: string) {
  try {
    const writer = new DatabaseSync(file);
    // FULL: a commit is on the disk before anybody is told. The short timeout is repeated by `group-commit.ts`,
    // which waits without stopping the server.
    writer.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 50',
    );
    // What one writer needs to stay quick: the pages that writes touch in memory (KiB), what a savepoint may have to undo in
    // memory too, and pages copied from the log to the file once for many writes.
    writer.exec('PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000');
    const reader = new DatabaseSync(file);
    reader.exec('PRAGMA busy_timeout = 5000; PRAGMA query_only = ON; PRAGMA cache_size = -16000');
    return { writer, reader };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CopydeskError('store-broken', `Cannot open the database "${file}": ${why}`, { cause: error });
  }
}
