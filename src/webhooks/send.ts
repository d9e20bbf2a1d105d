import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isPrivateAddress, publicLookup } from '../wire/receive/private-address.ts';
import { ReceiveError } from '../wire/receive/receiver.ts';

/** How long a server may take from the connection to its status, in milliseconds. */
const PATIENCE = 10_000;

/** What a server said to a try: its status, or why there was none. `retryAfter` in seconds. */
export type Answered =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Posts a body once. Redirects are not followed and the answer's body is not read. Unless `private`, an address of this machine
 * or of the network around it is refused, also behind a name: what was looked up is what is connected to.
 */
export async function send(
  url: string,
  message: {
    readonly body: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly private: boolean;
    readonly signal: AbortSignal;
  },
): Promise<Answered> {
  const to = new URL(url);
  if (!message.private && isPrivateAddress(to.hostname)) return { kind: 'failed', why: privateNetwork(to) };
  const limit = AbortSignal.timeout(PATIENCE);
  try {
    const response = await ask(to, { ...message, signal: AbortSignal.any([message.signal, limit]) });
    const wait = Number(response.headers['retry-after']);
    return {
      kind: 'status',
      status: response.statusCode ?? 0,
      ...(Number.isFinite(wait) && wait > 0 && { retryAfter: wait }),
    };
  } catch (error) {
    message.signal.throwIfAborted();
    if (limit.aborted) return { kind: 'failed', why: `no answer in ${PATIENCE / 1000} seconds` };
    if (error instanceof ReceiveError) return { kind: 'failed', why: privateNetwork(to) };
    const failure = error as NodeJS.ErrnoException;
    return { kind: 'failed', why: failure.code ?? failure.message };
  }
}

const privateNetwork = ({ hostname }: URL): string => `${hostname} is in a private network`;

function ask(
  url: URL,
  {
    body,
    headers,
    private: trusted,
    signal,
  }: {
    readonly body: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly private: boolean;
    readonly signal: AbortSignal;
  },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Copydesk',
        ...headers,
      },
      signal,
      agent: false,
      ...(!trusted && { lookup: publicLookup }),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      // The status says it all; a body without end must not keep us.
      response.on('error', () => {});
      response.destroy();
      resolve(response);
    });
    request.end(body);
  });
}
