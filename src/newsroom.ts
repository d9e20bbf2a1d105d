import { type Logger, pino } from 'pino';
import type { Environment } from './environment.ts';
import type { MailSettings } from './mail/send-mail.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';

/** What a running Copydesk holds: its store, its clock, its public address and its log. */
export type Newsroom = {
  readonly store: Store;
  readonly now: () => Date;
  /** Public address, without a slash at its end. */
  readonly url: string;
  readonly log: Logger;
  /** Signs the cookies of accounts; without one, as in tests, sessions end with the process. */
  readonly secret?: string;
  /** How mail is sent; absent where none can be. */
  readonly mail?: MailSettings;
  /** Aborted when the newsroom shuts down: answers that stay open end then. */
  readonly ending?: AbortSignal;
};

/** Opens the store of `environment`; the caller closes it. The log goes to standard error, one JSON object a line. */
export async function openNewsroom(environment: Environment): Promise<Newsroom> {
  const store = await openStore(environment);
  const log = pino({ level: 'info' }, pino.destination(2));
  const { url, mail } = environment;
  return { store, now: () => new Date(), url, log, ...(mail && { mail }) };
}
