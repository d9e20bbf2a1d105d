import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { findOrMakeSecret } from './store/secrets.ts';
import type { Store } from './store/store.ts';

/** How long such a link works, in milliseconds: as long as somebody reads. */
const VALID_MS = 60 * 60_000;
const LONGEST = 400;

/**
 * Keys that lead from a frame to our own page: there a reader's cookie of the frame is not sent, and one page elsewhere must not
 * be able to make her press "delete". A key holds whose comment it is, sealed (AES-256-GCM), for this comment and for an hour.
 */
export type OwnLinks = {
  /** A key for this reader's comment. */
  seal(own: { readonly id: number; readonly readerToken: string; readonly now: Date }): string;
  /** The reader's token that a key holds; undefined for a key that is made up, too old, or for another comment. */
  open(key: string, about: { readonly id: number; readonly now: Date }): string | undefined;
};

/** Reads the newsroom's secret for such keys; makes one at the first time. */
export async function readOwnLinks(store: Store): Promise<OwnLinks> {
  const secret = createHash('sha256')
    .update(await findOrMakeSecret(store, 'own-links'))
    .digest();
  return {
    seal({ id, readerToken, now }) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secret, iv);
      const words = JSON.stringify([id, now.getTime() + VALID_MS, readerToken]);
      const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(key, { id, now }) {
      if (key.length > LONGEST || !/^[\w-]{60,}$/.test(key)) return undefined;
      const bytes = Buffer.from(key, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(bytes.subarray(12, 28));
      try {
        const words = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
        const [of, until, readerToken] = JSON.parse(words) as [number, number, string];
        return of === id && until >= now.getTime() ? readerToken : undefined;
      } catch {
        // The seal is broken: somebody made the key up.
        return undefined;
      }
    },
  };
}
