import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { models } from '../../../test/support/judging.ts';
import { DEFAULT_MODERATION } from '../../story/discussion/moderation-settings.ts';
import { judgeTopic, type Surroundings } from './on-topic.ts';
import { textVector } from './text-vector.ts';
import { readTopicModel, writeTopicModel } from './topic-model.ts';

const ferries = {
  headline: 'Norrland Lines to sell seven of its 15 ferries',
  text: 'The shipping company Norrland Lines will sell seven ferries and cut 340 jobs. Islanders fear that the crossings to Braddan will end, and the harbour council wants a minimum of three boats a week.',
};
const derby = {
  headline: 'Late header gives Ellery Town derby win',
  text: 'A header in the last minute gave Ellery Town the derby against Rovers and first place in the league. The referee had disallowed an earlier goal after a look at the screen.',
};
const comment =
  'Three boats a week to the island are not enough: without the ferries nobody can keep a job on Braddan.';
const judge = (text: string, around: Surroundings) => judgeTopic(textVector(text, models.topic), around, models.topic);
const score = (text: string, around: Surroundings) => judge(text, around)?.score ?? -1;

describe('whether a comment is on topic', () => {
  it('it fits its own story better than another one', () => {
    assert.ok(score(comment, { article: ferries }) > 0.7);
    assert.ok(score(comment, { article: derby }) < 0.5);
  });

  it('words that keep the same company count, though the story has none of them', () => {
    const about = 'Passengers and tourists need a port, a captain and a vessel.';
    assert.ok(score(about, { article: ferries }) > score(about, { article: derby }));
  });

  it('what others wrote under the story counts too', () => {
    const words = 'My grandmother had to see a dentist on a Thursday because of that timetable.';
    const thread = [
      'The timetable means a dentist only on Thursdays.',
      'A dentist on Thursday, and a timetable for nobody.',
    ];
    assert.ok(score(words, { article: ferries, thread }) > score(words, { article: ferries }));
  });

  it('words that stand under every story bring a comment nearer to none', () => {
    const common = 'The government of this country is stupid and Trump will be president for years.';
    assert.ok(score(common, { article: ferries }) < score('Nice hat, Gwendolen.', { article: ferries }));
  });

  it('a short answer leans on what it answers', () => {
    assert.equal(score('So did they!', { article: ferries, parent: 'The unions said it would end like this.' }), 0.6);
    assert.ok(score('Well said.', { article: ferries }) > DEFAULT_MODERATION.hold.topic!);
  });

  it('where there is nothing to be off from, nothing is said', () => {
    assert.equal(judge(comment, {}), null);
    assert.equal(judge(comment, { article: { headline: '', text: ' ' }, thread: [] }), null);
  });

  it('names words of the comment and of the story as they are written', () => {
    const recipe = 'My grandmother bakes rhubarb crumble with vanilla custard every Thursday evening.';
    const [reason] = judge(recipe, { article: ferries })?.reasons ?? [];
    assert.equal(reason?.code, 'off-topic');
    assert.match(reason?.message ?? '', /“rhubarb”|“crumble”|“vanilla”|“custard”/);
    assert.match(reason?.message ?? '', /“ferries”|“Norrland”|“Braddan”|“crossings”|“Islanders”/);
  });
});

describe('the file of the words', () => {
  it('is the same after it was read and written', () => {
    const bytes = writeTopicModel(models.topic);
    assert.deepEqual(writeTopicModel(readTopicModel(bytes)), bytes);
  });

  it('is refused when it is cut, changed or another file, in words that say what to do', () => {
    const bytes = writeTopicModel(models.topic);
    assert.throws(() => readTopicModel(bytes.subarray(0, bytes.length - 5)), /changed or cut.*Put back the file/);
    const changed = bytes.slice();
    changed[changed.length - 1000] = (changed[changed.length - 1000] ?? 0) ^ 1;
    assert.throws(() => readTopicModel(changed), /changed or cut/);
    assert.throws(() => readTopicModel(bytes.subarray(0, 300)), /cut/);
    assert.throws(
      () => readTopicModel(new TextEncoder().encode('no such thing, whatever it is')),
      /no such file|not such a file/,
    );
  });
});
