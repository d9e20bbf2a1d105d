import type { Tx } from '../store.ts';

/** The first of `slug`, `slug-2`, `slug-3` … that no story has. */
export async function freeSlug(tx: Tx, slug: string): Promise<string> {
  // From "slug-" up to "slug.": the full stop is the byte after the hyphen.
  const rows = await tx.db
    .selectFrom('story')
    .select('slug')
    .where((row) =>
      row.or([row('slug', '=', slug), row.and([row('slug', '>', `${slug}-`), row('slug', '<', `${slug}.`)])]),
    )
    .execute();
  const taken = new Set(rows.map((row) => row.slug));
  let free = slug;
  for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`;
  return free;
}
