import { createHash } from 'node:crypto';
import type { HttpTransport } from '../../story/transport.ts';
import { type HttpAnswer, type HttpLimits, httpGet } from './http-get.ts';
import { LARGEST_FILE, type Receive, ReceiveError, type Round } from './receiver.ts';
import { takeEach } from './take-each.ts';
import { toUtf8 } from './to-utf8.ts';

const LIMITS: HttpLimits = { bytes: LARGEST_FILE, seconds: 60 };

/** The longest wait that a server is believed, in seconds: a day. */
const LONGEST_WAIT = 24 * 60 * 60;

const ACCEPT = 'application/xml, application/json, application/rss+xml, application/atom+xml, text/plain, */*;q=0.5';

type Seen = { readonly address: string; readonly etag?: string; readonly modified?: string; readonly digest?: string };

/**
 * Asks one address for its copy. What did not change is not fetched again (ETag, Last-Modified), and what is fetched and
 * is the same as last time is not given again. The answer is one file, in UTF-8 if only its header said in what it is.
 */
export function receiveHttp(transport: HttpTransport, limits = LIMITS): Receive {
  const { url, ownHeaders } = addressOf(transport);
  // Another address has other validators; the address may hold a key, so its digest is remembered.
  const address = digestOf(transport.url);
  return async (round) => {
    const seen = await readSeen(round, address);
    const answer = await httpGet(url, {
      headers: { accept: ACCEPT, 'user-agent': 'Copydesk', ...validators(seen) },
      ownHeaders,
      certificate: transport.certificate,
      limits,
      signal: round.signal,
    });
    if (answer.status === 304 || answer.status === 204) return { received: 0, refused: 0 };
    if (answer.status !== 200) throw refusedBy(answer, round.now());
    const digest = digestOf(answer.bytes);
    const name = labelOf(answer.url);
    const settle = () => remember(round, { address, digest, ...validatorsOf(answer) });
    if (digest === seen.digest) {
      await settle();
      return { received: 0, refused: 0 };
    }
    return takeEach(round, [{ name, load: async () => toUtf8(answer.bytes, answer.headers['content-type']), settle }]);
  };
}

function addressOf(transport: HttpTransport): { url: URL; ownHeaders: Record<string, string> } {
  const url = URL.parse(transport.url);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new ReceiveError('The address of the source is no web address. It begins with https:// or http://.');
  const user = transport.user ?? decodeURIComponent(url.username);
  const password = transport.password ?? decodeURIComponent(url.password);
  url.username = '';
  url.password = '';
  url.hash = '';
  const signIn = Buffer.from(`${user}:${password}`).toString('base64');
  const keys = Object.entries(transport.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return { url, ownHeaders: { ...(user !== '' && { authorization: `Basic ${signIn}` }), ...Object.fromEntries(keys) } };
}

/** What a status other than 200 asks of the publisher. */
function refusedBy({ status, headers, url }: HttpAnswer, now: Date): ReceiveError {
  const retryAfter = secondsOf(headers['retry-after'], now);
  const wait = retryAfter === undefined ? {} : { retryAfter };
  if (status === 401 || status === 403)
    return new ReceiveError(
      `${url.host} refuses the sign-in (${status}). Check user, password and key with the agency.`,
      wait,
    );
  if (status === 404 || status === 410)
    return new ReceiveError(
      `${url.host} has nothing at this address (${status}). Ask the agency for the right one.`,
      wait,
    );
  if (status === 407)
    return new ReceiveError('The proxy of this network wants a sign-in (407). Ask whoever runs the network.', wait);
  if (status === 429)
    return new ReceiveError(
      `${url.host} is asked too often (429). It is asked later; make the source's rate slower.`,
      wait,
    );
  if (status >= 500)
    return new ReceiveError(`${url.host} has trouble of its own (${status}). It is asked again later.`, wait);
  return new ReceiveError(`${url.host} answers with ${status}, which is no copy. Ask the agency about it.`, wait);
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3). */
function secondsOf(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\d{1,9}$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now.getTime()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), LONGEST_WAIT) : undefined;
}

function labelOf(url: URL): string {
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
  return (last || url.hostname).replace(/[^\w.~%-]/g, '_').slice(0, 120);
}

async function readSeen({ memory }: Round, address: string): Promise<Seen> {
  const kept: unknown = JSON.parse((await memory.read('seen')) ?? '{}');
  return typeof kept === 'object' && kept !== null && 'address' in kept && kept.address === address
    ? (kept as Seen)
    : { address };
}

async function remember({ memory }: Round, seen: Seen): Promise<void> {
  await memory.write('seen', JSON.stringify(seen));
}

const validators = (seen: Seen): Record<string, string> => ({
  ...(seen.etag !== undefined && { 'if-none-match': seen.etag }),
  ...(seen.modified !== undefined && { 'if-modified-since': seen.modified }),
});

function validatorsOf({ headers }: HttpAnswer): Pick<Seen, 'etag' | 'modified'> {
  const [etag, modified] = [headers.etag, headers['last-modified']];
  return { ...(etag !== undefined && { etag }), ...(modified !== undefined && { modified }) };
}

const digestOf = (value: string | Uint8Array): string => createHash('sha256').update(value).digest('base64url');
