import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DEFAULT_PROFILE } from '../story/sources/source-profile.ts';
import { readSourceFile } from './source-file.ts';

const read = (sources: unknown) => readSourceFile(JSON.stringify({ sources }), '/etc/copydesk/sources.json');
const problemsOf = (sources: unknown): readonly string[] => {
  const file = read(sources);
  return file.ok ? [] : file.problems;
};
const northwire = { name: 'northwire', transport: { kind: 'http', url: 'https://wire.northwire.example/latest' } };

describe('the file of sources', () => {
  it('fills in what is usual', () => {
    const file = read([northwire]);
    assert.deepEqual(file.ok && file.sources, [{ ...northwire, everySeconds: 60, profile: DEFAULT_PROFILE }]);
    const mail = read([
      { name: 'mail', transport: { kind: 'imap', host: 'mx', user: 'desk', password: { env: 'MAIL' } } },
    ]);
    assert.deepEqual(mail.ok && mail.sources[0]?.transport, {
      kind: 'imap',
      host: 'mx',
      port: 993,
      secure: true,
      user: 'desk',
      password: { env: 'MAIL' },
      mailbox: 'INBOX',
      // biome-ignore lint/suspicious/noThenProperty: the publisher's word
      then: 'seen',
    });
  });

  it('names the place of a mistake, what stands there and what may', () => {
    assert.deepEqual(problemsOf([{ ...northwire, everySeconds: 2, profile: { publish: 'now', rank: 'first' } }]), [
      'sources[0] ("northwire").everySeconds is 2; it must be a whole number of seconds from 5 to 86400.',
      'sources[0] ("northwire").profile.publish is "now"; it must be at-once or review.',
      'sources[0] ("northwire").profile.rank is "first"; it must be a whole number from 1 to 1000.',
    ]);
  });

  it('names what is missing', () => {
    assert.deepEqual(problemsOf([{ name: 'ftp', transport: { kind: 'ftp', host: 'ftp.example', path: '/out' } }]), [
      'sources[0] ("ftp").transport.user is missing; it must be a text of 1 to 256 characters.',
      'sources[0] ("ftp").transport.password is missing; it must be {"env": "NAME_OF_A_VARIABLE"} or {"file": "/path/of/a/file"}, never the secret itself.',
    ]);
    assert.deepEqual(problemsOf(undefined), ['sources is missing; it must be a list of sources.']);
  });

  it('names keys that it does not know, with those that it does', () => {
    assert.deepEqual(problemsOf([{ ...northwire, transport: { kind: 'push', url: 'https://a.example' } }]), [
      'sources[0] ("northwire").transport has "url", which is not known. Allowed are kind.',
    ]);
    assert.match(
      problemsOf([{ ...northwire, profile: { expires: 30 } }])[0] ?? '',
      /^sources\[0\] \("northwire"\)\.profile has "expires", which is not known\. Allowed are .*expiresAfterDays/,
    );
    assert.match(problemsOf([{ ...northwire, every: 5 }])[0] ?? '', /has "every".* Allowed are name, transport/);
  });

  it('names the kinds of transport', () => {
    assert.deepEqual(problemsOf([{ name: 'telex', transport: { kind: 'telex' } }]), [
      'sources[0] ("telex").transport.kind is "telex"; it must be an object whose kind is folder, http, imap, ftp, sftp, push.',
    ]);
  });

  it('refuses a secret in clear and does not repeat it', () => {
    const sftp = {
      kind: 'sftp',
      host: 's.example',
      user: 'desk',
      path: '/out',
      hostFingerprint: `SHA256:${'a'.repeat(43)}`,
    };
    const found = [
      ...problemsOf([{ name: 'a', transport: { ...sftp, password: 'hunter2' } }]),
      ...problemsOf([{ name: 'b', transport: { kind: 'http', url: 'https://desk:hunter2@wire.example/' } }]),
    ];
    const url = 'https://wire.example/latest?apikey=hunter2';
    const headers = { Authorization: 'Bearer hunter2', Accept: 'text/xml' };
    found.push(...problemsOf([{ name: 'c', transport: { kind: 'http', url } }]));
    found.push(...problemsOf([{ ...northwire, transport: { ...northwire.transport, headers } }]));
    assert.equal(found.length, 4);
    assert.match(found[2] ?? '', /transport\.url is something else; it must be an http or https address without/);
    assert.match(found[3] ?? '', /transport\.headers\.Authorization is something else; it must be \{"env"/);
    assert.match(found[0] ?? '', /^sources\[0\] \("a"\)\.transport\.password is something else; it must be \{"env"/);
    assert.match(
      found[1] ?? '',
      /^sources\[0\] \("b"\)\.transport\.url is something else; it must be an http or https/,
    );
    assert.doesNotMatch(found.join(' '), /hunter2/);
  });

  it('asks for what belongs together', () => {
    const ftp = { kind: 'ftp', host: 'f.example', user: 'desk', password: { env: 'F' }, path: '/out' };
    const sftp = {
      kind: 'sftp',
      host: 's.example',
      user: 'desk',
      path: '/out',
      hostFingerprint: `SHA256:${'a'.repeat(43)}`,
    };
    assert.deepEqual(
      [
        // biome-ignore lint/suspicious/noThenProperty: the publisher's word
        ...problemsOf([{ name: 'ftp', transport: { ...ftp, then: 'move' } }]),
        ...problemsOf([{ name: 'sftp', transport: sftp }]),
        ...problemsOf([{ name: 'http', transport: { ...northwire.transport, user: 'desk' } }]),
      ],
      [
        'sources[0] ("ftp").transport.moveTo is missing; it must be the folder to which taken files move.',
        'sources[0] ("sftp").transport.password is missing; it must be given, or privateKey instead: {"env": "NAME_OF_A_VARIABLE"} or {"file": "/path/of/a/file"}, never the secret itself.',
        'sources[0] ("http").transport.password is missing; it must be given where the other of user and password is.',
      ],
    );
  });

  it('refuses two sources of one name, and the name of the demo', () => {
    assert.deepEqual(problemsOf([northwire, { ...northwire, name: 'Northwire' }]), [
      'sources[0] and sources[1] have the same name "northwire"; each source needs its own.',
    ]);
    assert.match(problemsOf([{ ...northwire, name: 'demo' }])[0] ?? '', /name is "demo"; it must be a name of 1 to 64/);
    assert.match(problemsOf([{ ...northwire, name: '../etc' }])[0] ?? '', /name is "\.\.\/etc"; it must be a name/);
  });

  it('takes paths from the folder that it lies in', () => {
    const file = read([
      { name: 'inbox', transport: { kind: 'folder', path: 'inbox', done: '/var/done' } },
      { ...northwire, transport: { ...northwire.transport, headers: { 'X-Key': { file: 'key.txt' }, Accept: 'a/b' } } },
    ]);
    assert.deepEqual(file.ok && file.sources.map((source) => source.transport), [
      { kind: 'folder', path: '/etc/copydesk/inbox', done: '/var/done' },
      { ...northwire.transport, headers: { 'X-Key': { file: '/etc/copydesk/key.txt' }, Accept: 'a/b' } },
    ]);
  });

  it('is right as the example shows it', async () => {
    const example = fileURLToPath(new URL('../../fixtures/sources/sources.json', import.meta.url));
    const file = readSourceFile(await readFile(example, 'utf8'), example);
    assert.deepEqual(file.ok && file.sources.map(({ transport }) => transport.kind), [
      'http',
      'imap',
      'sftp',
      'folder',
      'push',
    ]);
  });

  it('says where the JSON breaks off', () => {
    const file = readSourceFile('{"sources": [', 'sources.json');
    assert.match(file.ok ? '' : (file.problems[0] ?? ''), /^This is no JSON: /);
    assert.deepEqual(readSourceFile('[]', 'sources.json'), {
      ok: false,
      problems: ['The file is a list; it must be an object with a list "sources".'],
    });
  });
});
