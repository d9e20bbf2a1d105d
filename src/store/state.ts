import { CopydeskError } from '../story/errors.ts';
import type { StoryAction } from '../story/status.ts';
import type { Story } from '../story/story.ts';
import { lockStory } from './database/lock.ts';
import { storable } from './database/storable.ts';
import { settleStory } from './settle-story.ts';
import type { Store } from './store.ts';
import { readStory } from './story-row.ts';

/** Most stories that one transaction takes from readers. */
const TOGETHER = 200;

/** Keeps what a person did to a story and settles its state. `not-found`, or `not-allowed` with the reason. */
export async function act(store: Store, slug: string, action: StoryAction): Promise<Story> {
  const at = new Date(action.at);
  if (Number.isNaN(at.getTime()))
    throw new CopydeskError('bad-input', `Cannot ${action.kind} "${slug}": "${action.at}" is no time.`);
  return store.write(async (tx) => {
    const found = await tx.db.selectFrom('story').select('id').where('slug', '=', slug).executeTakeFirst();
    if (!found) throw new CopydeskError('not-found', `No story has the address "${slug}".`);
    await lockStory(tx, found.id);
    const story = await readStory(tx.db, slug);
    const obstacle = story && obstacleTo(action.kind, story);
    if (obstacle) throw new CopydeskError('not-allowed', `Cannot ${action.kind} "${slug}": ${obstacle}`);
    const optional = (text: string | undefined) => (text === undefined ? null : storable(text));
    await tx.db
      .insertInto('story_event')
      .values({
        story_id: found.id,
        kind: action.kind,
        state: null,
        reason: optional(action.reason),
        notice: optional(action.notice),
        by_whom: optional(action.by),
        at: at.toISOString(),
      })
      .execute();
    await settleStory(tx, found.id, at);
    return (await readStory(tx.db, slug))!;
  });
}

/** Why this cannot be done to a story now, or undefined when it can. */
function obstacleTo(kind: StoryAction['kind'], story: Story): string | undefined {
  if (story.state === 'killed') return 'it is killed, and a kill is final.';
  if (kind === 'release' && story.state !== 'held' && story.state !== 'spiked')
    return `it is ${story.state}, not held.`;
  if (kind === 'spike' && story.publishedAt !== undefined) return 'readers have seen it; kill it instead.';
  if (kind === 'spike' && story.state === 'spiked') return 'it is spiked already.';
  return undefined;
}

/** Makes live every story whose embargo has lifted by `now`. Returns how many. */
export async function liftEmbargoes(store: Store, now: Date): Promise<number> {
  const lifting = (db: Store['read']) =>
    db
      .selectFrom('story')
      .select('id')
      .where('state', '=', 'embargoed')
      .where('embargoed_until', '<=', now.toISOString())
      .orderBy('id');
  // Looked at before writing: this is asked every minute, and most minutes lift nothing.
  if ((await lifting(store.read).execute()).length === 0) return 0;
  return store.write(async (tx) => {
    const stories = await lifting(tx.db).execute();
    for (const { id } of stories) await settleStory(tx, id, now);
    return stories.length;
  });
}

/** Takes from readers every story whose licence has ended by `now`. Returns how many. */
export async function endLicences(store: Store, now: Date): Promise<number> {
  const ending = (db: Store['read']) =>
    db.selectFrom('story').select('id').where('visible_until', '<=', now.toISOString()).orderBy('id').limit(TOGETHER);
  let ended = 0;
  while ((await ending(store.read).execute()).length > 0) {
    ended += await store.write(async (tx) => {
      const stories = await ending(tx.db).execute();
      for (const { id } of stories) await settleStory(tx, id, now);
      return stories.length;
    });
  }
  return ended;
}

/** When the clock next changes what readers may see: an embargo lifts, or a licence ends. */
export async function nextTurn(store: Store): Promise<Date | undefined> {
  const next = (column: 'embargoed_until' | 'visible_until') =>
    store.read.selectFrom('story').select(`${column} as at`).where(column, 'is not', null).orderBy(column).limit(1);
  const lift = await next('embargoed_until').where('state', '=', 'embargoed').executeTakeFirst();
  const end = await next('visible_until').executeTakeFirst();
  const first = [lift?.at, end?.at].filter((at) => at != null).sort()[0];
  return first === undefined ? undefined : new Date(first);
}

/** When the next embargo lifts. */
export async function nextLift(store: Store): Promise<Date | undefined> {
  const row = await store.read
    .selectFrom('story')
    .select('embargoed_until')
    .where('state', '=', 'embargoed')
    .orderBy('embargoed_until')
    .limit(1)
    .executeTakeFirst();
  return row?.embargoed_until ? new Date(row.embargoed_until) : undefined;
}
