import { readdirSync, readFileSync, statSync, unlinkSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { FtpTransport } from '../../src/story/sources/transport.ts';
import { transportOf } from './ftp-server.ts';
import { shown } from './web-server.ts';

export type FtpsServer = {
  readonly transport: FtpTransport;
  /** What it was told, without passwords. */
  readonly told: string[];
  /** Commands that it does not answer from now on. */
  readonly silent: Set<string>;
  /** More lines than the folder has, as a hostile server lists them. */
  readonly pretended: string[];
  /** What it sends for a file of that name instead of its bytes. */
  readonly instead: Map<string, Buffer>;
  close(): Promise<void>;
};

/** A small FTP server over TLS on loopback (the package `ftpd` speaks it no longer); user `desk`, password `mackerel-9`. */
export async function ftpsServer(root: string, secure: 'explicit' | 'implicit'): Promise<FtpsServer> {
  const state = {
    told: [] as string[],
    silent: new Set<string>(),
    pretended: [] as string[],
    instead: new Map<string, Buffer>(),
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    talk(secure === 'implicit' ? sealed(socket) : socket, { root, sockets, ...state });
  });
  await listen(server);
  return {
    ...state,
    transport: transportOf((server.address() as AddressInfo).port, secure),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Talk = {
  readonly root: string;
  readonly sockets: Set<Socket>;
  readonly told: string[];
  readonly silent: ReadonlySet<string>;
  readonly pretended: readonly string[];
  readonly instead: ReadonlyMap<string, Buffer>;
};

const context = createSecureContext(shown);

function sealed(socket: Socket): TLSSocket {
  const tls = new TLSSocket(socket, { isServer: true, secureContext: context });
  tls.on('error', () => {});
  return tls;
}

const listen = (server: Server): Promise<void> => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

function talk(first: Socket, { root, sockets, told, silent, pretended, instead }: Talk): void {
  let socket = first;
  let isSealed = first instanceof TLSSocket;
  let signedIn = false;
  let data: Promise<Socket> | undefined;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const at = (path: string) => join(root, join('/', path));

  async function send(bytes: Buffer): Promise<void> {
    say('150 Here it comes.');
    const target = await data;
    target?.end(bytes, () => say('226 Done.'));
  }
  async function openPassive(): Promise<void> {
    const server = createServer();
    await listen(server);
    data = new Promise((resolve) =>
      server.once('connection', (raw) => {
        sockets.add(raw);
        raw.on('error', () => {});
        server.close();
        resolve(isSealed ? sealed(raw) : raw);
      }),
    );
    say(`229 Entering Extended Passive Mode (|||${(server.address() as AddressInfo).port}|)`);
  }

  const commands: Readonly<Record<string, (argument: string) => void>> = {
    USER: () => say('331 Password?'),
    PASS: (password) => {
      signedIn = password === 'mackerel-9';
      say(signedIn ? '230 Welcome.' : '530 Login incorrect.');
    },
    AUTH: () => {
      say('234 Go on.');
      socket.removeAllListeners('data');
      socket = sealed(socket);
      isSealed = true;
      socket.on('data', hear);
    },
    PBSZ: () => say('200 OK'),
    PROT: () => say('200 OK'),
    TYPE: () => say('200 OK'),
    STRU: () => say('200 OK'),
    FEAT: () => say('211-Features:\r\n MLST type*;size*;modify*;\r\n SIZE\r\n211 End'),
    CWD: () => say('250 OK'),
    PWD: () => say('257 "/" is where we are.'),
    EPSV: () => void openPassive(),
    MLSD: (path) => {
      const lines = readdirSync(at(path)).map((name) => {
        const { size, mtime } = statSync(join(at(path), name));
        return `type=file;size=${size};modify=${mtime.toISOString().replace(/\D/g, '').slice(0, 14)}; ${name}`;
      });
      void send(Buffer.from([...lines, ...pretended, ''].join('\r\n')));
    },
    RETR: (path) => void send(instead.get(path) ?? readFileSync(at(path))),
    SIZE: (path) => say(`213 ${statSync(at(path)).size}`),
    DELE: (path) => {
      unlinkSync(at(path));
      say('250 Gone.');
    },
  };
  const open: ReadonlySet<string> = new Set(['USER', 'PASS', 'AUTH', 'FEAT', 'PBSZ', 'PROT']);

  function hear(chunk: Buffer): void {
    for (const line of chunk.toString('utf8').split('\r\n').filter(Boolean)) {
      const [word = '', ...rest] = line.split(' ');
      told.push(word === 'PASS' ? `PASS ${isSealed ? 'sealed' : 'in the clear'}` : line);
      if (silent.has(word)) continue;
      const command = signedIn || open.has(word) ? commands[word] : undefined;
      if (command) command(rest.join(' '));
      else say('502 No.');
    }
  }
  socket.on('data', hear);
  say('220 Ready.');
}
