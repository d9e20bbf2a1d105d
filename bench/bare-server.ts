// The reference for pages: nothing but node:http sending one answer, headers and body ready.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const page = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { headers: string[]; body: string };
const body = Buffer.from(page.body, 'base64');
const ownHeaders = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);
const headers = page.headers.flatMap((name, i) =>
  i % 2 === 0 && !ownHeaders.has(name.toLowerCase()) ? [name, page.headers[i + 1] ?? ''] : [],
);
const server = createServer((_, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`),
);
