import type { Copy } from '../story/copy.ts';
import { isNewer, type VersionMark } from '../story/orders/version-order.ts';
import { expiryOf, type SourceProfile, whyOutside } from '../story/sources/source-profile.ts';
import { type Clearance, decideState, mayShow, type StoryAction } from '../story/status.ts';
import { lockStory } from './database/lock.ts';
import { present } from './database/present.ts';
import type { StoryEventTable, StoryTable } from './database/schema-story.ts';
import { storable } from './database/storable.ts';
import { isWithheldByAnother } from './filing/references.ts';
import { indexStory } from './search.ts';
import { profileOf } from './sources/profile-of.ts';
import type { Tx } from './store.ts';

type Version = VersionMark &
  Clearance & {
    readonly id: number;
    readonly number: number;
    readonly correction: number;
    readonly correctionNote?: string;
    readonly furnishedAt?: string;
  };

/**
 * Works out what a story is now from its versions and events, and writes what changed. Called in the transaction of every
 * write that may change it, so that the state is never anything but derived. @returns the newest version's id.
 */
export async function settleStory(tx: Tx, storyId: number, now: Date): Promise<number | undefined> {
  await lockStory(tx, storyId);
  const story = await tx.db.selectFrom('story').selectAll().where('id', '=', storyId).executeTakeFirstOrThrow();
  const source = await readSource(tx, story.source_id);
  const versions = await readVersions(tx, storyId, source);
  const actions = await readActions(tx, storyId);
  const replaced = await readReplaced(tx, storyId);
  const withheld = await isWithheldByAnother(tx, storyId);
  const { newestId, settled } = settle({ story, source, versions, actions, replaced, withheld, now });
  if (!settled) return undefined;
  await tx.db.updateTable('story').set(settled).where('id', '=', storyId).execute();
  const [before, after] = [story, settled].map((each) => (each.visible_from === null ? null : each.shown_version_id));
  if (before !== after) await indexStory(tx, storyId, after ?? null);
  if (settled.state !== story.state || story.newest_version_id === null) {
    const { state, reason, notice } = settled;
    const event = {
      story_id: storyId,
      kind: 'state',
      state,
      reason,
      notice,
      by_whom: null,
      at: now.toISOString(),
    } as const;
    await tx.db.insertInto('story_event').values(event).execute();
  }
  tx.changed({ kind: 'story', slug: story.slug });
  return newestId;
}

type Facts = {
  readonly story: Omit<StoryTable, 'id'>;
  readonly source: Source;
  readonly versions: readonly Version[];
  readonly actions: readonly StoryAction[];
  readonly replaced: ReadonlySet<string>;
  /** Another item has the story withheld. */
  readonly withheld: boolean;
  readonly now: Date;
};

function settle({ story, source, versions: all, actions, replaced, withheld, now }: Facts) {
  const later = (one: Version, other: Version) =>
    one.number > other.number ? isNewer(one, other, replaced) : !isNewer(other, one, replaced);
  const newestOf = (some: readonly Version[]) =>
    some.reduce<Version | undefined>(
      (newest, version) => (newest && !later(version, newest) ? newest : version),
      undefined,
    );

  const last = newestOf(all);
  if (!last) return {};
  // What has no words decides about those that are here; it never takes their place.
  const versions = all.some((version) => !version.wordless) ? all.filter((version) => !version.wordless) : all;
  const newest = underManagement(newestOf(versions) ?? last, last);
  const shown = newestOf(
    versions
      .map((version) => (version.id === newest.id ? newest : version))
      .filter((version) => version.furnishedAt && mayShow(version, { actions, newest: version === newest, now })),
  );
  const seen = versions.find((version) => version.id === story.shown_version_id);
  const corrections = shown
    ? versions.filter((each) => each.correction && (each.id === shown.id || later(shown, each)))
    : [];
  const canceled = all.filter((version) => version.pubStatus === 'canceled');
  const decision = decideState(
    {
      ...newest,
      canceled: canceled.length > 0,
      withheldByAnother: withheld,
      correction: corrections.length > 0 || story.corrected_at !== null,
      furnished: shown !== undefined,
      ...contractFor(story, source, { now, licenceEnds: newest.licenceEnds }),
    },
    actions,
    now,
  );

  const time = now.toISOString();
  const live = decision.state === 'live' || decision.state === 'corrected';
  const killed = decision.state === 'killed';
  const gone = killed || decision.state === 'expired';
  const lifted = story.state === 'embargoed' && seen ? story.visible_from : null;
  const published =
    story.published_at ?? (lifted !== null && lifted <= time && (live || gone) ? lifted : live ? time : null);
  // Readers had seen the words that are replaced now, also when the story is off the page at this moment.
  const wasSeen = story.published_at !== null || (story.visible_from !== null && story.visible_from <= time);
  const updated = seen && shown && shown.id !== seen.id && wasSeen;
  const corrected =
    live &&
    corrections.some((each) => !seen || story.corrected_at === null || (each.id !== seen.id && later(each, seen)));
  const killNotice = actions.findLast((action) => action.kind === 'kill')?.notice ?? newestOf(canceled)?.correctionNote;
  const correctionNotice = newestOf(corrections.filter((each) => each.correctionNote))?.correctionNote ?? story.notice;

  const visibleFrom = live ? published : (shown && decision.embargoedUntil) || null;

  const settled = {
    state: decision.state,
    reason: decision.reason ?? null,
    notice: (killed ? killNotice : correctionNotice) ?? null,
    embargoed_until: decision.embargoedUntil ?? null,
    published_at: published,
    updated_at: updated ? time : story.updated_at,
    corrected_at: corrected ? time : story.corrected_at,
    killed_at: killed ? (story.killed_at ?? time) : null,
    visible_from: visibleFrom,
    visible_until:
      gone || !visibleFrom
        ? null
        : (firstOf(expiryOf(source.profile, published ?? visibleFrom), newest.licenceEnds) ?? null),
    newest_version_id: newest.id,
    shown_version_id: shown?.id ?? null,
    needs_furniture: newest.furnishedAt || gone || decision.state === 'spiked' ? 0 : 1,
  } as const;
  return { newestId: last.id, settled };
}

