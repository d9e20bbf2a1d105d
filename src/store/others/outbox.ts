import { WEBHOOK_EVENTS, type Webhook, type WebhookEventType } from '../../story/webhook.ts';
import { storable } from '../database/storable.ts';
import type { Store, Tx } from '../store.ts';

/** Something that one webhook is to be told. `eventId` is the same for every try and every webhook. */
export type Due = {
  readonly id: number;
  readonly webhookId: number;
  readonly eventId: number;
  readonly type: WebhookEventType;
  readonly commentId: number | null;
  readonly storyId: number | null;
  readonly at: string;
  /** Tries that failed so far. */
  readonly tries: number;
};

/** Events in one commit. */
const SPREAD_AT_ONCE = 200;

/** Makes a delivery of each new event for each webhook that wants it. @returns how many events there were. */
export async function spreadEvents(store: Store, webhooks: readonly Webhook[], now: Date): Promise<number> {
  const open = webhooks.filter(({ ended }) => ended === undefined);
  const waiting = await store.read
    .selectFrom('webhook_event')
    .select('id')
    .where('spread', '=', 0)
    .limit(1)
    .executeTakeFirst();
  if (!waiting) return 0;
  return store.write(async (tx) => {
    let find = tx.db.selectFrom('webhook_event').selectAll().where('spread', '=', 0).orderBy('id');
    if (tx.kind === 'postgres') find = find.forUpdate().skipLocked();
    const events = await find.limit(SPREAD_AT_ONCE).execute();
    const at = now.toISOString();
    for (const event of events) {
      // What a comment is from its first moment on comes as one row with both of its types.
      const types = event.type.trim().split(' ').filter(isEventType);
      const [first, ...others] = types;
      if (first === undefined) {
        await tx.db.deleteFrom('webhook_event').where('id', '=', event.id).execute();
        continue;
      }
      await tx.db.updateTable('webhook_event').set({ type: first, spread: 1 }).where('id', '=', event.id).execute();
      await addDeliveries(tx, { id: event.id, type: first, happened: event.at, webhooks: open, at });
      for (const type of others) {
        const copy = { type, comment_id: event.comment_id, story_id: event.story_id, at: event.at, spread: 1 };
        const { id } = await tx.db.insertInto('webhook_event').values(copy).returning('id').executeTakeFirstOrThrow();
        await addDeliveries(tx, { id, type, happened: event.at, webhooks: open, at });
      }
    }
    return events.length;
  });
}

async function addDeliveries(
  tx: Tx,
  event: {
    readonly id: number;
    readonly type: WebhookEventType;
    readonly happened: string;
    readonly webhooks: readonly Webhook[];
    readonly at: string;
  },
): Promise<void> {
  const rows = event.webhooks
    // Who comes later is not told of what was before.
    .filter(({ events, createdAt }) => events.includes(event.type) && createdAt <= event.happened)
    .map(({ id }) => ({ webhook_id: id, event_id: event.id, next_try: event.at }));
  if (rows.length > 0) await tx.db.insertInto('webhook_delivery').values(rows).execute();
}

/** Takes the deliveries of one webhook that are due, oldest first, for as long as `until`: nobody else tries them meanwhile. */
export async function claimDue(
  store: Store,
  wanted: { readonly webhookId: number; readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<Due[]> {
  const now = wanted.now.toISOString();
  const isDue = (db: Store['read']) =>
    db
      .selectFrom('webhook_delivery')
      .select('id')
      .where('webhook_id', '=', wanted.webhookId)
      .where('done_at', 'is', null)
      .where('next_try', '<=', now)
      .where((row) => row.or([row('claimed_until', 'is', null), row('claimed_until', '<=', now)]))
      .orderBy('next_try')
      .orderBy('id')
      .limit(wanted.limit);
  if (!(await isDue(store.read).limit(1).executeTakeFirst())) return [];
  return store.write(async (tx) => {
    const found = isDue(tx.db);
    const ids = (await (tx.kind === 'postgres' ? found.forUpdate().skipLocked() : found).execute()).map(({ id }) => id);
    if (ids.length === 0) return [];
    await tx.db
      .updateTable('webhook_delivery')
      .set({ claimed_until: wanted.until.toISOString() })
      .where('id', 'in', ids)
      .execute();
    const rows = await tx.db
      .selectFrom('webhook_delivery')
      .innerJoin('webhook_event', 'webhook_event.id', 'webhook_delivery.event_id')
      .select([
        'webhook_delivery.id',
        'webhook_delivery.webhook_id as webhookId',
        'webhook_delivery.event_id as eventId',
        'webhook_event.type',
        'webhook_event.comment_id as commentId',
        'webhook_event.story_id as storyId',
        'webhook_event.at',
        'webhook_delivery.tries',
      ])
      .where('webhook_delivery.id', 'in', ids)
      .orderBy('webhook_delivery.id')
      .execute();
    return rows.map((row) => ({ ...row, type: row.type as WebhookEventType }));
  });
}

/** How a try ended: done with, or to be tried again at `nextTry`. `problem` names what went wrong; `uncounted` was our own fault. */
export type Tried =
  | { readonly outcome: 'delivered' | 'gone' }
  | { readonly outcome: 'dead'; readonly problem: string }
  | { readonly outcome: 'again'; readonly problem: string; readonly nextTry: Date; readonly uncounted?: true };

/** Keeps how a try ended. */
export async function noteTried(store: Store, { id, tries }: Due, tried: Tried, now: Date): Promise<void> {
  const problem = 'problem' in tried ? storable(tried.problem) : null;
  const end =
    tried.outcome === 'again'
      ? { next_try: tried.nextTry.toISOString() }
      : { done_at: now.toISOString(), outcome: tried.outcome };
  const counted = 'uncounted' in tried && tried.uncounted ? 0 : 1;
  const row = { ...end, problem, claimed_until: null, tries: tries + counted };
  await store.write((tx) => tx.db.updateTable('webhook_delivery').set(row).where('id', '=', id).execute());
}

/** Forgets what was delivered, and events that nobody waits for, before `before`. Those given up stay to be seen. */
export async function forgetDelivered(store: Store, before: Date): Promise<void> {
  await store.write(async (tx) => {
    await tx.db
      .deleteFrom('webhook_delivery')
      .where('outcome', 'in', ['delivered', 'gone'])
      .where('done_at', '<', before.toISOString())
      .execute();
    await tx.db
      .deleteFrom('webhook_event')
      .where('spread', '=', 1)
      .where('at', '<', before.toISOString())
      .where('id', 'not in', (delivery) => delivery.selectFrom('webhook_delivery').select('event_id'))
      .execute();
  });
}

const isEventType = (type: string): type is WebhookEventType => (WEBHOOK_EVENTS as readonly string[]).includes(type);
