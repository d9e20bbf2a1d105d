import { CopydeskError } from '../../story/errors.ts';
import type { SourceProfile } from '../../story/sources/source-profile.ts';
import type { TransportSettings } from '../../story/sources/transport-settings.ts';
import { present } from '../database/present.ts';
import { storable } from '../database/storable.ts';
import { settleStory } from '../settle-story.ts';
import type { Store, Tx } from '../store.ts';
import { profileOf } from './profile-of.ts';

/** Who sends copy, how it comes, and what was agreed. Without a transport, people bring its files. */
export type Source = {
  readonly id: number;
  readonly name: string;
  readonly transport?: TransportSettings;
  readonly everySeconds: number;
  readonly profile: SourceProfile;
  readonly paused: boolean;
  /** Of the key with which it may push, in hexadecimal. */
  readonly keySha256?: string;
};

/** What the publisher decides about a source: one entry of her file of sources. */
export type SourceTerms = Pick<Source, 'name' | 'everySeconds' | 'profile'> & { readonly transport: TransportSettings };

/** How many stories one transaction settles anew after a change of the contract. */
const TOGETHER = 100;

const columns = ['id', 'name', 'transport', 'every_seconds', 'profile', 'paused', 'key_sha256'] as const;

/** Every source, by name. */
export async function listSources(store: Store): Promise<Source[]> {
  const rows = await store.read.selectFrom('source').select(columns).orderBy('name').execute();
  return rows.map(sourceOf);
}

export async function findSource(store: Store, name: string): Promise<Source | undefined> {
  const query = store.read.selectFrom('source').select(columns).where('name', '=', storable(name));
  const row = await query.executeTakeFirst();
  return row && sourceOf(row);
}

type Row = Pick<SourceRow, (typeof columns)[number]>;
type SourceRow = {
  id: number;
  name: string;
  transport: string | null;
  every_seconds: number;
  profile: string | null;
  paused: number;
  key_sha256: string | null;
};

function sourceOf({ id, name, transport, every_seconds, profile, paused, key_sha256 }: Row): Source {
  return {
    ...present({ id, name, keySha256: key_sha256 }),
    ...(transport !== null && { transport: JSON.parse(transport) as TransportSettings }),
    everySeconds: every_seconds,
    profile: profileOf(profile),
    paused: paused === 1,
  };
}

/** Adds a source or changes its terms; its stories are settled anew. Where its transport or rhythm changes, it is asked at once. */
export async function saveSource(store: Store, terms: SourceTerms, now: Date): Promise<void> {
  const name = storable(terms.name);
  const values = {
    transport: JSON.stringify(terms.transport),
    every_seconds: terms.everySeconds,
    profile: JSON.stringify(terms.profile),
    settled_to: 0,
  };
  await store.write(async (tx) => {
    const before = await tx.db.selectFrom('source').select(columns).where('name', '=', name).executeTakeFirst();
    await tx.db
      .insertInto('source')
      .values({ name, ...values })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
      .execute();
    const { id } = await tx.db.selectFrom('source').select('id').where('name', '=', name).executeTakeFirstOrThrow();
    if (before && before.transport !== values.transport) await forgetRounds(tx, id);
    else if (before && before.every_seconds !== values.every_seconds) await makeDue(tx, id);
    tx.changed({ kind: 'everything' });
  });
  await resettleSources(store, now);
}

/** Another server remembers other things, and has not failed yet. */
async function forgetRounds(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('source_memory').where('source_id', '=', id).execute();
  const fresh = { next_try: null, failures: 0, last_error: null, last_error_at: null };
  await tx.db.updateTable('source_state').set(fresh).where('source_id', '=', id).execute();
}

async function makeDue(tx: Tx, id: number): Promise<void> {
  await tx.db.updateTable('source_state').set({ next_try: null }).where('source_id', '=', id).execute();
}

/** Settles the stories of sources whose contract has changed, also what a crash left undone. @returns how many stories. */
export async function resettleSources(store: Store, now: Date): Promise<number> {
  let settled = 0;
  for (;;) {
    const query = store.read.selectFrom('source').select('id').where('settled_to', 'is not', null).limit(1);
    const source = await query.executeTakeFirst();
    if (!source) return settled;
    settled += await store.write((tx) => settleSome(tx, source.id, now));
  }
}

async function settleSome(tx: Tx, sourceId: number, now: Date): Promise<number> {
  const query = tx.db.selectFrom('source').select('settled_to').where('id', '=', sourceId);
  const from = (await query.executeTakeFirst())?.settled_to;
  if (from == null) return 0;
  const stories = await tx.db
    .selectFrom('story')
    .select('id')
    .where('source_id', '=', sourceId)
    .where('id', '>', from)
    .orderBy('id')
    .limit(TOGETHER)
    .execute();
  for (const { id } of stories) await settleStory(tx, id, now);
  const settled_to = stories.at(-1)?.id ?? null;
  await tx.db.updateTable('source').set({ settled_to }).where('id', '=', sourceId).execute();
  return stories.length;
}

/** Lets a source wait, or go on at once. */
export async function pauseSource(store: Store, name: string, paused: boolean): Promise<void> {
  await store.write(async (tx) => {
    const id = await sourceId(tx, name);
    await tx.db
      .updateTable('source')
      .set({ paused: paused ? 1 : 0 })
      .where('id', '=', id)
      .execute();
    if (!paused) await makeDue(tx, id);
    tx.changed({ kind: 'setting' });
  });
}

/** Keeps the hash of a new key; the key before is worth nothing from here on. */
export async function saveSourceKey(store: Store, name: string, keySha256: string): Promise<void> {
  await store.write(async (tx) => {
    const id = await sourceId(tx, name);
    await tx.db.updateTable('source').set({ key_sha256: keySha256 }).where('id', '=', id).execute();
    tx.changed({ kind: 'setting' });
  });
}

/** Takes nothing more from a source: its transport, key and memory go. What it sent stays, under its contract. */
export async function forgetSource(store: Store, name: string): Promise<void> {
  await store.write(async (tx) => {
    const id = await sourceId(tx, name);
    const gone = { transport: null, key_sha256: null, paused: 0 };
    await tx.db.updateTable('source').set(gone).where('id', '=', id).execute();
    await tx.db.deleteFrom('source_memory').where('source_id', '=', id).execute();
    await tx.db.deleteFrom('source_state').where('source_id', '=', id).execute();
    await tx.db
      .deleteFrom('source')
      .where('id', '=', id)
      .where('id', 'not in', (source) => source.selectFrom('wire_item').select('source_id').where('source_id', '=', id))
      .execute();
    tx.changed({ kind: 'setting' });
  });
}

async function sourceId(tx: Tx, name: string): Promise<number> {
  const row = await tx.db.selectFrom('source').select('id').where('name', '=', storable(name)).executeTakeFirst();
  if (!row) throw new CopydeskError('not-found', `No source has the name "${name}".`);
  return row.id;
}
