import type { Copy } from '../../story/copy.ts';
import { CopydeskError } from '../../story/errors.ts';
import { copySentences } from '../../story/reading/copy-sentences.ts';
import { present } from '../database/present.ts';
import { storable } from '../database/storable.ts';
import type { Store, Tx } from '../store.ts';

/** A sentence of the copy as a reader names it: our count of the version, and its place in that version's text. */
export type NamedSentence = { readonly version: number; readonly start: number; readonly end: number };

/** What a reader says is wrong with a story, tied to the sentence that she means. */
export type CorrectionNote = {
  readonly id: number;
  readonly slug: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  /** What she wrote about it; may be empty where the comment says it. */
  readonly words: string;
  readonly commentId?: number;
  readonly at: string;
  readonly settledAt?: string;
  readonly settledBy?: string;
  readonly outcome?: string;
};

/** Keeps a note for the editor; false when the story has no such sentence in that version. */
export async function keepCorrection(
  tx: Tx,
  note: {
    readonly storyId: number;
    readonly sentence: NamedSentence | undefined;
    readonly words: string;
    readonly commentId: number;
    readonly readerId: number;
    readonly now: Date;
  },
): Promise<boolean> {
  const { sentence } = note;
  if (!sentence) return false;
  const version = await tx.db
    .selectFrom('story_version')
    .select(['id', 'copy'])
    .where('story_id', '=', note.storyId)
    .where('number', '=', sentence.version)
    .executeTakeFirst();
  if (!version) return false;
  const { text } = JSON.parse(version.copy) as Copy;
  const isThere = copySentences(text).some(({ start, end }) => start === sentence.start && end === sentence.end);
  if (!isThere) return false;
  await tx.db
    .insertInto('correction_note')
    .values({
      story_id: note.storyId,
      story_version_id: version.id,
      starts: sentence.start,
      ends: sentence.end,
      sentence: storable(text.slice(sentence.start, sentence.end)),
      words: note.words,
      comment_id: note.commentId,
      reader_id: note.readerId,
      at: note.now.toISOString(),
    })
    .execute();
  return true;
}

/** Notes that wait for an editor, the oldest first; with `settled`, those that do not, the latest first. */
export async function listCorrectionNotes(
  store: Store,
  { limit, settled = false }: { readonly limit: number; readonly settled?: boolean },
): Promise<CorrectionNote[]> {
  const rows = await store.read
    .selectFrom('correction_note')
    .innerJoin('story', 'story.id', 'correction_note.story_id')
    .innerJoin('story_version', 'story_version.id', 'correction_note.story_version_id')
    .select([
      'correction_note.id',
      'story.slug',
      'story_version.number as version',
      'correction_note.starts as start',
      'correction_note.ends as end',
      'correction_note.sentence',
      'correction_note.words',
      'correction_note.comment_id as commentId',
      'correction_note.at',
      'correction_note.settled_at as settledAt',
      'correction_note.settled_by as settledBy',
      'correction_note.outcome',
    ])
    .where('correction_note.settled_at', settled ? 'is not' : 'is', null)
    .orderBy('correction_note.id', settled ? 'desc' : 'asc')
    .limit(limit)
    .execute();
  return rows.map(present);
}

/** An editor has dealt with a note; `outcome` says how, in her words. `not-found` when none of that number waits. */
export async function settleCorrectionNote(
  store: Store,
  id: number,
  { by, outcome, now }: { readonly by: string; readonly outcome: string; readonly now: Date },
): Promise<void> {
  await store.write(async (tx) => {
    const settled = await tx.db
      .updateTable('correction_note')
      .set({ settled_at: now.toISOString(), settled_by: storable(by), outcome: storable(outcome) })
      .where('id', '=', id)
      .where('settled_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!settled) throw new CopydeskError('not-found', `No correction that waits has the number ${id}.`);
  });
}
