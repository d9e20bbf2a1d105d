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

  it('sends mail where a server and a sender are named, and asks for the one that is missing', () => {
    const COPYDESK_SMTP = 'smtps://desk:hunter2@mail.example.com';
    const COPYDESK_MAIL_FROM = 'The Courier <desk@courier.example>';
    assert.deepEqual(readEnvironment({ COPYDESK_SMTP, COPYDESK_MAIL_FROM }).mail, {
      smtp: COPYDESK_SMTP,
      from: COPYDESK_MAIL_FROM,
    });
    assert.equal(readEnvironment({}).mail, undefined);
    assert.throws(() => readEnvironment({ COPYDESK_SMTP }), /COPYDESK_MAIL_FROM is not set/);
    assert.throws(() => readEnvironment({ COPYDESK_MAIL_FROM }), /COPYDESK_SMTP is not set/);
    assert.throws(() => readEnvironment({ COPYDESK_SMTP, COPYDESK_MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }));
  });

  it('never quotes the password of a mail server or the secret of accounts', () => {
    const silent = (error: Error) => /as given/.test(error.message) && !error.message.includes('hunter2');
    assert.throws(() => readEnvironment({ COPYDESK_SMTP: 'http://desk:hunter2@mail.example.com' }), silent);
    assert.throws(() => readEnvironment({ COPYDESK_SECRET: 'hunter2' }), silent);
  });
});
