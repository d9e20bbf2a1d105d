import { sql } from 'kysely';
import type { Tx } from '../../store.ts';

/**
 * What a source has had stands in one row, and most comments, which answer none, stand in one index less. What was counted until
 * now counts no longer; spent proofs stay spent.
 */
export async function up({ db }: Tx): Promise<void> {
  const statements = [
    `alter table pace add column shares text not null default '{}'`,
    'drop index comment_parent',
    'create index comment_parent on comment (parent_id) where parent_id is not null',
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
