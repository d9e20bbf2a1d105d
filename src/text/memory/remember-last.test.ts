import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rememberLast } from './remember-last.ts';

const story = 'The ferry to Port Meridian sails again. '.repeat(20);
const other = 'The ferry to Aldport sails no more. '.repeat(20);

describe('rememberLast', () => {
  it('reads a story once, and another one anew', () => {
    const asked: string[] = [];
    const words = rememberLast((text) => {
      asked.push(text);
      return text.split(' ');
    });
    assert.deepEqual(words(story), story.split(' '));
    assert.equal(words(story), words(story));
    assert.deepEqual(words(other), other.split(' '));
    assert.deepEqual(words(story), story.split(' '));
    assert.deepEqual(asked, [story, other, story]);
  });

  it('does not forget the story for a short text between', () => {
    let count = 0;
    const read = rememberLast((text) => `${text.length} ${++count}`);
    assert.deepEqual(
      [read(story), read('Ferries sail'), read('Ferries sail'), read(story)],
      [...['800 1', '12 2', '12 3', '800 1']],
    );
  });
});
