import type { CommentState, Reason, Scores } from '../story/discussion/comment.ts';

/** A discussion in an export. `keys` are all the names by which a mapping file may mean it; `slug` is its page's last word. */
export type ExportedThread = {
  readonly kind: 'thread';
  readonly thread: string;
  readonly keys: readonly string[];
  readonly address?: string;
  readonly slug?: string;
  readonly title?: string;
};

/** Somebody who wrote. The e-mail address is hashed at once and never kept. */
export type ExportedAuthor = {
  readonly kind: 'author';
  readonly author: string;
  readonly name: string;
  readonly email?: string;
};

/** A decision that was made where the comment comes from. */
export type ExportedDecision = {
  readonly state: CommentState;
  readonly by: string;
  readonly at: string;
  readonly reasons: readonly Reason[];
  readonly scores?: Scores;
};

/** A comment. `at` is ISO 8601 in UTC, undefined when its date cannot be read; `decisions` are those of a Copydesk. */
export type ExportedComment = {
  readonly kind: 'comment';
  readonly item: string;
  readonly thread: string;
  readonly parent?: string;
  readonly author: string;
  readonly text: string;
  readonly at?: string;
  readonly state: CommentState;
  readonly reasons: readonly Reason[];
  readonly decisions?: readonly ExportedDecision[];
  readonly respects?: readonly { readonly author: string; readonly at: string }[];
};

/** What a reader of exports gives, in the order of the file. `passed`: something that is no comment, such as a pingback. */
export type Exported =
  | ExportedThread
  | ExportedAuthor
  | ExportedComment
  | { readonly kind: 'passed'; readonly what: string }
  | { readonly kind: 'problem'; readonly message: string };

/** The bytes of an export, as they are read. */
export type Bytes = AsyncIterable<Uint8Array>;
