import { DEFAULT_EDITION, type Edition } from '../story/edition.ts';
import { CopydeskError } from '../story/errors.ts';
import { type Places, prepare } from './database/prepared.ts';
import type { Readable, Store } from './store.ts';

const EDITION = 'edition';

/** The publisher's choices, over the defaults. */
export async function readEdition(store: Readable): Promise<Edition> {
  return editionOf(await read(store.read, EDITION));
}

/** Changes some of the publisher's choices and returns all. `bad-setting` names a value that cannot be. */
export async function saveEdition(store: Store, edition: Partial<Edition>): Promise<Edition> {
  checkEdition(edition);
  return store.write(async (tx) => {
    const changed = { ...editionOf(await read(tx.db, EDITION)), ...edition };
    await keep(tx.db, EDITION, changed);
    tx.changed({ kind: 'setting' });
    return changed;
  });
}

/** A setting's value as it was saved (JSON), or undefined. */
export async function readSetting(store: Readable, key: string): Promise<unknown> {
  return read(store.read, key);
}

/** The JSON itself, for whoever knows already what it says; undefined without the setting. */
export async function readSettingText(store: Readable, key: string): Promise<string | undefined> {
  const [row] = await byKey(store.read, { key });
  return row?.value;
}

/** Keeps any JSON value under a key; `undefined` forgets it. */
export async function saveSetting(store: Store, key: string, value: unknown): Promise<void> {
  await store.write(async (tx) => {
    if (value === undefined) await tx.db.deleteFrom('setting').where('key', '=', key).execute();
    else await keep(tx.db, key, value);
    tx.changed({ kind: 'setting' });
  });
}

async function read(db: Store['read'], key: string): Promise<unknown> {
  const [row] = await byKey(db, { key });
  return row && JSON.parse(row.value);
}

const byKey = prepare((db, at: Places<{ key: string }>) =>
  db.selectFrom('setting').select('value').where('key', '=', at.key),
);

async function keep(db: Store['read'], key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  await db
    .insertInto('setting')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute();
}

const editionOf = (saved: unknown): Edition => ({ ...DEFAULT_EDITION, ...(saved as Partial<Edition> | undefined) });

function checkEdition({ name, language, timeZone }: Partial<Edition>): void {
  if (name !== undefined && name.trim() === '') throw new CopydeskError('bad-setting', 'The edition needs a name.');
  if (language !== undefined && language !== 'en-US' && language !== 'en-GB') {
    throw new CopydeskError(
      'bad-setting',
      `The language "${String(language)}" is not known here: it is en-US or en-GB.`,
    );
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new CopydeskError('bad-setting', `The time zone "${timeZone}" is not known: give one like "Europe/London".`);
  }
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
