import { runImport } from '../../src/imports/run-import.ts';
import { readStoryMap } from '../../src/imports/story-map.ts';
import type { Store } from '../../src/store/store.ts';

/** Disqus's export with two threads and these posts. */
export const disqus = (posts: string): string => `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="9"><forum>courier</forum><title>General</title></category>
<thread dsq:id="71"><id>old-1</id><forum>courier</forum><category dsq:id="9"/>
 <link>https://old.example/2019/harbour-bridge-to-close-for-three-weeks/?utm_source=x</link>
 <title>Bridge &amp; ferry</title><message/><createdAt>2019-01-01T08:00:00Z</createdAt>
 <author><name>Desk</name><username>desk</username></author></thread>
<thread dsq:id="72"><id>old-2</id><link>https://old.example/2019/lost-story</link><title>A lost story</title></thread>
${posts}
</disqus>`;

type Post = { id: number; text: string; at?: string; parent?: number; name?: string; thread?: number; more?: string };
/** A post of it. */
export const post = ({
  id,
  text,
  at = '2019-01-02T10:00:00Z',
  parent,
  name = 'Priya Sharma',
  thread = 71,
  more = '',
}: Post) =>
  `<post dsq:id="${id}"><id/><message><![CDATA[${text}]]></message><createdAt>${at}</createdAt>${more}
<author><email>priya@mail.example</email><name>${name}</name><username>u${name.length}</username></author>
<thread dsq:id="${thread}"/>${parent === undefined ? '' : `<parent dsq:id="${parent}"/>`}</post>`;

/** WordPress's export with one item and these comments. */
export const wxr = (comments: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE rss [<!ENTITY boom "boom boom boom">]>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Old paper</title><link>https://old.example</link><wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login>desk</wp:author_login></wp:author>
<item><title>The bridge</title><link>https://old.example/?p=12</link><guid isPermaLink="false">https://old.example/?p=12</guid>
<content:encoded><![CDATA[<p>The article is not ours to take.</p>]]></content:encoded>
<wp:post_id>12</wp:post_id><wp:post_name>harbour-bridge-to-close-for-three-weeks</wp:post_name>
${comments}
</item></channel></rss>`;

/** A comment of it. */
export const wordpressComment = (id: number, content: string, parts: Record<string, string> = {}): string => {
  const fields = {
    comment_id: String(id),
    comment_author: 'Tomás Ó Briain',
    comment_author_email: 'tomas@mail.example',
    comment_date: '2018-05-01 14:00:00',
    comment_date_gmt: '2018-05-01 12:00:00',
    comment_content: content,
    comment_approved: '1',
    comment_type: 'comment',
    comment_parent: '0',
    comment_user_id: '0',
    ...parts,
  };
  const inside = Object.entries(fields).map(([name, value]) => `<wp:${name}><![CDATA[${value}]]></wp:${name}>`);
  return `<wp:comment>${inside.join('')}</wp:comment>`;
};

/** Takes an export over, in pieces as a disk gives them. */
export const takeExport = (store: Store, source: string, file: string, map = '') =>
  runImport(
    { store, now: () => new Date('2026-03-02T09:00:00.000Z'), url: 'https://courier.example' },
    {
      source,
      map: readStoryMap(map),
      files: [
        async function* () {
          const bytes = new TextEncoder().encode(file);
          for (let at = 0; at < bytes.length; at += 997) yield bytes.slice(at, at + 997);
        },
      ],
    },
  );
