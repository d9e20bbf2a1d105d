import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { act } from '../src/store/state.ts';
import { HARBOUR_STORY, ninjs } from './support/copy.ts';
import { databases } from './support/databases.ts';
import { type TestNewsroom, testNewsroom } from './support/test-newsroom.ts';

const QUARRY = '/story/quarry-plan-for-hallow-hill-rejected-by-planners';

for (const database of databases) {
  describe(`a story’s way from the wire to the page, on ${database.name}`, () => {
    let opened: Awaited<ReturnType<typeof database.open>>;
    let site: TestNewsroom;
    before(async () => {
      opened = await database.open();
      site = testNewsroom(opened.store);
    });
    after(() => opened.destroy());

    it('a mailed story becomes a page with every row', async () => {
      const filed = await site.receive(HARBOUR_STORY);
      assert.ok(filed.ok);
      const slug = filed.stories[0]?.slug ?? '';
      const { status, text } = await site.get(`/story/${slug}`);
      assert.equal(status, 200);
      for (const words of [
        'Harbour bridge to close for eleven weeks for repairs, council says',
        'PORT ELDON',
        'Maren Oduya',
        'min read',
        'carries about 9,000 vehicles a day',
        'NPA',
        'Share this article',
        'Reader Comments',
        'thoughtful discussions',
        'Minimum 50 characters',
        'Key Points',
      ]) {
        assert.ok(text.includes(words), `the page says “${words}”`);
      }
      assert.match(text, /<h1[^>]*>/);
      assert.match(text, /<details/);
    });

    it('the front page, its section and the feed show it', async () => {
      const front = await site.get('/');
      assert.equal(front.status, 200);
      assert.match(front.text, /href="\/story\/harbour-bridge-to-close/);
      const feed = await site.get('/feed.atom');
      assert.equal(feed.headers.get('content-type')?.split(';')[0], 'application/atom+xml');
      assert.match(feed.text, /harbour-bridge-to-close/);
    });

    it('what a person said stands on a page of its own', async () => {
      const { status, text } = await site.get('/person/maren-oduya');
      assert.equal(status, 200);
      assert.match(text, /We would rather close it for eleven weeks than lose it for good/);
    });

    it('the same file again changes nothing', async () => {
      const again = await site.receive(HARBOUR_STORY, 'other-name.txt');
      assert.ok(again.ok && again.duplicate);
    });

    it('a writethru keeps the address and says that the story was updated', async () => {
      await site.receive(ninjs());
      assert.equal((await site.get(QUARRY)).status, 200);
      site.setClock('2026-03-02T11:00:00Z');
      await site.receive(
        ninjs({
          version: '2',
          versionCreated: '2026-03-02T10:55:00Z',
          headlines: [{ value: 'Company appeals after quarry plan is rejected' }],
        }),
      );
      const { status, text } = await site.get(QUARRY);
      assert.equal(status, 200);
      assert.match(text, /Company appeals after quarry plan is rejected/);
      assert.match(text, /[Uu]pdated/);
    });

    it('an older version that arrives late is not shown', async () => {
      await site.receive(ninjs({ version: '1', versionCreated: '2026-03-02T08:00:00Z', edNote: 'late' }));
      assert.match((await site.get(QUARRY)).text, /Company appeals after quarry plan is rejected/);
    });

    it('a kill removes the words everywhere and leaves a notice with status 410', async () => {
      await site.receive(
        ninjs({ version: '3', versionCreated: '2026-03-02T11:30:00Z', pubStatus: 'canceled', bodies: [] }),
      );
      const { status, text } = await site.get(QUARRY);
      assert.equal(status, 410);
      for (const path of [QUARRY, '/', '/feed.atom']) {
        assert.doesNotMatch((await site.get(path)).text, /Company appeals|granite quarry|Achterberg/);
      }
      assert.equal((await site.get('/person/sunniva-achterberg')).status, 404);
      assert.match(text, /withdrawn|removed|killed/i);
    });

    it('a kill that comes before its story keeps the story away', async () => {
      const uri = 'urn:newsml:npa.example:20260302:early-kill';
      await site.receive(
        ninjs({
          uri,
          version: '2',
          pubStatus: 'canceled',
          bodies: [],
          headlines: [{ value: 'Ferry timetable changes' }],
        }),
      );
      await site.receive(ninjs({ uri, version: '1', headlines: [{ value: 'Ferry timetable changes' }] }));
      assert.doesNotMatch((await site.get('/')).text, /Ferry timetable/);
    });

    it('an embargoed story goes live at the minute it lifts, not before', async () => {
      const uri = 'urn:newsml:npa.example:20260302:embargo';
      site.setClock('2026-03-02T12:00:00Z');
      await site.receive(
        ninjs({
          uri,
          headlines: [{ value: 'Reservoir survey finds rare orchids' }],
          embargoedUntil: '2026-03-03T06:00:00Z',
        }),
      );
      const path = '/story/reservoir-survey-finds-rare-orchids';
      site.setClock('2026-03-03T05:59:59Z');
      assert.equal((await site.get(path)).status, 404);
      site.setClock('2026-03-03T06:00:00Z');
      assert.equal((await site.get(path)).status, 200);
    });

    it('a status or an embargo that cannot be read holds the story', async () => {
      const uri = 'urn:newsml:npa.example:20260302:unreadable';
      await site.receive(ninjs({ uri, headlines: [{ value: 'Harvest report is delayed' }], pubStatus: 'perhaps' }));
      assert.equal((await site.get('/story/harvest-report-is-delayed')).status, 404);
      await site.receive(
        ninjs({ uri: `${uri}-2`, headlines: [{ value: 'Tram budget is due' }], embargoedUntil: 'after the speech' }),
      );
      assert.equal((await site.get('/story/tram-budget-is-due')).status, 404);
    });

    it('a correction shows what was wrong', async () => {
      const uri = 'urn:newsml:npa.example:20260302:correction';
      const headlines = [{ value: 'Library opens new reading room' }];
      await site.receive(ninjs({ uri, headlines }));
      await site.receive(
        ninjs({
          uri,
          headlines,
          version: '2',
          versionCreated: '2026-03-03T06:30:00Z',
          signals: ['correction'],
          edNote: 'CORRECTION: Corrects the number of votes in paragraph 2 to seven to two.',
        }),
      );
      const { text } = await site.get('/story/library-opens-new-reading-room');
      assert.match(text, /Corrects the number of votes/);
    });

    it('an editor’s hold takes a story from readers and a release brings it back', async () => {
      const slug = 'library-opens-new-reading-room';
      await act(opened.store, slug, { kind: 'hold', at: '2026-03-03T07:00:00.000Z', reason: 'Lawyer is reading it' });
      assert.equal((await site.get(`/story/${slug}`)).status, 404);
      await act(opened.store, slug, { kind: 'release', at: '2026-03-03T07:05:00.000Z' });
      assert.equal((await site.get(`/story/${slug}`)).status, 200);
    });

    it('a file that is no copy is kept with its refusal and stops nobody', async () => {
      const filed = await site.receive('\u0000\u0001\u0002 not copy');
      assert.ok(!filed.ok && filed.refusal.message.length > 10);
    });

    it('everything is there after a restart', async () => {
      const store = await opened.reopen();
      site = testNewsroom(store, '2026-03-03T08:00:00Z');
      assert.equal((await site.get('/story/reservoir-survey-finds-rare-orchids')).status, 200);
      assert.equal((await site.get(QUARRY)).status, 410);
    });
  });
}
