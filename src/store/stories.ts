import type { Copy } from '../story/copy.ts';
import { creditOf, type SourceProfile } from '../story/sources/source-profile.ts';
import type { PublishedStory, Story, StoryLine, StoryState } from '../story/story.ts';
import { present } from './database/present.ts';
import { storable } from './database/storable.ts';
import { findCompanions, notFolded } from './events/event-groups.ts';
import { sectionKey } from './filing/file-version.ts';
import { readFurniture, readQuotations } from './made/read-made.ts';
import { profileOf } from './sources/profile-of.ts';
import type { Readable, Store } from './store.ts';
import { asReadersSee, listedAt, readStory, selectStories, storyColumns, visibleAt } from './story-row.ts';

/** A story in the newsroom's own list, with the newest version's headline as the agency sent it. */
export type StoryRow = Story & { readonly headline: string };

/** The story at this address in whatever state, at `now` if it is given; `version` is the newest one's. */
export async function findStory(store: Readable, slug: string, now?: Date): Promise<Story | undefined> {
  const story = await readStory(store.read, slug);
  return story && now ? asReadersSee(story, now) : story;
}

/** What readers see at this address at `now`, or undefined when they may not; `version` is the one shown. */
export async function findPublished(store: Store, slug: string, now: Date): Promise<PublishedStory | undefined> {
  const row = await selectStories(store.read, 'shown')
    .select([
      ...storyColumns,
      'source.profile',
      'story_version.id as versionId',
      'story_version.copy',
      'story_version.reading_minutes',
      'story_version.checks',
    ])
    .where('story.slug', '=', storable(slug))
    .where(visibleAt(now))
    .executeTakeFirst();
  if (!row) return undefined;
  const { versionId, copy, reading_minutes, profile: terms, ...story } = row;
  const profile = profileOf(terms);
  return {
    ...asReadersSee(present(story), now),
    profile,
    copy: credited(JSON.parse(copy), profile),
    furniture: await readFurniture(store.read, versionId, reading_minutes ?? 1),
    quotations: await readQuotations(store.read, versionId),
  };
}

/** The copy with the credit line that the contract asks for. */
function credited(copy: Copy, profile: SourceProfile): Copy {
  const creditLine = creditOf(profile, copy.creditLine);
  return creditLine === undefined ? copy : { ...copy, creditLine };
}

/** Lines for the front page, a section or a feed, latest first. To page on, pass the last line's `publishedAt` and `id`. */
export async function listLatest(
  store: Store,
  options: {
    readonly now: Date;
    readonly section?: string;
    readonly limit: number;
    readonly before?: string;
    readonly beforeId?: number;
  },
): Promise<StoryLine[]> {
  const { now, section, limit, before, beforeId } = options;
  let query = selectLines(store.read)
    .where(listedAt(now))
    .where(await notFolded(store, { now, section }));
  if (section !== undefined) query = query.where('story_version.section_key', '=', sectionKey(section));
  if (before !== undefined) {
    query = query.where((line) =>
      line.or([
        line('story.visible_from', '<', before),
        line.and([line('story.visible_from', '=', before), line('story.id', '<', beforeId ?? 0)]),
      ]),
    );
  }
  const rows = await query.orderBy('story.visible_from', 'desc').orderBy('story.id', 'desc').limit(limit).execute();
  return withCompanions(
    store,
    rows.map((row) => lineOf(row, now)),
    now,
  );
}

/** The lines with those of other sources' stories of the same event that readers may see. */
async function withCompanions(store: Store, lines: readonly StoryLine[], now: Date): Promise<StoryLine[]> {
  const companions = await findCompanions(
    store,
    lines.map(({ id }) => id),
  );
  if (companions.length === 0) return [...lines];
  const shown = new Map(
    (await listLines(store, [...new Set(companions.map(({ id }) => id))], now)).map((line) => [line.id, line]),
  );
  return lines.map((line) => {
    const alsoBy = companions.flatMap(({ of, id }) => (of === line.id ? (shown.get(id) ?? []) : []));
    return alsoBy.length > 0 ? { ...line, alsoBy } : line;
  });
}

/** The lines of those of these stories that readers may see at `now`, in no order. */
export async function listLines(store: Store, storyIds: readonly number[], now: Date): Promise<StoryLine[]> {
  if (storyIds.length === 0) return [];
  const rows = await selectLines(store.read).where('story.id', 'in', storyIds).where(listedAt(now)).execute();
  return rows.map((row) => lineOf(row, now));
}

type LineRow = Awaited<ReturnType<ReturnType<typeof selectLines>['execute']>>[number];

function lineOf(
  { shownHeadline, headline, standfirst, readingMinutes, embargoedUntil, profile, notice, ...row }: LineRow,
  now: Date,
): StoryLine {
  const { embargoedUntil: _, ...line } = asReadersSee(present({ ...row, embargoedUntil }), now);
  const creditLine = creditOf(profileOf(profile), line.creditLine);
  return {
    ...line,
    ...(creditLine !== undefined && { creditLine }),
    ...(line.state === 'corrected' && notice !== null && { correctionNote: notice }),
    headline: shownHeadline ?? headline,
    standfirst: standfirst ?? '',
    readingMinutes: readingMinutes ?? 1,
  };
}

function selectLines(db: Store['read']) {
  return db
    .selectFrom('story')
    .innerJoin('source', 'source.id', 'story.source_id')
    .innerJoin('story_version', 'story_version.id', 'story.shown_version_id')
    .leftJoin('furniture as head', (join) =>
      join.onRef('head.story_version_id', '=', 'story_version.id').on('head.kind', '=', 'displayHeadline'),
    )
    .leftJoin('furniture as stand', (join) =>
      join.onRef('stand.story_version_id', '=', 'story_version.id').on('stand.kind', '=', 'standfirst'),
    )
    .select((line) => [
      'story.id',
      'source.profile',
      'story.slug',
      'story.state',
      'story.embargoed_until as embargoedUntil',
      'story.visible_from as publishedAt',
      'story.updated_at as updatedAt',
      'story.corrected_at as correctedAt',
      'story.notice',
      'head.text as shownHeadline',
      'story_version.headline',
      'stand.text as standfirst',
      'story_version.section',
      'story_version.dateline',
      'story_version.credit_line as creditLine',
      'story_version.reading_minutes as readingMinutes',
      line
        .selectFrom('comment')
        .whereRef('comment.story_id', '=', 'story.id')
        .where('comment.state', '=', 'approved')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('comments'),
    ]);
}

/** The sections of what readers see, by name. */
export async function listSections(store: Store, now: Date): Promise<string[]> {
  const rows = await store.read
    .selectFrom('story')
    .innerJoin('story_version', 'story_version.id', 'story.shown_version_id')
    .select(({ fn }) => ['story_version.section_key', fn.min('story_version.section').as('section')])
    .where(listedAt(now))
    .where('story_version.section_key', 'is not', null)
    .groupBy('story_version.section_key')
    .execute();
  return rows.flatMap(({ section }) => section ?? []).sort((one, other) => one.localeCompare(other, 'en'));
}

/** The newsroom's list, last received first. */
export async function listStories(
  store: Store,
  { state, limit }: { readonly state?: StoryState; readonly limit: number },
): Promise<StoryRow[]> {
  let query = selectStories(store.read, 'newest').select([...storyColumns, 'story_version.headline']);
  if (state !== undefined) query = query.where('story.state', '=', state);
  const rows = await query.orderBy('story.received_at', 'desc').orderBy('story.id', 'desc').limit(limit).execute();
  return rows.map(present);
}