/**
 * The newest version with words, under what the newest of all says about it: agencies send a new status without the story
 * (NewsML 1.2, `Update="A"`). An editor's release of the words stays good unless the status itself cannot be read.
 */
function underManagement(words: Version, last: Version): Version {
  if (words.id === last.id) return words;
  const { embargoedUntil: _, problem: __, ...rest } = words;
  const doubtful =
    last.pubStatus === 'unreadable' ||
    last.killWords !== undefined ||
    last.embargoedUntil === 'unreadable' ||
    last.licenceEnds === 'unreadable';
  const killWords = last.killWords ?? words.killWords;
  return {
    ...rest,
    pubStatus: last.pubStatus,
    ...(last.problem !== undefined && { problem: last.problem }),
    ...(last.embargoedUntil !== undefined && { embargoedUntil: last.embargoedUntil }),
    ...(last.licenceEnds !== undefined && { licenceEnds: last.licenceEnds }),
    ...(killWords !== undefined && { killWords }),
    receivedAt: doubtful ? last.receivedAt : words.receivedAt,
  };
}

type Source = { readonly name: string; readonly profile: SourceProfile };

async function readSource(tx: Tx, id: number): Promise<Source> {
  const query = tx.db.selectFrom('source').select(['name', 'profile']).where('id', '=', id);
  // A change of the contract waits for those who decide by the old one, so that it then finds what they have decided.
  const { name, profile } = await (tx.kind === 'postgres' ? query.forShare() : query).executeTakeFirstOrThrow();
  return { name, profile: profileOf(profile) };
}

/** What the contract says about the story as a whole. */
function contractFor(
  { published_at, visible_from }: Facts['story'],
  { name, profile }: Source,
  { now, licenceEnds }: { readonly now: Date; readonly licenceEnds: string | undefined },
) {
  // An embargo that ran out unnoticed was the publication.
  const seenAt = published_at ?? (visible_from !== null && visible_from <= now.toISOString() ? visible_from : null);
  const expiresAt = firstOf(seenAt === null ? undefined : expiryOf(profile, seenAt), licenceEnds);
  const review = seenAt === null && profile.publish === 'review';
  return {
    ...(review && { review: `Copy from ${name} is published when a person has released it.` }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/** The earlier end of a licence: the contract's, or the one that the item names, in UTC. One that cannot be read ends nothing. */
function firstOf(contract: string | undefined, own: string | undefined): string | undefined {
  const time = own === undefined ? Number.NaN : Date.parse(own);
  const named = Number.isNaN(time) ? undefined : new Date(time).toISOString();
  return [contract, named].filter((end) => end !== undefined).sort()[0];
}

async function readVersions(tx: Tx, storyId: number, { name, profile }: Source): Promise<Version[]> {
  const rows = await tx.db
    .selectFrom('story_version')
    .select([
      'id',
      'number',
      'guid',
      'correction',
      'pub_status as pubStatus',
      'embargoed_until as embargoedUntil',
      'licence_ends as licenceEnds',
      'agency_version as agencyVersion',
      'version_created as versionCreated',
      'correction_note as correctionNote',
      'kill_words as killWords',
      'received_at as receivedAt',
      'wordless',
      'furnished_at as furnishedAt',
      'language',
      'section',
    ])
    .where('story_id', '=', storyId)
    .orderBy('number')
    .execute();
  const doubtful = rows.some(({ pubStatus, wordless }) => pubStatus === 'unreadable' || wordless === 1);
  const problems = doubtful ? await readProblems(tx, storyId) : new Map();
  return rows.map(present).map(({ language, section, wordless, ...version }) => {
    const outside = whyOutside(profile, { ...(language && { language }), ...(section && { section }) }, name);
    const problem: string | undefined = problems.get(version.id);
    return {
      ...version,
      wordless: wordless === 1,
      ...(outside !== undefined && { outside }),
      ...(problem !== undefined && { problem: storable(problem) }),
    };
  });
}

/** What is the matter with each version that is unreadable or has no words, by its id. */
async function readProblems(tx: Tx, storyId: number): Promise<Map<number, string | undefined>> {
  const query = tx.db.selectFrom('story_version').select(['id', 'copy']).where('story_id', '=', storyId);
  const doubtful = query.where(({ or, eb }) => or([eb('pub_status', '=', 'unreadable'), eb('wordless', '=', 1)]));
  const rows = await doubtful.execute();
  return new Map(rows.map((row) => [row.id, (JSON.parse(row.copy) as Copy).problem]));
}

/** What people did to a story, in order. */
async function readActions(tx: Tx, storyId: number): Promise<StoryAction[]> {
  const rows = await tx.db
    .selectFrom('story_event')
    .select(['kind', 'at', 'reason', 'notice', 'by_whom as by'])
    .where('story_id', '=', storyId)
    .where('kind', '!=', 'state')
    .orderBy('id')
    .execute();
  return rows.map((row) => present({ ...row, kind: row.kind as Exclude<StoryEventTable['kind'], 'state'> }));
}

async function readReplaced(tx: Tx, storyId: number): Promise<Set<string>> {
  const query = tx.db.selectFrom('story_guid').select('guid').where('story_id', '=', storyId).where('replaced', '=', 1);
  return new Set((await query.execute()).map((row) => row.guid));
}
