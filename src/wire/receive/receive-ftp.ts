import { Writable } from 'node:stream';
import type { Client, FileInfo } from 'basic-ftp';
import type { FtpTransport } from '../../story/sources/transport.ts';
import { explainFailure, withoutSecrets } from './explain-failure.ts';
import { type RemoteFiles, type RemoteLimits, receiveRemote } from './receive-remote.ts';
import { LARGEST_FILE, type Receive, ReceiveError, type Round } from './receiver.ts';
import { trusting } from './trust.ts';

const LISTING_BYTES = 16 * 1024 * 1024;
const SECURE = { explicit: true, implicit: 'implicit' } as const;

/** Takes what is new in a folder of an FTP server, in the clear or over TLS. */
export function receiveFtp(
  transport: FtpTransport,
  limits: RemoteLimits = { bytes: LARGEST_FILE, seconds: 60 },
): Receive {
  return async (round) => {
    // @NOTE Loaded here and not above: a newsroom without FTP never pays its memory.
    const { Client } = await import('basic-ftp');
    const client = new Client(limits.seconds * 1000, {
      allowSeparateTransferHost: false,
      maxListingBytes: LISTING_BYTES,
    });
    const close = () => client.close();
    round.signal.addEventListener('abort', close);
    try {
      round.signal.throwIfAborted();
      await client.access({
        host: transport.host,
        port: transport.port,
        user: transport.user,
        password: transport.password,
        secure: transport.secure === false ? false : SECURE[transport.secure],
        secureOptions: trusting(transport.certificate),
      });
      // Asked to list a folder that is not there, many servers answer with nothing; asked to go there, they say so.
      await client.cd(transport.path);
      const folder = { ...transport, path: await client.pwd() };
      return await receiveRemote(filesOf(client, transport, round), { folder, round, limits });
    } catch (error) {
      round.signal.throwIfAborted();
      throw explainFtp(error, transport);
    } finally {
      round.signal.removeEventListener('abort', close);
      client.close();
    }
  };
}

function filesOf(client: Client, transport: FtpTransport, { now }: Round): RemoteFiles {
  const told = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw explainFtp(error, transport);
    });
  return {
    list: async (folder) =>
      (await told(client.list(folder)))
        .filter((file) => file.isFile)
        .map((file) => ({ name: file.name, size: file.size, modified: modifiedOf(file, now()) })),
    read: (path, most) => told(download(client, path, most)),
    sizeOf: (path) => client.size(path).catch(() => undefined),
    rename: async (from, to) => void (await told(client.rename(from, to))),
    remove: async (path) => void (await told(client.remove(path))),
    // It may be there already, which servers answer with the same code as what went wrong; the move will tell.
    makeFolder: async (path) => void (await told(client.send(`MKD ${path}`)).catch(() => undefined)),
  };
}

async function download(client: Client, path: string, most: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      size += chunk.byteLength;
      if (size <= most) chunks.push(chunk);
      // The server was asked for less than it sends; the connection goes, for nothing else ends the stream.
      else client.close();
      done();
    },
  });
  try {
    await client.downloadTo(sink, path);
  } catch (error) {
    if (size <= most) throw error;
    throw new ReceiveError('The server sends more than it listed. Nothing of it was taken; ask the agency.');
  }
  return Buffer.concat(chunks);
}

/** Milliseconds since 1970. Listings of the old kind give no year for files of the last months, and no zone; 0 when they give nothing. */
function modifiedOf(file: FileInfo, now: Date): number {
  if (file.modifiedAt) return file.modifiedAt.getTime();
  const raw = file.rawModifiedAt.trim();
  const year = now.getUTCFullYear();
  const time = Date.parse(/\d{4}/.test(raw) ? `${raw} UTC` : `${raw} ${year} UTC`);
  if (Number.isNaN(time)) return 0;
  const isAhead = time > now.getTime() + 2 * 24 * 60 * 60 * 1000;
  return isAhead && !/\d{4}/.test(raw) ? Date.parse(`${raw} ${year - 1} UTC`) : time;
}

function explainFtp(error: unknown, { host, port, password, path }: FtpTransport): ReceiveError {
  if (error instanceof ReceiveError) return error;
  const server = `${host}:${port}`;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  const said = error instanceof Error ? withoutSecrets(error.message, [password]).slice(0, 300) : String(error);
  if (code === 530 || code === 430 || code === 331)
    return new ReceiveError(`${server} refuses the sign-in. Check user and password with the agency.`);
  if (code === 550 || code === 450)
    return new ReceiveError(
      `${server} does not give what is asked (${said}). Check that the folder ${path} is there and may be read.`,
    );
  if (code === 534 || code === 504 || code === 502 || code === 500)
    return new ReceiveError(`${server} cannot do what is needed (${said}). Check whether it is to be secure, and how.`);
  if (/^timeout/i.test(said)) return explainFailure({ code: 'ETIMEDOUT' }, { server });
  return explainFailure(error, { server, secrets: [password] });
}
