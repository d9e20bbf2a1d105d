import { emailHash } from './author-name.ts';
import type { Bytes, Exported, ExportedComment } from './exported.ts';
import { plainComment } from './plain-comment.ts';
import { readTime } from './read-time.ts';
import { wordsIn, type XmlRecord, xmlRecords } from './xml-records.ts';

const records = new Set(['item', 'comment']);
// The article itself and what plug-ins keep beside it.
const skipped = new Set([
  'encoded',
  'postmeta',
  'commentmeta',
  'category',
  'comment_author_IP',
  'author',
  'term',
  'tag',
]);
const NOT_COMMENTS = new Set(['pingback', 'trackback', 'note', 'order_note', 'action_log']);

/**
 * WordPress's export (WXR 1.0 to 1.2): comments stand inside their item. Numbers are only a site's own, so each is put behind
 * the site's address: two sites can come into one newsroom.
 */
export async function* readWordpress(bytes: Bytes): AsyncGenerator<Exported> {
  for await (const record of xmlRecords(bytes, { records, skipped })) {
    if (typeof record === 'string') yield { kind: 'problem', message: record };
    else if (record.name === 'comment') yield* commentOf(record);
    else yield* itemOf(record);
  }
}

function* itemOf(item: XmlRecord): Generator<Exported> {
  const thread = threadOf(item);
  if (thread === undefined) return;
  const [address, title, slug] = [wordsIn(item, 'link'), wordsIn(item, 'title'), wordsIn(item, 'post_name')];
  yield {
    kind: 'thread',
    thread,
    keys: [wordsIn(item, 'post_id'), address, wordsIn(item, 'guid'), slug].filter((key) => key !== ''),
    ...(address !== '' && { address }),
    ...(slug !== '' && { slug }),
    ...(title !== '' && { title }),
  };
}

function* commentOf(record: XmlRecord): Generator<Exported> {
  const type = wordsIn(record, 'comment_type');
  if (NOT_COMMENTS.has(type)) return yield { kind: 'passed', what: type };
  const thread = record.parent && threadOf(record.parent);
  const id = wordsIn(record, 'comment_id');
  if (thread === undefined || id === '')
    return yield { kind: 'problem', message: 'A comment without its number or its item.' };
  const site = siteOf(record.parent);
  const [name, email] = [wordsIn(record, 'comment_author'), wordsIn(record, 'comment_author_email')];
  const user = wordsIn(record, 'comment_user_id');
  const author = `${site} ${user !== '' && user !== '0' ? `user ${user}` : `guest ${emailHash(email) ?? emailHash(name) ?? name}`}`;
  const parent = wordsIn(record, 'comment_parent');
  // @NOTE The local time has no zone in the file; it is used only where WordPress left the other one empty.
  const at = readTime(wordsIn(record, 'comment_date_gmt')) ?? readTime(wordsIn(record, 'comment_date'));
  yield { kind: 'author', author, name, ...(email !== '' && { email }) };
  yield {
    kind: 'comment',
    item: `${site} ${id}`,
    thread,
    author,
    text: plainComment(withBreaks(wordsIn(record, 'comment_content'))),
    ...stateOf(wordsIn(record, 'comment_approved')),
    ...(parent !== '' && parent !== '0' && { parent: `${site} ${parent}` }),
    ...(at !== undefined && { at }),
  };
}

/** WordPress keeps line breaks as they were typed and makes paragraphs of them when it shows them. */
const withBreaks = (html: string): string =>
  html.replace(/\r\n?/g, '\n').replace(/\n\n+/g, '<p>').replace(/\n/g, '<br>');

function threadOf(item: XmlRecord): string | undefined {
  const id = wordsIn(item, 'post_id') || wordsIn(item, 'link') || wordsIn(item, 'guid');
  return id === '' ? undefined : `${siteOf(item)} ${id}`;
}

/** The address of the blog, without its scheme, from the head of the channel. */
function siteOf(item: XmlRecord | undefined): string {
  const channel = item?.parent;
  const address = wordsIn(channel, 'base_blog_url') || wordsIn(channel, 'link') || wordsIn(channel, 'base_site_url');
  return address.replace(/^https?:\/\//i, '').replace(/\/+$/, '') || 'wordpress';
}

function stateOf(approved: string): Pick<ExportedComment, 'state' | 'reasons'> {
  const reason = (code: string, message: string) => [{ code: `import-${code}`, message }];
  if (approved === '1' || approved === 'approve') return { state: 'approved', reasons: [] };
  if (approved === 'spam') return { state: 'refused', reasons: reason('spam', 'Marked as spam in WordPress.') };
  if (approved === 'trash' || approved === 'post-trashed')
    return { state: 'removed', reasons: reason('deleted', 'In the trash of WordPress.') };
  return { state: 'pending', reasons: reason('waiting', 'Waited for a moderator in WordPress.') };
}
