/** A file that a transport brought. `name` is a label for people, never a path. */
export type Received = { readonly name: string; readonly bytes: Uint8Array };

/** What became of a file: kept as copy, or kept with a refusal. Either way it is durable and need not come again. */
export type Taken = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** What a transport remembers between its rounds, durable, in small strings: an ETag, UIDVALIDITY, the files it saw. */
export type Memory = {
  read(key: string): Promise<string | undefined>;
  write(key: string, value: string): Promise<void>;
};

export type Round = {
  /** Keeps a file. Throws when it could not be kept; then the transport does not acknowledge it, and it comes again. */
  readonly take: (file: Received) => Promise<Taken>;
  readonly memory: Memory;
  /** Ends the round early: what was taken stays taken, and the round throws the signal's reason. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
};

export type RoundResult = {
  readonly received: number;
  readonly refused: number;
  /** The earliest next try that the server asked for, in seconds. */
  readonly retryAfter?: number;
  /** What could not be received and will not come by itself, such as a file too large, in sentences for the publisher. */
  readonly problems?: readonly string[];
};

/**
 * One round: fetches what is new, hands each file to `take`, and acknowledges it (moves, flags, remembers) only after
 * `take` has resolved. A kill between the two brings the file twice, never not at all. Throws a `ReceiveError` when the
 * source cannot be reached or understood, or when a file could not be kept; the other files were taken all the same.
 */
export type Receive = (round: Round) => Promise<RoundResult>;

/** Why a round failed, in a sentence that tells the publisher what to do. It never holds a password, a key or an address with one. */
export class ReceiveError extends Error {
  /** The earliest next try that the server asked for, in seconds. */
  readonly retryAfter?: number;

  constructor(message: string, options: ErrorOptions & { readonly retryAfter?: number } = {}) {
    super(message, options);
    this.name = 'ReceiveError';
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter;
  }
}

/** The largest file that any transport brings, in bytes; above it nothing is downloaded or kept in memory. */
export const LARGEST_FILE = 32 * 1024 * 1024;
