import { type Due, noteTried, type Tried } from '../store/others/outbox.ts';
import { endWebhook } from '../store/others/webhooks.ts';
import type { Store } from '../store/store.ts';
import type { ResolveSecret } from '../story/sources/transport-settings.ts';
import type { Webhook } from '../story/webhook.ts';
import { messageOf } from './message-of.ts';
import { type Answered, send } from './send.ts';
import { signedHeaders } from './sign.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Waits after each failed try, as Standard Webhooks recommends: ten tries in a little over three days. */
const WAITS = [5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR] as const;
const LONGEST_WAIT = 24 * HOUR;

export type DeliveryRoom = {
  readonly store: Store;
  readonly now: () => Date;
  readonly url: string;
  readonly secrets: ResolveSecret;
};

/**
 * Tries one delivery once and keeps how it ended: any 2xx is delivered, 410 ends the webhook, everything else is tried again
 * until the tries are used up. Throws only when `signal` ends it; then another process tries it when its claim has run out.
 */
export async function deliver(room: DeliveryRoom, webhook: Webhook, due: Due, signal: AbortSignal): Promise<Tried> {
  const { store, now } = room;
  const tried = await attempt(room, webhook, due, signal);
  await noteTried(store, due, tried, now());
  return tried;
}

async function attempt(room: DeliveryRoom, webhook: Webhook, due: Due, signal: AbortSignal): Promise<Tried> {
  const message = await messageOf(room, due);
  if (!message) return { outcome: 'gone' };
  let headers: Readonly<Record<string, string>>;
  try {
    headers = signedHeaders({ ...message, at: room.now() }, await room.secrets(webhook.secret));
  } catch (error) {
    // Nothing is sent unsigned. It waits, however long, for whoever puts the secret back.
    const problem = error instanceof Error ? error.message : String(error);
    return { outcome: 'again', problem, nextTry: new Date(room.now().getTime() + 5 * MINUTE), uncounted: true };
  }
  const answered = await send(webhook.url, { body: message.body, headers, private: webhook.private, signal });
  if (answered.kind === 'status' && answered.status >= 200 && answered.status < 300) return { outcome: 'delivered' };
  if (answered.kind === 'status' && answered.status === 410) {
    const problem = 'the server answered 410: it wants nothing any more';
    await endWebhook(room.store, webhook.id, problem);
    return { outcome: 'dead', problem };
  }
  const retryAfter = answered.kind === 'status' ? (answered.retryAfter ?? 0) : 0;
  return failed(due, problemOf(answered), room.now(), retryAfter * 1000);
}

const problemOf = (answered: Answered): string =>
  answered.kind === 'status' ? `the server answered ${answered.status}` : answered.why;

function failed({ tries }: Due, problem: string, now: Date, atLeast = 0): Tried {
  const wait = WAITS[tries];
  if (wait === undefined) return { outcome: 'dead', problem };
  // A little apart, so that what failed together does not come back together.
  const apart = Math.max(wait * (1 + Math.random() / 10), Math.min(atLeast, LONGEST_WAIT));
  return { outcome: 'again', problem, nextTry: new Date(now.getTime() + apart) };
}
