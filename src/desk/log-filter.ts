import { z } from 'zod';
import type { LogWish } from '../store/moderation/decision-log.ts';

const day = z.iso.date().optional().catch(undefined);

const fields = z.object({
  by: z.string().max(200).optional().catch(undefined),
  who: z.enum(['people', 'rules']).optional().catch(undefined),
  state: z.enum(['pending', 'approved', 'held', 'refused', 'removed']).optional().catch(undefined),
  from: day,
  to: day,
  before: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z-\d{1,15}$/)
    .optional()
    .catch(undefined),
});

/** What of the log is shown; days are UTC and the last one is whole. */
export type LogFilter = {
  readonly by?: string;
  readonly who?: 'people' | 'rules';
  readonly state?: NonNullable<LogWish['state']>;
  readonly from?: string;
  readonly to?: string;
};

/** Reads an address. The list of names carries "people", "rules" or "name:Asha Rao" in one field. */
export function readLogFilter(values: Readonly<Record<string, unknown>>): {
  readonly filter: LogFilter;
  readonly before?: { readonly at: string; readonly id: number };
} {
  const { by, who, state, from, to, before } = fields.parse(values);
  const group = who ?? (by === 'people' || by === 'rules' ? by : undefined);
  const name = by?.startsWith('name:') ? by.slice(5) : undefined;
  const cut = before?.lastIndexOf('-') ?? 0;
  return {
    filter: {
      ...(group && { who: group }),
      ...(name && { by: name }),
      ...(state && { state }),
      ...(from && { from }),
      ...(to && { to }),
    },
    ...(before && { before: { at: before.slice(0, cut), id: Number(before.slice(cut + 1)) } }),
  };
}

const DAY = 24 * 60 * 60 * 1000;

/** The filter as the store takes it. */
export function logWish({ from, to, ...rest }: LogFilter): Omit<LogWish, 'limit'> {
  return {
    ...rest,
    ...(from && { from: new Date(from).toISOString() }),
    ...(to && { to: new Date(Date.parse(to) + DAY).toISOString() }),
  };
}
