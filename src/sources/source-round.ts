import { createHash, randomUUID } from 'node:crypto';
import { fileStory } from '../file-story.ts';
import type { Newsroom } from '../newsroom.ts';
import { memoryOf } from '../store/sources/source-memory.ts';
import { type Counts, claimSource, endRound, type RoundEnd, renewClaim } from '../store/sources/source-rounds.ts';
import type { Source } from '../store/sources/sources.ts';
import { CopydeskError } from '../story/errors.ts';
import { type ResolveSecret, resolveTransport, type TransportSettings } from '../story/sources/transport-settings.ts';
import { receiverOf } from '../wire/receive/open-receiver.ts';
import { type Memory, type Received, ReceiveError, type Taken } from '../wire/receive/receiver.ts';

/** A claim lasts so long, in milliseconds, and is renewed four times as often: after a crash, others wait no longer. */
const CLAIM = 20_000;
/** The longest that one round may take, in milliseconds; what it took stays taken and the next goes on. */
const LONGEST_ROUND = 15 * 60_000;
const LONGEST_WAIT = 15 * 60_000;
const SHORTEST_WAIT = 5_000;
/** The longest that a server may make us wait, in milliseconds. */
const LONGEST_ASKED = 24 * 60 * 60_000;

export type RoundReport = Counts & {
  /** Of stories that this round changed, each once. */
  readonly slugs: readonly string[];
  /** Why the round failed. */
  readonly error?: string;
  /** What could not be received and will not come by itself. */
  readonly problems: readonly string[];
};

type RoundOptions = {
  readonly source: Source;
  readonly secrets: ResolveSecret;
  /** Ends the round; what was taken stays taken. */
  readonly signal: AbortSignal;
  /** False: asks now, whenever the source is due. */
  readonly dueOnly: boolean;
  /** Rounds that failed before this one. */
  readonly failures: number;
};

/** Asks a source once and keeps what it brings. Undefined when another machine asks it, when it is not due, or without a transport. */
export async function runRound(newsroom: Newsroom, options: RoundOptions): Promise<RoundReport | undefined> {
  const { source, signal } = options;
  const { store, now } = newsroom;
  const { transport, id: sourceId } = source;
  if (!transport || transport.kind === 'push') return undefined;
  const by = randomUUID();
  const until = () => new Date(now().getTime() + CLAIM);
  if (!(await claimSource(store, { sourceId, by, now: now(), until: until(), dueOnly: options.dueOnly })))
    return undefined;

  const lost = new AbortController();
  const renewal = setInterval(async () => {
    const kept = await renewClaim(store, { sourceId, by, until: until() }).catch(() => true);
    if (!kept) lost.abort(new CopydeskError('not-allowed', 'The source was changed, or another machine asks it now.'));
  }, CLAIM / 4);
  renewal.unref();
  const tally = { received: 0, duplicates: 0, refused: 0 };
  const slugs = new Set<string>();
  try {
    const ends = AbortSignal.any([signal, lost.signal, AbortSignal.timeout(LONGEST_ROUND)]);
    const ended = await ask(newsroom, { ...options, transport, tally, slugs, signal: ends });
    // A round that was told to stop is no failure.
    const end = signal.aborted || lost.signal.aborted ? undefined : endOf(ended, options, now());
    await endRound(store, { sourceId, by, now: now(), counts: tally, ...(end && { end }) });
    const { error, problems } = ended;
    return { ...tally, slugs: [...slugs], problems, ...(error !== undefined && { error }) };
  } finally {
    clearInterval(renewal);
  }
}

type Asked = { readonly error?: string; readonly problems: readonly string[]; readonly retryAfter?: number };

async function ask(
  newsroom: Newsroom,
  round: RoundOptions & {
    readonly transport: TransportSettings;
    readonly tally: { received: number; duplicates: number; refused: number };
    readonly slugs: Set<string>;
  },
): Promise<Asked> {
  const { source, tally, slugs, signal } = round;
  const known: string[] = [];
  // A server may repeat what it was sent.
  const clean = (message: string) => known.reduce((text, secret) => text.replaceAll(secret, '…'), message);
  const take = async ({ name, bytes }: Received): Promise<Taken> => {
    const filed = await fileStory(newsroom, { source: source.name, name, bytes });
    tally.received++;
    if (!filed.ok) {
      tally.refused++;
      return { ok: false, reason: filed.refusal.message };
    }
    if (filed.duplicate) tally.duplicates++;
    for (const { slug, outcome, others } of filed.stories) {
      if (outcome !== 'unchanged') slugs.add(slug);
      for (const other of others ?? []) slugs.add(other);
    }
    return { ok: true };
  };
  try {
    const transport = await resolveTransport(round.transport, async (secret) => {
      const value = await round.secrets(secret);
      if (value.length > 3) known.push(value);
      return value;
    });
    const memory = memoryFor(newsroom, source);
    const result = await receiverOf(transport)({ take, memory, signal, now: newsroom.now });
    const problems = (result.problems ?? []).map(clean);
    return { problems, ...(result.retryAfter !== undefined && { retryAfter: result.retryAfter }) };
  } catch (error) {
    const retryAfter = error instanceof ReceiveError ? error.retryAfter : undefined;
    return { error: clean(reasonOf(error)), problems: [], ...(retryAfter !== undefined && { retryAfter }) };
  }
}

const reasonOf = (error: unknown): string => {
  if (error instanceof ReceiveError || error instanceof CopydeskError) return error.message;
  if (error instanceof Error && error.name === 'TimeoutError')
    return 'The round took longer than 15 minutes; the next goes on.';
  return `The round failed: ${error instanceof Error ? error.message || error.name : String(error)}`;
};

/** @NOTE What one server said is worth nothing to another, so each transport has a memory of its own. */
function memoryFor({ store, now }: Newsroom, source: Source): Memory {
  const own = createHash('sha256').update(JSON.stringify(source.transport)).digest('base64url').slice(0, 12);
  const memory = memoryOf(store, source.id, now);
  return {
    read: (key) => memory.read(`${own} ${key}`),
    write: (key, value) => memory.write(`${own} ${key}`, value),
  };
}

function endOf({ error, problems, retryAfter }: Asked, { source, failures }: RoundOptions, now: Date): RoundEnd {
  const own = error === undefined ? source.everySeconds * 1000 : waitAfter(failures + 1, Math.random());
  const asked = Math.min((retryAfter ?? 0) * 1000, LONGEST_ASKED);
  const nextTry = new Date(now.getTime() + Math.max(own, asked));
  const [problem] = problems;
  if (error !== undefined) return { nextTry, error };
  const more = problems.length > 1 ? ` And ${problems.length - 1} more.` : '';
  return { nextTry, ...(problem !== undefined && { problem: `${problem}${more}` }) };
}

/** How long to wait after so many failures in a row, in milliseconds: doubled each time, spread by `chance` (0 to 1), 15 minutes at most. */
export function waitAfter(failures: number, chance: number): number {
  const doubled = SHORTEST_WAIT * 2 ** Math.min(failures - 1, 20);
  return Math.round(Math.min(doubled, LONGEST_WAIT) * (0.75 + 0.25 * chance));
}
