import type { Venue } from './routes.ts';

/**
 * The name of a reader's cookie in each venue. The one for frames says by its prefix that it came over TLS from this very host
 * (RFC 6265bis, 4.1.3.2); each site that frames us has its own one, so that no page elsewhere can follow a reader to another.
 */
export const READER_COOKIES: Readonly<Record<Venue, string>> = { page: 'reader', frame: '__Host-reader-frame' };
