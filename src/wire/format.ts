import type { Decoded } from './decode.ts';
import type { Parsed } from './wire-item.ts';

/** A file on its way through the formats: its bytes, its text, and its value if it is JSON. */
export type WireBytes = Decoded & { readonly bytes: Uint8Array; readonly json?: unknown };

/** One wire format: how it is told from the others by content alone, and how it is read. `name` is for people. */
export type Format = {
  readonly name: string;
  recognises(file: WireBytes): boolean;
  read(file: WireBytes): Parsed;
};
