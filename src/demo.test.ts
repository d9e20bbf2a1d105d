import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pino } from 'pino';
import { databases, type TestDatabase } from '../test/support/databases.ts';
import { demoDeliveries, isDemoWanted, leaveDemo, loadDemo } from './demo.ts';
import { fileStory } from './file-story.ts';
import { listComments, listCommentsForDesk } from './store/comments.ts';
import { readEdition, saveEdition } from './store/settings.ts';
import type { Store } from './store/store.ts';
import { findPublished, listLatest, listSections, listStories } from './store/stories.ts';
import { MINIMUM_COMMENT } from './story/discussion/comment.ts';
import { DEFAULT_EDITION } from './story/edition.ts';
import { writtenLength } from './text/length/written-length.ts';
import { parse } from './wire/parse.ts';

const now = new Date('2026-03-02T09:00:00.000Z');

/** What each file is, and how many items it holds. */
const formats: Readonly<Record<string, readonly [format: string, items: number]>> = {
  'wards-1.json': ['ninjs 2.1', 1],
  'fieldnotes-feed.json': ['JSON Feed', 2],
  'carers-pensions.json': ['ninjs 3.0', 1],
  'train-1.json': ['ninjs 1.3', 1],
  'ellery-derby.json': ['ninjs 2.2', 1],
  'train-2.json': ['ninjs 1.3', 1],
  'delta-feed.atom': ['Atom', 2],
  'ferry-jobs.txt': ['plain text', 1],
  'wards-2-correction.json': ['ninjs 2.1', 1],
  'dam-1.json': ['ninjs 3.0', 1],
  'dam-2-killed.json': ['ninjs 3.0', 1],
  'coastline-feed.rss': ['RSS 2.0', 3],
  'harbour-bridge.txt': ['plain text', 1],
  'inflation-embargoed.json': ['ninjs 1.6', 1],
  'karsia-railway.json': ['ninjs 3.0', 1],
  'tunnel-alert.txt': ['plain text', 1],
};

const STORIES = 17;
const CORRECTED = "Parliament votes to reopen maternity wards after minister's appeal";
const KILLED = 'Thousands told to leave homes below Lorne dam after wall moves';
const EMBARGOED = 'Inflation slows to 2.1 per cent, lowest in four years';
const UPDATED = 'Cracked rail was on repair list nine days before derailment, inquiry says';

describe('the files of the demo', () => {
  it('are each read as the format that they are written in', async () => {
    const read = (await demoDeliveries(now)).map(({ name, bytes }) => [name, parse(bytes)] as const);
    assert.deepEqual(
      Object.fromEntries(
        read.map(([name, parsed]) => [name, parsed.ok ? [parsed.format, parsed.items.length] : parsed]),
      ),
      formats,
    );
  });

  it('all give their date and place, whichever way the agency writes its dateline', async () => {
    const items = (await demoDeliveries(now)).flatMap(({ bytes }) => {
      const parsed = parse(bytes);
      return parsed.ok ? parsed.items : [];
    });
    const bare = items.filter((item) => item.pubStatus !== 'canceled' && !item.dateline?.place);
    assert.deepEqual(
      bare.map((item) => item.headline),
      [],
    );
  });
});

