import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { publish } from '../../test/support/stories.ts';
import { exportComments } from '../store/others/export-comments.ts';
import { runImport } from './run-import.ts';
import { readStoryMap } from './story-map.ts';

const SITE = 'https://courier.example';

const disqus = (posts: string): string => `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="9"><forum>courier</forum><title>General</title></category>
<thread dsq:id="71"><id>old-1</id><forum>courier</forum><category dsq:id="9"/>
 <link>https://old.example/2019/harbour-bridge-to-close-for-three-weeks/?utm_source=x</link>
 <title>Bridge &amp; ferry</title><message/><createdAt>2019-01-01T08:00:00Z</createdAt>
 <author><name>Desk</name><username>desk</username></author></thread>
<thread dsq:id="72"><id>old-2</id><link>https://old.example/2019/lost-story</link><title>A lost story</title></thread>
${posts}
</disqus>`;

type Post = { id: number; text: string; at?: string; parent?: number; name?: string; thread?: number; more?: string };
const post = ({ id, text, at = '2019-01-02T10:00:00Z', parent, name = 'Priya Sharma', thread = 71, more = '' }: Post) =>
  `<post dsq:id="${id}"><id/><message><![CDATA[${text}]]></message><createdAt>${at}</createdAt>${more}
<author><email>priya@mail.example</email><name>${name}</name><username>u${name.length}</username></author>
<thread dsq:id="${thread}"/>${parent === undefined ? '' : `<parent dsq:id="${parent}"/>`}</post>`;

