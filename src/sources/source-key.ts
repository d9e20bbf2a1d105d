import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A key of 256 bits with which a source may push, and the hash that is kept of it. The beginning tells people what it is. */
export function newSourceKey(): { readonly key: string; readonly sha256: string } {
  const key = `cdk_${randomBytes(32).toString('base64url')}`;
  return { key, sha256: hashOf(key) };
}

/** Whether this is the key of that hash, in the same time whatever it is. Without a hash, never. */
export function isSourceKey(key: string, sha256: string | undefined): boolean {
  // What is compared where there is no key: no key has it as its hash.
  const expected = Buffer.from(sha256 ?? '0'.repeat(64), 'hex');
  const given = Buffer.from(hashOf(key), 'hex');
  return timingSafeEqual(given, expected) && sha256 !== undefined;
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
