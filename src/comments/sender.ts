import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { clientAddress, senderOf } from '../client-address.ts';
import { findOrMakeSecret } from '../store/secrets.ts';
import type { Store } from '../store/store.ts';

/** The address that a request comes from. */
export const addressOf = (c: Context): string => clientAddress(connectionOf(c), c.req.header('x-forwarded-for'));

/** The other end of the connection; undefined when the request came without one. */
function connectionOf(c: Context): string | undefined {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress;
}

/** Names a sender for the counters, so that no address is kept anywhere: a keyed hash of it. */
export type SenderKey = (address: string) => Promise<string>;

/** Reads the key once for each process. */
export function senderKey(store: Store): SenderKey {
  let secret: Promise<string> | undefined;
  return async (address) => {
    secret ??= findOrMakeSecret(store, 'senders').catch((error) => {
      secret = undefined;
      throw error;
    });
    return createHmac('sha256', await secret)
      .update(senderOf(address))
      .digest('base64url')
      .slice(0, 22);
  };
}
