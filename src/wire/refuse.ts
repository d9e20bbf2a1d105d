import type { Parsed, Refusal } from './wire-item.ts';

/** A refusal as `parse` returns it. `message` says what is wrong and what to do; `format` is what the file was taken for. */
export function refuse(kind: Refusal['kind'], message: string, format?: string): Parsed & { ok: false } {
  return { ok: false, ...(format === undefined ? {} : { format }), refusal: { kind, message } };
}
