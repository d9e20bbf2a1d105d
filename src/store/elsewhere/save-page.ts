import { createHash } from 'node:crypto';
import { type Copy, textOf } from '../../story/copy.ts';
import { storable } from '../database/storable.ts';
import { fileVersion } from '../filing/file-version.ts';
import { findOrAddSource } from '../filing/save-delivery.ts';
import { settleStory } from '../settle-story.ts';
import type { Store, Tx } from '../store.ts';

/** The source that all of them belong to. */
const SOURCE = 'Pages elsewhere';

/** A page that is not ours, as its publisher registers it. `url` is a `pageAddress`; `text` may be empty. */
export type PageElsewhere = { readonly url: string; readonly headline: string; readonly text: string };

/** The slug under which a page's discussion is kept, and what came of registering it. */
export type SavedPage = { readonly slug: string; readonly outcome: 'new' | 'changed' | 'unchanged' };

/**
 * Registers a page, gives it other words, or brings a removed one back. Its discussion hangs on a story that nobody furnishes and
 * that no list names; what comments are held against is the page's own text, or its headline alone.
 */
export async function savePage(store: Store, page: PageElsewhere, now: Date): Promise<SavedPage> {
  return store.write(async (tx) => {
    const sourceId = await findOrAddSource(tx, SOURCE);
    const wireItemId = await keepAsItCame(tx, page, { sourceId, now });
    const item = { guid: page.url, copy: copyOf(page), replaces: [] };
    const { slug, storyId, outcome } = await fileVersion(tx, item, { sourceId, wireItemId, receivedAt: now });
    if (outcome === 'unchanged') await tx.db.deleteFrom('wire_item').where('id', '=', wireItemId).execute();
    await tx.db.updateTable('story').set({ page_url: page.url }).where('id', '=', storyId).execute();
    // There is nothing to derive: the page has its own furniture. A headline alone is enough to talk about.
    await tx.db
      .updateTable('story_version')
      .set({ furnished_at: now.toISOString(), wordless: 0, reading_minutes: 1 })
      .where('story_id', '=', storyId)
      .where('furnished_at', 'is', null)
      .execute();
    const wasRemoved = await bringBack(tx, storyId, now);
    if (outcome !== 'unchanged' || wasRemoved) await settleStory(tx, storyId, now);
    return {
      slug,
      outcome: outcome === 'new' ? 'new' : outcome === 'unchanged' && !wasRemoved ? 'unchanged' : 'changed',
    };
  });
}

async function keepAsItCame(
  tx: Tx,
  page: PageElsewhere,
  { sourceId, now }: { readonly sourceId: number; readonly now: Date },
): Promise<number> {
  const at = now.toISOString();
  const { count } = await tx.db
    .selectFrom('wire_item')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow();
  // The same words may come back after others: each time is a file of its own.
  const bytes = Buffer.from(JSON.stringify({ ...page, at, nth: count }));
  const { id } = await tx.db
    .insertInto('wire_item')
    .values({
      source_id: sourceId,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      name: storable(page.url),
      format: 'page',
      bytes,
      refusal: null,
      received_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function copyOf({ url, headline, text }: PageElsewhere): Copy {
  const blocks = text
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => ({ kind: 'paragraph', text: storable(each) }) as const);
  const words = { headline: storable(headline), blocks, text: textOf(blocks) };
  return { ...words, language: 'en', keywords: [], link: url, pubStatus: 'usable', signals: [] };
}

/** Undoes a removal. @returns whether there was one. */
async function bringBack(tx: Tx, storyId: number, now: Date): Promise<boolean> {
  const last = await tx.db
    .selectFrom('story_event')
    .select('kind')
    .where('story_id', '=', storyId)
    .where('kind', '!=', 'state')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.kind !== 'hold') return false;
  const event = { story_id: storyId, kind: 'release', state: null, reason: null, notice: null, by_whom: null } as const;
  await tx.db
    .insertInto('story_event')
    .values({ ...event, at: now.toISOString() })
    .execute();
  return true;
}
