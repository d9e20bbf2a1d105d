import { createHash } from 'node:crypto';
import type { HttpTransport } from '../../story/sources/transport.ts';
import { apOffers } from './ap-offers.ts';
import { type HttpAnswer, type HttpLimits, httpGet, isOwnServer } from './http-get.ts';
import { linkedItems } from './linked-items.ts';
import { LARGEST_FILE, type Receive, ReceiveError, type Round, type RoundResult } from './receiver.ts';
import { rememberedSet } from './remembered-set.ts';
import { type Offer, takeEach } from './take-each.ts';
import { toUtf8 } from './to-utf8.ts';

const LIMITS: HttpLimits = { bytes: LARGEST_FILE, seconds: 60 };

/** The longest wait that a server is believed, in seconds: a day. */
const LONGEST_WAIT = 24 * 60 * 60;

/** So many documents of a list in one round; the next goes on. */
const MOST_ITEMS = 100;

const HEADERS = {
  accept: 'application/xml, application/json, application/rss+xml, application/atom+xml, text/plain, */*;q=0.5',
  'user-agent': 'Copydesk',
};

type Seen = { readonly address: string; readonly etag?: string; readonly modified?: string; readonly digest?: string };

/**
 * Asks one address for its copy. What did not change is not fetched again (ETag, Last-Modified), and what is fetched and
 * is the same as last time is not given again. The answer is one file, in UTF-8 if only its header said in what it is; with
 * `follow`, the answer is a list, and what it links to on the same server are the files.
 */
export function receiveHttp(transport: HttpTransport, limits = LIMITS): Receive {
  const { url, ownHeaders } = addressOf(transport);
  const { certificate } = transport;
  // Another address has other validators; the address may hold a key, so its digest is remembered.
  const address = digestOf(transport.url);
  return async (round) => {
    const seen = await readSeen(round, address);
    const ask = (start: URL, more: Readonly<Record<string, string>> = {}) =>
      httpGet(url, { headers: { ...HEADERS, ...more }, ownHeaders, certificate, limits, signal: round.signal }, start);
    const answer = await ask(url, validators(seen));
    if (answer.status === 304 || answer.status === 204) return { received: 0, refused: 0 };
    if (answer.status !== 200) throw refusedBy(answer, round.now());
    const digest = digestOf(answer.bytes);
    const settle = () => remember(round, { address, digest, ...validatorsOf(answer) });
    if (digest === seen.digest) {
      await settle();
      return { received: 0, refused: 0 };
    }
    if (transport.follow === 'items') return followItems(round, { answer, ask, own: url, settle });
    const refused = (other: HttpAnswer) => refusedBy(other, round.now());
    const stories = apOffers(answer.bytes, { own: url, from: answer.url, ask, refused });
    if (stories) return takeNew(round, stories, settle);
    return takeEach(round, [{ name: labelOf(answer.url), load: async () => copyIn(answer), settle }]);
  };
}

type List = {
  readonly answer: HttpAnswer;
  readonly own: URL;
  ask(url: URL): Promise<HttpAnswer>;
  settle(): Promise<void>;
};

/** Takes the documents that a list links to and that are new in it. */
async function followItems(round: Round, { answer, own, ask, settle }: List): Promise<RoundResult> {
  const items = linkedItems(copyIn(answer), answer.url);
  if (!items)
    throw new ReceiveError(
      `${own.host} answers with no list of items. Take "follow" out of the source, or ask the agency.`,
    );
  const here = items.filter((item) => isOwnServer(item.url, own));
  if (here.length === 0 && items.length > 0)
    throw new ReceiveError(
      `${own.host} links only to other servers, which are not asked. Make their address a source of its own.`,
    );
  const linked = here.map(({ url, mark }) => ({
    name: labelOf(url),
    mark,
    async load() {
      const item = await ask(url);
      if (item.status === 404 || item.status === 410)
        return { problem: `${labelOf(url)} is in the list, but not there.` };
      if (item.status !== 200) throw refusedBy(item, round.now());
      return copyIn(item);
    },
  }));
  return takeNew(round, linked, settle);
}

type Listed = Pick<Offer, 'name' | 'load'> & { readonly mark: string };

/** Takes of a list what was not in it before. The list counts as seen once all of it is taken. */
async function takeNew(round: Round, listed: readonly Listed[], settle: List['settle']): Promise<RoundResult> {
  const followed = await rememberedSet(round.memory, 'followed');
  followed.keepOnly(new Set(listed.map(({ mark }) => mark)));
  const fresh = listed.filter(({ mark }) => !followed.has(mark));
  const offers = fresh
    .slice(0, MOST_ITEMS)
    .map(({ mark, ...offer }): Offer => ({ ...offer, settle: () => followed.add(mark) }));
  try {
    const result = await takeEach(round, offers);
    if (fresh.length <= MOST_ITEMS) await settle();
    return result;
  } finally {
    await followed.save();
  }
}

const copyIn = ({ bytes, headers }: HttpAnswer): Uint8Array => toUtf8(bytes, headers['content-type']);

function addressOf(transport: HttpTransport): { url: URL; ownHeaders: Record<string, string> } {
  const url = URL.parse(transport.url);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new ReceiveError('The address of the source is no web address. It begins with https:// or http://.');
  const user = transport.user ?? decoded(url.username);
  const password = transport.password ?? decoded(url.password);
  url.username = '';
  url.password = '';
  url.hash = '';
  const signIn = Buffer.from(`${user}:${password}`).toString('base64');
  const keys = Object.entries(transport.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return { url, ownHeaders: { ...(user !== '' && { authorization: `Basic ${signIn}` }), ...Object.fromEntries(keys) } };
}

/** A password may hold a per cent sign that encodes nothing; then it is meant as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
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
