import type { Store } from '../store.ts';

/** What stands in a decision when a model, a rule or the publisher's settings could not be used. */
const FAILURES = ['not-judged', 'phase-failed', 'policy-unreadable'] as const;

/** How many comments since `since` wait only because moderation did not work, in whichever process. */
export async function countUnjudged(store: Pick<Store, 'read'>, since: Date): Promise<number> {
  const { count } = await store.read
    .selectFrom('comment_event')
    .select(({ fn }) => fn.count<number>('comment_id').distinct().as('count'))
    .where('at', '>=', since.toISOString())
    .where('staff_id', 'is', null)
    .where((event) => event.or(FAILURES.map((code) => event('reasons', 'like', `%"code":"${code}"%`))))
    .executeTakeFirstOrThrow();
  return count;
}
