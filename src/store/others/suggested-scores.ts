import { storable } from '../database/storable.ts';
import type { Store } from '../store.ts';

/** What a moderator elsewhere says a comment's scores ought to be, by attribute, 0 to 1. `context` is what came with it. */
export type SuggestedScore = {
  readonly keyId: number;
  readonly text: string;
  readonly context?: unknown;
  readonly scores: Readonly<Record<string, number>>;
  readonly languages?: readonly string[];
  readonly communityId?: string;
  readonly clientToken?: string;
};

/** Keeps a suggestion; nothing changes one that is kept. */
export async function saveSuggestedScore(store: Store, suggested: SuggestedScore, now: Date): Promise<void> {
  const { keyId, text, context, scores, languages, communityId, clientToken } = suggested;
  const row = {
    key_id: keyId,
    text: storable(text),
    context: context === undefined ? null : JSON.stringify(context),
    scores: JSON.stringify(scores),
    languages: languages === undefined ? null : JSON.stringify(languages),
    community_id: communityId === undefined ? null : storable(communityId),
    client_token: clientToken === undefined ? null : storable(clientToken),
    at: now.toISOString(),
  };
  await store.write((tx) => tx.db.insertInto('suggested_score').values(row).execute());
}

/** The suggestions after the one with number `after`, oldest first: material for replay and training. */
export async function listSuggestedScores(
  store: Store,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<(Pick<SuggestedScore, 'text' | 'scores'> & { readonly id: number; readonly at: string })[]> {
  const rows = await store.read
    .selectFrom('suggested_score')
    .select(['id', 'text', 'scores', 'at'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, scores: JSON.parse(row.scores) as Record<string, number> }));
}
