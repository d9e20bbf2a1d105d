import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'parse5';
import { comment, discussionOf, thread, viewWith } from '../../test/support/story-view.ts';
import { renderStoryPage } from './story-page.ts';
import type { StoryView } from './story-view.ts';

type Node = {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
};

const page = (view: StoryView): string => String(renderStoryPage(view));
const elementsIn = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(elementsIn)];
const elements = (html: string): Node[] => elementsIn(parse(html) as unknown as Node);
const attribute = (node: Node, name: string): string | undefined => node.attrs?.find((one) => one.name === name)?.value;

/** Each piece stands behind the one before it. */
function assertOrder(html: string, pieces: readonly string[]): void {
  let at = 0;
  for (const piece of pieces) {
    const found = html.indexOf(piece, at);
    assert.notEqual(found, -1, `“${piece}” is missing or too early`);
    at = found + piece.length;
  }
}

describe("a story's page", () => {
  it('has all fifteen rows in the order of reading', () => {
    const html = page(viewWith()).replace(/^[\s\S]*<body>/, '');
    assertOrder(html, [
      'Old Pier to Close after Divers Find Hollow Piles</h1>',
      'The harbor authority will close the old pier. A new pier would cost 60 million crowns.</p>',
      'Key Points',
      'Old Pier Closes Monday',
      'Divers found hollow piles</summary>',
      '3 min read',
      '“Rather close a sound pier”: old pier to shut',
      'The old pier will close from Monday after divers found hollow piles.</p>',
      'We would rather close a sound pier than keep an unsound one open.',
      'Ingrid Solheim</a></cite>',
      'Port Ellery, February 24',
      '<p id="p1">The harbour authority will close the old pier from Monday',
      '<p id="p3">A new pier would cost 60 million crowns',
      '— </span>Norfeed</p>',
      'Share this article',
      'Reader Comments',
      'Priya S',
      'We welcome thoughtful discussions',
      'Leave a Comment',
      'Minimum 50 characters',
      '0/50',
      'Who said what',
    ]);
  });

  it('shows the words behind every element that was made, with the way to their paragraph', () => {
    const html = page(viewWith());
    assertOrder(html, [
      'Divers found hollow piles</summary>',
      '<mark>divers found hollow piles</mark>',
      '<a href="#p1">Paragraph 1</a>',
      'New pier would cost 60 million</summary>',
      '<a href="#p3">Paragraph 3</a>',
    ]);
    const opens = elements(html).filter((node) => attribute(node, 'class')?.startsWith('mark mark-made'));
    assert.equal(opens.length, 4, 'the headline, the summary, the key points and the standfirst open');
    assert.ok(opens.every((node) => node.nodeName === 'summary'));
  });

  it('says which words are the agency’s', () => {
    const html = page(viewWith());
    assert.match(html, /Made here from Norfeed’s words/);
    assert.match(html, /Norfeed’s words, unchanged/);
    assert.match(html, /<div class="body" lang="en-GB">/);
  });

  it('leads only to places that are there', () => {
    const all = elements(page(viewWith({ story: { updatedAt: '2026-02-24T12:00:00.000Z' } })));
    const ids = all.map((node) => attribute(node, 'id')).filter((id) => id !== undefined);
    assert.deepEqual(ids, [...new Set(ids)], 'no id twice');
    const targets = all.map((node) => attribute(node, 'href')).filter((href) => href?.startsWith('#'));
    assert.deepEqual(
      targets.filter((href) => !ids.includes(href!.slice(1))),
      [],
    );
  });

  it('has one main heading, and no style or script inside', () => {
    const all = elements(page(viewWith()));
    assert.equal(all.filter((node) => node.nodeName === 'h1').length, 1);
    assert.equal(all.filter((node) => node.nodeName === 'style').length, 0);
    const scripts = all.filter(
      (node) => node.nodeName === 'script' && attribute(node, 'type') !== 'application/ld+json',
    );
    assert.deepEqual(
      scripts.map((node) => attribute(node, 'type')),
      ['module', 'module'],
    );
    assert.ok(scripts.every((node) => attribute(node, 'src')?.startsWith('/assets/')));
    assert.deepEqual(
      all.flatMap((node) => node.attrs ?? []).filter(({ name }) => name === 'style' || name.startsWith('on')),
      [],
    );
  });

  it('asks nobody else for anything', () => {
    const loading = elements(page(viewWith())).flatMap((node) => {
      const address = attribute(node, 'src') ?? (node.nodeName === 'link' ? attribute(node, 'href') : undefined);
      return address === undefined || attribute(node, 'rel') === 'canonical' ? [] : [address];
    });
    assert.ok(loading.length > 4);
    assert.ok(
      loading.every((address) => address.startsWith('/') && !address.startsWith('//')),
      loading.join(' '),
    );
  });

  it('keeps hostile words harmless wherever they stand', () => {
    const evil = '</title></script><script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
    const { story } = viewWith();
    const headline = { ...story.furniture.displayHeadline!, text: evil };
    const view = viewWith({
      copy: { headline: evil, creditLine: evil, section: evil, byline: evil, language: evil, dateline: { text: evil } },
      story: { furniture: { ...story.furniture, displayHeadline: headline, standfirst: headline } },
      discussion: {
        page: discussionOf([thread(comment(1, { name: evil, text: evil }))]),
        form: { name: evil, text: `\n</textarea>${evil}`, problems: [{ field: 'name', message: evil }] },
      },
    });
    const all = elements(page({ ...view, frame: { ...view.frame, sections: [evil] } }));
    assert.equal(all.filter((node) => node.nodeName === 'img').length, 0);
    assert.equal(all.filter((node) => node.nodeName === 'script').length, 3);
    const field = all.find((node) => node.nodeName === 'textarea');
    assert.equal(field?.childNodes?.[0]?.value, `\n</textarea>${evil}`, 'what was typed comes back letter for letter');
  });

  it('tells machines what it tells readers', () => {
    const html = page(
      viewWith({ story: { correctedAt: '2026-02-24T15:00:00.000Z' }, copy: { correctionNote: 'It is 60, not 16.' } }),
    );
    const block = elements(html).find((node) => attribute(node, 'type') === 'application/ld+json');
    const article = JSON.parse(block?.childNodes?.[0]?.value ?? '');
    assert.equal(article['@type'], 'NewsArticle');
    assert.equal(article.headline, 'Old Pier to Close after Divers Find Hollow Piles');
    assert.equal(article.correction.text, 'It is 60, not 16.');
    assert.equal(article.dateModified, '2026-02-24T15:00:00.000Z');
    assert.match(
      html,
      /<meta name="description" content="The old pier will close from Monday after divers found hollow piles.">/,
    );
    assert.match(html, /<link rel="canonical" href="https:\/\/post.example\/story\/old-pier">/);
    assert.match(html, /id="corrected"[\s\S]*It is 60, not 16\./);
  });

  it('falls back to the agency’s headline and leaves out what could not be proved', () => {
    const { story } = viewWith();
    const furniture = {
      ...story.furniture,
      displayHeadline: null,
      standfirst: null,
      summary: [],
      keyPoints: [],
      keyPointsTitle: null,
      pullQuote: null,
    };
    const html = page(viewWith({ story: { furniture, quotations: [] } }));
    assert.match(html, /<h1 id="headline" lang="en-GB">“Rather close a sound pier”: old pier to shut<\/h1>/);
    assert.doesNotMatch(html, /mark-made|class="points"|pull-quote|agency-headline|class="record"/);
    assert.match(html, /<meta name="description" content="The harbour authority will close the old pier from Monday/);
  });

  it('marks an element that is the agency’s own as the agency’s', () => {
    const { story } = viewWith();
    const standfirst = { ...story.furniture.standfirst!, madeBy: { kind: 'agency' } as const };
    assert.match(
      page(viewWith({ story: { furniture: { ...story.furniture, standfirst } } })),
      /<summary class="mark mark-agency">/,
    );
  });

  it('turns copy that is written from the right', () => {
    assert.match(page(viewWith({ copy: { language: 'ar' } })), /<div class="body" lang="ar" dir="rtl">/);
  });
});

describe('the discussion on the page', () => {
  it('says whom a comment answers and lets readers answer it without script', () => {
    const html = page(viewWith());
    assert.match(html, /in reply to <a href="#comment-1">Priya S<\/a>/);
    assert.match(html, /href="\/story\/old-pier\?reply=2#leave-a-comment"/);
    assert.match(html, /Which survey\?\nThere were two\./);
  });

  it('shows a reader her own comment as waiting', () => {
    const html = page(
      viewWith({ discussion: { page: discussionOf([thread(comment(7, { state: 'pending', own: true }))]) } }),
    );
    assert.match(html, /id="comment-7"[\s\S]*Waiting for a moderator\. Only you can see it\./);
    assert.doesNotMatch(html, /\?reply=7/);
  });

  it('takes the initial of a name whole, in any script', () => {
    const named = (name: string) =>
      page(viewWith({ discussion: { page: discussionOf([thread(comment(1, { name }))]) } }));
    assert.match(named('åsa L'), /data-initial="Å"/);
    assert.match(named('क्षितिज'), /data-initial="क्षि"/);
  });

  it('gives back what was typed and leads from each problem to its field', () => {
    const html = page(
      viewWith({
        discussion: {
          form: {
            name: 'Priya',
            text: 'Too short "so far".',
            replyTo: { id: 1, name: 'Priya S' },
            problems: [{ field: 'text', message: 'Write at least 50 characters.' }],
          },
        },
      }),
    );
    assert.match(html, /<a href="#comment-text">Write at least 50 characters\.<\/a>/);
    assert.match(
      html,
      /<textarea id="comment-text"[^>]*aria-describedby="text-problem text-note" aria-invalid="true">\nToo short &quot;so far&quot;\.<\/textarea>/,
    );
    assert.match(html, /value="Priya"/);
    assert.match(html, /<input type="hidden" name="parent" value="1">/);
    assert.match(html, />19\/50</);
  });

  it('offers the four orders, the pages and the rest of a long thread as links, each page with its own canonical address', () => {
    const threads = [thread(comment(1), [], 4), thread(comment(2))];
    const html = page(viewWith({ discussion: { page: discussionOf(threads, { sort: 'newest', page: 2, pages: 3 }) } }));
    assert.match(html, /<a href="\/story\/old-pier\?sort=discussed#comments" rel="nofollow">Most discussed<\/a>/);
    assert.match(html, /<a href="\/story\/old-pier#comments" rel="prev">Previous<\/a>/);
    assert.match(html, /<a href="\/story\/old-pier\?page=3#comments" rel="next">Next<\/a>/);
    assert.match(html, /<link rel="canonical" href="https:\/\/post\.example\/story\/old-pier\?page=2">/);
    assert.match(html, /<link rel="next" href="https:\/\/post\.example\/story\/old-pier\?page=3">/);
    assert.match(
      html,
      /<a href="\/story\/old-pier\?thread=1#comment-1" rel="nofollow">See all answers \(4 more\)<\/a>/,
    );
    const sorted = page(
      viewWith({ discussion: { page: discussionOf(threads, { sort: 'oldest', page: 2, pages: 3 }) } }),
    );
    assert.match(sorted, /<link rel="canonical" href="https:\/\/post\.example\/story\/old-pier">/);
    assert.match(sorted, /href="\/story\/old-pier\?sort=oldest&amp;page=3#comments"/);
  });

  it('keeps the place of a comment that is gone, without its words', () => {
    const gone = { kind: 'gone', id: 4, depth: 0, createdAt: '2026-02-24T12:00:00.000Z', why: 'deleted' } as const;
    const answer = comment(5, { depth: 1, parent: { id: 4 } });
    const html = page(viewWith({ discussion: { page: discussionOf([thread(gone, [answer])]) } }));
    assert.match(html, /id="comment-4"><p>Its author deleted this comment\.<\/p>/);
    assert.doesNotMatch(html, /in reply to/);
  });

  it('lets a reader edit her own comment while it is young, delete it at any time, and report others’ only', () => {
    const own = { own: true, createdAt: '2026-02-24T14:58:00.000Z' };
    const young = page(viewWith({ discussion: { page: discussionOf([thread(comment(7, own))]) } }));
    assert.match(young, /href="\/comment\/7\/edit"[\s\S]*href="\/comment\/7\/delete"/);
    assert.doesNotMatch(young, /\/comment\/7\/(?:report|respect)/);
    const old = page(viewWith({ discussion: { page: discussionOf([thread(comment(7, { own: true }))]) } }));
    assert.doesNotMatch(old, /\/comment\/7\/edit/);
    const others = page(viewWith({ discussion: { page: discussionOf([thread(comment(7))]) } }));
    assert.match(others, /formaction="\/comment\/7\/respect" aria-pressed="false"[\s\S]*href="\/comment\/7\/report"/);
    assert.doesNotMatch(others, /\/comment\/7\/(?:edit|delete)/);
  });

  it('says that a discussion is closed and takes the form away', () => {
    const state = { open: false, since: '2026-02-25T12:00:00.000Z', why: 'closed' } as const;
    const html = page(viewWith({ discussion: { state } }));
    assert.match(html, /This discussion is closed/);
    assert.doesNotMatch(html, /<textarea|\?reply=/);
    assert.match(html, /Which survey\?/);
  });

  it('tells machines the comments with their answers, and never one that waits', () => {
    const waiting = comment(3, { state: 'pending', own: true, text: 'Only mine.' });
    const html = page(
      viewWith({ discussion: { page: discussionOf([thread(waiting), thread(comment(1), [comment(2)])]) } }),
    );
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    const { comment: comments } = JSON.parse(data);
    assert.equal(comments.length, 1);
    assert.equal(comments[0].url, 'https://post.example/comment/1');
    assert.equal(comments[0].comment.length, 1);
    assert.doesNotMatch(data, /Only mine/);
  });
});
