import { setTimeout as sleep } from 'node:timers/promises';
import type { Newsroom } from '../newsroom.ts';
import { claimDue, forgetDelivered, spreadEvents } from '../store/others/outbox.ts';
import { listWebhooks } from '../store/others/webhooks.ts';
import type { ResolveSecret } from '../story/sources/transport-settings.ts';
import type { Webhook } from '../story/webhook.ts';
import { deliver } from './deliver.ts';

/** How often the outbox is looked at, in milliseconds. */
const LOOK_EVERY = 2_000;
/** Tries for one webhook at the same time. */
const AT_ONCE = 4;
/** How long a try is ours: longer than a server may take. After a crash another process takes it up then. */
const CLAIM = 20_000;
/** How long what was delivered is remembered, and how often the older is forgotten. */
const REMEMBERED = 30 * 24 * 60 * 60 * 1000;
const FORGET_EVERY = 60 * 60 * 1000;
/** How long the newsroom waits for tries that are under way when it closes. */
const PATIENCE = 2_000;

/**
 * Tells the publisher's webhooks what happened. Each webhook has its own turn, so that one whose server stalls keeps no other
 * waiting; processes on the same database share the work by claims.
 */
export function keepWebhooks(
  newsroom: Pick<Newsroom, 'store' | 'now' | 'url' | 'log'>,
  options: { readonly secrets: ResolveSecret; readonly lookEvery?: number },
): { stop(): Promise<void> } {
  const { store, now, log } = newsroom;
  const room = { store, now, url: newsroom.url, secrets: options.secrets };
  const ending = new AbortController();
  const turns = new Map<number, Promise<void>>();
  let forgotten = 0;

  async function look(): Promise<void> {
    const webhooks = await listWebhooks(store);
    if (webhooks.length === 0) return;
    while (!ending.signal.aborted && (await spreadEvents(store, webhooks, now())) > 0);
    for (const webhook of webhooks) {
      if (webhook.ended !== undefined || turns.has(webhook.id)) continue;
      const turn = runTurn(webhook)
        .catch((error: unknown) => {
          const why = error instanceof Error ? error.message : String(error);
          if (!ending.signal.aborted) log.error({ webhook: webhook.id, why }, 'a webhook could not be told');
        })
        .finally(() => turns.delete(webhook.id));
      turns.set(webhook.id, turn);
    }
    if (now().getTime() - forgotten < FORGET_EVERY) return;
    forgotten = now().getTime();
    await forgetDelivered(store, new Date(forgotten - REMEMBERED));
  }

  async function runTurn(webhook: Webhook): Promise<void> {
    while (!ending.signal.aborted) {
      const until = new Date(now().getTime() + CLAIM);
      const due = await claimDue(store, { webhookId: webhook.id, now: now(), until, limit: AT_ONCE });
      if (due.length === 0) return;
      const tries = await Promise.all(due.map((one) => deliver(room, webhook, one, ending.signal)));
      for (const tried of tries)
        if (tried.outcome === 'dead')
          log.warn({ webhook: webhook.id, why: tried.problem }, 'a webhook was given up for one event');
      // The server is in trouble: what else waits for it comes with the next look, and 410 ends it.
      if (tries.some(({ outcome }) => outcome !== 'delivered' && outcome !== 'gone')) return;
    }
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        await look();
      } catch (error) {
        if (!ending.signal.aborted) log.error({ error }, 'the outbox could not be looked at; it is tried again');
      }
      await sleep(options.lookEvery ?? LOOK_EVERY, undefined, { signal: ending.signal, ref: false }).catch(() => {});
    }
  }

  const running = run();
  return {
    async stop() {
      ending.abort(new Error('The newsroom is closing.'));
      const all = Promise.all([running, ...turns.values()]);
      await Promise.race([all, sleep(PATIENCE, undefined, { ref: false })]);
    },
  };
}
