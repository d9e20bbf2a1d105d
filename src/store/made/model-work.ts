import type { Copy } from '../../story/copy.ts';
import type { Furniture } from '../../story/furniture.ts';
import type { ModelOutcome } from '../database/schema-made.ts';
import type { Store, Tx } from '../store.ts';
import { readFurniture } from './read-made.ts';
import { type Made, saveFurniture } from './work.ts';

/** A version of a story that a language model has not been asked about, with the furniture that stands now. */
export type ModelWork = {
  readonly storyVersionId: number;
  readonly slug: string;
  readonly copy: Copy;
  readonly furniture: Furniture;
};

/** Copy that came longer ago than this is not asked about: a model that is added today does not rewrite the archive. */
const REACH = 48 * 3_600_000;
/** How often a version is tried while the endpoint cannot be reached. */
const MOST_TRIES = 5;

/**
 * The youngest newest version that has furniture and was not put to the model, claimed for `claimMs` so that no other worker,
 * here or on another machine, pays for it too. Only what readers see, or what waits for a person who will read it; never what
 * a person has already released.
 */
export async function claimModelWork(
  store: Store,
  now: Date,
  { claimMs }: { readonly claimMs: number },
): Promise<ModelWork | undefined> {
  for (;;) {
    const row = await waiting(store, now);
    if (!row) return undefined;
    if (!(await store.write((tx) => claim(tx, row.id, { now, claimMs })))) continue;
    const { id, slug, copy, minutes } = row;
    const furniture = await readFurniture(store.read, id, minutes ?? 1);
    return { storyVersionId: id, slug, copy: JSON.parse(copy), furniture };
  }
}

function waiting({ read }: Store, now: Date) {
  const at = now.toISOString();
  return read
    .selectFrom('story_version as version')
    .innerJoin('story', 'story.newest_version_id', 'version.id')
    .leftJoin('model_ask as ask', 'ask.story_version_id', 'version.id')
    .select(['version.id', 'version.copy', 'version.reading_minutes as minutes', 'story.slug'])
    .where('version.received_at', '>=', new Date(now.getTime() - REACH).toISOString())
    .where('version.furnished_at', 'is not', null)
    .where((is) =>
      is.or([
        is('story.state', 'in', ['live', 'corrected']),
        is.and([
          is('story.state', '=', 'held'),
          is('version.pub_status', '=', 'usable'),
          is('version.kill_words', 'is', null),
        ]),
      ]),
    )
    .where((is) =>
      is.or([
        is('ask.story_version_id', 'is', null),
        is.and([is('ask.done_at', 'is', null), is('ask.claimed_until', '<=', at), is('ask.tries', '<', MOST_TRIES)]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('story_event as event')
            .select('event.id')
            .whereRef('event.story_id', '=', 'story.id')
            .where('event.kind', '=', 'release')
            .whereRef('event.at', '>=', 'version.received_at'),
        ),
      ),
    )
    .orderBy('version.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** One of several who ask at once gets it: the others find a row that is claimed. */
async function claim(
  { db }: Tx,
  id: number,
  { now, claimMs }: { readonly now: Date; readonly claimMs: number },
): Promise<boolean> {
  const until = new Date(now.getTime() + claimMs).toISOString();
  const row = await db
    .insertInto('model_ask')
    .values({ story_version_id: id, tries: 1, claimed_until: until, done_at: null, outcome: null })
    .onConflict((conflict) =>
      conflict
        .column('story_version_id')
        .doUpdateSet((ask) => ({ tries: ask('model_ask.tries', '+', 1), claimed_until: until }))
        .where('model_ask.done_at', 'is', null)
        .where('model_ask.claimed_until', '<=', now.toISOString()),
    )
    .returning('story_version_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends the asking about a version, whoever else is at it. */
export async function closeModelWork(
  store: Store,
  storyVersionId: number,
  outcome: ModelOutcome,
  now: Date,
): Promise<void> {
  await store.write((tx) => close(tx, storyVersionId, { outcome, now }));
}

async function close(
  { db }: Tx,
  id: number,
  { outcome, now }: { readonly outcome: ModelOutcome; readonly now: Date },
): Promise<void> {
  const done = { claimed_until: null, done_at: now.toISOString(), outcome };
  await db
    .insertInto('model_ask')
    .values({ story_version_id: id, tries: 0, ...done })
    .onConflict((conflict) => conflict.column('story_version_id').doUpdateSet(done))
    .execute();
}

/** The endpoint was out of reach: the version may be claimed again at `until`. With `forget` the try does not count. */
export async function postponeModelWork(
  store: Store,
  storyVersionId: number,
  { until, forget = false }: { readonly until: Date; readonly forget?: boolean },
): Promise<void> {
  await store.write(({ db }) =>
    db
      .updateTable('model_ask')
      .set((ask) => ({
        claimed_until: until.toISOString(),
        ...(forget && { tries: ask('tries', '-', 1) }),
      }))
      .where('story_version_id', '=', storyVersionId)
      .where('done_at', 'is', null)
      .execute(),
  );
}

/** Keeps furniture that a model had a part in, unless an editor or a newer version of the copy came first. */
export function saveModelFurniture(
  store: Store,
  storyVersionId: number,
  { made, now, outcome }: { readonly made: Made; readonly now: Date; readonly outcome: ModelOutcome },
): Promise<boolean> {
  return saveFurniture(store, storyVersionId, made, now, async (tx) => {
    const row = await tx.db
      .selectFrom('story')
      .leftJoin('model_ask as ask', 'ask.story_version_id', 'story.newest_version_id')
      .select(['ask.done_at as doneAt'])
      .where('story.newest_version_id', '=', storyVersionId)
      .executeTakeFirst();
    if (!row || row.doneAt !== null) return false;
    await close(tx, storyVersionId, { outcome, now });
    return true;
  });
}
