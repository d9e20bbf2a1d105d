import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { explainFailure } from './explain-failure.ts';
import { isPrivateAddress, privateRefused, publicLookup } from './private-address.ts';
import { ReceiveError } from './receiver.ts';
import { trusting } from './trust.ts';

const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

export type HttpLimits = { readonly bytes: number; readonly seconds: number };

export type HttpQuestion = {
  /** Headers for any server that is asked. */
  readonly headers: Readonly<Record<string, string>>;
  /** Headers for the source's own server alone: keys, sign-in. */
  readonly ownHeaders: Readonly<Record<string, string>>;
  readonly certificate: string | undefined;
  readonly limits: HttpLimits;
  readonly signal: AbortSignal;
};

export type HttpAnswer = {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** Unpacked; empty for every status but 200. */
  readonly bytes: Uint8Array;
  /** Where the answer came from at last. */
  readonly url: URL;
};

/**
 * Asks `own` and follows its redirects: at most five, never from HTTPS to HTTP, never into a private network (the source's
 * own server is trusted wherever it is), and without its keys when the server is another. Throws a `ReceiveError`.
 */
export async function httpGet(own: URL, question: HttpQuestion, start = own): Promise<HttpAnswer> {
  const limit = AbortSignal.timeout(question.limits.seconds * 1000);
  const signal = AbortSignal.any([question.signal, limit]);
  let url = start;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    try {
      const answer = await ask(url, { ...question, signal }, isOwnServer(url, own));
      const to = REDIRECTS.has(answer.status) ? answer.headers.location : undefined;
      if (to === undefined) return answer;
      url = redirected(url, to);
    } catch (error) {
      question.signal.throwIfAborted();
      throw explainFailure(limit.aborted ? limit.reason : error, {
        server: url.host,
        secrets: Object.values(question.ownHeaders),
      });
    }
  }
  throw new ReceiveError(`${own.host} sends us round in circles. Ask the agency for the address of the copy itself.`);
}

function redirected(from: URL, location: string): URL {
  const to = URL.parse(location, from);
  if (!to || !(to.protocol in PORTS))
    throw new ReceiveError(
      `${from.host} sends us on to something that is no web address. Ask the agency for the right one.`,
    );
  if (from.protocol === 'https:' && to.protocol === 'http:')
    throw new ReceiveError(
      `${from.host} sends us on from HTTPS to HTTP. That is not followed; ask the agency for an HTTPS address.`,
    );
  return to;
}

/** Whether the source's keys may go to `url`: the same server, or the same host moved up from HTTP to HTTPS. */
export function isOwnServer(url: URL, own: URL): boolean {
  if (url.hostname !== own.hostname) return false;
  if (url.protocol === own.protocol) return url.port === own.port;
  return url.protocol === 'https:' && url.port === '' && own.port === '';
}

function ask(url: URL, question: HttpQuestion, isOwn: boolean): Promise<HttpAnswer> {
  if (!isOwn && isPrivateAddress(url.hostname)) throw privateRefused(url.host);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      auth: '',
      headers: {
        'accept-encoding': 'gzip, deflate, br',
        ...question.headers,
        ...(isOwn && question.ownHeaders),
      },
      signal: question.signal,
      // An agency may end its kept connections whenever it likes; one question a round needs none.
      agent: false,
      ...trusting(question.certificate),
      ...(!isOwn && { lookup: publicLookup }),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const answer = { status: response.statusCode ?? 0, headers: response.headers, url };
      if (answer.status !== 200) {
        response.destroy();
        resolve({ ...answer, bytes: new Uint8Array() });
      } else {
        collect(response, question.limits.bytes, url.host).then((bytes) => resolve({ ...answer, bytes }), reject);
      }
    });
    request.end();
  });
}

/** All bytes of an answer, unpacked; it stops at the first byte above the limit, packed bombs too. */
async function collect(response: IncomingMessage, most: number, server: string): Promise<Uint8Array> {
  const stream = unpacked(response);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += (chunk as Buffer).byteLength;
      if (size > most) throw tooLarge(server, most);
      chunks.push(chunk as Buffer);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

function unpacked(response: IncomingMessage): Readable {
  const packing = response.headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (packing === 'gzip' || packing === 'x-gzip') return through(response, createGunzip());
  if (packing === 'deflate') return through(response, createInflate());
  if (packing === 'br') return through(response, createBrotliDecompress());
  return response;
}

function through(
  response: IncomingMessage,
  unpacker: ReturnType<typeof createGunzip | typeof createBrotliDecompress>,
): Readable {
  response.on('error', (error) => unpacker.destroy(error));
  return response.pipe(unpacker);
}

const tooLarge = (server: string, most: number): ReceiveError =>
  new ReceiveError(
    `${server} answers with more than ${Math.round(most / (1024 * 1024))} MiB; the rest was not read. Ask the agency for fewer entries at a time.`,
  );
