import type { Context } from 'hono';
import type { Newsroom } from '../newsroom.ts';
import type { Frame } from './account-pages.ts';
import type { Auth } from './auth.ts';
import type { LinkWish } from './one-time-link.ts';

/** A comment whose writer gave this address. `of` is her number as a reader, `to` where the comment is. */
export type ConfirmWish = {
  readonly email: string;
  readonly of: number;
  readonly comment: number;
  readonly to: string;
};

/** Asks for mail. `works` is false where the newsroom has no way to send any. */
export type AccountMail = {
  readonly works: boolean;
  /** Puts a sign-in link into the outbox; gives the seconds to wait when the address or the sender had its share. */
  signIn(wish: LinkWish, sender: Promise<string>): Promise<number | undefined>;
  /** Asks the owner of an address whether the comment is hers; says nothing when the address or the sender had its share. */
  confirm(wish: ConfirmWish, sender: Promise<string>): Promise<void>;
};

/** What every handler of the accounts works with. */
export type AccountsRoom = Pick<Newsroom, 'store' | 'now' | 'url' | 'log'> & {
  readonly auth: () => Promise<Auth>;
  readonly frame: Frame;
  readonly mail: AccountMail;
  /** Signs what leaves the house: cookies, readers' tokens, the way out of mail. */
  readonly secret: string;
  /** Who sent this, as a key for limits that tells nobody. */
  senderOf(c: Context): Promise<string>;
  /** Makes what this browser has written the account's. */
  join(c: Context, user: { readonly id: string; readonly email: string; readonly confirms?: number }): Promise<void>;
  /** Lets this browser be nobody's. */
  forget(c: Context): void;
};
