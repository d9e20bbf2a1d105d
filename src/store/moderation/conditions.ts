import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { Database } from '../database/schema.ts';

/** That no decision that still stands answers the appeal: a condition on `appeal`. */
export function isUnanswered(): Expression<SqlBool> {
  const appeal = expressionBuilder<Database, 'appeal'>();
  const answer = appeal
    .selectFrom('comment_event as answer')
    .select('answer.id')
    .whereRef('answer.appeal_id', '=', 'appeal.id')
    .where((one) =>
      one.not(
        one.exists(
          one.selectFrom('comment_event as undone').select('undone.id').whereRef('undone.undoes_id', '=', 'answer.id'),
        ),
      ),
    );
  return appeal.not(appeal.exists(answer));
}
