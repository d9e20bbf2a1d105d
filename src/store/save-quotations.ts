import type { Quotation } from '../story/quotation.ts';
import { slugOf } from '../story/slug.ts';
import { freeSlug } from './free-slug.ts';
import { storable } from './storable.ts';
import type { Tx } from './store.ts';

/** Keeps who said what in one version of the copy; whoever has a certain name gets a page of her own. */
export async function saveQuotations(
  tx: Tx,
  storyVersionId: number,
  { quotations, text }: { readonly quotations: readonly Quotation[]; readonly text: string },
): Promise<void> {
  if (quotations.length === 0) return;
  const names = [...new Set(quotations.flatMap(({ name }) => (name === undefined ? [] : [nameOf(name)])))].filter(
    Boolean,
  );
  const people = new Map<string, number>();
  for (const name of names) people.set(name, await findOrAddPerson(tx, name));
  const rows = quotations.map((quotation, position) => ({
    story_version_id: storyVersionId,
    position,
    kind: quotation.kind,
    starts: quotation.start,
    ends: quotation.end,
    text: storable(text.slice(quotation.start, quotation.end)),
    speaker: quotation.speaker && JSON.stringify(quotation.speaker),
    cue: quotation.cue && JSON.stringify(quotation.cue),
    role: quotation.role === undefined ? null : storable(quotation.role),
    person_id: (quotation.name !== undefined && people.get(nameOf(quotation.name))) || null,
  }));
  // Each row has ten values; the databases take some thousands of values at once.
  for (let start = 0; start < rows.length; start += 100) {
    await tx.db
      .insertInto('quotation')
      .values(rows.slice(start, start + 100))
      .execute();
  }
}

async function findOrAddPerson(tx: Tx, name: string): Promise<number> {
  const found = await tx.db.selectFrom('person').select('id').where('name', '=', name).executeTakeFirst();
  if (found) return found.id;
  const person = { name, slug: await freeSlug(tx, 'person', slugOf(name)) };
  return (await tx.db.insertInto('person').values(person).returning('id').executeTakeFirstOrThrow()).id;
}

/** One spelling of the spaces and accents in a name: two people are one when their names are the same. */
const nameOf = (name: string) => storable(name).normalize('NFC').replace(/\s+/gu, ' ').trim();
