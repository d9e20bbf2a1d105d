import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Block } from '../../story/copy.ts';
import { takeSignOff } from './sign-off.ts';

const story = (...texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }));

describe('the initials under a story', () => {
  it('are taken off in any script', () => {
    assert.deepEqual(takeSignOff(story('The dam was opened.', 'hh/ph/ts/hd')), {
      blocks: story('The dam was opened.'),
      signOff: 'hh/ph/ts/hd',
    });
    assert.equal(takeSignOff(story('The dam was opened.', 'jpa-bur/mba')).signOff, 'jpa-bur/mba');
    assert.equal(takeSignOff(story('فتح السد.', 'او/كام/ص ك')).signOff, 'او/كام/ص ك');
  });

  it('are not found in a sentence, in names, or where nothing would be left', () => {
    assert.equal(takeSignOff(story('The dam was opened.', 'The dam/lock was opened')).signOff, undefined);
    assert.equal(takeSignOff(story('The dam was opened.', 'Smith/Jones')).signOff, undefined);
    assert.equal(takeSignOff(story('hh/ph')).signOff, undefined);
  });
});
