import type { Furniture } from '../../story/furniture.ts';
import type { Quotation } from '../../story/speech/quotation.ts';
import { present } from '../database/present.ts';
import type { Store } from '../store.ts';
import { furnitureOf } from './furniture-rows.ts';

/** The furniture made from one version of the copy. */
export async function readFurniture(db: Store['read'], versionId: number, readingMinutes: number): Promise<Furniture> {
  const rows = await db
    .selectFrom('furniture')
    .selectAll()
    .where('story_version_id', '=', versionId)
    .orderBy('position')
    .execute();
  const findings = await db
    .selectFrom('finding')
    .selectAll()
    .where('story_version_id', '=', versionId)
    .orderBy('position')
    .execute();
  return furnitureOf(rows, findings, readingMinutes);
}

/** Who said what in one version of the copy, in order. */
export async function readQuotations(db: Store['read'], versionId: number): Promise<Quotation[]> {
  const rows = await db
    .selectFrom('quotation')
    .select(['kind', 'starts as start', 'ends as end', 'speaker', 'cue', 'role', 'name'])
    .where('story_version_id', '=', versionId)
    .orderBy('position')
    .execute();
  return rows.map(({ speaker, cue, ...row }) => ({
    ...present(row),
    speaker: speaker === null ? null : JSON.parse(speaker),
    cue: cue === null ? null : JSON.parse(cue),
  }));
}
