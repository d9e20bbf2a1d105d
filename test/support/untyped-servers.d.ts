declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  export type StoredMessage = { raw: string; flags?: string[]; uid?: number };
  export type Folder = { messages: StoredMessage[]; uidvalidity?: number; permanentFlags?: string[] };
  export type ImapServer = {
    readonly server: Server;
    listen(port: number, host: string, done: () => void): void;
    close(done: () => void): void;
    setCommandHandler(command: string, handler: ImapHandler): void;
    getMailbox(path: string): Folder | undefined;
  };
  export type ImapConnection = {
    readonly socket: { destroy(): void };
    send(answer: object, ...about: readonly unknown[]): void;
  };
  export type ImapHandler = (
    connection: ImapConnection,
    parsed: { readonly tag: string },
    data: string,
    done: () => void,
  ) => void;
  const hoodiecrow: (options: {
    readonly plugins?: readonly string[];
    readonly secureConnection?: boolean;
    readonly credentials?: { readonly key: string; readonly cert: string };
    readonly storage: Readonly<Record<string, object>>;
  }) => ImapServer;
  // biome-ignore lint/style/noDefaultExport: the package has no other export
  export default hoodiecrow;
}

declare module 'hoodiecrow-imap/lib/commands/*' {
  const handler: import('hoodiecrow-imap').ImapHandler;
  // biome-ignore lint/style/noDefaultExport: the package has no other export
  export default handler;
}

declare module 'ftpd' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:net';

  export type FtpConnection = EventEmitter & { readonly socket: import('node:net').Socket };
  export class FtpServer extends EventEmitter {
    constructor(host: string, options: Readonly<Record<string, unknown>>);
    readonly server: Server;
    listen(port: number): void;
    close(): void;
  }
}
