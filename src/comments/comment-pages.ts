import type { CommentForm, Preview, Problem } from '../story/discussion/comment.ts';

/**
 * The pages that the site shows again when something that was sent cannot be taken; `src/app.ts` brings the two rooms
 * together. Each answers as a whole page with the words that were typed.
 */
export type CommentPages = {
  /** The story's page with the comment form as it was filled in. */
  story(slug: string, form: CommentForm, about: { status: 200 | 400 | 429; readerToken: string }): Promise<Response>;
  /**
   * The discussion with a comment that was just taken. Only a frame needs it: where a browser keeps no cookie for frames, this
   * answer is the one place where she sees her words wait. Everywhere else she is led to them.
   */
  posted?(slug: string, sent: { readonly id: number; readonly readerToken: string }): Promise<Response>;
  /** The page to edit one's own comment. */
  edit(id: number, form: EditForm, readerToken: string): Promise<Response>;
  /** The page to report a comment. */
  report(id: number, form: ReportForm): Promise<Response>;
  /** A page that says what was done, or why not, and leads back to `back`. */
  notice(notice: Notice): Promise<Response>;
};

/** What was typed in place of a comment's words, what is wrong with it, and how it would stand where she asked. */
export type EditForm = { readonly text: string; readonly problems: readonly Problem[]; readonly preview?: Preview };

/** A report as it was filled in, and what is missing. */
export type ReportForm = { readonly reason: string; readonly words: string; readonly problem: string };

export type Notice = {
  readonly status: 200 | 404 | 409 | 429;
  readonly title: string;
  readonly message: string;
  readonly back: string;
};
