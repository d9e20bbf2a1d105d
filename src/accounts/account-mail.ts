import { createHmac } from 'node:crypto';
import type { Newsroom } from '../newsroom.ts';
import { queueMail } from '../store/accounts/outbox.ts';
import type { AccountMail } from './accounts-room.ts';

const HOUR = 60 * 60;

/** The outbox for sign-in links. Nobody's letter box is flooded from here, and no sender has many flooded. */
export function accountMail({ store, now, mail, secret = '' }: Newsroom): AccountMail {
  const keyOf = (address: string): string =>
    createHmac('sha256', secret).update(address).digest('base64url').slice(0, 22);
  return {
    works: mail !== undefined,
    async signIn({ email, name, to }, sender) {
      const box = keyOf(email);
      const from = await sender;
      const data = { ...(name !== undefined && { name }), ...(to !== undefined && { to }) };
      return queueMail(store, { kind: 'sign-in', to: email, data, now: now() }, [
        { key: `mail-to/hour:${box}`, many: 4, seconds: HOUR },
        { key: `mail-to/day:${box}`, many: 10, seconds: 24 * HOUR },
        { key: `mail-from/hour:${from}`, many: 12, seconds: HOUR },
        { key: 'mail/all', many: 300, seconds: HOUR },
      ]);
    },
  };
}
