import { setTimeout as sleep } from 'node:timers/promises';
import { giveBackMemory } from '../give-back-memory.ts';
import type { Newsroom } from '../newsroom.ts';
import { readHealth } from '../store/sources/source-rounds.ts';
import { listSources, resettleSources, type Source } from '../store/sources/sources.ts';
import type { ResolveSecret } from '../story/sources/transport-settings.ts';
import { type RoundReport, runRound } from './source-round.ts';

/** How often at least the list of sources is looked at, in milliseconds: another process may have changed it. */
const LOOK_EVERY = 2000;
const SHORTEST_NAP = 50;
/** Most sources that are asked at the same time. */
const MOST_AT_ONCE = 32;
/** So many new files leave a heap behind that is worth giving back. */
const A_BURST = 20;
/** How long the end waits for files that are being kept, in milliseconds. */
const PATIENCE = 3000;

export type KeptSources = {
  /** Begins no more rounds and ends those under way; resolves within seconds. */
  stop(): Promise<void>;
};

/**
 * Asks each source in its own rhythm, one round at a time, for as long as the newsroom runs. One that fails is tried again
 * later and later; the others go on. Several machines on one database share the sources.
 */
export function keepSources(newsroom: Newsroom, options: { readonly secrets: ResolveSecret }): KeptSources {
  const { store, now, log } = newsroom;
  const ending = new AbortController();
  const rounds = new Map<number, Promise<void>>();

  async function look(): Promise<number> {
    await resettleSources(store, now());
    const health = await readHealth(store);
    let next = LOOK_EVERY;
    for (const source of await listSources(store)) {
      if (!source.transport || source.transport.kind === 'push' || source.paused || rounds.has(source.id)) continue;
      const { nextTry, failures } = health.of(source.id);
      const wait = nextTry === undefined ? 0 : Date.parse(nextTry) - now().getTime();
      if (wait > 0) next = Math.min(next, wait);
      else if (rounds.size < MOST_AT_ONCE) begin(source, failures);
    }
    return Math.max(next, SHORTEST_NAP);
  }

  function begin(source: Source, failures: number): void {
    const round = runRound(newsroom, {
      source,
      failures,
      dueOnly: true,
      signal: ending.signal,
      secrets: options.secrets,
    })
      .then((report) => tell(source, report))
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        log.error({ source: source.name, why }, 'a round could not be noted; it is tried again');
      })
      .finally(() => rounds.delete(source.id));
    rounds.set(source.id, round);
  }

  function tell({ name }: Source, report: RoundReport | undefined): void {
    if (!report || ending.signal.aborted) return;
    const { received, duplicates, refused, error, problems } = report;
    if (error !== undefined) log.warn({ source: name, why: error }, 'a source could not be asked; it is tried again');
    for (const why of problems) log.warn({ source: name, why }, 'a source has something that cannot be received');
    if (received > duplicates) log.info({ source: name, received, duplicates, refused }, 'copy was received');
    if (received - duplicates >= A_BURST) giveBackMemory();
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      let nap = LOOK_EVERY;
      try {
        nap = await look();
      } catch (error) {
        if (!ending.signal.aborted) log.error({ error }, 'the sources could not be looked at; it is tried again');
      }
      await sleep(nap, undefined, { signal: ending.signal, ref: false }).catch(() => {});
    }
  }

  const running = run();
  return {
    async stop() {
      ending.abort(new Error('The newsroom is closing.'));
      const all = Promise.all([running, ...rounds.values()]);
      await Promise.race([all, sleep(PATIENCE, undefined, { ref: false })]);
    },
  };
}
