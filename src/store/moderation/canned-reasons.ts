import type { CannedReason, Moderator } from '../../story/discussion/moderation.ts';
import { slugOf } from '../../story/slug.ts';
import { storable } from '../database/storable.ts';
import type { Store } from '../store.ts';

/** Longest title and message, in characters. */
const MAXIMUM_TITLE = 60;
const MAXIMUM_MESSAGE = 500;
const MOST_REASONS = 30;

/** What moderators may tell readers, in the admin's order. */
export function listCannedReasons(store: Pick<Store, 'read'>): Promise<CannedReason[]> {
  return store.read
    .selectFrom('canned_reason')
    .select(['code', 'title', 'message'])
    .where('retired_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .limit(MOST_REASONS)
    .execute();
}

/** Puts the whole list in the place of the one before. What was told under the old words stays in the record of decisions. */
export async function saveCannedReasons(
  store: Store,
  list: { readonly reasons: readonly Partial<CannedReason>[]; readonly by: Moderator; readonly now: Date },
): Promise<void> {
  const at = list.now.toISOString();
  const taken = new Set<string>();
  const rows = list.reasons
    .map(({ code, title = '', message = '' }) => ({ code, title: title.trim(), message: message.trim() }))
    .filter(({ title, message }) => title !== '' && message !== '')
    .slice(0, MOST_REASONS)
    .map(({ code, title, message }, position) => ({
      code: freeCode(code ?? title, taken),
      position,
      title: storable(title.slice(0, MAXIMUM_TITLE)),
      message: storable(message.slice(0, MAXIMUM_MESSAGE)),
      by_whom: storable(list.by.name),
      at,
    }));
  await store.write(async (tx) => {
    await tx.db.updateTable('canned_reason').set({ retired_at: at }).where('retired_at', 'is', null).execute();
    if (rows.length > 0) await tx.db.insertInto('canned_reason').values(rows).execute();
  });
}

/** A code of letters and dashes that no reason of the list has. */
function freeCode(wanted: string, taken: Set<string>): string {
  const code = slugOf(wanted).slice(0, 40) || 'reason';
  let free = code;
  for (let number = 2; taken.has(free); number++) free = `${code}-${number}`;
  taken.add(free);
  return free;
}
