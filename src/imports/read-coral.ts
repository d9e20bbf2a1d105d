import { z } from 'zod';
import type { Bytes, Exported, ExportedComment } from './exported.ts';
import { jsonObjects } from './json-objects.ts';
import { plainComment } from './plain-comment.ts';
import { readTime } from './read-time.ts';

const text = z.string().max(2000);
/** A time as MongoDB's extended JSON, version 1 or 2, or plainly. */
const time = z
  .union([
    z.string(),
    z.number(),
    z.object({ $date: z.union([z.string(), z.number(), z.object({ $numberLong: z.string() })]) }),
  ])
  .transform((given) => {
    const date = typeof given === 'object' ? given.$date : given;
    return readTime(typeof date === 'object' ? Number(date.$numberLong) : date);
  })
  .nullish();

const comment = z.object({
  id: text,
  storyID: text,
  authorID: text.nullish(),
  parentID: text.nullish(),
  body: z.string().nullish(),
  revisions: z.array(z.object({ body: z.string().nullish() })).nullish(),
  status: z.string().default('NONE'),
  createdAt: time,
  deletedAt: time,
});
const story = z.object({ id: text, url: text, metadata: z.object({ title: text.nullish() }).nullish() });
const user = z.object({
  id: text,
  username: text.nullish(),
  displayName: text.nullish(),
  email: text.nullish(),
});

/**
 * What `mongoexport` makes of Coral's collections `stories`, `users` and `comments` (Coral 5 to 9), as lines or as one array,
 * in one file or several, in any order. An object is told by its fields.
 */
export async function* readCoral(bytes: Bytes): AsyncGenerator<Exported> {
  for await (const object of jsonObjects(bytes)) {
    if (typeof object === 'string') yield { kind: 'problem', message: object };
    else if ('storyID' in object && ('revisions' in object || 'body' in object)) yield commentOf(object);
    else if ('url' in object && 'id' in object) yield storyOf(object);
    else if ('id' in object && ('username' in object || 'profiles' in object || 'email' in object))
      yield userOf(object);
    else yield { kind: 'passed', what: 'object that is no story, comment or user' };
  }
}

function commentOf(object: unknown): Exported {
  const read = comment.safeParse(object);
  if (!read.success) return problemOf('comment', read.error);
  const { id, storyID, authorID, parentID, body, revisions, status, createdAt, deletedAt } = read.data;
  const words = revisions?.at(-1)?.body ?? body ?? '';
  return {
    kind: 'comment',
    item: id,
    thread: storyID,
    author: authorID ?? 'nobody',
    text: deletedAt ? '' : plainComment(words),
    ...(deletedAt ? DELETED : stateOf(status)),
    ...(parentID && { parent: parentID }),
    ...(createdAt && { at: createdAt }),
  };
}

function storyOf(object: unknown): Exported {
  const read = story.safeParse(object);
  if (!read.success) return problemOf('story', read.error);
  const { id, url, metadata } = read.data;
  return {
    kind: 'thread',
    thread: id,
    keys: [id, url],
    address: url,
    ...(metadata?.title && { title: metadata.title }),
  };
}

function userOf(object: unknown): Exported {
  const read = user.safeParse(object);
  if (!read.success) return problemOf('user', read.error);
  const { id, username, displayName, email } = read.data;
  return { kind: 'author', author: id, name: displayName || username || '', ...(email && { email }) };
}

type Stated = Pick<ExportedComment, 'state' | 'reasons'>;
const stated = (state: Stated['state'], code: string, message: string): Stated => ({
  state,
  reasons: [{ code: `import-${code}`, message }],
});
const DELETED = stated('removed', 'deleted', 'Deleted in Coral.');

/** Coral publishes what has the status NONE (post-moderation) as well as APPROVED. */
function stateOf(status: string): Stated {
  if (status === 'NONE' || status === 'APPROVED') return { state: 'approved', reasons: [] };
  if (status === 'REJECTED') return stated('refused', 'rejected', 'Rejected in Coral.');
  if (status === 'SYSTEM_WITHHELD') return stated('held', 'held', 'Withheld by Coral for a moderator.');
  return stated('pending', 'waiting', 'Waited for a moderator in Coral.');
}

function problemOf(what: string, error: z.ZodError): Exported {
  const [issue] = error.issues;
  return { kind: 'problem', message: `A ${what} cannot be read: ${issue?.path.join('.')}: ${issue?.message}.` };
}
