import { profileOf } from '../sources/profile-of.ts';
import type { Tx } from '../store.ts';

/**
 * The sources whose contracts name the same agency, this one first: what an agency orders by one way of sending, such as mail, it
 * orders of what came by another. A source that names none is alone.
 */
export async function kinOf(tx: Tx, sourceId: number): Promise<number[]> {
  const sources = tx.db.selectFrom('source').select(['id', 'profile']);
  const own = await sources.where('id', '=', sourceId).executeTakeFirst();
  const agency = agencyOf(own?.profile ?? null);
  if (agency === undefined) return [sourceId];
  const all = await sources.where('profile', 'is not', null).orderBy('id').execute();
  return [
    sourceId,
    ...all.filter((each) => each.id !== sourceId && agencyOf(each.profile) === agency).map(({ id }) => id),
  ];
}

const agencyOf = (profile: string | null): string | undefined =>
  profileOf(profile).agency?.trim().toLowerCase() || undefined;
