import { applyNext, type Place } from '../store/others/import-apply.ts';
import { type StagedAuthor, type StagedItem, stageBatch } from '../store/others/import-stage.ts';
import { listWaiting, matchThreads, storyIdsOf, type WaitingThread } from '../store/others/import-threads.ts';
import type { Store } from '../store/store.ts';
import { emailHash, namesOf } from './author-name.ts';
import type { Bytes, Exported, ExportedAuthor, ExportedComment, ExportedThread } from './exported.ts';
import { readCopydesk } from './read-copydesk.ts';
import { readCoral } from './read-coral.ts';
import { readDisqus } from './read-disqus.ts';
import { readWordpress } from './read-wordpress.ts';
import { type StoryMap, slugsFor } from './story-map.ts';

/** The exports that can be read. */
export const IMPORTS: Readonly<Record<string, (bytes: Bytes) => AsyncGenerator<Exported>>> = {
  disqus: readDisqus,
  wordpress: readWordpress,
  coral: readCoral,
  copydesk: readCopydesk,
};

/** What an import did. `problems` are the first twenty in words; `waiting` are discussions without a story of ours. */
export type ImportReport = {
  readonly read: number;
  readonly added: number;
  readonly applied: number;
  readonly passed: number;
  readonly problems: readonly string[];
  readonly waiting: readonly WaitingThread[];
};

/** Records in one commit. */
const BATCH = 1000;
const MOST_PROBLEMS = 20;
const MOST_WAITING = 1000;

type Room = { readonly store: Store; readonly now: () => Date; readonly url: string };
type Job = {
  readonly source: string;
  readonly files: readonly (() => Bytes)[];
  readonly map: StoryMap;
  /** Is told how many comments are in their discussions by now. */
  readonly onApplied?: (count: number) => void;
};
type Counts = { read: number; added: number; passed: number; problems: string[] };

/**
 * Takes the comments of an export over, in two steps that may each be cut off and begun again: everything is kept as it is
 * read, its discussions matched to stories; then comments go into those, parents first. What is here already changes nothing.
 */
export async function runImport(room: Room, job: Job): Promise<ImportReport> {
  const { store } = room;
  const counts: Counts = { read: 0, added: 0, passed: 0, problems: [] };
  for (const file of job.files) await stageFile(room, job, file(), counts);
  let applied = 0;
  let next: Place | undefined = { at: '', item: '' };
  while (next) {
    const wanted = { source: job.source, after: next, namesOf, findTwins: job.source === 'copydesk' };
    const done: { applied: number; next: Place | undefined } = await applyNext(store, wanted);
    applied += done.applied;
    job.onApplied?.(applied);
    next = done.next;
  }
  return { ...counts, applied, waiting: await listWaiting(store, job.source, MOST_WAITING) };
}

async function stageFile(room: Room, { source, map }: Job, bytes: Bytes, counts: Counts): Promise<void> {
  const read = IMPORTS[source];
  if (!read) throw new TypeError(`There is no reader for "${source}".`);
  let [threads, authors, items] = [[] as ExportedThread[], [] as StagedAuthor[], [] as StagedItem[]];
  const flush = async (): Promise<void> => {
    counts.added += await stageBatch(room.store, source, { threads, authors, items });
    await match(room, source, { threads, map });
    [threads, authors, items] = [[], [], []];
  };
  for await (const one of read(bytes)) {
    if (one.kind === 'problem') {
      if (counts.problems.length < MOST_PROBLEMS) counts.problems.push(one.message);
    } else if (one.kind === 'passed') counts.passed++;
    else if (one.kind === 'thread') threads.push(one);
    else if (one.kind === 'author') authors.push(authorRow(one));
    else {
      counts.read++;
      items.push(itemRow(one, room.now()));
    }
    if (threads.length + authors.length + items.length >= BATCH) await flush();
  }
  await flush();
}

/** Notes the stories of those discussions for which there is one. */
async function match(
  { store, url }: Room,
  source: string,
  { threads, map }: { readonly threads: readonly ExportedThread[]; readonly map: StoryMap },
): Promise<void> {
  const wanted = threads.map((thread) => ({ thread: thread.thread, slugs: slugsFor(thread, { map, url }) }));
  const ids = await storyIdsOf(store, [...new Set(wanted.flatMap(({ slugs }) => slugs))]);
  const matches = wanted.flatMap(({ thread, slugs }) => {
    const storyId = slugs.map((slug) => ids.get(slug)).find((id) => id !== undefined);
    return storyId === undefined ? [] : [{ thread, storyId }];
  });
  if (matches.length > 0) await matchThreads(store, source, matches);
}

function authorRow({ author, name, email }: ExportedAuthor): StagedAuthor {
  const emailSha256 = emailHash(email);
  // Some write their address where a name is asked for.
  const shown = emailHash(name) === undefined ? name : '';
  return { author, name: shown, ...(emailSha256 !== undefined && { emailSha256 }) };
}

/** A comment whose time cannot be read, or is still to come, is one of today. */
function itemRow(comment: ExportedComment, now: Date): StagedItem {
  const { item, thread, parent, author, text, state, reasons, decisions, respects } = comment;
  const today = now.toISOString();
  return {
    item,
    thread,
    at: comment.at !== undefined && comment.at < today ? comment.at : today,
    data: { author, text, state, reasons, ...(decisions && { decisions }), ...(respects && { respects }) },
    ...(parent !== undefined && { parent }),
  };
}
