import { CopydeskError } from '../../story/errors.ts';
import type { Webhook } from '../../story/webhook.ts';
import { present } from '../database/present.ts';
import type { Store } from '../store.ts';

const columns = ['id', 'url', 'events', 'secret', 'private', 'created_at as createdAt', 'ended'] as const;

/** How the deliveries of a webhook fare. `problem` is of the last that failed and was not delivered since. */
export type WebhookFigures = {
  readonly waiting: number;
  readonly delivered: number;
  readonly dead: number;
  readonly problem?: string;
};

/** Adds a webhook; `secretOf` names the place of its secret by the number that it got. */
export async function addWebhook(
  store: Store,
  wanted: Pick<Webhook, 'url' | 'events' | 'private'> & { readonly now: Date },
  secretOf: (id: number) => Webhook['secret'],
): Promise<Webhook> {
  return store.write(async (tx) => {
    const row = {
      url: wanted.url,
      events: JSON.stringify(wanted.events),
      secret: '{}',
      private: wanted.private ? 1 : 0,
      created_at: wanted.now.toISOString(),
    };
    const { id } = await tx.db.insertInto('webhook').values(row).returning('id').executeTakeFirstOrThrow();
    const saved = await tx.db
      .updateTable('webhook')
      .set({ secret: JSON.stringify(secretOf(id)) })
      .where('id', '=', id)
      .returning(columns)
      .executeTakeFirstOrThrow();
    return webhookOf(saved);
  });
}

/** The webhooks that are not removed, in the order in which they were added. */
export async function listWebhooks(store: Store): Promise<Webhook[]> {
  const rows = await store.read
    .selectFrom('webhook')
    .select(columns)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(webhookOf);
}

/** Nothing more is sent there. Its record of deliveries is kept. `not-found` without such a webhook. */
export async function removeWebhook(store: Store, id: number, now: Date): Promise<void> {
  const removed = await store.write((tx) =>
    tx.db
      .updateTable('webhook')
      .set({ removed_at: now.toISOString() })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .returning('id')
      .executeTakeFirst(),
  );
  if (!removed) throw new CopydeskError('not-found', `No webhook has the number ${id}.`);
}

/** Nothing is sent there until it is added anew; `why` is shown by the list. */
export async function endWebhook(store: Store, id: number, why: string): Promise<void> {
  await store.write((tx) => tx.db.updateTable('webhook').set({ ended: why }).where('id', '=', id).execute());
}

/** What became of everything that each webhook was to be told. */
export async function webhookFigures(store: Store): Promise<ReadonlyMap<number, WebhookFigures>> {
  const rows = await store.read
    .selectFrom('webhook_delivery')
    .select(['webhook_id', 'outcome'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['webhook_id', 'outcome'])
    .execute();
  const problems = await store.read
    .selectFrom('webhook_delivery')
    .select(['webhook_id', 'problem'])
    .where('id', 'in', (last) =>
      last
        .selectFrom('webhook_delivery')
        .select(({ fn }) => fn.max('id').as('id'))
        .where('problem', 'is not', null)
        .groupBy('webhook_id'),
    )
    .execute();
  const figures = new Map<number, WebhookFigures>();
  for (const { webhook_id: id, outcome, count } of rows) {
    const before = figures.get(id) ?? { waiting: 0, delivered: 0, dead: 0 };
    const key = outcome === null ? 'waiting' : outcome;
    if (key !== 'gone') figures.set(id, { ...before, [key]: before[key] + Number(count) });
  }
  for (const { webhook_id: id, problem } of problems) {
    const before = figures.get(id);
    if (before && problem !== null) figures.set(id, { ...before, problem });
  }
  return figures;
}

function webhookOf(row: {
  id: number;
  url: string;
  events: string;
  secret: string;
  private: number;
  createdAt: string;
  ended: string | null;
}): Webhook {
  return {
    ...present(row),
    events: JSON.parse(row.events) as Webhook['events'],
    secret: JSON.parse(row.secret) as Webhook['secret'],
    private: row.private === 1,
  };
}
