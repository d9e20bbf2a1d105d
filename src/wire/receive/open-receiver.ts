import type { Transport } from '../../story/sources/transport.ts';
import { receiveFolder } from './receive-folder.ts';
import { receiveFtp } from './receive-ftp.ts';
import { receiveHttp } from './receive-http.ts';
import { receiveImap } from './receive-imap.ts';
import { receiveSftp } from './receive-sftp.ts';
import type { Receive } from './receiver.ts';

/** The receiver of a transport. Nothing is connected, and no client is loaded, before its first round. */
export function receiverOf(transport: Transport): Receive {
  switch (transport.kind) {
    case 'folder':
      return receiveFolder(transport);
    case 'http':
      return receiveHttp(transport);
    case 'imap':
      return receiveImap(transport);
    case 'ftp':
      return receiveFtp(transport);
    case 'sftp':
      return receiveSftp(transport);
    case 'push':
      return async () => ({ received: 0, refused: 0 });
  }
}
