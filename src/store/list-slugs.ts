import type { Store } from './store.ts';
import { listedAt } from './story-row.ts';

/** The addresses of what readers may see at `now` and of what was killed, oldest first; `since`: only what changed after it. */
export async function listSlugs(
  store: Store,
  { now, since }: { readonly now: Date; readonly since?: Date },
): Promise<string[]> {
  let query = store.read
    .selectFrom('story')
    .select('slug')
    .where((story) =>
      story.or([listedAt(now), story.and([story('state', '=', 'killed'), story('page_url', 'is', null)])]),
    );
  if (since) {
    const from = since.toISOString();
    query = query.where((story) =>
      story.or(
        (['visible_from', 'updated_at', 'corrected_at', 'killed_at'] as const).map((time) => story(time, '>=', from)),
      ),
    );
  }
  return (await query.orderBy('id').execute()).map((row) => row.slug);
}
