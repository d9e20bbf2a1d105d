import type { Comment } from './comment.ts';

/** A comment in its place: `depth` is how far it is moved in, 0 to 2; `parent` is the comment that it answers. */
export type ThreadLine = { readonly comment: Comment; readonly depth: number; readonly parent?: Comment };

/** How far a reply is moved in at most: a long exchange stays readable on a telephone. */
const DEEPEST = 2;

/**
 * Comments in reading order: each exactly once, replies behind what they answer, otherwise in the order given.
 * A reply whose parent is not among them (removed, or not for these eyes) stands by itself; so does one out of a circle.
 */
export function threadOf(comments: readonly Comment[]): ThreadLine[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const replies = new Map<number, Comment[]>();
  const first: Comment[] = [];
  for (const comment of comments) {
    const parent = comment.parentId === undefined ? undefined : byId.get(comment.parentId);
    if (!parent) first.push(comment);
    else if (replies.has(parent.id)) replies.get(parent.id)?.push(comment);
    else replies.set(parent.id, [comment]);
  }

  const lines: ThreadLine[] = [];
  const placed = new Set<Comment>();
  const place = (root: Comment) => {
    // A stack and no recursion: a thread may be as deep as it has comments.
    const waiting: ThreadLine[] = [{ comment: root, depth: 0 }];
    for (let line = waiting.pop(); line; line = waiting.pop()) {
      if (placed.has(line.comment)) continue;
      placed.add(line.comment);
      lines.push(line);
      const depth = Math.min(line.depth + 1, DEEPEST);
      for (const reply of replies.get(line.comment.id)?.toReversed() ?? []) {
        waiting.push({ comment: reply, depth, parent: line.comment });
      }
    }
  };
  for (const comment of first) place(comment);
  // What is still left answers itself in a circle.
  for (const comment of comments) if (!placed.has(comment)) place(comment);
  return lines;
}
