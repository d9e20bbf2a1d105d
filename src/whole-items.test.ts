import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { databases } from '../test/support/databases.ts';
import { testNewsroom } from '../test/support/test-newsroom.ts';
import { findStory } from './store/stories.ts';

const file = (id: string, revision: string, content: string): string =>
  `<NewsML Version="1.2"><NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>hillwire.example</ProviderId><DateId>20260302</DateId><NewsItemId>${id}</NewsItemId>${revision}</NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName="News"/><ThisRevisionCreated>20260302T0${revision.length % 9}0000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>${content}</NewsItem></NewsML>`;
const whole = (id: string, headline: string): string =>
  file(
    id,
    '<RevisionId PreviousRevision="0" Update="N">1</RevisionId>',
    `<NewsComponent><NewsLines><HeadLine Duid="h">${headline}</HeadLine></NewsLines><NewsComponent Duid="text"><Role FormalName="Main"/><ContentItem><DataContent><nitf><body><body.content><p Duid="p1">The bridge over the Wend closed on Monday, the county said.</p><p Duid="p2">It will open again in May, the county said.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsComponent>`,
  );
const change = (id: string, revision: number, orders: string): string =>
  file(
    id,
    `<RevisionId PreviousRevision="${revision - 1}" Update="U">${revision}</RevisionId>`,
    `<Update>${orders}</Update>`,
  );

for (const database of databases) {
  describe(`a revision that changes parts of the one before it, on ${database.name}`, () => {
    let opened: Awaited<ReturnType<typeof database.open>>;
    before(async () => {
      opened = await database.open();
    });
    after(() => opened.destroy());

    it('is laid upon the revision that is here, and upon a change before it', async () => {
      const { receive, get } = testNewsroom(opened.store);
      await receive(whole('WEND', 'Bridge over the Wend closes'));
      const june = '<Replace DuidRef="p2"><p Duid="p2">It will open again in June, the county said.</p></Replace>';
      await receive(change('WEND', 2, june));
      const second = await get('/story/bridge-over-the-wend-closes');
      assert.match(second.text, /closed on Monday/);
      assert.match(second.text, /again in June/);
      assert.doesNotMatch(second.text, /again in May/);
      await receive(change('WEND', 3, '<InsertAfter DuidRef="p2"><p>A ferry sails until then.</p></InsertAfter>'));
      const third = await get('/story/bridge-over-the-wend-closes');
      assert.match(third.text, /again in June/);
      assert.match(third.text, /A ferry sails until then/);
      assert.equal((await findStory(opened.store, 'bridge-over-the-wend-closes'))?.version, 3);
    });

    it('holds its story and says why when that revision is not here, or has no such place', async () => {
      const { receive } = testNewsroom(opened.store);
      await receive(whole('LOCK', 'Lock on the Wend leaks'));
      await receive(change('LOCK', 2, '<Delete DuidRef="p7"/>'));
      const held = await findStory(opened.store, 'lock-on-the-wend-leaks');
      assert.equal(held?.state, 'held');
      assert.match(held?.reason ?? '', /changes parts of an earlier revision.*Ask the agency for the whole item/);
      const lone = await receive(change('WEIR', 5, '<Delete DuidRef="p1"/>'));
      assert.ok(lone.ok && lone.stories[0]);
      assert.equal((await findStory(opened.store, lone.stories[0].slug))?.state, 'held');
    });
  });
}
