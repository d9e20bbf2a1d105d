import type { StoryView } from '../../src/site/story-view.ts';
import { type Block, type Copy, textOf } from '../../src/story/copy.ts';
import type { CommentLine, DiscussionLine, DiscussionPage, Thread } from '../../src/story/discussion/discussion.ts';
import { DEFAULT_EDITION } from '../../src/story/edition.ts';
import type { Element } from '../../src/story/furniture.ts';
import type { Quotation } from '../../src/story/speech/quotation.ts';
import type { PublishedStory, StoryLine } from '../../src/story/story.ts';

const blocks: readonly Block[] = [
  'The harbour authority will close the old pier from Monday after divers found hollow piles, the harbour master said.',
  '“We would rather close a sound pier than keep an unsound one open. Safety comes first,” said Ingrid Solheim.',
  'A new pier would cost 60 million crowns, according to an estimate for the council.',
].map((text) => ({ kind: 'paragraph', text }));

const copy: Copy = {
  headline: '“Rather close a sound pier”: old pier to shut',
  dateline: { text: 'Port Ellery, February 24', place: 'Port Ellery', date: '2026-02-24' },
  blocks,
  text: textOf(blocks),
  creditLine: 'Norfeed',
  language: 'en-GB',
  section: 'Coast',
  keywords: ['harbour'],
  pubStatus: 'usable',
  signals: [],
};

const placeOf = (words: string) => ({ start: copy.text.indexOf(words), end: copy.text.indexOf(words) + words.length });
const made = (text: string, words: string): Element => ({
  text,
  madeBy: { kind: 'engine', version: '1' },
  evidence: [{ part: 'text', ...placeOf(words) }],
  findings: [],
});

const QUOTE = 'We would rather close a sound pier than keep an unsound one open.';
const quotation: Quotation = {
  ...placeOf(`${QUOTE} Safety comes first,`),
  kind: 'direct',
  speaker: { text: 'Ingrid Solheim', ...placeOf('Ingrid Solheim') },
  name: 'Ingrid Solheim',
  role: 'harbour master',
  cue: { text: 'said', ...placeOf('said') },
};

const story: PublishedStory = {
  id: 1,
  slug: 'old-pier',
  guid: 'npa:pier',
  source: 'npa',
  state: 'live',
  publishedAt: '2026-02-24T11:05:00.000Z',
  receivedAt: '2026-02-24T11:04:00.000Z',
  version: 1,
  copy,
  furniture: {
    displayHeadline: made('Old Pier to Close after Divers Find Hollow Piles', blocks[0]!.text),
    standfirst: made('The old pier will close from Monday after divers found hollow piles.', blocks[0]!.text),
    summary: [
      made('The harbor authority will close the old pier.', 'The harbour authority will close the old pier'),
      made('A new pier would cost 60 million crowns.', 'A new pier would cost 60 million crowns'),
    ],
    keyPointsTitle: made('Old Pier Closes Monday', 'will close the old pier from Monday'),
    keyPoints: [
      made('Divers found hollow piles', 'divers found hollow piles'),
      made('New pier would cost 60 million', 'A new pier would cost 60 million crowns'),
    ],
    pullQuote: { text: QUOTE, speaker: 'Ingrid Solheim', ...placeOf(QUOTE) },
    readingMinutes: 3,
  },
  quotations: [quotation],
};

export const comment = (id: number, parts: Partial<CommentLine> = {}): CommentLine => ({
  kind: 'comment',
  id,
  depth: 0,
  name: 'Priya S',
  text: 'The survey should be published before the vote.',
  state: 'approved',
  createdAt: '2026-02-24T12:00:00.000Z',
  respects: 0,
  picked: false,
  own: false,
  respected: false,
  ...parts,
});

/** A discussion of one page with these threads. */
export const discussionOf = (threads: readonly Thread[], parts: Partial<DiscussionPage> = {}): DiscussionPage => ({
  sort: 'newest',
  page: 1,
  pages: 1,
  threads,
  comments: threads.reduce((sum, { answers }) => sum + 1 + answers.length, 0),
  ...parts,
});

/** A thread of one comment and its answers. */
export const thread = (head: DiscussionLine, answers: readonly DiscussionLine[] = [], hidden = 0): Thread => ({
  head,
  answers,
  hidden,
});

export const storyLine = (parts: Partial<StoryLine> = {}): StoryLine => ({
  id: 2,
  slug: 'ferry',
  state: 'live',
  publishedAt: '2026-02-23T08:00:00.000Z',
  headline: 'Ferry Sails from Container Quay',
  standfirst: 'The ferry will sail from the container quay until further notice.',
  section: 'Coast',
  creditLine: 'Norfeed',
  readingMinutes: 1,
  comments: 0,
  ...parts,
});

/** A whole view of a story with every row of the page. `parts` change the story, `copy` its copy. */
export function viewWith(
  parts: { story?: Partial<PublishedStory>; copy?: Partial<Copy>; discussion?: Partial<StoryView['discussion']> } = {},
): StoryView {
  return {
    frame: { edition: DEFAULT_EDITION, url: 'https://post.example', sections: ['Coast', 'World'], framedBy: [] },
    story: { ...story, ...parts.story, copy: { ...copy, ...parts.copy } },
    discussion: {
      page: discussionOf([
        thread(comment(1), [
          comment(2, {
            depth: 1,
            name: 'Rolf A',
            parent: { id: 1, name: 'Priya S' },
            text: 'Which survey?\nThere were two.',
          }),
        ]),
      ]),
      state: { open: true },
      now: new Date('2026-02-24T15:00:00.000Z'),
      form: { name: '', text: '', problems: [] },
      ...parts.discussion,
    },
    more: [storyLine()],
    companions: { shown: [], slugs: [] },
  };
}
