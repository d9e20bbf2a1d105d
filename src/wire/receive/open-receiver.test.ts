import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testRound } from '../../../test/support/round.ts';
import { receiverOf } from './open-receiver.ts';

describe('the receiver of a transport', () => {
  it('of a source that posts to us has nothing to fetch', async () => {
    assert.deepEqual(await receiverOf({ kind: 'push' })(testRound()), { received: 0, refused: 0 });
  });

  it('is told apart by kind, and connects to nothing before its first round', async () => {
    const nowhere = { host: '127.0.0.1', port: 1, user: 'desk', password: 'mackerel-9' };
    const folder = { path: '/wire', ...JSON.parse('{"then":"leave"}') };
    const receivers = [
      receiverOf({ kind: 'folder', path: '/no/such/folder' }),
      receiverOf({ kind: 'http', url: 'http://127.0.0.1:1/feed' }),
      receiverOf({ kind: 'imap', ...nowhere, secure: true, mailbox: 'INBOX', ...folder }),
      receiverOf({ kind: 'ftp', ...nowhere, secure: false, ...folder }),
      receiverOf({ kind: 'sftp', ...nowhere, hostFingerprint: '', ...folder }),
    ];
    const rounds = await Promise.allSettled(receivers.map((receive) => receive(testRound())));
    assert.deepEqual(
      rounds.map((round) => (round.status === 'rejected' ? round.reason.message.slice(0, 30) : 'no error')),
      ['There is no folder /no/such/fo', ...Array(4).fill('Nothing answers at 127.0.0.1:1')],
    );
  });
});
