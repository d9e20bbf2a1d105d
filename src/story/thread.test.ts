import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Comment } from './comment.ts';
import { threadOf } from './thread.ts';

const comment = (id: number, parentId?: number): Comment => ({
  id,
  storyId: 1,
  ...(parentId !== undefined && { parentId }),
  name: 'Asha R',
  text: `Comment ${id}`,
  state: 'approved',
  createdAt: '2026-03-02T09:00:00.000Z',
});

const drawn = (comments: readonly Comment[]): string[] =>
  threadOf(comments).map(
    ({ comment, depth, parent }) => `${'>'.repeat(depth)}${comment.id}${parent ? `@${parent.id}` : ''}`,
  );

describe('the order of a discussion', () => {
  it('puts replies behind what they answer and keeps the given order otherwise', () => {
    assert.deepEqual(drawn([comment(1), comment(2), comment(3, 1), comment(4, 2), comment(5, 1), comment(6, 3)]), [
      '1',
      '>3@1',
      '>>6@3',
      '>5@1',
      '2',
      '>4@2',
    ]);
  });

  it('moves a reply in at most twice and still says whom it answers', () => {
    assert.deepEqual(drawn([comment(1), comment(2, 1), comment(3, 2), comment(4, 3)]), ['1', '>2@1', '>>3@2', '>>4@3']);
  });

  it('a reply without its parent stands by itself', () => {
    assert.deepEqual(drawn([comment(7, 99), comment(8, 7)]), ['7', '>8@7']);
  });

  it('comments that answer each other in a circle are all shown once', () => {
    assert.deepEqual(drawn([comment(1, 2), comment(2, 1), comment(3, 3)]), ['1', '>2@1', '3']);
  });

  it('a chain of ten thousand replies is placed', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => comment(index + 1, index === 0 ? undefined : index));
    assert.equal(threadOf(chain).length, 10_000);
  });

  it('every comment appears exactly once, behind its parent, whatever refers to what', () => {
    const ids = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(ids, fc.option(ids)), { selector: ([id]) => id }), (pairs) => {
        const comments = pairs.map(([id, parentId]) => comment(id, parentId ?? undefined));
        const lines = threadOf(comments);
        const order = lines.map((line) => line.comment);
        assert.deepEqual(new Set(order), new Set(comments));
        assert.equal(order.length, comments.length);
        assert.ok(lines.every(({ parent }, at) => parent === undefined || order.indexOf(parent) < at));
        assert.ok(lines.every(({ depth, parent }) => depth <= 2 && depth > 0 === (parent !== undefined)));
      }),
    );
  });
});
