import { z } from 'zod';
import { linkTo, type routes } from '../../routes.ts';
import { QUEUES, type Queue } from '../../store/moderation/queue.ts';

const optionalWord = z
  .string()
  .max(200)
  .regex(/^[\w-]+$/)
  .optional()
  .catch(undefined);

/** What a moderator goes through, as it stands in an address or a form. */
const wish = z.object({
  queue: z.enum(QUEUES).catch('waiting'),
  story: optionalWord,
  reason: optionalWord,
});

export type Filter = { readonly queue: Queue; readonly story?: string; readonly reason?: string };

/** The queue that an address or a form names; what cannot be read is everything that waits. */
export function readFilter(values: Readonly<Record<string, unknown>>): Filter {
  const { queue, story, reason } = wish.parse(values);
  return { queue, ...(story && { story }), ...(reason && { reason }) };
}

/** A page of the desk that keeps to this queue, with what else belongs into its address. */
export function addressIn(
  filter: Filter,
  more: {
    readonly route?: keyof typeof routes;
    readonly id?: number;
    readonly query?: Readonly<Record<string, string>>;
  } = {},
): string {
  const path = linkTo(more.route ?? 'desk', more.id === undefined ? {} : { id: String(more.id) });
  const query = new URLSearchParams();
  if (filter.queue !== 'waiting') query.set('queue', filter.queue);
  if (filter.story) query.set('story', filter.story);
  if (filter.reason) query.set('reason', filter.reason);
  for (const [name, value] of Object.entries(more.query ?? {})) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}
