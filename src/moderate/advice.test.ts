import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { models } from '../../test/support/judging.ts';
import { DEFAULT_MODERATION } from '../story/discussion/moderation-settings.ts';
import { adviceOn } from './advice.ts';
import { judgeComment } from './judgements.ts';

const article = {
  headline: 'Harbour bridge to close for eleven weeks for repairs',
  text: 'The swing bridge over Eldon harbour will close while engineers replace its worn bearings, the council said. A free ferry will run.',
};
const advice = (text: string, settings = DEFAULT_MODERATION) =>
  adviceOn(text, judgeComment({ text, article }, models), settings);
const abouts = (text: string) => advice(text).map(({ about }) => about);

describe('advice before a comment is sent', () => {
  it('is none where a comment says why, about the story, in a way that can be heard', () => {
    const text =
      'The council should run the ferry later, because the bakery shift on the harbour ends at half past eleven.';
    assert.deepEqual(advice(text), []);
  });

  it('quotes the words that could hurt, and speaks of them, never of the person who wrote them', () => {
    const [first] = advice(
      'The council are idiots and morons: the bridge over the harbour needed new bearings because it is old.',
    );
    assert.equal(first?.about, 'respectful');
    assert.match(first.message, /“[^”]*(idiots|morons)[^”]*” can be read as/);
    assert.doesNotMatch(first.message, /\byou are\b/i);
  });

  it('asks what a comment is about where the publisher would hold it as off topic', () => {
    const text = 'My grandmother bakes excellent rhubarb crumble with vanilla custard every Thursday evening.';
    const settings = (topic: number) => ({ ...DEFAULT_MODERATION, hold: { ...DEFAULT_MODERATION.hold, topic } });
    const asked = (topic: number) => advice(text, settings(topic)).some(({ about }) => about === 'on-topic');
    assert.equal(asked(0.9), true);
    assert.equal(asked(0.01), false);
  });

  it('asks for a reason where there is only a verdict', () => {
    assert.deepEqual(abouts('The bridge over the harbour and the ferry and the council and all of it, dreadful.'), [
      'thoughtful',
    ]);
  });

  it('is never more than two pieces, and what could hurt comes first', () => {
    const text = 'You pathetic morons, go and rot, all of you rhubarb crumble eating scum, lol.';
    const all = { ...DEFAULT_MODERATION, hold: { respect: 0.9, topic: 0.9, thought: null } };
    assert.deepEqual(
      advice(text, all).map(({ about }) => about),
      ['respectful', 'on-topic'],
    );
  });

  it('follows the publisher’s threshold, a little before it holds', () => {
    const text =
      'The council are idiots and morons: the bridge over the harbour needed new bearings because it is old.';
    const settings = { ...DEFAULT_MODERATION, hold: { ...DEFAULT_MODERATION.hold, respect: 0 } };
    const { score } = judgeComment({ text, article }, models).respectful;
    assert.equal(
      score < 0.1,
      advice(text, settings).some(({ about }) => about === 'respectful'),
    );
  });
});
