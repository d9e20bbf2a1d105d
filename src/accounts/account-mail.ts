import { createHmac } from 'node:crypto';
import type { Newsroom } from '../newsroom.ts';
import { queueMail } from '../store/accounts/outbox.ts';
import type { Pace } from '../store/discussion/pace.ts';
import type { AccountMail } from './accounts-room.ts';

const HOUR = 60 * 60;

/** The outbox for sign-in links. Nobody's letter box is flooded from here, and no sender has many flooded. */
export function accountMail({ store, now, mail, secret = '' }: Newsroom): AccountMail {
  const keyOf = (address: string): string =>
    createHmac('sha256', secret).update(address).digest('base64url').slice(0, 22);
  return {
    works: mail !== undefined,
    async signIn({ email, name, to }, sender) {
      const data = { ...(name !== undefined && { name }), ...(to !== undefined && { to }) };
      return queueMail(store, { kind: 'sign-in', to: email, data, now: now() }, pacesOf(keyOf(email), await sender));
    },
    async confirm({ email, ...data }, sender) {
      const box = keyOf(email);
      // Whoever writes several comments before she looks into her mail is asked once.
      const once = { key: `mail-confirm/day:${box}`, many: 1, seconds: 24 * HOUR };
      const paces = [once, ...pacesOf(box, await sender)];
      await queueMail(store, { kind: 'confirm', to: email, data, now: now() }, paces);
    },
  };
}

const pacesOf = (box: string, sender: string): readonly Pace[] => [
  { key: `mail-to/hour:${box}`, many: 4, seconds: HOUR },
  { key: `mail-to/day:${box}`, many: 10, seconds: 24 * HOUR },
  { key: `mail-from/hour:${sender}`, many: 12, seconds: HOUR },
  { key: 'mail/all', many: 300, seconds: HOUR },
];
