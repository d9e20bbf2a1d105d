import assert from 'node:assert/strict';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { onlyShort, readForm } from './own-forms.ts';

const MOST = 100;

describe('a form that is sent', () => {
  let server: Server;
  let port: number;
  before(async () => {
    const app = new Hono();
    app.use(onlyShort(MOST, (c) => c.text('too long', 413)));
    app.post('/', async (c) => c.json((await readForm(c)) ?? 'unreadable'));
    server = createServer(getRequestListener(app.fetch));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  after(() => new Promise((resolve) => server.close(resolve)));

  const send = (body: string, headers: Record<string, string | number>): Promise<string> =>
    new Promise((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', method: 'POST', headers, agent: false }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve(`${answer.statusCode} ${text}`));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const told = (body: string) => send(body, { ...form, 'content-length': Buffer.byteLength(body) });
  const untold = (body: string) => send(body, { ...form, 'transfer-encoding': 'chunked' });

  it('is read field by field, the last one of a name, in any script', async () => {
    assert.equal(await told('name=Lena+Holm&text=caf%C3%A9%26&name=Ida'), '200 {"name":"Ida","text":"café&"}');
    assert.equal(await untold('name=Lena+Holm&text=caf%C3%A9%26&name=Ida'), '200 {"name":"Ida","text":"café&"}');
  });

  it('is read the same when it comes in parts, and one that is none is told from an empty one', async () => {
    const parts = (body: string) => send(body, { 'content-type': 'multipart/form-data; boundary=x' });
    const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n';
    assert.equal(await parts(part), '200 {"a":"1"}');
    assert.equal(await parts('nothing of the kind'), '200 "unreadable"');
    assert.equal(await told(''), '200 {}');
  });

  it('is refused when it is too long, whether it tells its length or not', async () => {
    const longest = `text=${'a'.repeat(MOST - 5)}`;
    assert.match(await told(longest), /^200 /);
    assert.match(await untold(longest), /^200 /);
    assert.equal(await told(`${longest}b`), '413 too long');
    assert.equal(await untold(`${longest}b`), '413 too long');
  });
});
