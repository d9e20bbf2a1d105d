import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { disqus, post, takeExport, wordpressComment, wxr } from '../../test/support/exports.ts';
import { publish } from '../../test/support/stories.ts';
import { exportComments } from '../store/others/export-comments.ts';

const SITE = 'https://courier.example';

for (const database of databases) {
  describe(`an import from other systems on ${database.name}`, () => {
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
      const scores = { respect: 0.9, topic: null, thought: 0.2 };
      const judged = { scores: JSON.stringify(scores) };
      await db.store.write((tx) =>
        tx.db.updateTable('comment_event').set(judged).where('comment_id', '=', first!.id).execute(),
      );
      const lines = [{ kind: 'newsroom', version: 1, url: SITE }, ...(await Array.fromAsync(exportComments(db.store)))];
      const text = lines.map((line) => JSON.stringify(line)).join('\n');

      const own = await take('copydesk', text);
      assert.equal((await rows()).length, 3);
      assert.deepEqual(own.problems, []);

      const other = await database.open();
      await publish(other.store);
      const report = await takeExport(other.store, 'copydesk', text);
      const again = await takeExport(other.store, 'copydesk', text);
      const copied = await Array.fromAsync(exportComments(other.store));
      await other.destroy();
      const bare = (line: unknown) => {
        const { id, parent, reader, decisions, respects, ...rest } = line as Record<string, unknown>;
        return { ...rest, answers: parent !== undefined, respects: (respects as unknown[] | undefined)?.length };
      };
      assert.deepEqual([report.applied, again.added, again.applied], [3, 0, 0]);
      assert.deepEqual(copied.map(bare), lines.slice(1).map(bare));
      const [kept] = copied.flatMap((line) => (line.kind === 'comment' ? [line.decisions[0]?.scores] : []));
      assert.deepEqual(kept, scores);
    });
  });
}
