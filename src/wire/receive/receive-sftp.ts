import type { SftpTransport } from '../../story/sources/transport.ts';
import { type RemoteLimits, receiveRemote } from './receive-remote.ts';
import { LARGEST_FILE, type Receive } from './receiver.ts';
import { openSftp, type SftpSession } from './sftp-session.ts';

/** Takes what is new in a folder of an SSH server whose key is known. */
export function receiveSftp(
  transport: SftpTransport,
  limits: RemoteLimits = { bytes: LARGEST_FILE, seconds: 60 },
): Receive {
  return async (round) => {
    round.signal.throwIfAborted();
    let session: SftpSession | undefined;
    try {
      session = await openSftp(transport, { seconds: limits.seconds, signal: round.signal });
      return await receiveRemote(session, { folder: transport, round, limits });
    } catch (error) {
      round.signal.throwIfAborted();
      throw error;
    } finally {
      session?.close();
    }
  };
}
