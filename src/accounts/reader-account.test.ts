import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { type MailServer, startMailServer } from '../../test/support/mail-server.ts';
import { publish } from '../../test/support/stories.ts';
import { SITE, type TestNewsroom, testNewsroom } from '../../test/support/test-newsroom.ts';
import { keepMail } from '../mail/keep-mail.ts';
import { decideComment } from '../store/comments.ts';
import { createAuth } from './auth.ts';
import { makeLink, makeToken } from './one-time-link.ts';

const SECRET = 'a secret of this test, long enough for it';
const WORDS =
  'The ferry every twenty minutes will not be enough on market days, because the Mill Lane crossing floods each spring.';

for (const database of databases) {
  describe(`a reader's account, on ${database.name}`, () => {
    let opened: TestDatabase;
    let room: TestNewsroom;
    let slug: string;
    beforeEach(async () => {
      opened = await database.open();
      room = testNewsroom(opened.store, new Date().toISOString(), { secret: SECRET });
      slug = await publish(opened.store, {}, new Date(Date.now() - 3_600_000));
    });
    afterEach(() => opened.destroy());

    const jar = () => {
      const cookies = new Map<string, string>();
      return {
        keep(answer: { headers: Headers }) {
          for (const cookie of answer.headers.getSetCookie()) {
            const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
            if (/max-age=0/i.test(cookie)) cookies.delete(name);
            else cookies.set(name, value);
          }
          return answer;
        },
        headers: () => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
        reader: () => cookies.get('reader'),
      };
    };
    type Jar = ReturnType<typeof jar>;
    const comment = async (browser: Jar, name: string, text = WORDS, more: Record<string, string> = {}) => {
      const answer = await room.post(`/story/${slug}/comment`, { name, text, ...more }, browser.headers());
      browser.keep(answer);
      return Number(/comment-(\d+)/.exec(answer.headers.get('location') ?? '')?.[1]);
    };
    const signIn = async (browser: Jar, email: string, more: Record<string, string> = {}) => {
      const token = await makeToken(createAuth(room.newsroom, SECRET), { email, minutes: 15 });
      return browser.keep(await room.post('/sign-in/link', { token, ...more }, browser.headers()));
    };
    const approve = (id: number) =>
      decideComment(opened.store, id, { state: 'approved', by: 'test', reasons: [], now: room.newsroom.now() });
    const rowOf = (id: number) =>
      opened.store.read.selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

    it('takes over what its browser wrote before, and what another browser of hers wrote', async () => {
      const [desktop, phone] = [jar(), jar()];
      const first = await comment(desktop, 'Noor Haddad');
      await signIn(desktop, 'noor@readers.example');
      const second = await comment(phone, 'Noor Haddad', `${WORDS} And who pays for it?`);
      await signIn(phone, 'noor@readers.example');
      assert.equal(desktop.reader(), phone.reader());
      assert.equal((await rowOf(first)).reader_id, (await rowOf(second)).reader_id);
      const page = (await room.get('/reader', phone.headers())).text;
      assert.equal(page.split('as Noor H').length - 1, 2);
    });

    it('leaves what another account wrote on the same browser alone', async () => {
      const shared = jar();
      const first = await comment(shared, 'Noor Haddad');
      await signIn(shared, 'noor@readers.example');
      await signIn(shared, 'tom@readers.example');
      const second = await comment(shared, 'Tom Okafor', `${WORDS} I asked the council.`);
      assert.notEqual((await rowOf(first)).reader_id, (await rowOf(second)).reader_id);
    });

    it('carries a ban from the browser into the account', async () => {
      const browser = jar();
      const id = await comment(browser, 'Noor Haddad');
      const { reader_id } = await rowOf(id);
      await opened.store.write((tx) =>
        tx.db
          .insertInto('reader_event')
          .values({ reader_id, kind: 'ban', until: null, reason: 'spam', staff_id: null, by_whom: 'test', at: 'now' })
          .execute(),
      );
      const elsewhere = jar();
      await signIn(elsewhere, 'noor@readers.example');
      await signIn(browser, 'noor@readers.example');
      const { reader_id: joined } = await rowOf(id);
      const bans = await opened.store.read.selectFrom('reader_event').select('reader_id').execute();
      assert.notEqual(joined, reader_id);
      assert.deepEqual(
        bans.map((ban) => ban.reader_id),
        [joined],
      );
    });

    it('shows what a moderator said against a comment, with the way to answer, and nothing that only a rule noted', async () => {
      const browser = jar();
      await signIn(browser, 'noor@readers.example');
      const id = await comment(browser, 'Noor Haddad');
      const page = async () => (await room.get('/reader', browser.headers())).text;
      assert.doesNotMatch(await page(), /A moderator says|first comment here/);
      const reasons = [{ code: 'private', message: 'It names a neighbour.' }];
      await decideComment(opened.store, id, {
        state: 'removed',
        by: 'command line',
        reasons,
        now: room.newsroom.now(),
      });
      assert.match(
        await page(),
        new RegExp(`A moderator says: It names a neighbour\\. <a href="/story/${slug}#told-${id}">`),
      );
      assert.match((await room.get(`/story/${slug}`, browser.headers())).text, new RegExp(`id="told-${id}"`));
    });

    it('is signed out on every device at once, and a copy of its cookie is nobody’s from then on', async () => {
      const [desktop, lost] = [jar(), jar()];
      await signIn(lost, 'noor@readers.example');
      const id = await comment(lost, 'Noor Haddad');
      await signIn(desktop, 'noor@readers.example');
      const stolen = lost.reader();
      const out = await room.post('/reader/sign-out-everywhere', {}, desktop.headers());
      desktop.keep(out);
      assert.match(out.text, /You are signed out everywhere/);
      assert.equal(desktop.reader(), undefined);
      assert.equal((await room.get('/reader', lost.headers())).status, 303);
      assert.equal((await room.get(`/comment/${id}/delete`, lost.headers())).status, 404);
      const forged = await comment(
        lost,
        'Noor Haddad',
        'I take all of it back, and the ferry is better than the bridge, because it is slow.',
      );
      assert.notEqual((await rowOf(forged)).reader_id, (await rowOf(id)).reader_id);
      await signIn(lost, 'noor@readers.example');
      assert.notEqual(lost.reader(), stolen);
      assert.equal((await room.get(`/comment/${id}/delete`, lost.headers())).status, 200);
      assert.notEqual((await rowOf(forged)).reader_id, (await rowOf(id)).reader_id);
    });

    it('is not signed out everywhere by a form on another site', async () => {
      const browser = jar();
      await signIn(browser, 'noor@readers.example');
      const elsewhere = { ...browser.headers(), origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
      assert.equal((await room.post('/reader/sign-out-everywhere', {}, elsewhere)).status, 403);
      assert.equal((await room.get('/reader', browser.headers())).status, 200);
    });

    it('is known where its reader writes: her name stands there, and no address is asked for', async () => {
      const [browser, stranger] = [jar(), jar()];
      const page = async (who: Jar) => (await room.get(`/story/${slug}`, who.headers())).text;
      assert.match(await page(stranger), /name="name" value=""/);
      await comment(browser, 'Noor Haddad');
      assert.match(await page(browser), /name="name" value="Noor Haddad"/);
      assert.doesNotMatch(await page(browser), /You write with/);
      await signIn(browser, 'noor@readers.example');
      assert.match(
        await page(browser),
        /name="name" value="Noor Haddad"[\s\S]*You write with <a href="\/reader">your account<\/a>/,
      );
      assert.doesNotMatch(await page(stranger), /Noor Haddad"|You write with/);
    });

    it('hands out everything that is kept about her, and nobody else’s', async () => {
      const [browser, other] = [jar(), jar()];
      await comment(browser, 'Noor Haddad');
      await comment(other, 'Tom Okafor', `${WORDS} I asked the council.`);
      await signIn(browser, 'noor@readers.example');
      const answer = await room.get('/reader/data.json', browser.headers());
      const data = JSON.parse(answer.text);
      assert.equal(data.account.email, 'noor@readers.example');
      assert.deepEqual(
        data.comments.map(({ fullName, text }: { fullName: string; text: string }) => [fullName, text]),
        [['Noor Haddad', WORDS]],
      );
      assert.doesNotMatch(answer.text, /Okafor|token/);
      assert.equal((await room.get('/reader/data.json')).headers.get('location'), '/sign-in?to=%2Freader%2Fdata.json');
    });

    it('is erased with its comments: no name, address or word of hers is left anywhere in the database', async () => {
      const [browser, other] = [jar(), jar()];
      const id = await comment(browser, 'Noor Haddad', `${WORDS} Ring me: +44 20 7946 0123.`);
      await approve(id);
      await comment(other, 'Tom Okafor', `I disagree: the crossing was raised by a metre in 2019.`, {
        parent: String(id),
      });
      await signIn(browser, 'noor@readers.example');
      const erased = await room.post('/reader/erase', { how: 'comments-too' }, browser.headers());
      assert.match(erased.text, /Your data is erased/);
      assert.equal((await room.get('/reader', browser.headers())).status, 303);
      const left = await everything();
      assert.doesNotMatch(left, /Noor|noor@|market days|7946/);
      assert.match(left, /raised by a metre/);
    });

    it('is erased with its name alone: the words stay on the page as a reader’s', async () => {
      const browser = jar();
      const id = await comment(browser, 'Noor Haddad');
      await approve(id);
      await signIn(browser, 'noor@readers.example');
      await room.post('/reader/erase', { how: 'name-only' }, browser.headers());
      const page = (await room.get(`/story/${slug}`)).text;
      assert.match(page, /market days/);
      assert.match(page, /A reader/);
      assert.doesNotMatch(`${page}${await everything()}`, /Noor|noor@/);
    });

    it('is not erased by a form on another site, nor without saying how', async () => {
      const browser = jar();
      await signIn(browser, 'noor@readers.example');
      const elsewhere = { ...browser.headers(), origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
      assert.equal((await room.post('/reader/erase', { how: 'name-only' }, elsewhere)).status, 403);
      assert.equal((await room.post('/reader/erase', {}, browser.headers())).status, 400);
      assert.equal((await room.get('/reader', browser.headers())).status, 200);
    });

    describe('with mail', () => {
      let server: MailServer;
      let keeping: { stop(): Promise<void> };
      beforeEach(async () => {
        server = await startMailServer();
        const settings = { smtp: server.url, from: 'desk@courier.example' };
        const auth = createAuth(room.newsroom, SECRET);
        keeping = keepMail(
          { ...room.newsroom, secret: SECRET },
          { settings, makeLink: (wish) => makeLink(auth, SITE, wish), lookEvery: 20 },
        );
      });
      afterEach(async () => {
        await keeping.stop();
        await server.stop();
      });
      const answered = async (browser: Jar): Promise<number> => {
        const id = await comment(browser, 'Noor Haddad');
        await approve(id);
        await signIn(browser, 'noor@readers.example');
        await room.post('/reader/mail', { replies: '1' }, browser.headers());
        const other = jar();
        const reply = await comment(
          other,
          'Tom Okafor',
          'The crossing was raised by a metre in 2019, so it floods no more.',
          {
            parent: String(id),
          },
        );
        await approve(reply);
        return reply;
      };

      it('is told of nothing by somebody whom she has muted', async () => {
        const browser = jar();
        const id = await comment(browser, 'Noor Haddad');
        await approve(id);
        await signIn(browser, 'noor@readers.example');
        await room.post('/reader/mail', { replies: '1' }, browser.headers());
        const other = jar();
        const first = await comment(
          other,
          'Tom Okafor',
          'The crossing was raised by a metre in 2019, so it floods no more.',
        );
        await approve(first);
        await room.post('/reader/mute', { comment: String(first) }, browser.headers());
        const reply = await comment(
          other,
          'Tom Okafor',
          'You are wrong, because the crossing was raised in 2019 by a metre.',
          {
            parent: String(id),
          },
        );
        await approve(reply);
        const outcome = async () =>
          (await opened.store.read.selectFrom('mail').select('outcome').executeTakeFirst())?.outcome;
        while ((await outcome()) === null) await sleep(20);
        assert.equal(await outcome(), 'gone');
      });

      it('is told of an answer once it is on the page, with a way out that needs one click and no sign-in', async () => {
        await answered(jar());
        const letter = await server.next();
        assert.deepEqual(letter.to, ['noor@readers.example']);
        assert.match(letter.text, /Tom O answered you/);
        assert.match(letter.text, /raised by a metre/);
        assert.match(letter.words, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
        const [, way = ''] =
          /List-Unsubscribe:\s*<https:\/\/courier\.example([^>]+)>/.exec(letter.words.replace(/\r\n\s/g, '')) ?? [];
        assert.match((await room.get(way)).text, /No more mail about answers/);
        const before = await opened.store.read.selectFrom('reader').select('mail_replies').execute();
        assert.equal(before.filter((row) => row.mail_replies === 1).length, 1);
        const out = await room.post(way, { 'List-Unsubscribe': 'One-Click' }, { origin: 'https://mail.example' });
        assert.equal(out.status, 200);
        const after = await opened.store.read.selectFrom('reader').select('mail_replies').execute();
        assert.equal(after.filter((row) => row.mail_replies === 1).length, 0);
        assert.equal((await room.post(`${way}x`, {})).status, 400);
      });
    });

    /** Every value of every table, as text. */
    async function everything(): Promise<string> {
      const tables = await opened.store.read.introspection.getTables();
      const rows = [];
      for (const { name } of tables)
        rows.push(
          await opened.store.read
            .selectFrom(name as 'comment')
            .selectAll()
            .execute(),
        );
      return JSON.stringify(rows);
    }
  });
}
