import type { Reason } from '../../story/discussion/comment.ts';
import { skeletonOf } from '../../text/skeleton.ts';
import { atMost, type Places, prepare } from '../database/prepared.ts';
import type { KnownReader } from '../readers.ts';
import type { Tx } from '../store.ts';

/** Who writes, as far as can be told: under which story, by which name (`skeletonOf`), and as which reader, if she is known. */
export type Writer = {
  readonly storyId: number;
  readonly skeleton: string;
  readonly reader: KnownReader | undefined;
};

/**
 * Why a person should look who it is that writes; nothing for most. A name that looks like a staff member's, or like another
 * reader's under the same story, and an address that its owner has not confirmed.
 */
export async function writerReasons(tx: Tx, { storyId, skeleton, reader }: Writer): Promise<Reason[]> {
  const confirmed = reader?.email_confirmed_at != null ? reader.email : undefined;
  const staff = await listStaff(tx.db, {});
  const posed = staff.find(({ name, email }) => email !== confirmed && staffSkeleton(name) === skeleton);
  const [other] = await otherWriter(tx.db, { story: storyId, skeleton, reader: reader?.id ?? -1 });
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

/** Remembers by which name a reader wrote under a story. */
export async function noteWriter(
  tx: Tx,
  { storyId, skeleton, readerId }: { readonly storyId: number; readonly skeleton: string; readonly readerId: number },
): Promise<void> {
  await addName(tx.db, { story: storyId, skeleton, reader: readerId });
}

const listStaff = prepare((db, _: Places<Record<never, never>>) =>
  db.selectFrom('staff').select(['name', 'email']).where('removed_at', 'is', null),
);

const otherWriter = prepare((db, at: Places<{ story: number; skeleton: string; reader: number }>) =>
  db
    .selectFrom('writer_name')
    .select('reader_id')
    .where('story_id', '=', at.story)
    .where('skeleton', '=', at.skeleton)
    .where('reader_id', '!=', at.reader)
    .limit(atMost(1)),
);

const addName = prepare((db, at: Places<{ story: number; skeleton: string; reader: number }>) =>
  db
    .insertInto('writer_name')
    .values({ story_id: at.story, skeleton: at.skeleton, reader_id: at.reader })
    .onConflict((conflict) => conflict.doNothing()),
);

/** The same few names are compared with each comment. */
function staffSkeleton(name: string): string {
  const known = skeletons.get(name);
  if (known !== undefined) return known;
  if (skeletons.size >= MOST_NAMES) skeletons.clear();
  const skeleton = skeletonOf(name);
  skeletons.set(name, skeleton);
  return skeleton;
}

const skeletons = new Map<string, string>();
const MOST_NAMES = 1000;
