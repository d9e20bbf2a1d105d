import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeTransport, resolveTransport, type TransportSettings } from './transport-settings.ts';

const secrets: Readonly<Record<string, string>> = { WIRE_URL: 'https://wire.example/?key=1', PASSWORD: 'open-sesame' };
const resolve = async (secret: { env: string } | { file: string }) =>
  'env' in secret ? (secrets[secret.env] ?? '') : `the words of ${secret.file}`;

describe('a transport as the publisher writes it', () => {
  it('gets its secrets when a round begins, wherever they stand', async () => {
    const settings: TransportSettings = {
      kind: 'http',
      url: { env: 'WIRE_URL' },
      headers: { 'X-Key': { file: '/etc/key' }, Accept: 'text/xml' },
      user: 'desk',
      password: { env: 'PASSWORD' },
    };
    assert.deepEqual(await resolveTransport(settings, resolve), {
      kind: 'http',
      url: 'https://wire.example/?key=1',
      headers: { 'X-Key': 'the words of /etc/key', Accept: 'text/xml' },
      user: 'desk',
      password: 'open-sesame',
    });
    assert.deepEqual(settings.password, { env: 'PASSWORD' });
  });

  it('may have a header with the name of a place', async () => {
    const settings: TransportSettings = { kind: 'http', url: 'https://a.example/', headers: { env: 'test' } };
    assert.deepEqual(await resolveTransport(settings, resolve), settings);
  });

  it('is told in a few words that never hold a secret', () => {
    const remote = { user: 'desk', password: { env: 'PASSWORD' }, path: '/out' } as const;
    const told: readonly (TransportSettings | undefined)[] = [
      undefined,
      { kind: 'push' },
      { kind: 'folder', path: '/var/inbox' },
      { kind: 'http', url: 'https://wire.example/latest?page=1' },
      { kind: 'http', url: { env: 'WIRE_URL' } },
      // biome-ignore lint/suspicious/noThenProperty: the publisher's word
      { kind: 'ftp', host: 'ftp.example', port: 21, secure: false, then: 'leave', ...remote },
    ];
    assert.deepEqual(told.map(describeTransport), [
      'by hand',
      'push',
      'folder /var/inbox',
      'https://wire.example/latest?…',
      'http, address in WIRE_URL',
      'ftp ftp.example:21 /out',
    ]);
  });
});
