import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

const certificates = new URL('../../fixtures/certificates/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, certificates), 'utf8');

/** The certificate of the authority that signed what the tests' servers show. */
export const authority = read('authority.crt');

/** What a server of a test shows on 127.0.0.1. */
export const shown = { key: read('loopback.key'), cert: read('loopback.crt') };

export type WebServer = {
  readonly url: string;
  readonly port: number;
  /** What it was asked, in order. */
  readonly asked: IncomingMessage[];
  /** From now on it answers so. */
  answer(listener: (request: IncomingMessage, response: ServerResponse) => void): void;
  close(): Promise<void>;
};

/** A web server on loopback; with `secure`, HTTPS with the fixture certificate. */
export async function webServer({ secure = false } = {}): Promise<WebServer> {
  let listener: RequestListener = (_, response) => response.end();
  const asked: IncomingMessage[] = [];
  const handle: RequestListener = (request, response) => {
    asked.push(request);
    listener(request, response);
  };
  const server = secure ? createSecureServer(shown, handle) : createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    asked,
    answer(next) {
      listener = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
