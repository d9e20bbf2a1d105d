import { createHash } from 'node:crypto';
import type { Copy } from './copy.ts';
import type { Furniture } from './furniture.ts';

/** What the gate puts on furniture that passed it: which version of the checks, and the digest of just these words and this copy. */
export type Seal = { readonly checks: string; readonly digest: string };

/**
 * The digest that a seal must have, 64 hex digits. @NOTE Only `check/` makes seals and only the store compares them: the layer
 * test holds both to it, so that nothing is kept that did not go through the gate as it is.
 */
export function sealDigest(
  furniture: Furniture,
  { headline, text }: Pick<Copy, 'headline' | 'text'>,
  checks: string,
): string {
  const sorted = (_key: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value;
  return createHash('sha256')
    .update(JSON.stringify([checks, headline, text, furniture], sorted))
    .digest('hex');
}
