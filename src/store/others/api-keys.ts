import { createHash, randomBytes } from 'node:crypto';
import { CopydeskError } from '../../story/errors.ts';
import { present } from '../database/present.ts';
import { storable } from '../database/storable.ts';
import type { Store } from '../store.ts';

/** A key with which another program asks for judgements, or with `pages` registers pages. `perDay` counts days in UTC; `origins` may ask from a browser. */
export type ApiKey = {
  readonly id: number;
  readonly name: string;
  readonly perSecond: number;
  readonly perDay?: number;
  readonly origins: readonly string[];
  /** It may register pages elsewhere. */
  readonly pages: boolean;
  readonly createdAt: string;
};

const columns = [
  'id',
  'name',
  'per_second as perSecond',
  'per_day as perDay',
  'origins',
  'pages',
  'created_at as createdAt',
] as const;

/** Makes a key of 256 bits. It is given out here, once: only its hash is kept. `not-allowed` when the name is taken. */
export async function addApiKey(
  store: Store,
  wanted: Pick<ApiKey, 'name' | 'perSecond' | 'perDay' | 'origins'> & { readonly now: Date; readonly pages?: boolean },
): Promise<string> {
  const key = `cda_${randomBytes(32).toString('base64url')}`;
  const name = storable(wanted.name);
  await store.write(async (tx) => {
    const taken = await tx.db
      .selectFrom('api_key')
      .select('id')
      .where('name', '=', name)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (taken) throw new CopydeskError('not-allowed', `There is a key "${wanted.name}" already. Remove it first.`);
    await tx.db
      .insertInto('api_key')
      .values({
        name,
        key_sha256: hashOf(key),
        per_second: wanted.perSecond,
        per_day: wanted.perDay ?? null,
        origins: JSON.stringify(wanted.origins),
        pages: wanted.pages === true ? 1 : 0,
        created_at: wanted.now.toISOString(),
      })
      .execute();
  });
  return key;
}

/** The keys that work, by name. */
export async function listApiKeys(store: Store): Promise<ApiKey[]> {
  const rows = await store.read
    .selectFrom('api_key')
    .select(columns)
    .where('removed_at', 'is', null)
    .orderBy('name')
    .execute();
  return rows.map(keyOf);
}

/** From now on this key opens nothing. `not-found` without one of that name. */
export async function removeApiKey(store: Store, name: string, now: Date): Promise<void> {
  await store.write(async (tx) => {
    const removed = await tx.db
      .updateTable('api_key')
      .set({ removed_at: now.toISOString() })
      .where('name', '=', name)
      .where('removed_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!removed) throw new CopydeskError('not-found', `There is no key "${name}".`);
  });
}

/** The key that these characters are, if it is not removed. It is looked up by its hash, so timing tells nothing of it. */
export async function findApiKey(store: Store, key: string): Promise<ApiKey | undefined> {
  const row = await store.read
    .selectFrom('api_key')
    .select(columns)
    .where('key_sha256', '=', hashOf(key))
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row && keyOf(row);
}

/**
 * Takes up to `count` of a day's requests for this key, durably, before they are asked: a restart, or another process, can
 * never give out more than `perDay`. @returns how many were left to take; 0 when the day is used up.
 */
export async function takeOfDay(
  store: Store,
  wanted: { readonly keyId: number; readonly perDay: number; readonly day: string; readonly count: number },
): Promise<number> {
  return store.write(async (tx) => {
    const { keyId, day } = wanted;
    await tx.db
      .insertInto('api_key_use')
      .values({ key_id: keyId, day, taken: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    let find = tx.db.selectFrom('api_key_use').select('taken').where('key_id', '=', keyId).where('day', '=', day);
    if (tx.kind === 'postgres') find = find.forUpdate();
    const { taken } = await find.executeTakeFirstOrThrow();
    const count = Math.max(0, Math.min(wanted.count, wanted.perDay - taken));
    if (count === 0) return 0;
    await tx.db
      .updateTable('api_key_use')
      .set({ taken: taken + count })
      .where('key_id', '=', keyId)
      .where('day', '=', day)
      .execute();
    return count;
  });
}

/** How many of a day's requests are spoken for, by key. */
export async function usedOn(store: Store, day: string): Promise<ReadonlyMap<number, number>> {
  const rows = await store.read.selectFrom('api_key_use').select(['key_id', 'taken']).where('day', '=', day).execute();
  return new Map(rows.map((row) => [row.key_id, row.taken]));
}

type KeyRow = Omit<ApiKey, 'origins' | 'perDay' | 'pages'> & { origins: string; perDay: number | null; pages: number };

function keyOf(row: KeyRow): ApiKey {
  return { ...present(row), origins: JSON.parse(row.origins) as string[], pages: row.pages === 1 };
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
