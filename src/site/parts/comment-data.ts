import { linkTo } from '../../routes.ts';
import type { CommentLine, DiscussionLine, DiscussionPage } from '../../story/discussion/discussion.ts';

/** So many threads are told to machines as data; all of them stand in the page as words. */
const MOST_THREADS = 10;

/** The first comments of a page as schema.org has them, each with its answers; undefined when there are none. */
export function commentsForMachines({ threads }: DiscussionPage, url: string): object[] | undefined {
  const seen = threads.filter(({ head }) => isSeen(head)).slice(0, MOST_THREADS);
  if (seen.length === 0) return undefined;
  return seen.map(({ head, answers }) => {
    const replies = answers.filter(isSeen).map((line) => commentData(line, url));
    return { ...commentData(head as CommentLine, url), comment: replies.length > 0 ? replies : undefined };
  });
}

/** What waits is shown to its reader alone. */
const isSeen = (line: DiscussionLine): line is CommentLine => line.kind === 'comment' && line.state === 'approved';

function commentData(line: CommentLine, url: string): object {
  return {
    '@type': 'Comment',
    url: `${url}${linkTo('permalink', { id: String(line.id) })}`,
    author: { '@type': 'Person', name: line.name },
    dateCreated: line.createdAt,
    dateModified: line.editedAt,
    text: line.text,
    upvoteCount: line.respects,
  };
}
