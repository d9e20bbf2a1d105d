import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { senderOf } from '../client-address.ts';
import { routes } from '../routes.ts';
import { countApproved } from '../store/discussion/list-discussion.ts';
import type { Store } from '../store/store.ts';
import { findStory } from '../store/stories.ts';
import { isLive } from '../story/story.ts';
import { addressOf } from './sender.ts';

/** Most open pages that are told, in all and from one sender (a household, an office behind one address). */
const MOST = 5000;
const MOST_EACH = 24;
/** A line at least so often, so that no proxy takes the connection for dead; in milliseconds. */
const HEARTBEAT = 25_000;
/** Arrivals are gathered for so long: a busy discussion is counted once for all who read it. */
const GATHER = 700;
/** How long a browser waits before it connects again, in milliseconds. */
const RETRY = 8000;

type Listener = { tell(count: number): void };

/**
 * `GET /story/:slug/discussion/live`: server-sent events with the number of comments under the story, now and whenever it
 * changes, from whichever process. The page decides what to make of it; it is never moved from here.
 */
export function createLiveDiscussion(
  app: Hono,
  newsroom: { readonly store: Store; readonly now: () => Date; readonly ending?: AbortSignal },
): void {
  const { store, now, ending } = newsroom;
  const hub = createHub(store);
  const senders = new Map<string, number>();
  let open = 0;

  app.get(routes.discussionLive, async (c) => {
    const slug = c.req.param('slug');
    const story = await findStory(store, slug);
    if (!story || !isLive(story, now())) return c.notFound();
    const sender = senderOf(addressOf(c));
    const mine = senders.get(sender) ?? 0;
    if (open >= MOST || mine >= MOST_EACH || ending?.aborted) {
      return c.text('Too many pages are listening. The page itself is always up to date.\n', 503, {
        'Retry-After': '60',
        'Cache-Control': 'no-store',
      });
    }
    open++;
    senders.set(sender, mine + 1);
    const leave = () => {
      open--;
      const left = (senders.get(sender) ?? 1) - 1;
      if (left > 0) senders.set(sender, left);
      else senders.delete(sender);
    };
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      let told = -1;
      const listener: Listener = {
        tell(count) {
          if (count === told) return;
          told = count;
          stream.writeSSE({ event: 'comments', data: String(count), retry: RETRY }).catch(end);
        },
      };
      stream.onAbort(end);
      ending?.addEventListener('abort', () => end(), { once: true });
      const heartbeat = setInterval(() => {
        // Nobody may have asked for a page meanwhile, and another process may have written.
        store.noticeOthers();
        stream.write(': still here\n\n').catch(end);
      }, HEARTBEAT);
      heartbeat.unref();
      hub.join(slug, story.id, listener);
      try {
        listener.tell(await countApproved(store, story.id));
        await ended;
      } finally {
        clearInterval(heartbeat);
        hub.leave(slug, listener);
        leave();
      }
    });
  });
}

/** Who listens to which discussion; counts each that changed once, a moment after the change. */
function createHub(store: Store) {
  const rooms = new Map<string, { readonly storyId: number; readonly listeners: Set<Listener> }>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  async function tellAll(): Promise<void> {
    timer = undefined;
    const slugs = [...changed];
    changed.clear();
    for (const slug of slugs) {
      const room = rooms.get(slug);
      if (!room) continue;
      const count = await countApproved(store, room.storyId).catch(() => undefined);
      if (count !== undefined) for (const listener of room.listeners) listener.tell(count);
    }
  }

  store.onChange((change) => {
    if (rooms.size === 0 || change.kind === 'setting') return;
    if (change.kind === 'everything') for (const slug of rooms.keys()) changed.add(slug);
    else if (rooms.has(change.slug)) changed.add(change.slug);
    if (changed.size > 0 && timer === undefined) {
      timer = setTimeout(() => void tellAll(), GATHER);
      timer.unref();
    }
  });

  return {
    join(slug: string, storyId: number, listener: Listener): void {
      const room = rooms.get(slug) ?? { storyId, listeners: new Set() };
      room.listeners.add(listener);
      rooms.set(slug, room);
    },
    leave(slug: string, listener: Listener): void {
      const room = rooms.get(slug);
      room?.listeners.delete(listener);
      if (room?.listeners.size === 0) rooms.delete(slug);
    },
  };
}
