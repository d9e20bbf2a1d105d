import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isStory } from './is-story.ts';

const body = [{ kind: 'paragraph', text: 'The talks go on until Friday.' } as const];

describe('what of a wire is a story', () => {
  it('is copy, also without a type', () => {
    assert.equal(isStory({ headline: 'Talks go on', body }), true);
    assert.equal(isStory({ type: 'text', headline: 'Talks go on' }), true);
  });

  it('is no picture, no bare list of items and no entry in the diary', () => {
    assert.equal(isStory({ type: 'picture', headline: 'The harbour' }), false);
    assert.equal(isStory({ type: 'composite', headline: 'Tonight' }), false);
    assert.equal(isStory({ type: 'event', headline: 'Session of the council' }), false);
    assert.equal(isStory({ type: 'composite', headline: 'Tonight', body }), true);
  });

  it('is no advisory, which is for editors', () => {
    assert.equal(isStory({ signals: ['advisory'], headline: 'Coverage plan', body }), false);
  });

  it('is whatever orders something, so that no order is passed over', () => {
    assert.equal(isStory({ type: 'composite', pubStatus: 'canceled' }), true);
    assert.equal(isStory({ type: 'picture', kills: ['urn:example:1'] }), true);
    assert.equal(isStory({ signals: ['advisory'], headline: 'KILL KILL KILL', body }), true);
  });
});
