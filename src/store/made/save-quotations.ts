import { slugOf } from '../../story/slug.ts';
import type { Quotation } from '../../story/speech/quotation.ts';
import { storable } from '../database/storable.ts';
import type { Tx } from '../store.ts';

/** Keeps who said what in one version of the copy; whoever has a certain name gets a page of her own. */
export async function saveQuotations(
  tx: Tx,
  storyVersionId: number,
  { quotations, text }: { readonly quotations: readonly Quotation[]; readonly text: string },
): Promise<void> {
  if (quotations.length === 0) return;
  const people = await findOrAddPeople(tx, quotations);
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
    name: quotation.name === undefined ? null : storable(quotation.name),
    person_id: (quotation.name !== undefined && people.get(slugOf(quotation.name))) || null,
  }));
  // Each row has eleven values; the databases take some thousands of values at once.
  for (let start = 0; start < rows.length; start += 100) {
    await tx.db
      .insertInto('quotation')
      .values(rows.slice(start, start + 100))
      .execute();
  }
}

/** Everyone who is named, by slug: two spellings of a name that have one address are one person, under the first. */
async function findOrAddPeople(tx: Tx, quotations: readonly Quotation[]): Promise<Map<string, number>> {
  const named = quotations.flatMap(({ name }) =>
    name === undefined ? [] : [{ slug: slugOf(name), name: nameOf(name) }],
  );
  if (named.length === 0) return new Map();
  // In one order everywhere, so that two transactions that add the same people do not wait for each other.
  const people = [...new Map(named.reverse().map((person) => [person.slug, person])).values()];
  people.sort((one, other) => (one.slug < other.slug ? -1 : 1));
  await tx.db
    .insertInto('person')
    .values(people)
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute();
  const slugs = people.map((person) => person.slug);
  const rows = await tx.db.selectFrom('person').select(['id', 'slug']).where('slug', 'in', slugs).execute();
  return new Map(rows.map((row) => [row.slug, row.id]));
}

/** One spelling of the spaces and accents in a name. */
const nameOf = (name: string) => storable(name).normalize('NFC').replace(/\s+/gu, ' ').trim();
