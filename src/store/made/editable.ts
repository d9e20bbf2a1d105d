import type { Copy } from '../../story/copy.ts';
import type { Furniture } from '../../story/furniture.ts';
import type { Quotation } from '../../story/speech/quotation.ts';
import { storable } from '../database/storable.ts';
import type { Store } from '../store.ts';
import { selectStories } from '../story-row.ts';
import { readFurniture, readQuotations } from './read-made.ts';

/** What an editor works on: the newest version of a story that has furniture, in whatever state the story is. */
export type Editable = {
  readonly storyVersionId: number;
  readonly copy: Copy;
  readonly furniture: Furniture;
  readonly quotations: readonly Quotation[];
};

/** The story at this address as an editor may change it; undefined when there is none or it waits for its furniture. */
export async function findEditable(store: Store, slug: string): Promise<Editable | undefined> {
  const row = await selectStories(store.read, 'newest')
    .select(['story_version.id as versionId', 'story_version.copy', 'story_version.reading_minutes as minutes'])
    .where('story.slug', '=', storable(slug))
    .executeTakeFirst();
  if (!row || row.minutes === null) return undefined;
  return {
    storyVersionId: row.versionId,
    copy: JSON.parse(row.copy),
    furniture: await readFurniture(store.read, row.versionId, row.minutes),
    quotations: await readQuotations(store.read, row.versionId),
  };
}
