import pg from 'pg';
import { z } from 'zod';
import type { Change } from '../store.ts';

export const CHANNEL = 'copydesk';
/** Milliseconds before a lost connection is tried again; doubled up to the second while it stays away. */
const SOON = 100;
const LATE = 5_000;

const notice = z.object({
  origin: z.string(),
  change: z.union([
    z.object({ kind: z.enum(['story', 'discussion']), slug: z.string() }),
    z.object({ kind: z.enum(['setting', 'everything']) }),
  ]),
});

type Listening = {
  readonly databaseUrl: string;
  /** Who we are: our own notices were announced already. */
  readonly origin: string;
  readonly announce: (changes: readonly Change[]) => void;
};

/** Hears what other processes changed in this database (LISTEN). After a lost connection, everything may have changed. */
export async function listenForChanges({
  databaseUrl,
  origin,
  announce,
}: Listening): Promise<{ stop(): Promise<void> }> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: databaseUrl, keepAlive: true, connectionTimeoutMillis: 10_000 });
    next.on('error', () => {});
    next.on('notification', ({ payload }) => {
      const heard = notice.safeParse(parseJson(payload));
      if (!heard.success) announce([{ kind: 'everything' }]);
      else if (heard.data.origin !== origin) announce([heard.data.change as Change]);
    });
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
    } catch (error) {
      await next.end().catch(() => {});
      throw error;
    }
    next.on('end', () => reconnect(SOON));
    client = next;
  }

  function reconnect(wait: number): void {
    if (stopped) return;
    timer = setTimeout(async () => {
      try {
        await connect();
        if (stopped) return void client?.end();
        announce([{ kind: 'everything' }]);
      } catch {
        reconnect(Math.min(wait * 2, LATE));
      }
    }, wait);
    timer.unref();
  }

  await connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
