import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pino } from 'pino';
import { createApp } from '../src/app.ts';
import { fileStory } from '../src/file-story.ts';
import { createPageCache } from '../src/site/page-cache.ts';
import { insertComment } from '../src/store/discussion/insert-comment.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { HARBOUR_STORY } from '../test/support/copy.ts';
import { median } from './pages.ts';
import type { Figure } from './run.ts';

const COMMENTS = 10_000;
const ROUNDS = 60;
const NOW = new Date('2026-03-02T12:00:00.000Z');

/**
 * The page of a story with 10,000 comments, made when nothing is in memory (as after each new comment), compressed and ready
 * to send, beside a bare SELECT of the same fifty threads; the last page, and the page under another order.
 */
export async function measureDiscussion(): Promise<readonly Figure[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'copydesk-data-'));
  const store = await openStore({ dataFolder });
  try {
    const newsroom = { store, now: () => NOW, url: 'https://courier.example', log: pino({ level: 'silent' }) };
    const bytes = new TextEncoder().encode(HARBOUR_STORY);
    const filed = await fileStory(newsroom, { source: 'npa', name: 'harbour.txt', bytes }, NOW);
    if (!filed.ok) throw new Error(filed.refusal.message);
    const slug = filed.stories[0]?.slug ?? '';
    await fill(store, slug);
    const cache = createPageCache(newsroom);
    const fetch = cache.remember(createApp(newsroom).fetch);
    const bare = bareSelect(join(dataFolder, 'copydesk.sqlite'), slug);
    const ask = async (query: string) => {
      await store.write(async (tx) => tx.changed({ kind: 'discussion', slug }));
      const started = performance.now();
      const headers = { 'accept-encoding': 'br' };
      const answer = await fetch(new Request(`${newsroom.url}/story/${slug}${query}`, { headers }));
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${query} answered ${answer.status}.`);
      return performance.now() - started;
    };
    const figures: Figure[] = [];
    for (const [what, query] of [
      ['first page', ''],
      ['last page', '?page=999'],
      ['most discussed', '?sort=discussed'],
    ] as const) {
      const pages: number[] = [];
      const work: number[] = [];
      const selects: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const before = process.cpuUsage();
        pages.push(await ask(query));
        const { user, system } = process.cpuUsage(before);
        work.push((user + system) / 1000);
        selects.push(bare());
      }
      // The first rounds warm the program up, which no cache does.
      const [page, select] = [median(pages.slice(10)), median(selects.slice(10))];
      figures.push({
        what: `a discussion of 10,000 comments, ${what}, from a cold cache`,
        figure: `${page.toFixed(1)} ms (${median(work.slice(10)).toFixed(1)} ms of processor time, all threads)`,
        reference: `bare SELECT of 50 threads with their answers: ${select.toFixed(2)} ms; limit 15 ms`,
        verdict: page <= 15 ? 'holds' : 'falls short',
      });
    }
    return figures;
  } finally {
    await store.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** 10,000 approved comments: one in three heads a thread, the others answer in it, two and three deep. */
async function fill(store: Store, slug: string): Promise<void> {
  const { id: storyId } = await store.read
    .selectFrom('story')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  await store.write(async (tx) => {
    let last: number | undefined;
    for (let count = 0; count < COMMENTS; count++) {
      const parentId: number | undefined = count % 3 === 0 ? undefined : last;
      const words = `Number ${count}: the council should publish its minutes before it votes, say who pays, and tell the islanders how they get home at night when the last ferry has gone.`;
      const submission = { storyId, fullName: 'Reader Number', text: words, readerToken: `reader ${count % 500}` };
      const { id } = await insertComment(tx, {
        submission: parentId === undefined ? submission : { ...submission, parentId },
        name: 'Reader N',
        state: 'approved',
        reasons: [],
        by: 'bench',
        now: new Date(Date.UTC(2026, 2, 2) + count * 1000),
      });
      last = id;
    }
  });
}

function bareSelect(file: string, slug: string): () => number {
  const db = new DatabaseSync(file, { readOnly: true });
  const heads = db.prepare(
    'SELECT c.* FROM comment c JOIN story s ON s.id = c.story_id WHERE s.slug = ? AND c.root_id IS NULL AND c.shown = 1 ORDER BY c.created_at DESC, c.id DESC LIMIT 50',
  );
  const answers = db.prepare('SELECT * FROM comment WHERE root_id = ? AND shown = 1 ORDER BY branch_id, id LIMIT 10');
  return () => {
    const started = performance.now();
    for (const { id } of heads.all(slug)) answers.all(Number(id));
    return performance.now() - started;
  };
}