for (const database of databases) {
  describe(`the demo newsroom on ${database.name}`, () => {
    let opened: TestDatabase;
    let wantedBefore: boolean;
    before(async () => {
      opened = await database.open();
      wantedBefore = await isDemoWanted(opened.store);
      await load(opened.store);
    });
    after(() => opened.destroy());

    const find = async (headline: string) => {
      const rows = await listStories(opened.store, { limit: 100 });
      const row = rows.find((story) => story.headline === headline);
      assert.ok(row, `No story "${headline}" among: ${rows.map((story) => story.headline).join(' | ')}`);
      return row;
    };

    it('is wanted by an empty newsroom, once', async () => {
      assert.equal(wantedBefore, true);
      assert.equal(await isDemoWanted(opened.store), false);
    });

    it('holds every story in the state that its agency gave it', async () => {
      const rows = await listStories(opened.store, { limit: 100 });
      assert.equal(rows.length, STORIES);
      assert.equal((await find(KILLED)).state, 'killed');
      assert.equal((await find(EMBARGOED)).state, 'embargoed');
      assert.equal((await find(CORRECTED)).state, 'corrected');
      const others = rows.filter((row) => ![KILLED, EMBARGOED, CORRECTED].includes(row.headline));
      assert.deepEqual(
        others.filter((row) => row.state !== 'live').map((row) => [row.headline, row.state, row.reason]),
        [],
      );
    });

    it('tells readers what was wrong, what is new and what is gone', async () => {
      assert.match((await find(CORRECTED)).notice ?? '', /number of maternity wards/);
      assert.match((await find(KILLED)).reason ?? '', /killed/);
      const train = await find(UPDATED);
      assert.equal(train.version, 2);
      assert.equal(train.updatedAt, '2026-03-01T19:00:00.000Z');
    });

    it('is of today: the newest story is minutes old, and no live one is from the future', async () => {
      const lines = await listLatest(opened.store, { now, limit: 100 });
      assert.equal(lines.length, STORIES - 2);
      assert.equal(lines[0]?.publishedAt, '2026-03-02T08:35:00.000Z');
      assert.ok(lines.every((line) => line.publishedAt !== undefined && line.publishedAt <= now.toISOString()));
    });

    it('fills the sections of a newspaper', async () => {
      const sections = await listSections(opened.store, now);
      const expected = ['business', 'culture', 'health', 'politics', 'science', 'sport', 'weather', 'world'];
      assert.deepEqual(
        expected.filter((section) => !sections.includes(section)),
        [],
      );
    });

    it('shows each live story with all its furniture, but for the alert of one paragraph', async () => {
      const lines = await listLatest(opened.store, { now, limit: 100 });
      const stories = await Promise.all(lines.map((line) => findPublished(opened.store, line.slug, now)));
      const thin = stories.filter(
        (story) =>
          !story?.furniture.displayHeadline ||
          !story.furniture.standfirst ||
          story.furniture.summary.length < 3 ||
          story.furniture.keyPoints.length < 3,
      );
      assert.deepEqual(
        thin.map((story) => story?.copy.headline).filter((headline) => !headline?.startsWith('Cannery Point tunnel')),
        [],
      );
    });

    it('keeps editors’ notes and templates out of what readers see', async () => {
      const lines = await listLatest(opened.store, { now, limit: 100 });
      const stories = await Promise.all(lines.map((line) => findPublished(opened.store, line.slug, now)));
      assert.doesNotMatch(JSON.stringify(stories), /not for publication|Calder desk|UPDATE TO COME|\{\{/i);
    });

    it('has readers who discuss: approved, waiting and removed comments, and replies', async () => {
      const desk = await listCommentsForDesk(opened.store, { limit: 500 });
      const count = (state: string) => desk.filter((comment) => comment.state === state).length;
      assert.deepEqual([count('approved'), count('pending'), count('removed')], [39, 4, 1]);
      assert.equal(new Set(desk.map((comment) => comment.story.slug)).size, 8);
      assert.ok(desk.every((comment) => writtenLength(comment.text) >= MINIMUM_COMMENT));
      assert.ok(desk.every((comment) => comment.createdAt <= now.toISOString()));
      const ward = await listComments(opened.store, { storyId: (await find(CORRECTED)).id });
      assert.equal(ward.length, 5);
      assert.equal(ward[2]?.parentId, ward[1]?.id);
      assert.deepEqual(
        ward.map((comment) => comment.name),
        ['Fatima Z', 'Gwendolyn A', 'Rafael G', 'Anneliese B', 'Abdullah Y'],
      );
    });

    it('names the newspaper', async () => {
      assert.equal((await readEdition(opened.store)).name, 'The Harbour Courier');
    });
  });

  describe(`leaving the demo on ${database.name}`, () => {
    it('takes all of it away for good, and keeps what the publisher received and chose herself', async (t) => {
      const { store, destroy } = await opening(database);
      t.after(destroy);
      await load(store);
      await saveEdition(store, { name: 'The Evening Wire' });
      const bytes = new TextEncoder().encode('Pier opens\n\nPORT ELLERY (NPA) - The pier opened on Monday.\n\n(NPA)\n');
      await fileStory(newsroomOf(store), { source: 'npa', name: 'pier.txt', bytes }, now);
      assert.equal(await leaveDemo(store), STORIES);
      const rows = await listStories(store, { limit: 100 });
      assert.deepEqual(
        rows.map((story) => story.headline),
        ['Pier opens'],
      );
      assert.deepEqual(await listCommentsForDesk(store, { limit: 100 }), []);
      const { name, tagline } = await readEdition(store);
      assert.deepEqual({ name, tagline }, { name: 'The Evening Wire', tagline: DEFAULT_EDITION.tagline });
    });

    it('leaves a newsroom that stays empty', async (t) => {
      const { store, destroy } = await opening(database);
      t.after(destroy);
      assert.equal(await isDemoWanted(store), true);
      assert.equal(await leaveDemo(store), 0);
      assert.equal(await isDemoWanted(store), false);
      assert.equal((await readEdition(store)).name, DEFAULT_EDITION.name);
    });
  });

  describe(`a demo that a crash cut short on ${database.name}`, () => {
    it('begins again and comes out whole', async (t) => {
      const { store, destroy } = await opening(database);
      t.after(destroy);
      await assert.rejects(load(store, 3), /power cut/);
      assert.equal(await isDemoWanted(store), true);
      await load(store);
      assert.equal((await listStories(store, { limit: 100 })).length, STORIES);
    });
  });
}

const opening = async (database: (typeof databases)[number]) => {
  const opened = await database.open();
  return { store: opened.store, destroy: () => opened.destroy() };
};

const newsroomOf = (store: Store) => ({
  store,
  now: () => now,
  url: 'https://courier.example',
  log: pino({ level: 'silent' }),
});

/** Loads the demo the real way; with `files`, the power fails after so many. */
async function load(store: Store, files = Number.POSITIVE_INFINITY): Promise<void> {
  let left = files;
  await loadDemo(store, {
    now,
    async receive(file, at) {
      if (left-- <= 0) throw new Error('power cut');
      const filed = await fileStory(newsroomOf(store), file, at);
      assert.ok(filed.ok, `${file.name} is refused: ${JSON.stringify(filed)}`);
    },
  });
}
