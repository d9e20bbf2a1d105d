import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeThought } from './judge-thought.ts';

const score = (text: string, parent?: string) => judgeThought(text, parent).score;
const codes = (text: string) => judgeThought(text).reasons.map(({ code }) => code);

describe('how much visible thought there is in a comment', () => {
  it('reasons, sources and proposals count, and are quoted', () => {
    const text =
      'According to the council report the bridge costs 40 million a year because of the salt; a toll for lorries should be considered.';
    const { score: found, reasons } = judgeThought(text);
    assert.ok(found > 0.7, String(found));
    assert.ok(reasons.some(({ code, message }) => code === 'thought-reason' && message.includes('“because”')));
    assert.ok(codes(text).includes('thought-source'));
    assert.ok(codes(text).includes('thought-specific'));
  });

  it('a rant of the same length has none of them', () => {
    const rant =
      'They are all the same up there and nobody ever listens to us, it is always the same old story with that lot and it never ends.';
    assert.ok(score(rant) < 0.3);
    assert.deepEqual(codes(rant), []);
  });

  it('length by itself does nothing', () => {
    const words = 'It is always the same with them and nobody listens. ';
    assert.equal(score(words.repeat(20)), score(words));
  });

  it('speaking of a matter in whole sentences counts, and its words are quoted', () => {
    const matter = 'The municipal timetable punishes everyone with irregular working hours in the outlying villages.';
    const persons = 'That man has been doing this to us for as long as he has been in the chair up there now.';
    assert.ok(score(matter) > score(persons));
    assert.ok(
      score(matter) > score('Municipal timetable. Punishes everyone. Irregular working hours. Outlying villages.'),
    );
    const [reason] = judgeThought(matter).reasons.filter(({ code }) => code === 'thought-matter');
    assert.equal(reason?.message, 'Speaks of the matter: “municipal”, “timetable”, “irregular”.');
    assert.ok(!codes(persons).includes('thought-matter'));
  });

  it('one question asks, and question after question presses', () => {
    const asks = 'What would the toll for lorries be in the first year of the bridge?';
    const presses = `${asks} And who is to pay it in the end? And was it not in the plan from the first day on?`;
    assert.ok(codes(asks).includes('thought-question'));
    assert.ok(score(asks) > score(presses));
    assert.ok(score(asks) > score('The toll for lorries would be there in the first year of the bridge.'));
  });

  it('shouting and shutting up others cost', () => {
    const text = 'I disagree with the mayor because the tunnel would be cheaper over thirty years.';
    assert.ok(score(`${text} What a joke!!! Wake up!!!`) < score(text));
    assert.ok(score(`${text} TAKE YOUR MONEY AWAY`) < score(text));
  });

  it('taking up the words of the comment that it answers is an answer', () => {
    const parent = 'The tunnel would be cheaper over thirty years than any bridge.';
    const answer = 'Cheaper over thirty years than what, exactly, and for whom in the villages?';
    assert.ok(score(answer, parent) > score(answer));
  });
});
