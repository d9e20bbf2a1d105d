import type { Store } from '../store.ts';

/** Comments with their story, its newest words and, as `last`, the decision that stands: select, narrow and order it. */
export const commentsWithDecision = (db: Store['read']) =>
  db
    .selectFrom('comment')
    .innerJoin('story', 'story.id', 'comment.story_id')
    .innerJoin('story_version', 'story_version.id', 'story.newest_version_id')
    .innerJoin('comment_event as last', (join) =>
      join.on('last.id', '=', (event) =>
        event
          .selectFrom('comment_event as latest')
          .select(({ fn }) => fn.max('latest.id').as('id'))
          .whereRef('latest.comment_id', '=', 'comment.id'),
      ),
    );
