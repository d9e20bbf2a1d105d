import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../test/support/databases.ts';
import { testNewsroom } from '../test/support/test-newsroom.ts';
import { deskOptions } from './desk-options.ts';

describe('what the desk is told of moderation', () => {
  let opened: TestDatabase;
  beforeEach(async () => {
    opened = await databases[0]!.open();
  });
  afterEach(() => opened.destroy());

  const nobody = { staffOf: async () => undefined };

  it('is that nothing can be judged while a model is missing, and why', () => {
    const { newsroom } = testNewsroom(opened.store);
    const { troubles, models } = deskOptions(newsroom, nobody, () => ({ kind: 'missing', why: 'a file is missing' }));
    assert.deepEqual(troubles?.(), ['Nothing can be judged, so comments are held: a file is missing.']);
    assert.equal(models?.(), undefined);
  });

  it('is nothing while the models that come with the program can be read', () => {
    const { troubles, models } = deskOptions(testNewsroom(opened.store).newsroom, nobody);
    assert.deepEqual(troubles?.(), []);
    assert.ok(models?.());
  });
});
