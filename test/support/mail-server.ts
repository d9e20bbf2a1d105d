import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived: `words` as sent, `text` with its soft line ends undone. */
export type Arrived = { readonly to: readonly string[]; readonly words: string; readonly text: string };

export type MailServer = {
  readonly url: string;
  /** The next mail that nobody has taken yet. */
  next(): Promise<Arrived>;
  /** Resolves when a recipient was refused. */
  refused(): Promise<void>;
  /** From now on every recipient is answered with this code, or none is. */
  trouble(code: number | undefined): void;
  stop(): Promise<void>;
};

/** A mail server on this machine that speaks SMTP and keeps what it is sent. */
export async function startMailServer(): Promise<MailServer> {
  const waiting: Arrived[] = [];
  let take: ((mail: Arrived) => void) | undefined;
  let code: number | undefined;
  let noteRefused: () => void = () => {};
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_, __, done) {
      if (code === undefined) return done();
      done(Object.assign(new Error('Not now'), { responseCode: code }));
      noteRefused();
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const words = Buffer.concat(parts).toString('utf8');
        const text = words
          .replace(/=\r?\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
        const mail = { to: session.envelope.rcptTo.map(({ address }) => address), words, text };
        if (take) take(mail);
        else waiting.push(mail);
        take = undefined;
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    next: async () =>
      waiting.shift() ??
      new Promise((resolve) => {
        take = resolve;
      }),
    refused: () =>
      new Promise((resolve) => {
        noteRefused = resolve;
      }),
    trouble(next) {
      code = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
