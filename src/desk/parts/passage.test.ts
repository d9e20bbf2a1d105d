import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { copyWith } from '../../../test/support/stories.ts';
import { findPassage } from './passage.ts';

const copy = copyWith();
const passageOf = (comment: string) => {
  const found = findPassage(comment, copy);
  return found && { text: found.text, sentence: found.text.slice(found.sentence.start, found.sentence.end) };
};

describe('the passage that a comment is about', () => {
  it('is the sentence that shares its rarer words, in its paragraph', () => {
    assert.match(
      passageOf('Replacing bearings takes engineers longer than that.')?.sentence ?? '',
      /^Ferries will run/,
    );
    const quoted = passageOf('The harbour master may know that it is hard, but does she pay the islanders?');
    assert.match(quoted?.sentence ?? '', /hard for the islanders/);
    assert.match(quoted?.text ?? '', /said harbour master Ruth Amadi/);
  });

  it('is told by one word alone that stands nearly nowhere else', () => {
    assert.match(passageOf('Bearings? Really?')?.sentence ?? '', /^Ferries/);
  });

  it('finds a word in whichever form it stands', () => {
    assert.match(
      passageOf('A ferry every twenty minutes, and who is replacing the engineer?')?.sentence ?? '',
      /^Ferries/,
    );
  });

  it('takes two words that stand in many sentences for as much as a rare one, and one of them for nothing', () => {
    const paragraphs = ['Ferries', 'Trains', 'Buses', 'Boats'].map((what) => `${what} leave the harbour at noon.`);
    const busy = copyWith({ paragraphs: [...paragraphs, 'The harbour said so.'] });
    assert.ok(findPassage('Who leaves a harbour?', busy));
    assert.equal(findPassage('A harbour?', busy), undefined);
  });

  it('is none where next to nothing is shared', () => {
    assert.equal(passageOf('Football again tonight, I suppose.'), undefined);
    assert.equal(passageOf(''), undefined);
  });

  it('is found soon in words that somebody made to be slow', () => {
    const before = performance.now();
    findPassage('bridge '.repeat(150_000), copy);
    findPassage('ैa'.repeat(100_000), copy);
    assert.ok(performance.now() - before < 1000);
  });
});
