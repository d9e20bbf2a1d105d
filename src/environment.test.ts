import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { readEnvironment } from './environment.ts';

describe('the environment', () => {
  it('has a default for everything', () => {
    assert.deepEqual(readEnvironment({}), {
      port: 3000,
      host: '127.0.0.1',
      dataFolder: resolve('data'),
      url: 'http://localhost:3000',
    });
  });

  it('takes a blank setting for one that is not there', () => {
    assert.equal(readEnvironment({ PORT: ' ', COPYDESK_URL: '' }).url, 'http://localhost:3000');
  });

  it('takes the slash off the public address', () => {
    assert.equal(readEnvironment({ COPYDESK_URL: 'https://news.example.com/' }).url, 'https://news.example.com');
  });

  it('names a wrong port and what is allowed', () => {
    assert.throws(() => readEnvironment({ PORT: '80x' }), /PORT is "80x"; it must be a whole number from 0/);
    assert.throws(() => readEnvironment({ PORT: '65536' }), /PORT is "65536"/);
  });

  it('refuses a public address with a path or another protocol', () => {
    assert.throws(() => readEnvironment({ COPYDESK_URL: 'https://example.com/news' }), /COPYDESK_URL is/);
    assert.throws(() => readEnvironment({ COPYDESK_URL: 'ftp://example.com' }), /COPYDESK_URL is/);
  });

  it('never quotes the password of the database', () => {
    assert.throws(
      () => readEnvironment({ DATABASE_URL: 'mysql://root:hunter2@localhost/x' }),
      (error: Error) => /DATABASE_URL/.test(error.message) && !error.message.includes('hunter2'),
    );
  });
});