const wxr = (comments: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE rss [<!ENTITY boom "boom boom boom">]>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Old paper</title><link>https://old.example</link><wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login>desk</wp:author_login></wp:author>
<item><title>The bridge</title><link>https://old.example/?p=12</link><guid isPermaLink="false">https://old.example/?p=12</guid>
<content:encoded><![CDATA[<p>The article is not ours to take.</p>]]></content:encoded>
<wp:post_id>12</wp:post_id><wp:post_name>harbour-bridge-to-close-for-three-weeks</wp:post_name>
${comments}
</item></channel></rss>`;

const wordpressComment = (id: number, content: string, parts: Record<string, string> = {}): string => {
  const fields = {
    comment_id: String(id),
    comment_author: 'Tomás Ó Briain',
    comment_author_email: 'tomas@mail.example',
    comment_date: '2018-05-01 14:00:00',
    comment_date_gmt: '2018-05-01 12:00:00',
    comment_content: content,
    comment_approved: '1',
    comment_type: 'comment',
    comment_parent: '0',
    comment_user_id: '0',
    ...parts,
  };
  const inside = Object.entries(fields).map(([name, value]) => `<wp:${name}><![CDATA[${value}]]></wp:${name}>`);
  return `<wp:comment>${inside.join('')}</wp:comment>`;
};

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

    const take = (source: string, file: string, map = '', store = db.store) =>
      runImport(
        { store, now: () => new Date('2026-03-02T09:00:00.000Z'), url: SITE },
        {
          source,
          map: readStoryMap(map),
          files: [
            async function* () {
              const bytes = new TextEncoder().encode(file);
              for (let at = 0; at < bytes.length; at += 997) yield bytes.slice(at, at + 997);
            },
          ],
        },
      );
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

    it('takes WordPress comments with their states, times and line breaks, and no pingbacks', async () => {
      const file = wxr(
        [
          wordpressComment(
            5,
            'First line\nsecond &boom; line\n\nNew paragraph with <a href="https://port.example/plan">the plan</a>.',
          ),
          wordpressComment(6, 'Spam', { comment_approved: 'spam', comment_parent: '5' }),
          wordpressComment(7, 'Waiting', { comment_approved: '0', comment_date_gmt: '0000-00-00 00:00:00' }),
          wordpressComment(8, 'Thrown away', { comment_approved: 'trash' }),
          wordpressComment(9, '[…] linked to us', { comment_type: 'pingback' }),
        ].join('\n'),
      );
      const report = await take('wordpress', file);
      assert.deepEqual([report.read, report.passed, report.problems], [4, 1, []]);
      const all = await rows();
      assert.deepEqual(
        all.map(({ state, created_at }) => [state, created_at]),
        [
          ['approved', '2018-05-01T12:00:00.000Z'],
          ['refused', '2018-05-01T12:00:00.000Z'],
          ['removed', '2018-05-01T12:00:00.000Z'],
          ['pending', '2018-05-01T14:00:00.000Z'],
        ],
      );
      assert.equal(
        all[0]?.text,
        'First line\nsecond &boom; line\n\nNew paragraph with the plan (https://port.example/plan).',
      );
      assert.deepEqual([all[1]?.parent_id, all[0]?.name], [all[0]?.id, 'Tomás B']);
    });

    it('does not confuse two WordPress sites that count from one', async () => {
      const one = wxr(wordpressComment(1, 'From the first site.'));
      const two = one.replaceAll('old.example', 'other.example').replace('first', 'second');
      await take('wordpress', one);
      await take('wordpress', two);
      assert.deepEqual(
        (await rows()).map(({ text }) => text),
        ['From the first site.', 'From the second site.'],
      );
    });

    it('takes Coral’s collections in any order, as lines or as an array', async () => {
      const comment = {
        _id: { $oid: '5f' },
        id: 'c1',
        tenantID: 't',
        storyID: 's1',
        authorID: 'a1',
        ancestorIDs: [],
        revisions: [
          { id: 'r1', body: 'Before.' },
          { id: 'r2', body: 'After <b>an</b> edit {with} "marks".' },
        ],
        status: 'NONE',
        createdAt: { $date: '2021-03-04T05:06:07.890Z' },
      };
      const lines = [
        {
          ...comment,
          id: 'c2',
          parentID: 'c1',
          status: 'REJECTED',
          createdAt: { $date: { $numberLong: '1614834368000' } },
        },
        comment,
        { ...comment, id: 'c3', status: 'SYSTEM_WITHHELD', authorID: 'a2' },
        { ...comment, id: 'c4', deletedAt: { $date: '2021-03-05T00:00:00Z' } },
        {
          id: 's1',
          tenantID: 't',
          url: `https://old.example/${'harbour-bridge-to-close-for-three-weeks'}.html`,
          metadata: { title: 'T' },
        },
        { id: 'a1', tenantID: 't', username: 'PriyaSharma_2', email: 'priya@mail.example', profiles: [] },
      ];
      const report = await take('coral', lines.map((line) => JSON.stringify(line)).join('\n'));
      assert.deepEqual([report.applied, report.problems], [4, []]);
      const byState = Object.fromEntries((await rows()).map((row) => [row.state, row]));
      assert.equal(byState['approved']?.text, 'After an edit {with} "marks".');
      assert.deepEqual([byState['approved']?.name, byState['held']?.name], ['PriyaSharma_2', 'A reader']);
      assert.equal(byState['refused']?.parent_id, byState['approved']?.id);
      assert.equal(byState['removed']?.text, '');
      const again = await take('coral', JSON.stringify(lines));
      assert.deepEqual([again.read, again.added, again.applied], [4, 0, 0]);
    });

    it('takes its own export back into another newsroom, and again without a change', async () => {
      const file = disqus(
        [
          post({ id: 1, text: '<p>How long?</p>' }),
          post({ id: 2, text: '<p>Spam.</p>', more: '<isSpam>true</isSpam>' }),
          post({ id: 3, text: '<p>Three weeks.</p>', parent: 1, name: 'Bo Lind' }),
        ].join(''),
      );
      await take('disqus', file);
      const [first, , third] = await rows();
      const respect = { comment_id: first!.id, reader_id: third!.reader_id, at: '2019-01-03T00:00:00.000Z' };
      await db.store.write((tx) => tx.db.insertInto('comment_respect').values(respect).execute());
      const lines = [{ kind: 'newsroom', version: 1, url: SITE }, ...(await Array.fromAsync(exportComments(db.store)))];
      const text = lines.map((line) => JSON.stringify(line)).join('\n');

      const own = await take('copydesk', text);
      assert.equal((await rows()).length, 3);
      assert.deepEqual(own.problems, []);

      const other = await database.open();
      await publish(other.store);
      const report = await take('copydesk', text, '', other.store);
      const again = await take('copydesk', text, '', other.store);
      const copied = await Array.fromAsync(exportComments(other.store));
      const bare = (line: unknown) => {
        const { id, parent, reader, decisions, respects, ...rest } = line as Record<string, unknown>;
        return { ...rest, answers: parent !== undefined, respects: (respects as unknown[] | undefined)?.length };
      };
      assert.deepEqual([report.applied, again.added, again.applied], [3, 0, 0]);
      assert.deepEqual(copied.map(bare), lines.slice(1).map(bare));
      await other.destroy();
    });
  });
}
