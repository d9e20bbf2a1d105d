import type { Decoded } from './decode.ts';
import type { Parsed } from './wire-item.ts';

/**
 * A file on its way through the formats: its bytes, its text, and its value if it is JSON. `open` reads a file that lies in
 * this one; it is not there when this one lies too deep in others.
 */
export type WireBytes = Decoded & {
  readonly bytes: Uint8Array;
  readonly json?: unknown;
  open?(bytes: Uint8Array, name?: string): Parsed;
};

/** One wire format: how it is told from the others by content alone, and how it is read. `name` is for people. */
export type Format = {
  readonly name: string;
  recognises(file: WireBytes): boolean;
  read(file: WireBytes): Parsed;
};
