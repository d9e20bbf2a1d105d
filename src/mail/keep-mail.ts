import { setTimeout as sleep } from 'node:timers/promises';
import type { Newsroom } from '../newsroom.ts';
import { claimMail, type DueMail, forgetMail, type MailEnd, noteMailTried } from '../store/accounts/outbox.ts';
import { readEdition } from '../store/settings.ts';
import { writeLetter } from './letter.ts';
import { createMailSender, type MailSettings, type SendMail } from './send-mail.ts';
import { type MakeLink, wordsOf } from './words-of.ts';

const LOOK_EVERY = 1_000;
const AT_ONCE = 10;
/** How long a mail is ours: longer than a server may take. After a crash another process sends it then. */
const CLAIM = 120_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Waits after each failed try; then a mail is given up. */
const WAITS = [30_000, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR] as const;
/** A link to sign in is wanted now or not at all. */
const WAITS_OF_SIGN_IN = [10_000, 30_000, 2 * MINUTE] as const;
const REMEMBERED = 30 * 24 * HOUR;

/** Sends what waits in the outbox for as long as the newsroom runs; several processes share the work by claims. */
export function keepMail(
  newsroom: Pick<Newsroom, 'store' | 'now' | 'url' | 'log'> & { readonly secret: string },
  options: { readonly settings: MailSettings; readonly makeLink: MakeLink; readonly lookEvery?: number },
): { stop(): Promise<void> } {
  const { store, now, log } = newsroom;
  const sender = createMailSender(options.settings);
  const ending = new AbortController();
  let forgotten = 0;

  async function look(): Promise<void> {
    for (;;) {
      const until = new Date(now().getTime() + CLAIM);
      const due = ending.signal.aborted ? [] : await claimMail(store, { now: now(), until, limit: AT_ONCE });
      if (due.length === 0) break;
      const { name } = await readEdition(store);
      for (const mail of due) {
        const end = await sendOne({ ...newsroom, paper: name, makeLink: options.makeLink, sender }, mail);
        if (end.outcome === 'dead')
          log.warn({ mail: mail.id, kind: mail.kind, why: end.problem }, 'a mail was given up');
        await noteMailTried(store, mail, end, now());
      }
    }
    if (now().getTime() - forgotten < HOUR) return;
    forgotten = now().getTime();
    await forgetMail(store, new Date(forgotten - REMEMBERED));
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      await look().catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        if (!ending.signal.aborted) log.error({ why }, 'the outbox of mail could not be looked at; it is tried again');
      });
      await sleep(options.lookEvery ?? LOOK_EVERY, undefined, { signal: ending.signal, ref: false }).catch(() => {});
    }
  }

  const running = run();
  return {
    async stop() {
      ending.abort();
      await Promise.race([running, sleep(2_000, undefined, { ref: false })]);
      sender.close();
    },
  };
}

type SendingRoom = Parameters<typeof wordsOf>[0] & { readonly sender: SendMail };

async function sendOne(room: SendingRoom, mail: DueMail): Promise<MailEnd> {
  const found = await wordsOf(room, mail);
  if (!found) return { outcome: 'gone' };
  const { to, words } = found;
  const letter = await writeLetter(words, room.paper);
  const id = `<copydesk.${mail.id}@${new URL(room.url).hostname}>`;
  const { unsubscribe } = words;
  const sent = await room.sender.send({ ...letter, id, to, ...(unsubscribe && { unsubscribe }) });
  if (sent.kind === 'sent') return { outcome: 'sent' };
  const wait = (mail.kind === 'sign-in' ? WAITS_OF_SIGN_IN : WAITS)[mail.tries];
  if (sent.kind === 'refused' || wait === undefined) return { outcome: 'dead', problem: sent.why };
  return { outcome: 'again', problem: sent.why, nextTry: new Date(room.now().getTime() + wait) };
}
