import { sql } from 'kysely';
import type { CommentState, Reason } from '../../story/discussion/comment.ts';
import type { Store } from '../store.ts';

/** How many decisions of a kind fell into ten minutes; `from` is an ISO 8601 time in UTC. */
export type DecisionCount = {
  readonly from: string;
  readonly state: CommentState;
  readonly person: boolean;
  readonly count: number;
};

/** What the desk did in a stretch of time. */
export type DeskFigures = {
  readonly decisions: readonly DecisionCount[];
  /** Comments that came in, by ten minutes. */
  readonly arrived: readonly { readonly from: string; readonly count: number }[];
  /** Why the rules held or noted something: how often each reason stands in their decisions, the commonest first. */
  readonly reasons: readonly { readonly code: string; readonly count: number }[];
  /** Milliseconds from a comment's arrival to the first decision of a person, in rising order; of the latest ones. */
  readonly waits: readonly number[];
  readonly people: readonly { readonly name: string; readonly decisions: number; readonly undone: number }[];
  readonly appeals: { readonly asked: number; readonly answered: number; readonly reversed: number };
};

/** An editor's pick and a reader's own deleting stand in the record too, and no rule said them. */
const NO_RULES = new Set(['picked', 'unpicked', 'deleted']);
/** Most decisions that are read one by one, for reasons and waits. */
const MOST_READ = 20_000;

/** The figures of everything from `since` on. */
export async function readDeskFigures(store: Store, since: Date): Promise<DeskFigures> {
  const from = since.toISOString();
  return {
    decisions: await countDecisions(store, from),
    arrived: await countArrived(store, from),
    reasons: await countReasons(store, from),
    waits: await readWaits(store, from),
    people: await countPeople(store, from),
    appeals: await countAppeals(store, from),
  };
}

// "2026-03-02T09:3": the day of a decision depends on the zone, and no zone is off by less than ten minutes today.
const tenMinutes = (column: 'comment_event.at' | 'comment.created_at') =>
  sql<string>`substr(${sql.ref(column)}, 1, 15)`;
const whole = (start: string): string => `${start}0:00.000Z`;

async function countDecisions(store: Store, from: string): Promise<DecisionCount[]> {
  const person = sql<number>`case when comment_event.staff_id is null then 0 else 1 end`;
  const rows = await store.read
    .selectFrom('comment_event')
    .select(({ fn }) => [
      tenMinutes('comment_event.at').as('start'),
      'state',
      person.as('person'),
      fn.countAll<number>().as('count'),
    ])
    .where('at', '>=', from)
    .where('undoes_id', 'is', null)
    .where('reasons', 'not like', '%"code":"picked"%')
    .where('reasons', 'not like', '%"code":"unpicked"%')
    .groupBy([tenMinutes('comment_event.at'), 'state', person])
    .execute();
  return rows.map(({ start, person, ...row }) => ({ ...row, from: whole(start), person: person === 1 }));
}

async function countArrived(store: Store, from: string) {
  const rows = await store.read
    .selectFrom('comment')
    .select(({ fn }) => [tenMinutes('comment.created_at').as('start'), fn.countAll<number>().as('count')])
    .where('created_at', '>=', from)
    .groupBy(tenMinutes('comment.created_at'))
    .execute();
  return rows.map(({ start, count }) => ({ from: whole(start), count }));
}

async function countReasons(store: Store, from: string) {
  const rows = await store.read
    .selectFrom('comment_event')
    .select('reasons')
    .where('at', '>=', from)
    .where('staff_id', 'is', null)
    .where('reasons', '<>', '[]')
    .orderBy('id', 'desc')
    .limit(MOST_READ)
    .execute();
  const counts = new Map<string, number>();
  for (const { reasons } of rows) {
    for (const code of new Set((JSON.parse(reasons) as Reason[]).map((reason) => reason.code))) {
      if (NO_RULES.has(code)) continue;
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  return [...counts].map(([code, count]) => ({ code, count })).sort((one, other) => other.count - one.count);
}

async function readWaits(store: Store, from: string): Promise<number[]> {
  const rows = await store.read
    .selectFrom('comment_event')
    .innerJoin('comment', 'comment.id', 'comment_event.comment_id')
    .select(({ fn }) => ['comment.created_at as arrived', fn.min('comment_event.at').as('decided')])
    .where('comment_event.at', '>=', from)
    .where('comment.created_at', '>=', from)
    .where('comment_event.staff_id', 'is not', null)
    .groupBy(['comment.id', 'comment.created_at'])
    .orderBy('comment.id', 'desc')
    .limit(MOST_READ)
    .execute();
  return rows
    .map(({ arrived, decided }) => Math.max(0, Date.parse(decided) - Date.parse(arrived)))
    .sort((one, other) => one - other);
}

async function countPeople(store: Store, from: string) {
  const undone = sql<number>`sum(case when undoes_id is null then 0 else 1 end)`;
  const rows = await store.read
    .selectFrom('comment_event')
    .select(({ fn }) => ['by_whom as name', fn.countAll<number>().as('all'), undone.as('undone')])
    .where('at', '>=', from)
    .where('staff_id', 'is not', null)
    .groupBy(['staff_id', 'by_whom'])
    .execute();
  return rows
    .map(({ name, all, undone }) => ({ name, decisions: all - Number(undone), undone: Number(undone) }))
    .sort((one, other) => other.decisions - one.decisions);
}

async function countAppeals(store: Store, from: string) {
  const asked = await store.read
    .selectFrom('appeal')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('at', '>=', from)
    .executeTakeFirstOrThrow();
  const answers = store.read
    .selectFrom('comment_event')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('at', '>=', from)
    .where('appeal_id', 'is not', null);
  const answered = (await answers.executeTakeFirstOrThrow()).count;
  const reversed = (await answers.where('state', '=', 'approved').executeTakeFirstOrThrow()).count;
  return { asked: asked.count, answered, reversed };
}
