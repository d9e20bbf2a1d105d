import { storable } from '../database/storable.ts';
import { type Pace, takePaces } from '../discussion/pace.ts';
import type { Store, Tx } from '../store.ts';

/** Kinds of mail that are asked for by an address. */
export type AskedKind = 'sign-in' | 'confirm' | 'invite';

/** Mail that is due, as it was asked for: its words and links are made only now. */
export type DueMail = {
  readonly id: number;
  readonly kind: AskedKind | 'reply';
  readonly to?: string;
  /** JSON, as it was given when the mail was asked for. */
  readonly data?: string;
  readonly readerId?: number;
  readonly commentId?: number;
  readonly tries: number;
};

export type WantedMail = { readonly kind: AskedKind; readonly to: string; readonly data?: object; readonly now: Date };

/** Mail on its way out: how it ended. */
export type MailEnd =
  | { readonly outcome: 'sent' | 'gone' }
  | { readonly outcome: 'dead'; readonly problem: string }
  | { readonly outcome: 'again'; readonly problem: string; readonly nextTry: Date };

/** Puts a mail into the outbox, unless one of its paces has had its share: then the seconds to wait are returned. */
export async function queueMail(store: Store, mail: WantedMail, paces: readonly Pace[]): Promise<number | undefined> {
  return store.write((tx) => addMail(tx, mail, paces));
}

/** The same within a transaction. */
export async function addMail(tx: Tx, mail: WantedMail, paces: readonly Pace[]): Promise<number | undefined> {
  const [wait] = await takePaces(tx, [paces], mail.now);
  if (wait !== undefined) return wait;
  const at = mail.now.toISOString();
  const data = mail.data === undefined ? null : JSON.stringify(mail.data);
  const row = { kind: mail.kind, to_address: mail.to.toLowerCase(), data, created_at: at, next_try: at };
  await tx.db.insertInto('mail').values(row).execute();
  return undefined;
}

/** Takes mail that is due, oldest first; until `until` no other process sends it. */
export async function claimMail(
  store: Store,
  wanted: { readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<DueMail[]> {
  const now = wanted.now.toISOString();
  const due = (db: Store['read']) =>
    db
      .selectFrom('mail')
      .select('id')
      .where('done_at', 'is', null)
      .where('next_try', '<=', now)
      .where((row) => row.or([row('claimed_until', 'is', null), row('claimed_until', '<=', now)]))
      .orderBy('next_try')
      .orderBy('id')
      .limit(wanted.limit);
  if (!(await due(store.read).executeTakeFirst())) return [];
  return store.write(async (tx) => {
    const find = due(tx.db);
    const ids = (await (tx.kind === 'postgres' ? find.forUpdate().skipLocked() : find).execute()).map(({ id }) => id);
    if (ids.length === 0) return [];
    const rows = await tx.db
      .updateTable('mail')
      .set({ claimed_until: wanted.until.toISOString() })
      .where('id', 'in', ids)
      .returning(['id', 'kind', 'to_address', 'data', 'reader_id', 'comment_id', 'tries'])
      .execute();
    return rows.map(({ id, kind, tries, ...row }) => ({
      id,
      kind,
      tries,
      ...(row.to_address !== null && { to: row.to_address }),
      ...(row.data !== null && { data: row.data }),
      ...(row.reader_id !== null && { readerId: row.reader_id }),
      ...(row.comment_id !== null && { commentId: row.comment_id }),
    }));
  });
}

/** Keeps how a try ended. What is done with keeps neither address nor data, but for a dead one's address: somebody must see it. */
export async function noteMailTried(store: Store, { id, tries }: DueMail, end: MailEnd, now: Date): Promise<void> {
  const problem = 'problem' in end ? storable(end.problem.slice(0, 500)) : null;
  const row =
    end.outcome === 'again'
      ? { next_try: end.nextTry.toISOString() }
      : {
          done_at: now.toISOString(),
          outcome: end.outcome,
          data: null,
          ...(end.outcome !== 'dead' && { to_address: null }),
        };
  const noted = { ...row, problem, claimed_until: null, tries: tries + 1 };
  await store.write((tx) => tx.db.updateTable('mail').set(noted).where('id', '=', id).execute());
}

/** Mail that has met trouble: what is still tried and what was given up, latest first. */
export type MailInTrouble = {
  readonly id: number;
  readonly kind: string;
  readonly to: string | null;
  readonly tries: number;
  readonly problem: string | null;
  readonly nextTry: string;
  readonly outcome: string | null;
};

/** What waits, what was sent in the last 30 days and what has met trouble. */
export async function outboxFigures(
  store: Store,
): Promise<{ waiting: number; sent: number; trouble: MailInTrouble[] }> {
  const rows = await store.read
    .selectFrom('mail')
    .select(({ fn }) => ['outcome', fn.countAll<number>().as('number')])
    .groupBy('outcome')
    .execute();
  const number = (outcome: string | null): number => Number(rows.find((row) => row.outcome === outcome)?.number ?? 0);
  const trouble = await store.read
    .selectFrom('mail')
    .select(['id', 'kind', 'to_address as to', 'tries', 'problem', 'next_try as nextTry', 'outcome'])
    .where('problem', 'is not', null)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return { waiting: number(null), sent: number('sent'), trouble };
}

/** Forgets mail that was done before `before`; answers keep their row, so that none is told twice. */
export async function forgetMail(store: Store, before: Date): Promise<void> {
  const old = store.read.selectFrom('mail').select('id').where('done_at', '<', before.toISOString());
  if (!(await old.where('comment_id', 'is', null).limit(1).executeTakeFirst())) return;
  await store.write((tx) =>
    tx.db.deleteFrom('mail').where('done_at', '<', before.toISOString()).where('comment_id', 'is', null).execute(),
  );
}
