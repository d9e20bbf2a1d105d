import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentWords } from '../../src/moderate/topic/content-words.ts';
import { writeTopicModel } from '../../src/moderate/topic/topic-model.ts';
import { learnTopics } from './learn-topics.ts';
import { usualWeights } from './usual-weights.ts';

const texts = [
  'The ferry to Braddan leaves at noon, and the harbour is full of islanders.',
  'The harbour council wants more boats for the islanders of Braddan.',
  'A header in the last minute won the derby for Ellery Town.',
  'The referee of the derby disallowed a header of Rovers.',
].map(contentWords);
const often = Array.from({ length: 24 }, (_, i) => texts[i % texts.length] ?? []);

describe('learning what words are about', () => {
  it('the same texts give the same bytes', () => {
    assert.deepEqual(writeTopicModel(learnTopics(often)), writeTopicModel(learnTopics(often)));
  });

  it('what a word usually is of a text is its share of each, in the mean over all texts', () => {
    const counts = {
      places: new Map([
        ['harbour', 0],
        ['ferri', 1],
      ]),
      counts: [2, 1],
    };
    assert.deepEqual(usualWeights([['harbour'], ['harbour', 'harbour'], ['ferri'], []], counts), [0.5, 0.25]);
  });
});
