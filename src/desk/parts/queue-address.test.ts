import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressIn, readFilter } from './queue-address.ts';

describe('the address of a queue', () => {
  it('keeps a moderator in the queue that she goes through, and says nothing of the one that everybody begins in', () => {
    assert.equal(addressIn({ queue: 'waiting' }), '/desk');
    assert.equal(addressIn({ queue: 'reported' }), '/desk?queue=reported');
    assert.equal(
      addressIn(
        { queue: 'reported', story: 'bridge', reason: 'links' },
        { route: 'deskComment', id: 7, query: { did: 'x' } },
      ),
      '/desk/comment/7?queue=reported&story=bridge&reason=links&did=x',
    );
  });

  it('is read back as it was written, and what cannot be read is everything that waits', () => {
    const filter = { queue: 'reported', story: 'bridge', reason: 'links' } as const;
    assert.deepEqual(readFilter(Object.fromEntries(new URL(addressIn(filter), 'http://x').searchParams)), filter);
    assert.deepEqual(readFilter({ queue: 'nothing', story: '<script>', reason: 'a b' }), { queue: 'waiting' });
  });
});
