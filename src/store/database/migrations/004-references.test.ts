import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { databases, type TestDatabase } from '../../../../test/support/databases.ts';
import { copyWith, publish } from '../../../../test/support/stories.ts';
import { searchStories } from '../../search.ts';
import { act } from '../../state.ts';

const now = new Date('2026-03-02T13:00:00Z');

for (const database of databases) {
  describe(`a database from before the search, on ${database.name}`, () => {
    let opened: TestDatabase;
    before(async () => {
      opened = await database.open();
    });
    after(() => opened.destroy());

    it('makes what readers may see findable, and knows what has no words', async () => {
      await publish(opened.store, { guid: 'a', copy: copyWith({ headline: 'Café in the mill' }) });
      const gone = await publish(opened.store, { guid: 'b', copy: copyWith({ headline: 'Café in the lighthouse' }) });
      await act(opened.store, gone, { kind: 'kill', at: now.toISOString() });
      await publish(opened.store, { guid: 'c', copy: copyWith({ headline: 'Flash', paragraphs: [] }) });
      await opened.store.write(async ({ db, kind }) => {
        if (kind === 'sqlite') await sql`drop trigger story_leaves_search`.execute(db);
        for (const table of ['search', 'word_notice', 'item_reference'])
          await sql`drop table ${sql.table(table)}`.execute(db);
        await sql`alter table story_version drop column wordless`.execute(db);
        await db.deleteFrom('migration').where('name', '=', '004-references').execute();
      });
      const store = await opened.reopen();
      const found = await searchStories(store, { question: 'cafe mill', now, limit: 5 });
      assert.deepEqual(
        found.map(({ headline }) => headline),
        ['Café in the mill'],
      );
      assert.deepEqual(await searchStories(store, { question: 'lighthouse', now, limit: 5 }), []);
      const wordless = await store.read
        .selectFrom('story_version')
        .select(['headline', 'wordless'])
        .orderBy('id')
        .execute();
      assert.deepEqual(
        wordless.map((row) => row.wordless),
        [0, 0, 1],
      );
    });
  });
}
