import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { clientAddress, senderOf } from './client-address.ts';

describe('the address that a comment comes from', () => {
  it('is the connection’s when that comes from outside, whatever the header says', () => {
    assert.equal(clientAddress('198.51.100.7', undefined), '198.51.100.7');
    assert.equal(clientAddress('198.51.100.7', '203.0.113.9'), '198.51.100.7');
    assert.equal(clientAddress('::ffff:198.51.100.7', '203.0.113.9'), '198.51.100.7');
  });

  it('is the last one that a proxy of our own was told from outside', () => {
    assert.equal(clientAddress('127.0.0.1', '203.0.113.9'), '203.0.113.9');
    assert.equal(clientAddress('::1', '203.0.113.9'), '203.0.113.9');
    assert.equal(clientAddress('10.0.0.2', '1.1.1.1, 203.0.113.9'), '203.0.113.9');
    assert.equal(clientAddress('172.20.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.7'), '203.0.113.9');
    assert.equal(clientAddress('::ffff:127.0.0.1', '2001:db8::5'), '2001:db8::5');
    assert.equal(clientAddress(undefined, '203.0.113.9'), '203.0.113.9');
  });

  it('believes nothing to the left of what is no address', () => {
    assert.equal(clientAddress('127.0.0.1', '203.0.113.9, unknown'), '127.0.0.1');
    assert.equal(clientAddress('127.0.0.1', '203.0.113.9, nonsense, 10.0.0.7'), '10.0.0.7');
    assert.equal(clientAddress('127.0.0.1', ''), '127.0.0.1');
  });

  it('reads addresses with ports, brackets and zones', () => {
    assert.equal(clientAddress('127.0.0.1', '203.0.113.9:5123'), '203.0.113.9');
    assert.equal(clientAddress('127.0.0.1', '[2001:db8::5]:443'), '2001:db8::5');
    assert.equal(clientAddress('fe80::1%eth0', '203.0.113.9'), '203.0.113.9');
  });

  it('a reader in the newsroom’s own network keeps her own address', () => {
    assert.equal(clientAddress('127.0.0.1', '192.168.1.20'), '192.168.1.20');
  });
});

describe('what counts as one sender', () => {
  it('is one IPv4 address, and of IPv6 the first 64 bits', () => {
    assert.equal(senderOf('203.0.113.9'), '203.0.113.9');
    assert.equal(senderOf('2001:db8:1:2:aaaa::1'), '2001:db8:1:2::/64');
    assert.equal(senderOf('2001:0db8:0001:0002::ffff'), '2001:db8:1:2::/64');
    assert.equal(senderOf('2001:db8::1'), '2001:db8:0:0::/64');
    assert.equal(senderOf('::1'), '0:0:0:0::/64');
    assert.equal(senderOf('local'), 'local');
  });

  it('is found for every address there is', () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.ipV4(), (six, four) => {
        assert.match(senderOf(clientAddress('127.0.0.1', six)), /^(?:[\da-f]{1,4}:){4}:\/64$|^[\d.]+$/);
        assert.equal(senderOf(clientAddress('127.0.0.1', four)), four);
      }),
    );
  });

  it('never throws, whatever the header says', () => {
    fc.assert(fc.property(fc.string(), (header) => senderOf(clientAddress('127.0.0.1', header)) !== ''));
  });
});
