import { createHmac, timingSafeEqual } from 'node:crypto';
import { routes } from '../routes.ts';

/** The way out of mail about answers: it needs no sign-in and does not grow old, and fits one reader only. */
export function unsubscribeLink({ url, secret }: { url: string; secret: string }, readerId: number): string {
  return `${url}${routes.unsubscribe}?${new URLSearchParams({ r: String(readerId), k: keyOf(secret, readerId) })}`;
}

/** Whose way out this is; undefined for one that we did not make. */
export function readerOfUnsubscribe(secret: string, query: { r?: string; k?: string }): number | undefined {
  if (!/^[1-9]\d{0,14}$/.test(query.r ?? '') || !/^[\w-]{43}$/.test(query.k ?? '')) return undefined;
  const readerId = Number(query.r);
  return timingSafeEqual(Buffer.from(keyOf(secret, readerId)), Buffer.from(query.k ?? '')) ? readerId : undefined;
}

const keyOf = (secret: string, readerId: number): string =>
  createHmac('sha256', secret).update(`no more mail:${readerId}`).digest('base64url');
