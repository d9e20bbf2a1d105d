import type { Reason } from '../../story/discussion/comment.ts';
import { skeletonOf } from '../../text/skeleton.ts';
import { hashOf } from '../readers.ts';
import type { Tx } from '../store.ts';

/** Who writes, as far as can be told: under which story, by which name and from which browser. */
export type Writer = {
  readonly storyId: number;
  readonly fullName: string;
  readonly readerToken: string;
};

/**
 * Why a person should look who it is that writes; nothing for most. A name that looks like a staff member's, or like another
 * reader's under the same story, and an address that its owner has not confirmed.
 */
export async function writerReasons(tx: Tx, writer: Writer): Promise<Reason[]> {
  const reader = await tx.db
    .selectFrom('reader')
    .select(['id', 'email', 'email_confirmed_at'])
    .where('token_sha256', '=', hashOf(writer.readerToken))
    .executeTakeFirst();
  const confirmed = reader?.email_confirmed_at != null ? reader.email : undefined;
  const skeleton = skeletonOf(writer.fullName);
  const staff = await tx.db.selectFrom('staff').select(['name', 'email']).where('removed_at', 'is', null).execute();
  const posed = staff.find(({ name, email }) => email !== confirmed && skeletonOf(name) === skeleton);
  const other = await tx.db
    .selectFrom('writer_name')
    .select('reader_id')
    .where('story_id', '=', writer.storyId)
    .where('skeleton', '=', skeleton)
    .where('reader_id', '!=', reader?.id ?? -1)
    .limit(1)
    .executeTakeFirst();
  return [
    ...(posed
      ? [{ code: 'name-of-staff', message: `The name looks like that of ${posed.name}, who is staff here.` }]
      : []),
    ...(other ? [SAME_NAME] : []),
    ...(reader?.email != null && confirmed === undefined ? [UNCONFIRMED] : []),
  ];
}

const SAME_NAME: Reason = {
  code: 'name-of-another',
  message: 'Another reader has written under this story by a name that looks the same.',
};
const UNCONFIRMED: Reason = {
  code: 'email-unconfirmed',
  message: 'The e-mail address that was given has not been confirmed by its owner yet.',
};

/** Remembers by which name a reader, who is known by now, wrote under a story. */
export async function noteWriter(tx: Tx, { storyId, fullName, readerToken }: Writer): Promise<void> {
  await tx.db
    .insertInto('writer_name')
    .columns(['story_id', 'skeleton', 'reader_id'])
    .expression(
      tx.db
        .selectFrom('reader')
        .select((row) => [row.val(storyId).as('story_id'), row.val(skeletonOf(fullName)).as('skeleton'), 'reader.id'])
        .where('token_sha256', '=', hashOf(readerToken)),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
