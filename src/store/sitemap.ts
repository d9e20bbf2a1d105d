import { present } from './database/present.ts';
import { profileOf } from './sources/profile-of.ts';
import type { Store } from './store.ts';
import { listedAt } from './story-row.ts';

/** A story as sitemaps name it. `changedAt` is when its words last changed (ISO 8601, UTC). */
export type MappedStory = {
  readonly slug: string;
  readonly headline: string;
  readonly language: string;
  readonly publishedAt: string;
  readonly changedAt: string;
};

/** What search engines may be told of: what readers may see at `now`, latest first, without what a contract keeps from them. */
export async function listForSitemap(
  store: Store,
  { now, since, limit }: { readonly now: Date; readonly since?: Date; readonly limit: number },
): Promise<MappedStory[]> {
  let query = store.read
    .selectFrom('story')
    .innerJoin('source', 'source.id', 'story.source_id')
    .innerJoin('story_version', 'story_version.id', 'story.shown_version_id')
    .leftJoin('furniture', (join) =>
      join.onRef('furniture.story_version_id', '=', 'story_version.id').on('furniture.kind', '=', 'displayHeadline'),
    )
    .select([
      'story.slug',
      'story.visible_from as publishedAt',
      'story.updated_at as updatedAt',
      'story.corrected_at as correctedAt',
      'story_version.headline',
      'story_version.language',
      'furniture.text as shown',
      'source.profile',
    ])
    .where(listedAt(now));
  if (since) query = query.where('story.visible_from', '>', since.toISOString());
  const rows = await query.orderBy('story.visible_from', 'desc').orderBy('story.id', 'desc').limit(limit).execute();
  return rows.flatMap((row) => {
    const { slug, headline, shown, language, publishedAt = '', updatedAt = '', correctedAt = '' } = present(row);
    const profile = profileOf(row.profile);
    if (profile.noindex || profile.canonical === 'agency') return [];
    const changedAt = [publishedAt, updatedAt, correctedAt].sort().at(-1) ?? publishedAt;
    return [{ slug, headline: shown ?? headline, language: language ?? 'en', publishedAt, changedAt }];
  });
}
