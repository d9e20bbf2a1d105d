import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { type MailServer, startMailServer } from '../../test/support/mail-server.ts';
import { SITE, type TestNewsroom, testNewsroom } from '../../test/support/test-newsroom.ts';
import { createAuth } from '../accounts/auth.ts';
import { makeLink } from '../accounts/one-time-link.ts';
import { outboxFigures } from '../store/accounts/outbox.ts';
import { keepMail } from './keep-mail.ts';

const SECRET = 'a secret of this test, long enough for it';

for (const database of databases) {
  describe(`mail through a real SMTP conversation, on ${database.name}`, () => {
    let opened: TestDatabase;
    let room: TestNewsroom;
    let server: MailServer;
    let keeping: { stop(): Promise<void> } | undefined;
    beforeEach(async () => {
      opened = await database.open();
      server = await startMailServer();
      const mail = { smtp: server.url, from: 'The Courier <desk@courier.example>' };
      room = testNewsroom(opened.store, new Date().toISOString(), { secret: SECRET, mail });
    });
    afterEach(async () => {
      await keeping?.stop();
      await server.stop();
      await opened.destroy();
    });
    const start = (): void => {
      const auth = createAuth(room.newsroom, SECRET);
      keeping = keepMail(
        { ...room.newsroom, secret: SECRET },
        {
          settings: { smtp: server.url, from: 'The Courier <desk@courier.example>' },
          makeLink: (wish) => makeLink(auth, SITE, wish),
          lookEvery: 20,
        },
      );
    };
    const cookiesOf = (answer: { headers: Headers }) =>
      answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');

    it('brings a reader a link that signs her in once', async () => {
      start();
      const asked = await room.post('/sign-in', { email: 'Priya@Readers.example' });
      assert.match(asked.text, /Look into your mail/);
      const letter = await server.next();
      assert.deepEqual(letter.to, ['priya@readers.example']);
      assert.match(letter.words, /^From: The Courier <desk@courier\.example>/m);
      assert.match(letter.words, /^Auto-Submitted: auto-generated/m);
      const [, token = ''] = /sign-in\/link\?token=([\w-]+)/.exec(letter.text) ?? [];
      assert.match((await room.get(`/sign-in/link?token=${token}`)).text, /One step left/);
      const signed = await room.post('/sign-in/link', { token });
      assert.equal(signed.status, 303);
      assert.equal(signed.headers.get('location'), '/reader');
      assert.match(cookiesOf(signed), /copydesk\.session_token=/);
      assert.equal((await room.post('/sign-in/link', { token })).status, 400);
    });

    it('keeps no link and no address in the database once it is sent', async () => {
      start();
      await room.post('/sign-in', { email: 'priya@readers.example' });
      const { text } = await server.next();
      const [, token = ''] = /token=([\w-]+)/.exec(text) ?? [];
      await sleep(100);
      const mails = await opened.store.read.selectFrom('mail').selectAll().execute();
      assert.deepEqual(
        mails.map(({ outcome, to_address, data }) => ({ outcome, to_address, data })),
        [{ outcome: 'sent', to_address: null, data: null }],
      );
      assert.equal(JSON.stringify(mails).includes(token), false);
    });

    it('answers the same for an address that is known and one that is not', async () => {
      const one = await room.post('/sign-in', { email: 'one@readers.example' });
      const other = await room.post('/sign-in', { email: 'other@readers.example' });
      assert.equal(one.text, other.text);
    });

    it('is not sent without end to one address, nor at the wish of one sender', async () => {
      const statuses: number[] = [];
      for (let asked = 0; asked < 5; asked++)
        statuses.push((await room.post('/sign-in', { email: 'priya@readers.example' })).status);
      assert.deepEqual(statuses, [200, 200, 200, 200, 429]);
      for (let asked = 0; asked < 12; asked++)
        statuses.push((await room.post('/sign-in', { email: `reader${asked}@readers.example` })).status);
      assert.equal(statuses.at(-1), 429);
    });

    it('waits in the outbox while the server is in trouble and goes out when it is well', async () => {
      server.trouble(451);
      await room.post('/sign-in', { email: 'priya@readers.example' });
      start();
      await server.refused();
      await sleep(100);
      const { waiting, trouble } = await outboxFigures(opened.store);
      assert.equal(waiting, 1);
      assert.match(trouble[0]?.problem ?? '', /451/);
      server.trouble(undefined);
      room.setClock(new Date(Date.now() + 60_000).toISOString());
      assert.deepEqual((await server.next()).to, ['priya@readers.example']);
    });

    it('is given up when the server will never take it, and says so', async () => {
      server.trouble(550);
      await room.post('/sign-in', { email: 'nobody@readers.example' });
      start();
      await server.refused();
      await sleep(100);
      const { trouble } = await outboxFigures(opened.store);
      assert.deepEqual(
        trouble.map(({ outcome, to }) => ({ outcome, to })),
        [{ outcome: 'dead', to: 'nobody@readers.example' }],
      );
    });
  });
}
