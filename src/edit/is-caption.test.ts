import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isCaption } from './is-caption.ts';
import { viewStory } from './story-view.ts';

const captions = (text: string): boolean[] => {
  const story = viewStory({ headline: '', text }, { language: null, quotations: [] });
  return story.sentences.map((sentence) => isCaption(sentence, story));
};

describe('a caption', () => {
  it('tells what a picture shows', () => {
    assert.deepEqual(captions('Ann Lee (left) at the pier.'), [true]);
    assert.deepEqual(captions('Mayor Ann Lee shakes hands with Tom Ode on Thursday.'), [true]);
    assert.deepEqual(captions('Ann Lee speaks to supporters in Port Alder on Monday.'), [true]);
  });

  it('is no news of what was or will be', () => {
    assert.deepEqual(captions('Mayor Ann Lee shook hands with Tom Ode on Thursday.'), [false]);
    assert.deepEqual(captions('The ferry board meets on Thursday.'), [false]);
  });
});
