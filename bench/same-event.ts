import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { furnish } from '../src/furnish/furnish.ts';
import { groupStory } from '../src/store/events/same-event.ts';
import { saveDelivery } from '../src/store/filing/save-delivery.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import type { Copy } from '../src/story/copy.ts';
import { eventMarks } from '../src/story/same-event/event-marks.ts';
import { lookedUp } from '../src/story/same-event/same-event.ts';
import { deliveryOf, itemWith } from '../test/support/stories.ts';
import { itemOf, tellings } from '../test/support/tellings.ts';
import type { Figure } from './run.ts';

/** As many a day as 20,000 in ten days. The index reads only the days around a story. */
const STORIES = 5000;
const TOGETHER = 250;
const MEASURED = 100;
const DAYS = 2.5;
/** At most this part of the time that furnishing takes. */
const LIMIT = 0.33;

/** What it costs to compare one more story with those of the days around, beside the furnishing of the same copy. */
export async function measureSameEvent(): Promise<readonly Figure[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  const store = await openStore({ dataFolder });
  try {
    for (let from = 0; from < STORIES; from += TOGETHER) await fill(store, from);
    const fresh = await file(store, STORIES, MEASURED);
    const grouping = await timed(async () => {
      for (const work of fresh) await groupStory(store, { ...work, storyVersionId: 0 });
    });
    const furnishing = await timed(async () => {
      for (const { copy } of fresh) furnish(copy, { language: 'en-GB' });
    });
    const ratio = grouping / furnishing;
    return [
      {
        what: `Comparing a story with ${STORIES.toLocaleString('en')} others of ${DAYS} days for the same event`,
        figure: `${(grouping / MEASURED).toFixed(1)} ms`,
        reference: `${(furnishing / MEASURED).toFixed(1)} ms to furnish it`,
        verdict: `${ratio.toFixed(2)} of furnishing (limit ${LIMIT})${ratio <= LIMIT ? '' : ': TOO MUCH'}`,
      },
    ];
  } finally {
    await store.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Stories that were compared before, as rows: comparing them all for the measurement would take its whole time. */
async function fill(store: Store, from: number): Promise<void> {
  const filed = await file(store, from, TOGETHER);
  await store.write(async (tx) => {
    for (const { storyId, copy } of filed) {
      const marks = eventMarks(copy);
      const at = copy.firstCreated ?? '';
      const telling = {
        story_id: storyId,
        story_version_id: 0,
        at,
        language: copy.language,
        marks: JSON.stringify([...marks]),
      };
      await tx.db.insertInto('telling').values(telling).execute();
      const rows = lookedUp(marks).map((mark) => ({ mark, at, story_id: storyId }));
      await tx.db.insertInto('telling_mark').values(rows).execute();
    }
  });
}

/** Stories `from` and on, spread over the days, of agencies in turn. */
async function file(store: Store, from: number, many: number): Promise<{ storyId: number; copy: Copy }[]> {
  const items = Array.from({ length: many }, (_, index) =>
    itemWith({ guid: `bench:${from + index}`, copy: variant(from + index) }),
  );
  const { stories } = await saveDelivery(
    store,
    deliveryOf(items, { source: `agency ${(from / many) % 4}`, receivedAt: new Date('2026-03-12T00:00:00Z') }),
  );
  return stories.map(({ storyId }, index) => ({ storyId, copy: items[index]!.copy }));
}

/** A telling with other names and figures, so that it is a story of its own, as long as news is: four of them in one. */
function variant(number: number): Copy {
  const place = ['Ada', 'Bel', 'Cor', 'Dun', 'Eld', 'Fen', 'Gar'][number % 7] ?? '';
  const turn = (text: string) =>
    text
      .replaceAll(/\p{Lu}\p{Ll}{3,}/gu, (name) =>
        name.length % 3 === number % 3 ? name : `${place}${name.toLowerCase()}${(number * 7 + name.length) % 97}`,
      )
      .replaceAll(/\d{2,}/g, (figure) => String(Number(figure) + (number % 89)));
  const four = [0, 13, 29, 41].map((step) => itemOf(tellings[(number + step) % tellings.length]!).copy);
  const blocks = four.flatMap((copy) => copy.blocks.map((block) => ({ ...block, text: turn(block.text) })));
  const at = new Date(Date.UTC(2026, 2, 2) + ((number * 7919) % (DAYS * 86_400)) * 1000).toISOString();
  return {
    ...four[0]!,
    headline: turn(four[0]!.headline),
    blocks,
    text: blocks.map(({ text }) => text).join('\n\n'),
    firstCreated: at,
    versionCreated: at,
  };
}

/** Milliseconds of processor time: other programs on the machine do not count. */
async function timed(work: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
