import type { CommentState, Reason } from '../story/discussion/comment.ts';
import { emailHash } from './author-name.ts';
import type { Bytes, Exported, ExportedComment } from './exported.ts';
import { plainComment } from './plain-comment.ts';
import { readTime } from './read-time.ts';
import { childIn, wordsIn, type XmlRecord, xmlRecords } from './xml-records.ts';

const records = new Set(['thread', 'post']);
// A thread's own message is the page's, not a reader's.
const skipped = new Set(['category', 'ipAddress']);

/** Disqus's export (XML, disqus.com/disqus-internals): threads, then posts in any order. */
export async function* readDisqus(bytes: Bytes): AsyncGenerator<Exported> {
  for await (const record of xmlRecords(bytes, { records, skipped })) {
    if (typeof record === 'string') yield { kind: 'problem', message: record };
    else if (record.name === 'thread' && record.parent?.name === 'post') noteThread(record);
    else if (record.name === 'thread') yield* threadOf(record);
    else yield* postOf(record);
  }
}

/** A post names its thread by an empty element of the same name, which stays with it. */
function noteThread(record: XmlRecord): void {
  (record.parent?.children as XmlRecord[] | undefined)?.push(record);
}

function* threadOf(record: XmlRecord): Generator<Exported> {
  const thread = record.attributes['id'];
  if (!thread) return;
  const address = wordsIn(record, 'link');
  const title = wordsIn(record, 'title');
  const identifier = wordsIn(record, 'id');
  yield {
    kind: 'thread',
    thread,
    keys: [thread, identifier, address].filter((key) => key !== ''),
    ...(address !== '' && { address }),
    ...(title !== '' && { title }),
  };
}

function* postOf(record: XmlRecord): Generator<Exported> {
  const item = record.attributes['id'];
  const thread = childIn(record, 'thread')?.attributes['id'];
  if (!item || !thread) return yield { kind: 'problem', message: 'A post without its number or its thread.' };
  const writer = childIn(record, 'author');
  const name = wordsIn(writer, 'name');
  const email = wordsIn(writer, 'email');
  const username = wordsIn(writer, 'username');
  const author = username === '' ? `guest ${emailHash(email) ?? emailHash(name) ?? name}` : `user ${username}`;
  const parent = childIn(record, 'parent')?.attributes['id'];
  const at = readTime(wordsIn(record, 'createdAt'));
  yield { kind: 'author', author, name: name === '' ? username : name, ...(email !== '' && { email }) };
  yield {
    kind: 'comment',
    item,
    thread,
    author,
    text: plainComment(wordsIn(record, 'message')),
    ...stateOf(record),
    ...(parent && { parent }),
    ...(at !== undefined && { at }),
  };
}

function stateOf(record: XmlRecord): Pick<ExportedComment, 'state' | 'reasons'> {
  const says = (name: string, value: string): boolean => wordsIn(record, name).toLowerCase() === value;
  if (says('isSpam', 'true')) return because('refused', 'spam', 'Marked as spam in Disqus.');
  if (says('isDeleted', 'true')) return because('removed', 'deleted', 'Deleted in Disqus.');
  if (says('isApproved', 'false')) return because('pending', 'waiting', 'Waited for a moderator in Disqus.');
  return { state: 'approved', reasons: [] };
}

const because = (state: CommentState, code: string, message: string): { state: CommentState; reasons: Reason[] } => ({
  state,
  reasons: [{ code: `import-${code}`, message }],
});
