import type { Context } from 'hono';
import { SORTS } from '../story/discussion/discussion.ts';
import type { StoryViewOptions } from './story-view.ts';

/** Which part of the discussion an address asks for. What cannot be read is not asked for. */
export function partWanted(c: Context): Pick<StoryViewOptions, 'sort' | 'page' | 'thread' | 'replyTo'> {
  const numberOf = (name: string) => {
    const written = c.req.query(name) ?? '';
    return /^[1-9]\d{0,14}$/.test(written) ? Number(written) : undefined;
  };
  const [page, thread, replyTo] = [numberOf('page'), numberOf('thread'), numberOf('reply')];
  const sort = SORTS.find((one) => one === c.req.query('sort'));
  return {
    ...(sort && { sort }),
    ...(page !== undefined && { page }),
    ...(thread !== undefined && { thread }),
    ...(replyTo !== undefined && { replyTo }),
  };
}
