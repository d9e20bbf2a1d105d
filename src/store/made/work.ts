import type { Copy } from '../../story/copy.ts';
import { CopydeskError } from '../../story/errors.ts';
import type { Finding, Furniture } from '../../story/furniture.ts';
import type { Seal } from '../../story/furniture-seal.ts';
import type { Quotation } from '../../story/speech/quotation.ts';
import { lockStory } from '../database/lock.ts';
import { storable } from '../database/storable.ts';
import { settleStory } from '../settle-story.ts';
import type { Store, Tx } from '../store.ts';
import { rowsOf } from './furniture-rows.ts';
import { readFurniture } from './read-made.ts';
import { saveQuotations } from './save-quotations.ts';
import { verifyMade } from './verify-made.ts';

/** A version of a story that waits for checked furniture. */
export type Work = {
  readonly storyVersionId: number;
  readonly storyId: number;
  readonly slug: string;
  readonly copy: Copy;
  /** The version that readers see, or that was furnished last, with what was made from it. */
  readonly previous?: { readonly copy: Copy; readonly furniture: Furniture };
};

/** What was made from one version of the copy. `findings` are those of places that stayed empty. */
export type Made = {
  readonly furniture: Furniture;
  readonly quotations: readonly Quotation[];
  readonly findings: readonly Finding[];
  readonly seal: Seal;
};

/** How long a claim keeps others away, in milliseconds: after a crash, the work waits so long for the next worker. */
const CLAIM = 20_000;

/** SQLite: what this process is working on. Another process may do the same work; it comes out the same and harms nothing. */
const claims = new WeakMap<Store, Map<number, number>>();

/** What this process could not furnish. The same engine fails at the same version again; a start with another tries it anew. */
const failures = new WeakMap<Store, Set<number>>();

/** Takes a version off this process's list of work, because no furniture could be made for it. */
export function giveUpWork(store: Store, storyVersionId: number): void {
  failures.set(store, (failures.get(store) ?? new Set()).add(storyVersionId));
  claims.get(store)?.delete(storyVersionId);
}

/** The longest-waiting newest version without furniture, claimed for a while so that no other worker takes it. */
export async function claimWork(store: Store): Promise<Work | undefined> {
  const work = await (store.kind === 'sqlite' ? claimHere(store) : claimInTable(store));
  const previous = work && (await readPrevious(store, work));
  return previous ? { ...work, previous } : work;
}

