import type { Comment, Reason } from '../../story/discussion/comment.ts';
import { skeletonOf } from '../../text/skeleton.ts';
import { noteAddress } from '../accounts/reader-address.ts';
import { noteWriter, writerReasons } from '../accounts/writer-reasons.ts';
import { addReader, findWriter, type KnownReader } from '../readers.ts';
import type { Tx } from '../store.ts';
import { insertComment, type NewComment } from './insert-comment.ts';
import { type Pace, spendOnce, takePaces } from './pace.ts';

/** How a comment gets in. What is kept counts towards all paces; a refused one counts towards none. */
export type Admission = {
  /** The address of the story. */
  readonly slug: string;
  /** Beyond these nothing is taken. */
  readonly most: readonly Pace[];
  /** Beyond these a proof of work is asked for, or a person looks. */
  readonly calm: readonly Pace[];
  /** The same for the story, whoever writes. */
  readonly story: Pace;
  /** A solved challenge, which counts once. */
  readonly proof?: { readonly key: string; readonly until: Date };
  /** Already known to be busy, and why. */
  readonly busy?: Reason;
  /** Who writes, as this transaction has found her. */
  readonly reader: KnownReader | undefined;
  /** The address that the reader typed: she waits until she has confirmed it. */
  readonly email?: string;
};

export type Accepted =
  /** `confirms` is the number of the reader whose address is to be confirmed. */
  | { readonly kind: 'saved'; readonly comment: Comment; readonly confirms?: number }
  | { readonly kind: 'wait'; readonly seconds: number };

/**
 * Keeps a comment if its source has not had its share; held for a person where source or story are busy and no work was
 * shown, or where it is not clear who writes. Counted and kept in the same transaction: no restart and no second process loses a count.
 */
export async function acceptComment(tx: Tx, comment: NewComment, admission: Admission): Promise<Accepted> {
  const { submission, now } = comment;
  const { most, calm, story } = admission;
  const [wait, ...waits] = await takePaces(tx, [most, calm, [story]], now);
  if (wait !== undefined) return { kind: 'wait', seconds: wait };
  const [source, all] = waits.map((seconds) => seconds !== undefined);
  const busy = source ? BUSY_SOURCE : all ? BUSY_STORY : admission.busy;
  const proved = busy !== undefined && admission.proof !== undefined && (await spendProof(tx, admission.proof));
  const { email } = admission;
  // Behind the paces: what is not taken leaves no reader either.
  const confirms = email && (await noteAddress(tx, { readerToken: submission.readerToken, email, now }));
  const reader = email ? await findWriter({ read: tx.db }, submission.readerToken) : admission.reader;
  const writer = { storyId: submission.storyId, skeleton: skeletonOf(submission.fullName) };
  const reasons = [
    ...(busy === undefined || proved ? [] : [busy]),
    ...(await writerReasons(tx, { ...writer, reader })),
  ];
  const readerId = reader?.id ?? (await addReader(tx, submission.readerToken, now));
  const known = { readerId, slug: admission.slug };
  const saved = await insertComment(tx, reasons.length === 0 ? comment : heldFor(reasons, comment), known);
  await noteWriter(tx, { ...writer, readerId });
  return { kind: 'saved', comment: saved, ...(typeof confirms === 'number' && { confirms }) };
}

const BUSY_SOURCE: Reason = {
  code: 'busy-source',
  message: 'Many comments came from this address in a short time, and this one without a proof of work.',
};
const BUSY_STORY: Reason = {
  code: 'busy-story',
  message: 'Very many comments came to this story in a short time, and this one without a proof of work.',
};

/** What is refused stays refused: none of these is a way out. */
function heldFor(reasons: readonly Reason[], comment: NewComment): NewComment {
  const state = comment.state === 'refused' ? comment.state : 'held';
  return { ...comment, state, reasons: [...comment.reasons, ...reasons] };
}

const spendProof = (tx: Tx, { key, until }: NonNullable<Admission['proof']>) => spendOnce(tx, `proof:${key}`, until);
