import { createHash, timingSafeEqual } from 'node:crypto';
import type { Client, FileEntryWithStats, SFTPWrapper } from 'ssh2';
import type { SftpTransport } from '../../story/sources/transport.ts';
import { explainFailure } from './explain-failure.ts';
import type { RemoteFiles } from './receive-remote.ts';
import { ReceiveError } from './receiver.ts';
import type { Listed } from './settled-files.ts';

const CHUNK = 256 * 1024;
const REGULAR_FILE = 0o100000;
const KIND_OF_FILE = 0o170000;

/** An SSH connection as far as we need it, with promises. Each answer is waited for `seconds`. */
export type SftpSession = RemoteFiles & { close(): void };

/** Connects, checks the server's key before anything is told to it, and signs in. `signal` ends it at any time. Throws a `ReceiveError`. */
export async function openSftp(
  transport: SftpTransport,
  { seconds, signal }: { readonly seconds: number; readonly signal: AbortSignal },
): Promise<SftpSession> {
  // @NOTE Loaded here and not above: a newsroom without SFTP never pays its memory.
  const { default: ssh2 } = await import('ssh2');
  const client = new ssh2.Client();
  const broken = Promise.withResolvers<never>();
  // ssh2 leaves its questions unanswered when the connection goes.
  const breakOff = () => broken.reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' }));
  broken.promise.catch(() => undefined);
  client.on('close', breakOff);
  function close(): void {
    signal.removeEventListener('abort', close);
    client.destroy();
    breakOff();
  }
  signal.addEventListener('abort', close);
  const within = <T>(work: Promise<T>): Promise<T> => withTimeout(seconds, Promise.race([work, broken.promise]));
  try {
    const sftp = await within(signIn(client, transport, seconds));
    return { ...filesOf(sftp, transport, within), close };
  } catch (error) {
    close();
    throw explainSftp(error, transport);
  }
}

function signIn(client: Client, transport: SftpTransport, seconds: number): Promise<SFTPWrapper> {
  const { host, port, user, password, privateKey } = transport;
  return new Promise((resolve, reject) => {
    let wrongKey: ReceiveError | undefined;
    client.on('error', (error) => reject(wrongKey ?? error));
    // Questions are small and wait for their answers, which Nagle's algorithm makes forty times slower.
    client.on('connect', () => client.setNoDelay(true));
    client.on('ready', () => client.sftp((error, sftp) => (error ? reject(error) : resolve(sftp))));
    client.connect({
      host,
      port,
      username: user,
      ...(password !== undefined && { password }),
      ...(privateKey !== undefined && { privateKey }),
      readyTimeout: seconds * 1000,
      keepaliveInterval: 10_000,
      hostVerifier: (key: Buffer) => {
        wrongKey = whyUnknown(key, transport);
        return wrongKey === undefined;
      },
    });
  });
}

function whyUnknown(key: Buffer, { host, port, hostFingerprint }: SftpTransport): ReceiveError | undefined {
  const shown = createHash('sha256').update(key).digest();
  const known = Buffer.from(hostFingerprint.trim().replace(/^SHA256:/i, ''), 'base64');
  if (known.byteLength === shown.byteLength && timingSafeEqual(known, shown)) return undefined;
  const fingerprint = `SHA256:${shown.toString('base64').replace(/=+$/, '')}`;
  return new ReceiveError(
    known.byteLength === 0
      ? `${host}:${port} shows the key ${fingerprint}. Ask the agency whether that is theirs, then put it into the source's "hostFingerprint".`
      : `${host}:${port} shows another key than the source knows: ${fingerprint}. Nothing was sent to it. Only if the agency says that it has a new key, put this into "hostFingerprint".`,
  );
}

type Within = <T>(work: Promise<T>) => Promise<T>;

function filesOf(sftp: SFTPWrapper, transport: SftpTransport, within: Within): RemoteFiles {
  type Done<T> = (error: Error | undefined | null, value: T) => void;
  const ask = <T>(question: (done: Done<T>) => void): Promise<T> =>
    within(
      new Promise<T>((resolve, reject) => question((error, value) => (error ? reject(error) : resolve(value)))),
    ).catch((error: unknown) => {
      throw explainSftp(error, transport);
    });
  const say = (question: (done: (error?: Error | null) => void) => void): Promise<void> =>
    ask<void>((done) => question((error) => done(error, undefined)));

  return {
    async list(folder) {
      const entries = await ask<FileEntryWithStats[]>((done) => sftp.readdir(folder, done));
      return entries
        .filter(({ attrs }) => (attrs.mode & KIND_OF_FILE) === REGULAR_FILE)
        .map(({ filename, attrs }): Listed => ({ name: filename, size: attrs.size, modified: attrs.mtime * 1000 }));
    },
    async read(path, most) {
      const handle = await ask<Buffer>((done) => sftp.open(path, 'r', done));
      try {
        const chunks: Buffer[] = [];
        for (let at = 0; at <= most; ) {
          const chunk = Buffer.allocUnsafe(CHUNK);
          const length = await ask<number>((done) => sftp.read(handle, chunk, 0, CHUNK, at, done));
          if (length === 0) return Buffer.concat(chunks);
          chunks.push(chunk.subarray(0, length));
          at += length;
        }
        return undefined;
      } finally {
        await say((done) => sftp.close(handle, done)).catch(() => undefined);
      }
    },
    sizeOf: (path) =>
      ask<{ size: number }>((done) => sftp.lstat(path, done)).then(
        ({ size }) => size,
        () => undefined,
      ),
    rename: (from, to) => say((done) => sftp.rename(from, to, done)),
    remove: (path) => say((done) => sftp.unlink(path, done)),
    // It may be there already, which version 3 of the protocol calls a failure like any other; the move will tell.
    makeFolder: (path) => say((done) => sftp.mkdir(path, done)).catch(() => undefined),
  };
}

/** `work`, or a timeout. */
async function withTimeout<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

function explainSftp(error: unknown, { host, port, path, password, privateKey }: SftpTransport): ReceiveError {
  const server = `${host}:${port}`;
  if (error instanceof ReceiveError || !(error instanceof Error)) return explainFailure(error, { server });
  if ('level' in error && error.level === 'client-authentication')
    return new ReceiveError(`${server} refuses the sign-in. Check user, password and key with the agency.`);
  if ('level' in error && error.level === 'client-timeout') return explainFailure({ code: 'ETIMEDOUT' }, { server });
  if ('level' in error && error.level === 'handshake')
    return new ReceiveError(
      `${server} shares no way of encrypting with us (${error.message}). Ask the agency to renew it.`,
    );
  if (/privateKey/.test(error.message))
    return new ReceiveError(
      'The private key cannot be read. Give the text of an OpenSSH or PEM key without a passphrase.',
    );
  const code = 'code' in error ? error.code : undefined;
  if (code === NO_SUCH_FILE)
    return new ReceiveError(`${server} has no such file or folder. Check that the folder ${path} is there.`);
  if (code === PERMISSION_DENIED)
    return new ReceiveError(`${server} does not permit it. Ask the agency for the right to, in the folder ${path}.`);
  return explainFailure(error, { server, secrets: [password, privateKey] });
}
