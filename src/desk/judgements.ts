import type { CommentContext } from '../store/moderation/comment-context.ts';
import { type Html, html } from './html.ts';

export function renderJudgements(_context: CommentContext): Html {
  return html``;
}
