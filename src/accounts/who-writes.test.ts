import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { type MailServer, startMailServer } from '../../test/support/mail-server.ts';
import { publish } from '../../test/support/stories.ts';
import { SITE, type TestNewsroom, testNewsroom } from '../../test/support/test-newsroom.ts';
import { keepMail } from '../mail/keep-mail.ts';
import { inviteStaff } from '../store/accounts/staff.ts';
import { decideComment } from '../store/comments.ts';
import { createAuth } from './auth.ts';
import { makeLink, makeToken } from './one-time-link.ts';

const SECRET = 'a secret of this test, long enough for it';
const WORDS =
  'The ferry every twenty minutes will not be enough on market days, says everybody who lives on the west bank.';
const OTHER_WORDS = 'The crossing was raised by a metre in 2019, so that it does not flood any more in the spring.';

for (const database of databases) {
  describe(`who writes a comment, on ${database.name}`, () => {
    let opened: TestDatabase;
    let server: MailServer;
    let room: TestNewsroom;
    let slug: string;
    let keeping: { stop(): Promise<void> };
    beforeEach(async () => {
      opened = await database.open();
      server = await startMailServer();
      const mail = { smtp: server.url, from: 'desk@courier.example' };
      room = testNewsroom(opened.store, new Date().toISOString(), { secret: SECRET, mail });
      slug = await publish(opened.store, {}, new Date(Date.now() - 3_600_000));
      const auth = createAuth(room.newsroom, SECRET);
      keeping = keepMail(
        { ...room.newsroom, secret: SECRET },
        { settings: mail, makeLink: (wish) => makeLink(auth, SITE, wish), lookEvery: 20 },
      );
    });
    afterEach(async () => {
      await keeping.stop();
      await server.stop();
      await opened.destroy();
    });

    const cookiesOf = (answer: { headers: Headers }) =>
      answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    const comment = async (fields: Record<string, string>, cookie = '') => {
      const answer = await room.post(`/story/${slug}/comment`, { text: WORDS, ...fields }, cookie ? { cookie } : {});
      return {
        answer,
        id: Number(/comment-(\d+)/.exec(answer.headers.get('location') ?? '')?.[1]),
        cookie: cookie || cookiesOf(answer),
      };
    };
    const reasonsOf = async (id: number) => {
      const row = await opened.store.read
        .selectFrom('comment_event')
        .innerJoin('comment', 'comment.id', 'comment_event.comment_id')
        .select(['comment.state', 'comment_event.reasons'])
        .where('comment.id', '=', id)
        .executeTakeFirstOrThrow();
      const codes = (JSON.parse(row.reasons) as { code: string }[]).map(({ code }) => code);
      return [row.state, ...codes.filter((code) => /^(?:name|email)-/.test(code))];
    };
    const signIn = async (email: string, cookie = '') => {
      const token = await makeToken(createAuth(room.newsroom, SECRET), { email, minutes: 15 });
      return cookiesOf(await room.post('/sign-in/link', { token }, cookie ? { cookie } : {}));
    };
    const invite = () =>
      inviteStaff(opened.store, {
        email: 'maren@courier.example',
        name: 'Maren Oduya',
        role: 'editor',
        by: 'test',
        now: new Date(),
      });
    const approve = (id: number) =>
      decideComment(opened.store, id, { state: 'approved', by: 'test', reasons: [], now: room.newsroom.now() });

    it('leaves nobody in the store whose comment was not taken, however many addresses are typed', async () => {
      const readers = async () => (await opened.store.read.selectFrom('reader').select('id').execute()).length;
      const before = await readers();
      for (let i = 0; i < 30; i++) {
        const { answer } = await comment({
          name: 'Noor Haddad',
          email: `noor${i}@readers.example`,
          text: 'Too short.',
        });
        assert.equal(answer.status, 400);
      }
      assert.equal(await readers(), before);
      let taken = 0;
      for (let i = 0; i < 14; i++) {
        const { answer } = await comment({
          name: 'Noor Haddad',
          email: `noor${i}@readers.example`,
          text: `${WORDS} ${i}`,
        });
        if (answer.status !== 429) taken++;
      }
      assert.ok(taken < 14);
      assert.equal(await readers(), before + taken);
    });

    it('is looked at by a person when the name looks like a staff member’s, in whatever letters', async () => {
      await invite();
      const { id } = await comment({ name: 'Maren 0duya' });
      assert.deepEqual(await reasonsOf(id), ['held', 'name-of-staff']);
      const other = await comment({ name: 'Maren Odell', text: OTHER_WORDS });
      assert.doesNotMatch((await reasonsOf(other.id)).join(), /name-/);
    });

    it('is staff with a badge when she has signed in, and is not stopped for her own name', async () => {
      await invite();
      const cookie = await signIn('maren@courier.example');
      const { id } = await comment({ name: 'Maren Oduya' }, cookie);
      assert.doesNotMatch((await reasonsOf(id)).join(), /name-/);
      const plain = await comment({ name: 'Tom Okafor', text: OTHER_WORDS });
      await approve(id);
      await approve(plain.id);
      const page = (await room.get(`/story/${slug}`)).text;
      assert.equal(page.split('class="staff-badge"').length - 1, 1);
      assert.match(page, /Maren O <span class="staff-badge">Staff<\/span>/);
    });

    it('is looked at by a person when another reader wrote here by a name that looks the same', async () => {
      const first = await comment({ name: 'Ian Miller' });
      assert.doesNotMatch((await reasonsOf(first.id)).join(), /name-/);
      const second = await comment({ name: 'lan Miller', text: OTHER_WORDS });
      assert.deepEqual(await reasonsOf(second.id), ['held', 'name-of-another']);
      const again = await comment({ name: 'Ian Miller', text: `${OTHER_WORDS} I live there.` }, first.cookie);
      assert.doesNotMatch((await reasonsOf(again.id)).join(), /^held,name-of-staff/);
    });

    it('waits until the address that she gave is confirmed by a link, once, and is known afterwards', async () => {
      const first = await comment({ name: 'Noor Haddad', email: 'Noor@Readers.example' });
      assert.deepEqual(await reasonsOf(first.id), ['held', 'email-unconfirmed']);
      const letter = await server.next();
      assert.deepEqual(letter.to, ['noor@readers.example']);
      assert.match(letter.text, /market days/);
      const [, token = ''] = /token=([\w-]+)/.exec(letter.text) ?? [];
      const [, of = ''] = /of=(\d+)/.exec(letter.text) ?? [];
      // The mail is opened in another browser than the one in which she wrote.
      const confirmed = await room.post('/sign-in/link', { token, of, to: `/comment/${first.id}` });
      assert.equal(confirmed.headers.get('location'), `/comment/${first.id}`);
      const cookie = cookiesOf(confirmed);
      assert.match((await room.get('/reader', { cookie })).text, /as Noor H/);
      const next = await comment({ name: 'Noor Haddad', email: 'noor@readers.example', text: OTHER_WORDS }, cookie);
      assert.doesNotMatch((await reasonsOf(next.id)).join(), /email-|name-/);
    });

    it('does not become somebody else’s who signs in with an address that was typed without her', async () => {
      const { id } = await comment({ name: 'Mallory Quill', email: 'noor@readers.example' });
      const cookie = await signIn('noor@readers.example');
      assert.doesNotMatch((await room.get('/reader', { cookie })).text, /Mallory/);
      assert.deepEqual(await reasonsOf(id), ['held', 'email-unconfirmed']);
    });

    it('is told of an address that cannot be one, and loses nothing of what was typed', async () => {
      const { answer } = await comment({ name: 'Noor Haddad', email: 'noor at readers' });
      assert.equal(answer.status, 400);
      assert.match(answer.text, /does not look like an e-mail address/);
      assert.match(answer.text, /market days/);
      assert.match(answer.text, /value="noor at readers"/);
    });

    it('can be muted by a reader, for her alone, and heard again', async () => {
      const { id } = await comment({ name: 'Tom Okafor' });
      await approve(id);
      const cookie = await signIn('noor@readers.example');
      assert.equal(
        (await room.get(`/reader/mute?comment=${id}`)).headers.get('location'),
        `/sign-in?to=${encodeURIComponent(`/reader/mute?comment=${id}`)}`,
      );
      assert.match((await room.get(`/reader/mute?comment=${id}`, { cookie })).text, /Mute this reader/);
      await room.post('/reader/mute', { comment: String(id) }, { cookie });
      assert.match((await room.get(`/story/${slug}`, { cookie })).text, /You have muted Tom O/);
      assert.doesNotMatch((await room.get(`/story/${slug}`)).text, /You have muted/);
      const [, muted = ''] = /name="unmute" value="(\d+)"/.exec((await room.get('/reader', { cookie })).text) ?? [];
      await room.post('/reader/mute', { unmute: muted }, { cookie });
      assert.doesNotMatch((await room.get(`/story/${slug}`, { cookie })).text, /You have muted/);
    });
  });
}
