import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { disqus, post, takeExport, wordpressComment, wxr } from '../../test/support/exports.ts';
import { publish } from '../../test/support/stories.ts';

for (const database of databases) {
  describe(`an import of comments on ${database.name}`, () => {
    let db: TestDatabase;
    let slug: string;
    beforeEach(async () => {
      db = await database.open();
      slug = await publish(db.store);
      assert.equal(slug, 'harbour-bridge-to-close-for-three-weeks');
    });
    afterEach(() => db.destroy());

    const take = (source: string, file: string, map = '') => takeExport(db.store, source, file, map);
    const rows = () => db.store.read.selectFrom('comment').selectAll().orderBy('id').execute();
    const events = () => db.store.read.selectFrom('comment_event').selectAll().orderBy('id').execute();

    it('takes a Disqus thread over by the last part of its address, answers behind what they answer', async () => {
      const file = disqus(
        [
          post({ id: 3, text: '<p>No, for <b>three</b> weeks.</p>', parent: 2, at: '2019-01-02T09:00:00Z' }),
          post({ id: 2, text: '<p>For two weeks?</p>', parent: 1, at: '2019-01-02T10:30:00Z', name: 'Bo Lind' }),
          post({ id: 1, text: '<p>How long will it be closed?</p><p>Who pays?</p>' }),
        ].join('\n'),
      );
      const report = await take('disqus', file);
      assert.deepEqual([report.read, report.added, report.applied, report.waiting], [3, 3, 3, []]);
      const [first, second, third] = await rows();
      assert.deepEqual(
        [first?.text, second?.text, third?.text],
        ['How long will it be closed?\n\nWho pays?', 'For two weeks?', 'No, for three weeks.'],
      );
      assert.deepEqual([first?.parent_id, second?.parent_id, third?.parent_id], [null, first?.id, second?.id]);
      assert.deepEqual([third?.root_id, third?.branch_id], [first?.id, second?.id]);
      assert.deepEqual([first?.name, first?.full_name, second?.name], ['Priya S', 'Priya Sharma', 'Bo L']);
      assert.deepEqual([first?.created_at, first?.shown, first?.replies], ['2019-01-02T10:00:00.000Z', 1, 2]);
    });

    it('changes nothing when it is run again', async () => {
      const file = disqus(
        [post({ id: 1, text: '<p>Once.</p>' }), post({ id: 2, text: '<p>Twice.</p>', parent: 1 })].join(''),
      );
      await take('disqus', file);
      const before = JSON.stringify([await rows(), await events()]);
      const report = await take('disqus', file);
      assert.deepEqual([report.read, report.added, report.applied], [2, 0, 0]);
      assert.equal(JSON.stringify([await rows(), await events()]), before);
    });

    it('keeps what is deleted, spam or waiting in that state, with a reason', async () => {
      const file = disqus(
        [
          post({ id: 1, text: '<p>Buy pills.</p>', more: '<isSpam>true</isSpam>' }),
          post({ id: 2, text: '<p>Taken back.</p>', more: '<isDeleted>true</isDeleted>' }),
          post({ id: 3, text: '<p>Fine.</p>', more: '<isDeleted>false</isDeleted><isSpam>false</isSpam>' }),
        ].join(''),
      );
      await take('disqus', file);
      assert.deepEqual(
        (await rows()).map(({ state }) => state),
        ['refused', 'removed', 'approved'],
      );
      const [spam] = await events();
      assert.deepEqual(
        [spam?.by_whom, JSON.parse(spam?.reasons ?? '')[0].message],
        ['import', 'Marked as spam in Disqus.'],
      );
    });

    it('keeps and lists a thread without a story, and brings it in when a map names one', async () => {
      const file = disqus(
        [post({ id: 1, text: '<p>Lost?</p>', thread: 72 }), post({ id: 2, text: '<p>Here.</p>' })].join(''),
      );
      const first = await take('disqus', file);
      assert.deepEqual(first.waiting, [
        { thread: '72', address: 'https://old.example/2019/lost-story', title: 'A lost story', comments: 1 },
      ]);
      const second = await take('disqus', file, `http://www.old.example/2019/lost-story/,${slug}`);
      assert.deepEqual([second.added, second.applied, second.waiting], [0, 1, []]);
      assert.deepEqual(
        (await rows()).map(({ text }) => text),
        ['Here.', 'Lost?'],
      );
    });

    it('goes on where it was cut off', async () => {
      const whole = disqus(
        Array.from({ length: 40 }, (_, n) => post({ id: n + 1, text: `<p>Number ${n + 1}.</p>` })).join('\n'),
      );
      const cut = await take('disqus', whole.slice(0, whole.length / 2));
      assert.match(cut.problems[0] ?? '', /not well-formed/);
      const report = await take('disqus', whole);
      assert.equal(cut.applied + report.applied, 40);
      assert.equal((await rows()).length, 40);
    });

    it('lets answers that go round in a circle, or answer nobody, begin a thread', async () => {
      const file = disqus(
        [
          post({ id: 1, text: '<p>First.</p>', parent: 2 }),
          post({ id: 2, text: '<p>Second.</p>', parent: 1 }),
          post({ id: 3, text: '<p>Third.</p>', parent: 999 }),
          post({ id: 4, text: '<p>Fourth.</p>', parent: 4 }),
        ].join(''),
      );
      const report = await take('disqus', file);
      assert.equal(report.applied, 4);
      const all = await rows();
      assert.equal(all.filter(({ parent_id }) => parent_id === null).length, 3);
    });

    it('keeps of an e-mail address only its hash, and shows none as a name', async () => {
      const guest = post({ id: 1, text: '<p>Hello.</p>', name: 'jo@mail.example' }).replace(
        /<username>.*<.username>/,
        '',
      );
      await take('disqus', disqus([guest, guest.replaceAll('"1"', '"2"').replace('"71"', '"72"')].join('')));
      await take('wordpress', wxr(wordpressComment(5, 'Hello.')));
      const everything = await Promise.all([
        rows(),
        db.store.read.selectFrom('import_author').selectAll().orderBy('source').execute(),
        db.store.read.selectFrom('import_item').selectAll().execute(),
      ]);
      assert.doesNotMatch(JSON.stringify(everything), /@mail\.example/);
      assert.equal(everything[0][0]?.name, 'A reader');
      assert.match(everything[1][0]?.email_sha256 ?? '', /^[0-9a-f]{64}$/);
    });

    it('gives each writer a reader of ours whom no browser can be', async () => {
      await take(
        'disqus',
        disqus([post({ id: 1, text: '<p>One.</p>' }), post({ id: 2, text: '<p>Two.</p>' })].join('')),
      );
      const [one, two] = await rows();
      assert.equal(one?.reader_id, two?.reader_id);
    });

    it('tells no webhook of what it brings', async () => {
      const hook = {
        url: 'https://hook.example',
        events: '["comment.posted"]',
        secret: '{}',
        created_at: '2026-01-01T00:00:00.000Z',
      };
      await db.store.write((tx) => tx.db.insertInto('webhook').values(hook).execute());
      await take('disqus', disqus(post({ id: 1, text: '<p>Old news.</p>' })));
      assert.deepEqual(await db.store.read.selectFrom('webhook_event').select('id').execute(), []);
    });
  });
}
