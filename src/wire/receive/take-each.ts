import { ReceiveError, type Round, type RoundResult, type Taken } from './receiver.ts';

/** A file that waits at the source. */
export type Offer = {
  readonly name: string;
  /** Its bytes; a problem when it can never be had; undefined when it is not ready after all. Throws when fetching failed. */
  load(): Promise<Uint8Array | Problem | undefined>;
  /** Acknowledges it at the source, after it was kept. */
  settle(taken: Taken): Promise<void>;
};

export type Problem = { readonly problem: string };

/** After so many failures in a row it is not the files: the connection, or the disk here, is gone. */
const FAILURES_IN_A_ROW = 3;

/**
 * Takes file after file, in the order given, and acknowledges each after it was kept. A file that fails stays where it
 * is and does not stop the others; when all were tried, a `ReceiveError` names the first that failed.
 */
export async function takeEach(round: Round, offers: Iterable<Offer>): Promise<RoundResult> {
  const tally = { received: 0, refused: 0 };
  const problems: string[] = [];
  const failures: { readonly name: string; readonly error: unknown }[] = [];
  let inARow = 0;
  for (const offer of offers) {
    round.signal.throwIfAborted();
    try {
      const outcome = await takeOne(round, offer);
      if (outcome === 'received' || outcome === 'refused') tally[outcome]++;
      else if (outcome) problems.push(outcome.problem);
      inARow = 0;
    } catch (error) {
      round.signal.throwIfAborted();
      failures.push({ name: offer.name, error });
      if (++inARow === FAILURES_IN_A_ROW) break;
    }
  }
  const [first] = failures;
  if (first) throw failed(first, failures.length);
  return { ...tally, ...(problems.length > 0 && { problems }) };
}

async function takeOne(round: Round, offer: Offer): Promise<'received' | 'refused' | Problem | undefined> {
  const loaded = await offer.load();
  if (loaded === undefined || 'problem' in loaded) return loaded;
  const taken = await round.take({ name: offer.name, bytes: loaded });
  await offer.settle(taken);
  return taken.ok ? 'received' : 'refused';
}

function failed({ name, error }: { readonly name: string; readonly error: unknown }, count: number): ReceiveError {
  const why = error instanceof Error ? error.message : String(error);
  const more = count > 1 ? ` So did ${count - 1} more.` : '';
  return new ReceiveError(`"${name}" could not be received and is tried again: ${why}${more}`, { cause: error });
}
