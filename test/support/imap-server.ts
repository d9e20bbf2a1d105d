import type { AddressInfo, Socket } from 'node:net';
import hoodiecrow, { type ImapHandler, type StoredMessage } from 'hoodiecrow-imap';
import type { ImapTransport } from '../../src/story/sources/transport.ts';
import { shown } from './web-server.ts';

export type MailServer = {
  /** How the user of the test reaches it. */
  readonly transport: ImapTransport;
  /** The messages of a mailbox, as they are now. */
  messages(mailbox: string): readonly StoredMessage[];
  /** From now on it treats a command so; undefined: as it did. */
  handle(command: string, handler: ImapHandler): void;
  close(): Promise<void>;
};

/** An IMAP server on loopback with these messages in its INBOX. With `secure` it speaks TLS and shows the fixture certificate. */
export async function imapServer(messages: readonly string[], { secure = false } = {}): Promise<MailServer> {
  const server = hoodiecrow({
    plugins: ['UIDPLUS', 'MOVE', 'UNSELECT', 'LITERALPLUS', 'CREATE-SPECIAL-USE'],
    secureConnection: secure,
    credentials: shown,
    storage: { INBOX: { messages: messages.map((raw) => ({ raw })) }, '': { separator: '/', type: 'personal' } },
  });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    transport: {
      kind: 'imap',
      host: '127.0.0.1',
      port,
      secure,
      user: 'testuser',
      password: 'testpass',
      mailbox: 'INBOX',
      // biome-ignore lint/suspicious/noThenProperty: the publisher's word
      then: 'seen',
    },
    messages: (mailbox) => server.getMailbox(mailbox)?.messages ?? [],
    handle: (command, handler) => server.setCommandHandler(command, handler),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}
