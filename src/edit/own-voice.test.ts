import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { taggedSentences } from '../story/reading/tagged-sentences.ts';
import { voicesOf } from './own-voice.ts';

const told = (text: string): string[] => {
  const sentences = taggedSentences(text);
  const isVoice = voicesOf(sentences);
  return sentences.filter((sentence) => !isVoice(sentence)).map(({ start, end }) => text.slice(start, end));
};

describe('the words of others without quotation marks', () => {
  const news = ['Port Ellery votes on its harbour on Sunday.', 'Readers told the Coast News what they think.'];

  it('are letters of readers, from the first to the last', () => {
    const letters = ['I want the old slipway back.', 'The loan is far too large.', 'My children will pay for it.'];
    assert.deepEqual(told([...news, ...letters].join('\n\n')), news);
  });

  it('are single sentences of a report that lost their marks', () => {
    const said = '"The harbour is safe and the loan is small," said Mayor Lu Venn. "The slipway stays."';
    const text = [...news, 'We love this slipway.', said, 'I was born beside it.'].join('\n\n');
    assert.doesNotMatch(told(text).join(' '), /We love|I was born/);
    assert.match(told(text).join(' '), /The harbour is safe/);
  });

  it('are none where the author speaks of herself from the start', () => {
    const column = ['I came to the ferries by accident.', 'My father had no work for me.', 'The sea was rough.'];
    assert.deepEqual(told(column.join('\n\n')), column);
  });

  it('are none in a report in which hardly anybody speaks so', () => {
    const text = [...news, 'The US lent money after World War II.', 'Ships call twice a day.', 'We shall see.'];
    assert.deepEqual(told(text.join('\n\n')), text);
  });
});
