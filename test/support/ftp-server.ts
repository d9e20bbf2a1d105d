import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { type FtpConnection, FtpServer } from 'ftpd';
import type { FtpTransport } from '../../src/story/sources/transport.ts';

export type TestFtpServer = { readonly transport: FtpTransport; close(): void };

/** The FTP server of the package `ftpd` on loopback, showing `root` as `/`; user `desk`, password `mackerel-9`. In the clear only. */
export async function ftpServer(root: string): Promise<TestFtpServer> {
  const server = new FtpServer('127.0.0.1', {
    getInitialCwd: () => '/',
    getRoot: () => root,
    useWriteFile: false,
    useReadFile: false,
    // It says on standard error what it answers; the tests ask for that.
    logLevel: -1,
    pasvPortRangeStart: 20_000,
    pasvPortRangeEnd: 60_000,
  });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('error', () => {});
  server.on('client:connected', (connection: FtpConnection) => {
    let named = '';
    connection.on('command:user', (user: string, accept: () => void) => {
      named = user;
      accept();
    });
    connection.on('command:pass', (password: string, accept: (user: string) => void, refuse: () => void) =>
      named === 'desk' && password === 'mackerel-9' ? accept('desk') : refuse(),
    );
  });
  server.listen(0);
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    transport: transportOf(port, false),
    close() {
      for (const socket of sockets) socket.destroy();
      server.server.close();
    },
  };
}

/** How a test reaches an FTP server of its own. */
export const transportOf = (port: number, secure: FtpTransport['secure']): FtpTransport => ({
  kind: 'ftp',
  host: '127.0.0.1',
  port,
  secure,
  user: 'desk',
  password: 'mackerel-9',
  path: '/',
  settleSeconds: 0.05,
  // biome-ignore lint/suspicious/noThenProperty: the publisher's word
  then: 'leave',
});
