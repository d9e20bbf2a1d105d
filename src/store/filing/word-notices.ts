import type { Copy } from '../../story/copy.ts';
import { headlinesIn, isSlugged, slugsIn } from '../../story/orders/notice-names.ts';
import { storable } from '../database/storable.ts';
import type { Tx } from '../store.ts';
import type { ReceivedItem } from './file-version.ts';
import { kinOf } from './kin.ts';

/** How long a notice in words reaches stories that come after it: mail is late by hours, not by days. */
const REMEMBERED_MS = 48 * 60 * 60 * 1000;
/** How many of a source's latest notices are compared with each new story. */
const MOST_NOTICES = 50;

/** Remembers what a notice in words says, its notes for editors too: stories that it names may come later. */
export async function rememberWordNotice(
  tx: Tx,
  item: ReceivedItem,
  { sourceId, versionId, at }: { readonly sourceId: number; readonly versionId: number; readonly at: Date },
): Promise<void> {
  if (item.killWords === undefined) return;
  const words = storable(item.notice ?? '');
  await tx.db
    .insertInto('word_notice')
    .values({ story_version_id: versionId, source_id: sourceId, words, at: at.toISOString() })
    .execute();
}

/**
 * Why a new story is held for a notice in words that came before it and names it; undefined when none does. A notice that a
 * person has looked at and released was none.
 */
export async function findEarlierNotice(
  tx: Tx,
  { copy }: ReceivedItem,
  { sourceId, storyId, at }: { readonly sourceId: number; readonly storyId: number; readonly at: Date },
): Promise<string | undefined> {
  const notices = await tx.db
    .selectFrom('word_notice')
    .innerJoin('story_version', 'story_version.id', 'word_notice.story_version_id')
    .innerJoin('story', 'story.id', 'story_version.story_id')
    .select(['word_notice.words', 'story_version.copy', 'story_version.kill_words as killWords', 'story.slug'])
    .where('word_notice.source_id', 'in', await kinOf(tx, sourceId))
    .where('word_notice.at', '>=', new Date(at.getTime() - REMEMBERED_MS).toISOString())
    .where('story.id', '!=', storyId)
    .where('story.state', 'not in', ['live', 'corrected'])
    .orderBy('word_notice.at', 'desc')
    .limit(MOST_NOTICES)
    .execute();
  const named = notices.find((row) => {
    const notice = { copy: JSON.parse(row.copy) as Copy, notice: row.words };
    return headlinesIn(notice, [copy.headline]).size > 0 || isSlugged(notice, copy, slugsIn(notice));
  });
  return (
    named && `A notice says “${named.killWords ?? ''}” about this story (see ${named.slug}): a person must look at it.`
  );
}