async function readPrevious(store: Store, { storyId, storyVersionId }: Work): Promise<Work['previous']> {
  const row = await store.read
    .selectFrom('story_version')
    .innerJoin('story', 'story.id', 'story_version.story_id')
    .select(['story_version.id', 'story_version.copy', 'story_version.reading_minutes as minutes'])
    .where('story.id', '=', storyId)
    .where('story_version.id', '!=', storyVersionId)
    .where('story_version.furnished_at', 'is not', null)
    .orderBy((row) => row.case().when('story_version.id', '=', row.ref('story.shown_version_id')).then(0).else(1).end())
    .orderBy('story_version.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  return { copy: JSON.parse(row.copy), furniture: await readFurniture(store.read, row.id, row.minutes ?? 1) };
}

async function claimHere(store: Store): Promise<Work | undefined> {
  const now = performance.now();
  const taken = claims.get(store) ?? new Map<number, number>();
  claims.set(store, taken);
  for (const [id, until] of taken) if (until < now) taken.delete(id);
  for (;;) {
    const limit = taken.size + 1;
    const rows = await waiting(store.read, failures.get(store))
      .select(['story_version.id', 'story_version.story_id', 'story.slug', 'story_version.copy'])
      .orderBy('story_version.id')
      .limit(limit)
      .execute();
    const row = rows.find(({ id }) => !taken.has(id));
    if (row) {
      taken.set(row.id, now + CLAIM);
      return { storyVersionId: row.id, storyId: row.story_id, slug: row.slug, copy: JSON.parse(row.copy) };
    }
    // All are taken, perhaps by somebody who asked while we did: there is more work only behind a full answer.
    if (rows.length < limit) return undefined;
  }
}

async function claimInTable(store: Store): Promise<Work | undefined> {
  const now = Date.now();
  const free = waiting(store.read, failures.get(store))
    .select('story_version.id')
    .where((version) =>
      version.or([
        version('story_version.claimed_until', 'is', null),
        version('story_version.claimed_until', '<', new Date(now).toISOString()),
      ]),
    )
    .orderBy('story_version.id')
    .limit(1);
  const row = await store.write((tx) =>
    tx.db
      .updateTable('story_version')
      .set({ claimed_until: new Date(now + CLAIM).toISOString() })
      .where('story_version.id', '=', free.forUpdate('story_version').skipLocked())
      .returning(['story_version.id', 'story_version.story_id', 'story_version.copy'])
      .executeTakeFirst(),
  );
  if (!row) return undefined;
  const story = await store.read.selectFrom('story').select('slug').where('id', '=', row.story_id).executeTakeFirst();
  if (!story) return undefined;
  return { storyVersionId: row.id, storyId: row.story_id, slug: story.slug, copy: JSON.parse(row.copy) };
}

/** The list of work: `needs_furniture` is 1 where the newest version has none and the story may still be published. */
function waiting(db: Store['read'], failed: ReadonlySet<number> = new Set()) {
  const work = db
    .selectFrom('story')
    .innerJoin('story_version', 'story_version.id', 'story.newest_version_id')
    .where('story.needs_furniture', '=', 1);
  return failed.size === 0 ? work : work.where('story_version.id', 'not in', [...failed]);
}

/**
 * Keeps the checked furniture of one version and shows it. `bad-input` when evidence is missing or outside the copy.
 * @param mayStill asked while nobody else can change the story; when it says no, everything stays as it was, and the answer is false.
 */
export async function saveFurniture(
  store: Store,
  storyVersionId: number,
  made: Made,
  now: Date,
  mayStill: (tx: Tx) => Promise<boolean> = async () => true,
): Promise<boolean> {
  const saved = await store.write(async (tx) => {
    const version = await tx.db
      .selectFrom('story_version')
      .select(['story_id', 'copy'])
      .where('id', '=', storyVersionId)
      .executeTakeFirst();
    if (!version) throw new CopydeskError('not-found', `No version ${storyVersionId} of a story is kept here.`);
    const copy: Copy = JSON.parse(version.copy);
    verifyMade(made, copy);
    await lockStory(tx, version.story_id);
    if (!(await mayStill(tx))) return false;
    for (const table of ['finding', 'furniture', 'quotation'] as const) {
      await tx.db.deleteFrom(table).where('story_version_id', '=', storyVersionId).execute();
    }
    await insertFurniture(tx, storyVersionId, { made, now });
    await saveQuotations(tx, storyVersionId, { quotations: made.quotations, text: copy.text });
    await tx.db
      .updateTable('story_version')
      .set({
        reading_minutes: made.furniture.readingMinutes,
        furnished_at: now.toISOString(),
        checks: made.seal.checks,
        claimed_until: null,
      })
      .where('id', '=', storyVersionId)
      .execute();
    await settleStory(tx, version.story_id, now);
    return true;
  });
  claims.get(store)?.delete(storyVersionId);
  return saved;
}

async function insertFurniture(
  tx: Tx,
  storyVersionId: number,
  { made, now }: { readonly made: Made; readonly now: Date },
): Promise<void> {
  const elements = rowsOf(made.furniture);
  const madeAt = now.toISOString();
  const findings = made.findings.map((finding, position) => findingRow(storyVersionId, null, { finding, position }));
  if (elements.length > 0) {
    const values = elements.map(({ row }) => ({
      ...row,
      made_at: row.made_at ?? madeAt,
      story_version_id: storyVersionId,
    }));
    const stored = await tx.db.insertInto('furniture').values(values).returning(['id', 'kind', 'position']).execute();
    const idOf = new Map(stored.map(({ id, kind, position }) => [`${kind} ${position}`, id]));
    for (const { row, findings: own } of elements) {
      const id = idOf.get(`${row.kind} ${row.position}`) ?? null;
      findings.push(...own.map((finding, position) => findingRow(storyVersionId, id, { finding, position })));
    }
  }
  if (findings.length > 0) await tx.db.insertInto('finding').values(findings).execute();
}

function findingRow(
  storyVersionId: number,
  furnitureId: number | null,
  { finding, position }: { readonly finding: Finding; readonly position: number },
) {
  return {
    story_version_id: storyVersionId,
    furniture_id: furnitureId,
    position,
    check_name: finding.check,
    message: storable(finding.message),
    starts: finding.start ?? null,
    ends: finding.end ?? null,
  };
}
