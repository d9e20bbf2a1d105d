import { createHash } from 'node:crypto';
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  type Stats,
  unlinkSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import ssh2, { type Connection, type SFTPWrapper } from 'ssh2';
import type { SftpTransport } from '../../src/story/sources/transport.ts';

const { OK, EOF, FAILURE, NO_SUCH_FILE } = ssh2.utils.sftp.STATUS_CODE;

export type SftpServer = {
  /** How the user of the test reaches it. */
  readonly transport: SftpTransport;
  /** The private key that signs in as well as the password does. */
  readonly privateKey: string;
  /** From now on it answers no request for a file's bytes. */
  stall(): void;
  /** Once a folder was listed, this is done, once. */
  afterList(work: () => Promise<void>): void;
  /** More entries than the folder has, as a hostile server lists them. */
  pretend(names: readonly string[]): void;
  /** What it was asked, such as `open /wire/a.xml`. */
  readonly asked: string[];
  close(): Promise<void>;
};

/** An SSH server on loopback whose SFTP shows `root` as `/`; user `desk`, password `mackerel-9`. */
export async function sftpServer(root: string): Promise<SftpServer> {
  // Of its ed25519 keys one in about two hundred cannot be read, by itself or by ssh-keygen.
  const host = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 });
  const own = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 });
  const state = { stalls: false, pretended: [] as readonly string[], asked: [] as string[], afterList: nothing };
  const connections = new Set<Connection>();
  const server = new ssh2.Server({ hostKeys: [host.private] }, (connection) => {
    connections.add(connection);
    // The types know it of the client alone.
    (connection as Connection & { setNoDelay(on: boolean): void }).setNoDelay(true);
    connection.on('error', () => {});
    connection.on('authentication', (context) => {
      const isKey = context.method === 'publickey' && own.public.includes(context.key.data.toString('base64'));
      const isPassword = context.method === 'password' && context.password === 'mackerel-9';
      if (context.username === 'desk' && (isKey || isPassword)) context.accept();
      else context.reject(['password', 'publickey']);
    });
    connection.on('session', (accept) => {
      accept().on('sftp', (start) => serve(start(), root, state));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const key = Buffer.from(host.public.split(' ')[1] ?? '', 'base64');
  return {
    asked: state.asked,
    privateKey: own.private,
    transport: {
      kind: 'sftp',
      host: '127.0.0.1',
      port,
      user: 'desk',
      password: 'mackerel-9',
      hostFingerprint: `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`,
      path: '/',
      settleSeconds: 0.05,
      // biome-ignore lint/suspicious/noThenProperty: the publisher's word
      then: 'leave',
    },
    stall() {
      state.stalls = true;
    },
    afterList(work) {
      state.afterList = work;
    },
    pretend(names) {
      state.pretended = names;
    },
    async close() {
      for (const connection of connections) connection.end();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

type State = {
  stalls: boolean;
  pretended: readonly string[];
  readonly asked: string[];
  afterList: () => Promise<void>;
};

const nothing = async (): Promise<void> => {};

function serve(sftp: SFTPWrapper, root: string, state: State): void {
  const lists = new Map<string, boolean>();
  const at = (path: string) => join(root, join('/', path));
  const handleOf = (number: number | string) => Buffer.from(String(number));
  /** Answers with what `work` did, or with why it could not. */
  const answer = (id: number, asked: string, work: () => void) => {
    state.asked.push(asked);
    try {
      work();
    } catch (error) {
      sftp.status(id, (error as NodeJS.ErrnoException).code === 'ENOENT' ? NO_SUCH_FILE : FAILURE);
    }
  };
  const done = (id: number, asked: string, work: () => void) =>
    answer(id, asked, () => {
      work();
      sftp.status(id, OK);
    });

  sftp.on('OPENDIR', (id, path) =>
    answer(id, `list ${path}`, () => {
      readdirSync(at(path));
      lists.set(path, false);
      sftp.handle(id, handleOf(path));
    }),
  );
  sftp.on('READDIR', (id, handle) => {
    const path = handle.toString();
    if (lists.get(path)) return sftp.status(id, EOF);
    lists.set(path, true);
    const real = readdirSync(at(path)).map((filename) => ({
      filename,
      longname: filename,
      attrs: attributesOf(lstatSync(join(at(path), filename))),
    }));
    const made = state.pretended.map((filename) => ({
      filename,
      longname: filename,
      attrs: { mode: 0o100644, uid: 0, gid: 0, size: 5, atime: 0, mtime: 0 },
    }));
    const then = state.afterList;
    state.afterList = nothing;
    return void then().then(() => sftp.name(id, [...real, ...made]));
  });
  sftp.on('OPEN', (id, path) => answer(id, `open ${path}`, () => sftp.handle(id, handleOf(openSync(at(path), 'r')))));
  sftp.on('READ', (id, handle, offset, length) => {
    if (state.stalls) return;
    const bytes = Buffer.alloc(length);
    const read = readSync(Number(handle.toString()), bytes, 0, length, offset);
    if (read === 0) sftp.status(id, EOF);
    else sftp.data(id, bytes.subarray(0, read));
  });
  sftp.on('CLOSE', (id, handle) => {
    if (/^\d+$/.test(handle.toString())) closeSync(Number(handle.toString()));
    sftp.status(id, OK);
  });
  sftp.on('LSTAT', (id, path) => answer(id, `stat ${path}`, () => sftp.attrs(id, attributesOf(lstatSync(at(path))))));
  sftp.on('RENAME', (id, from, to) => done(id, `rename ${from} ${to}`, () => renameSync(at(from), at(to))));
  sftp.on('REMOVE', (id, path) => done(id, `remove ${path}`, () => unlinkSync(at(path))));
  sftp.on('MKDIR', (id, path) => done(id, `make ${path}`, () => mkdirSync(at(path))));
}

const attributesOf = ({ mode, uid, gid, size, atimeMs, mtimeMs }: Stats) => ({
  mode,
  uid,
  gid,
  size,
  atime: Math.floor(atimeMs / 1000),
  mtime: Math.floor(mtimeMs / 1000),
});
