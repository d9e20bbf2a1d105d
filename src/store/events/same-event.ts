import { sql } from 'kysely';
import type { Copy } from '../../story/copy.ts';
import { type EventMarks, eventMarks } from '../../story/same-event/event-marks.ts';
import {
  FEWEST_LOOKED_UP,
  lookedUp,
  type Telling,
  tellsSameEvent,
  WINDOW_HOURS,
} from '../../story/same-event/same-event.ts';
import { storable } from '../database/storable.ts';
import type { Store, Tx } from '../store.ts';
import { lockGroups, regroup } from './regroup.ts';

/** How many are compared anew at once. */
const TOGETHER = 200;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Candidates that are compared, those first that share most. */
const MOST_CANDIDATES = 40;

/** A version of a story that is furnished, and its copy. */
export type ToGroup = { readonly storyId: number; readonly storyVersionId: number; readonly copy: Copy };

/**
 * Notes what a story tells and joins it with the stories of the last days that tell the same event. The outcome does not
 * depend on the order of arrival. A grouping decides what lists show together, never what is published.
 */
export async function groupStory(store: Store, { storyId, storyVersionId, copy }: ToGroup): Promise<void> {
  const marks = eventMarks(copy);
  await store.write(async (tx) => {
    await lockGroups(tx);
    const story = await tx.db
      .selectFrom('story')
      .select(['source_id', 'received_at'])
      .where('id', '=', storyId)
      .executeTakeFirst();
    if (!story) return;
    const telling = { source: story.source_id, at: toldAt(copy, story.received_at), language: copy.language, marks };
    await saveTelling(tx, { storyId, storyVersionId }, telling);
    const same = (await findCandidates(tx, storyId, telling)).filter((other) => tellsSameEvent(telling, other));
    await tx.db
      .deleteFrom('same_event')
      .where((pair) => pair.or([pair('story_id', '=', storyId), pair('other_id', '=', storyId)]))
      .execute();
    if (same.length > 0) {
      const pairs = same.map(({ id }) => ({ story_id: Math.min(id, storyId), other_id: Math.max(id, storyId) }));
      await tx.db.insertInto('same_event').values(pairs).execute();
    }
    await regroup(tx, [storyId]);
  });
}

/** Stories received since then whose newest version is furnished and was not compared: a crash came between. */
export async function listUngrouped(store: Store, since: Date): Promise<(ToGroup & { readonly slug: string })[]> {
  const rows = await store.read
    .selectFrom('story')
    .innerJoin('story_version', 'story_version.id', 'story.newest_version_id')
    .leftJoin('telling', (join) =>
      join.onRef('telling.story_id', '=', 'story.id').onRef('telling.story_version_id', '=', 'story_version.id'),
    )
    .select(['story.id as storyId', 'story_version.id as storyVersionId', 'story.slug', 'story_version.copy'])
    .where('story.received_at', '>=', since.toISOString())
    .where('story_version.furnished_at', 'is not', null)
    .where('telling.story_id', 'is', null)
    .orderBy('story.id')
    .limit(TOGETHER)
    .execute();
  return rows.map(({ copy, ...row }) => ({ ...row, copy: JSON.parse(copy) as Copy }));
}

/** When the agency first told it, where it says so believably; else when it came. */
function toldAt({ firstCreated, versionCreated }: Copy, receivedAt: string): string {
  const received = Date.parse(receivedAt);
  const told = [firstCreated, versionCreated]
    .map((time) => (time === undefined ? Number.NaN : Date.parse(time)))
    .find((time) => time > received - 14 * DAY && time < received + DAY);
  return told === undefined ? receivedAt : new Date(told).toISOString();
}

async function saveTelling(
  tx: Tx,
  { storyId, storyVersionId }: Omit<ToGroup, 'copy'>,
  { at, language, marks }: Telling,
): Promise<void> {
  const row = { story_version_id: storyVersionId, at, language: storable(language), marks: JSON.stringify([...marks]) };
  await tx.db
    .insertInto('telling')
    .values({ story_id: storyId, ...row })
    .onConflict((conflict) => conflict.column('story_id').doUpdateSet(row))
    .execute();
  await tx.db.deleteFrom('telling_mark').where('story_id', '=', storyId).execute();
  const rows = lookedUp(marks).map((mark) => ({ mark: storable(mark), at, story_id: storyId }));
  if (rows.length > 0) {
    await tx.db
      .insertInto('telling_mark')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Stories of the time around with enough marks in common, found by the index: the work does not grow with the archive. */
async function findCandidates(tx: Tx, storyId: number, telling: Telling): Promise<(Telling & { id: number })[]> {
  const marks = lookedUp(telling.marks).map(storable);
  if (marks.length === 0) return [];
  const time = (hours: number) => new Date(Date.parse(telling.at) + hours * HOUR).toISOString();
  const sharing = tx.db
    .selectFrom('telling_mark')
    .select(['story_id', ({ fn }) => fn.countAll<number>().as('shared')])
    .where('mark', 'in', marks)
    .where('at', '>=', time(-WINDOW_HOURS))
    .where('at', '<=', time(WINDOW_HOURS))
    .where('story_id', '!=', storyId)
    .groupBy('story_id')
    // The fingerprint of the whole text is enough by itself.
    .having(sql<boolean>`count(*) >= ${FEWEST_LOOKED_UP} or max(case when mark like '= %' then 1 else 0 end) = 1`)
    .orderBy('shared', 'desc')
    .orderBy('story_id')
    .limit(MOST_CANDIDATES);
  const rows = await tx.db
    .selectFrom(sharing.as('sharing'))
    .innerJoin('telling', 'telling.story_id', 'sharing.story_id')
    .innerJoin('story', 'story.id', 'sharing.story_id')
    .select(['story.id', 'story.source_id as source', 'telling.at', 'telling.language', 'telling.marks'])
    .execute();
  return rows.map(({ marks: json, ...row }) => ({ ...row, marks: new Map(JSON.parse(json)) as EventMarks }));
}
