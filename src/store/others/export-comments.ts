import type { CommentState } from '../../story/discussion/comment.ts';
import type { Store } from '../store.ts';

/** One line of the export of discussions. Readers are told apart by a pseudonym that means nothing elsewhere. */
export type ExportLine =
  | { readonly kind: 'story'; readonly slug: string; readonly headline?: string }
  | {
      readonly kind: 'comment';
      readonly id: number;
      readonly story: string;
      readonly parent?: number;
      readonly reader: string;
      readonly fullName: string;
      readonly name: string;
      readonly text: string;
      readonly state: CommentState;
      readonly createdAt: string;
      readonly editedAt?: string;
      readonly deletedAt?: string;
      readonly decisions: readonly Decided[];
      readonly respects: readonly { readonly reader: string; readonly at: string }[];
      readonly reports: readonly {
        readonly reader: string;
        readonly reason: string;
        readonly words: string;
        readonly at: string;
      }[];
    };

type Decided = {
  readonly state: CommentState;
  readonly by: string;
  readonly at: string;
  readonly reasons: unknown;
  readonly scores?: unknown;
};

const PAGE = 500;

/** Every story with a comment, then every comment in the order of their numbers, page by page. */
export async function* exportComments(store: Store): AsyncGenerator<ExportLine> {
  yield* exportStories(store);
  for (let after = 0; ; ) {
    const rows = await readPage(store, after);
    const ids = rows.map(({ id }) => id);
    const [decisions, respects, reports] = await Promise.all([
      readDecisions(store, ids),
      readRespects(store, ids),
      readReports(store, ids),
    ]);
    for (const { parentId, editedAt, deletedAt, readerId, ...row } of rows)
      yield {
        kind: 'comment',
        ...row,
        reader: pseudonym(readerId),
        ...(parentId !== null && { parent: parentId }),
        ...(editedAt !== null && { editedAt }),
        ...(deletedAt !== null && { deletedAt }),
        decisions: decisions.get(row.id) ?? [],
        respects: respects.get(row.id) ?? [],
        reports: reports.get(row.id) ?? [],
      };
    const last = rows.at(-1);
    if (rows.length < PAGE || !last) return;
    after = last.id;
  }
}

async function* exportStories(store: Store): AsyncGenerator<ExportLine> {
  for (let after = 0; ; ) {
    const rows = await store.read
      .selectFrom('story')
      .leftJoin('story_version', 'story_version.id', 'story.newest_version_id')
      .select(['story.id', 'story.slug', 'story_version.headline'])
      .where('story.id', '>', after)
      .where(({ exists, selectFrom }) =>
        exists(selectFrom('comment').select('comment.id').whereRef('comment.story_id', '=', 'story.id')),
      )
      .orderBy('story.id')
      .limit(PAGE)
      .execute();
    for (const { slug, headline } of rows) yield { kind: 'story', slug, ...(headline !== null && { headline }) };
    const last = rows.at(-1);
    if (rows.length < PAGE || !last) return;
    after = last.id;
  }
}

const readPage = (store: Store, after: number) =>
  store.read
    .selectFrom('comment')
    .innerJoin('story', 'story.id', 'comment.story_id')
    .select([
      'comment.id',
      'story.slug as story',
      'comment.parent_id as parentId',
      'comment.reader_id as readerId',
      'comment.full_name as fullName',
      'comment.name',
      'comment.text',
      'comment.state',
      'comment.created_at as createdAt',
      'comment.edited_at as editedAt',
      'comment.deleted_at as deletedAt',
    ])
    .where('comment.id', '>', after)
    .orderBy('comment.id')
    .limit(PAGE)
    .execute();

async function readDecisions(store: Store, ids: readonly number[]): Promise<Map<number, Decided[]>> {
  if (ids.length === 0) return new Map();
  const rows = await store.read
    .selectFrom('comment_event')
    .select(['comment_id as id', 'state', 'by_whom as by', 'at', 'reasons', 'scores'])
    .where('comment_id', 'in', ids)
    .orderBy('id')
    .execute();
  return grouped(rows, ({ reasons, scores, ...row }) => ({
    ...row,
    reasons: JSON.parse(reasons) as unknown,
    ...(scores !== null && { scores: JSON.parse(scores) as unknown }),
  }));
}

async function readRespects(store: Store, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, { reader: string; at: string }[]>();
  const rows = await store.read
    .selectFrom('comment_respect')
    .select(['comment_id as id', 'reader_id', 'at'])
    .where('comment_id', 'in', ids)
    .orderBy('at')
    .orderBy('reader_id')
    .execute();
  return grouped(rows, ({ reader_id: reader, at }) => ({ reader: pseudonym(reader), at }));
}

async function readReports(store: Store, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, { reader: string; reason: string; words: string; at: string }[]>();
  const rows = await store.read
    .selectFrom('comment_report')
    .select(['comment_id as id', 'reader_id', 'reason', 'words', 'at'])
    .where('comment_id', 'in', ids)
    .orderBy('id')
    .execute();
  return grouped(rows, ({ reader_id: reader, ...row }) => ({ reader: pseudonym(reader), ...row }));
}

/** Rows by their comment, without its number. */
function grouped<Row extends { id: number }, Shown>(
  rows: readonly Row[],
  show: (row: Omit<Row, 'id'>) => Shown,
): Map<number, Shown[]> {
  const groups = new Map<number, Shown[]>();
  for (const { id, ...row } of rows) {
    const group = groups.get(id);
    if (group) group.push(show(row));
    else groups.set(id, [show(row)]);
  }
  return groups;
}

const pseudonym = (readerId: number): string => `reader ${readerId}`;
