import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { SITE, type TestNewsroom, testNewsroom } from '../../test/support/test-newsroom.ts';
import { changeRole, findStaff, removeStaff } from '../store/accounts/staff.ts';
import { firstAdminLink } from './first-admin.ts';

for (const database of databases) {
  describe(`staff who sign in, on ${database.name}`, () => {
    let opened: TestDatabase;
    let room: TestNewsroom;
    beforeEach(async () => {
      opened = await database.open();
      room = testNewsroom(opened.store, new Date().toISOString());
    });
    afterEach(() => opened.destroy());

    const firstToken = async (): Promise<string> => {
      const link = await firstAdminLink(opened.store, { url: SITE, now: room.newsroom.now() });
      return new URL(link ?? SITE).searchParams.get('token') ?? '';
    };
    const become = (token: string, email = 'ines@courier.example') =>
      room.post('/sign-in/first', { token, name: 'Ines Kolar', email });
    const cookiesOf = (answer: { headers: Headers }) =>
      answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');

    it('begin with the link that the terminal shows at the first start, which makes one admin, once', async () => {
      const token = await firstToken();
      assert.match((await room.get(`/sign-in/first?token=${token}`)).text, /Become the admin/);
      const made = await become(token);
      assert.equal(made.status, 303);
      assert.equal(made.headers.get('location'), '/desk');
      const cookie = cookiesOf(made);
      assert.equal((await room.get('/desk', { cookie })).status, 200);
      assert.equal((await become(token, 'mallory@elsewhere.example')).status, 400);
      assert.equal(await findStaff(opened.store, 'mallory@elsewhere.example'), undefined);
      assert.equal(await firstAdminLink(opened.store, { url: SITE, now: room.newsroom.now() }), undefined);
    });

    it('are given a cookie that no script reads, that other sites do not send and that travels over TLS alone', async () => {
      const made = await become(await firstToken());
      const session = made.headers.getSetCookie().find((cookie) => cookie.includes('session_token')) ?? '';
      assert.match(session, /^__Secure-copydesk\.session_token=/);
      assert.match(session, /; HttpOnly/i);
      assert.match(session, /; Secure/i);
      assert.match(session, /; SameSite=Lax/i);
    });

    it('find a wrong or late first link dead, and the right one still alive after a wrong one', async () => {
      const token = await firstToken();
      assert.equal((await become('x'.repeat(32))).status, 400);
      room.setClock(new Date(Date.now() + 25 * 60 * 60 * 1000).toISOString());
      assert.equal((await become(token)).status, 400);
      room.setClock(new Date().toISOString());
      assert.equal((await become(await firstToken())).status, 303);
    });

    it('are nobody once they sign out, lose the desk once they are removed, and keep a role that is changed at once', async () => {
      const cookie = cookiesOf(await become(await firstToken()));
      const now = room.newsroom.now();
      await assert.rejects(removeStaff(opened.store, 'ines@courier.example', { by: 'test', now }), /only admin/);
      await assert.rejects(
        changeRole(opened.store, 'ines@courier.example', { role: 'editor', by: 'test', now }),
        /only admin/,
      );
      assert.equal((await room.get('/desk', { cookie })).status, 200);
      const out = await room.post('/sign-out', {}, { cookie });
      assert.equal(out.status, 303);
      assert.equal((await room.get('/desk', { cookie })).headers.get('location'), '/sign-in?to=%2Fdesk');
    });

    it('are not let in by a session that somebody made up or by one whose signature was cut off', async () => {
      const cookie = cookiesOf(await become(await firstToken()));
      const forged = cookie.replace(/(session_token=[^.;]+)\.[^;]*/, '$1');
      assert.equal((await room.get('/desk', { cookie: forged })).status, 303);
      assert.equal((await room.get('/desk', { cookie: '__Secure-copydesk.session_token=abc.def' })).status, 303);
    });

    it('are not signed in or out by a form on another site', async () => {
      const token = await firstToken();
      const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
      const answer = await room.post('/sign-in/first', { token, name: 'M', email: 'm@elsewhere.example' }, elsewhere);
      assert.equal(answer.status, 403);
      assert.equal((await room.post('/sign-out', {}, elsewhere)).status, 403);
    });
  });
}
