import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isStory } from './is-story.ts';

const body = [{ kind: 'paragraph', text: 'The ferry runs again.' }] as const;

describe('what is filed as a story', () => {
  it('is copy, also when it has no type or no words', () => {
    assert.ok(isStory({ headline: 'Ferry runs again', body }));
    assert.ok(isStory({ type: 'text', headline: 'Ferry runs again' }));
    assert.ok(isStory({ type: 'composite', body }));
  });

  it('is not a picture with its caption, nor a list of other items', () => {
    assert.ok(!isStory({ type: 'picture', headline: 'The ferry', body }));
    assert.ok(!isStory({ type: 'video' }));
    assert.ok(!isStory({ type: 'composite', headline: 'Pictures of the ferry' }));
  });

  it('is whatever says something about other copy, or takes itself back', () => {
    assert.ok(isStory({ type: 'composite', pubStatus: 'canceled' }));
    assert.ok(isStory({ type: 'picture', kills: ['npa:1'] }));
  });
});
