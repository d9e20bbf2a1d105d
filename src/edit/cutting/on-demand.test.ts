import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onDemand } from './on-demand.ts';

it('a list on demand makes each item once, and only those that are read', () => {
  const made: number[] = [];
  const list = onDemand(function* () {
    for (const item of [1, 2, 3]) {
      made.push(item);
      yield item;
    }
  });
  const [first] = list;
  assert.equal(first, 1);
  assert.deepEqual(made, [1]);
  assert.deepEqual([...list, ...list], [1, 2, 3, 1, 2, 3]);
  assert.deepEqual(made, [1, 2, 3]);
});
