import type { RecordedQuotation } from '../story/story.ts';
import { present } from './database/present.ts';
import { storable } from './database/storable.ts';
import type { Store } from './store.ts';
import { visibleAt } from './story-row.ts';

/** A person whom a story quotes by name; `role` as the latest story that readers see gives it. */
export type Person = { readonly slug: string; readonly name: string; readonly role?: string };

/** The person at this address. */
export async function findPerson(store: Store, slug: string): Promise<Person | undefined> {
  const person = await store.read
    .selectFrom('person')
    .select(['id', 'slug', 'name'])
    .where('slug', '=', storable(slug))
    .executeTakeFirst();
  if (!person) return undefined;
  const latest = await selectShown(store)
    .select('quotation.role')
    .where('quotation.person_id', '=', person.id)
    .where('quotation.role', 'is not', null)
    .where('story.state', 'in', ['live', 'corrected'])
    .orderBy('story.visible_from', 'desc')
    .orderBy('quotation.position')
    .limit(1)
    .executeTakeFirst();
  return present({ slug: person.slug, name: person.name, role: latest?.role ?? null });
}

/** What a person has said in the stories that readers may see at `now`, latest story first. */
export async function listQuotationsOf(store: Store, personSlug: string, now: Date): Promise<RecordedQuotation[]> {
  const rows = await selectShown(store)
    .innerJoin('person', 'person.id', 'quotation.person_id')
    .leftJoin('furniture', (join) =>
      join.onRef('furniture.story_version_id', '=', 'story_version.id').on('furniture.kind', '=', 'displayHeadline'),
    )
    .select([
      'person.slug as personSlug',
      'person.name',
      'story.slug',
      'story.visible_from as publishedAt',
      'furniture.text as shownHeadline',
      'story_version.headline',
      'quotation.text',
      'quotation.kind',
      'quotation.cue',
      'quotation.role',
    ])
    .where('person.slug', '=', personSlug)
    .where(visibleAt(now))
    .orderBy('story.visible_from', 'desc')
    .orderBy('story.id', 'desc')
    .orderBy('quotation.position')
    .execute();
  return rows.map((row) => ({
    ...present({ text: row.text, kind: row.kind, role: row.role, cue: row.cue && JSON.parse(row.cue).text }),
    person: { slug: row.personSlug, name: row.name },
    story: present({ slug: row.slug, publishedAt: row.publishedAt, headline: row.shownHeadline ?? row.headline }),
  }));
}

/** Quotations of the versions that are shown: what an older version quoted, and the newest does not, is not on record. */
function selectShown(store: Store) {
  return store.read
    .selectFrom('quotation')
    .innerJoin('story_version', 'story_version.id', 'quotation.story_version_id')
    .innerJoin('story', 'story.shown_version_id', 'story_version.id');
}
