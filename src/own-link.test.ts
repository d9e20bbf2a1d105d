import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../test/support/databases.ts';
import { type OwnLinks, readOwnLinks } from './own-link.ts';

const NOW = new Date('2030-03-02T09:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const [sqlite] = databases;

describe('the key to a reader’s own comment', () => {
  let opened: TestDatabase;
  let links: OwnLinks;
  let key = '';
  before(async () => {
    opened = await sqlite!.open();
    links = await readOwnLinks(opened.store);
    key = links.seal({ id: 7, readerToken: 'a-token-of-priya', now: NOW });
  });
  after(() => opened.destroy());

  it('says whose comment it is for an hour, after a restart too', async () => {
    const again = await readOwnLinks(opened.store);
    assert.equal(again.open(key, { id: 7, now: later(59) }), 'a-token-of-priya');
    assert.equal(again.open(key, { id: 7, now: later(61) }), undefined);
  });

  it('opens no other comment', () => {
    assert.equal(links.open(key, { id: 8, now: NOW }), undefined);
  });

  it('tells nobody the token that it holds, and never looks the same', () => {
    assert.doesNotMatch(Buffer.from(key, 'base64url').toString('latin1'), /priya/);
    assert.notEqual(links.seal({ id: 7, readerToken: 'a-token-of-priya', now: NOW }), key);
  });

  it('opens nothing when a letter of it was changed, or when it was made up', () => {
    const changed = `${key.slice(0, 50)}${key[50] === 'A' ? 'B' : 'A'}${key.slice(51)}`;
    const made = [changed, key.slice(0, 60), 'A'.repeat(100), '', 'A'.repeat(100_000), `${key}!`];
    assert.deepEqual(
      made.map((each) => links.open(each, { id: 7, now: NOW })),
      made.map(() => undefined),
    );
  });
});
