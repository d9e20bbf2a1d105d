import { ReceiveError, type Round, type RoundResult, type Taken } from './receiver.ts';
import { markOf, rememberedSet } from './remembered-set.ts';

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
 * Takes file after file, in the order given, what failed last time last, and acknowledges each after it was kept. A file that fails stays where it
 * is and does not stop the others; when all were tried, a `ReceiveError` names the first that failed.
 */
export async function takeEach(round: Round, offers: readonly Offer[]): Promise<RoundResult> {
  // What failed last time comes last, the first to fail at the very end: it may be what breaks the connection for the others.
  const failed = await rememberedSet(round.memory, 'failed');
  const again = offers.filter(({ name }) => failed.has(markOf(name))).reverse();
  const inOrder = [...offers.filter(({ name }) => !failed.has(markOf(name))), ...again];
  const tally = { received: 0, refused: 0 };
  const problems: string[] = [];
  const failures: { readonly name: string; readonly error: unknown }[] = [];
  let inARow = 0;
  for (const offer of inOrder) {
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
  if (again.length > 0) failed.keepOnly(new Set());
  for (const { name } of failures) await failed.add(markOf(name));
  await failed.save();
  const [first] = failures;
  if (first) throw couldNot(first, failures.length);
  return { ...tally, ...(problems.length > 0 && { problems }) };
}

async function takeOne(round: Round, offer: Offer): Promise<'received' | 'refused' | Problem | undefined> {
  const loaded = await offer.load();
  if (loaded === undefined || 'problem' in loaded) return loaded;
  const taken = await round.take({ name: offer.name, bytes: loaded });
  await offer.settle(taken);
  return taken.ok ? 'received' : 'refused';
}

function couldNot({ name, error }: { readonly name: string; readonly error: unknown }, count: number): ReceiveError {
  const why = error instanceof Error ? error.message : String(error);
  const more = count > 1 ? ` So did ${count - 1} more.` : '';
  return new ReceiveError(`"${name}" could not be received and is tried again: ${why}${more}`, { cause: error });
}
