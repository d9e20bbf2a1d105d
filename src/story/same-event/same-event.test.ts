import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FixtureTelling, tellings, tellingsOf } from '../../../test/support/tellings.ts';
import { eventMarks } from './event-marks.ts';
import { likeness, type Telling, tellsSameEvent } from './same-event.ts';

const telling = ({ source, at, headline, paragraphs }: FixtureTelling): Telling => ({
  source,
  at,
  language: 'en',
  marks: eventMarks({ headline, text: paragraphs.join('\n\n') }),
});
const named = ({ event, source }: FixtureTelling): string => `${event} ${source}`;
const allPairs = tellings.flatMap((one, index) => tellings.slice(index + 1).map((other) => ({ one, other })));
// As if every telling had an agency of its own: two of one agency are never joined, which would hide mistakes.
const joined = allPairs.filter(({ one, other }) =>
  tellsSameEvent(telling(one), { ...telling(other), source: 'another' }),
);

describe('two tellings of one event', () => {
  it('never join two different events, though they share the people, the place and the day', () => {
    const wrong = joined.filter(({ one, other }) => one.event !== other.event);
    assert.deepEqual(
      wrong.map(({ one, other }) => [named(one), named(other)]),
      [],
    );
  });

  it('are recognised in other words: 24 of 28 pairs', () => {
    const same = allPairs.filter(({ one, other }) => one.event === other.event);
    const missed = same.filter((pair) => !joined.some(({ one, other }) => one === pair.one && other === pair.other));
    assert.equal(same.length, 28);
    assert.deepEqual(
      missed.map(({ one }) => one.event),
      ['storm', 'crane', 'cycling-tour', 'talks'],
    );
  });

  it('compare the same both ways', () => {
    const differing = allPairs.filter(({ one, other }) => {
      const [there, back] = [telling(one), telling(other)];
      const [first, second] = [likeness(there.marks, back.marks), likeness(back.marks, there.marks)];
      return Math.abs(first.all - second.all) > 1e-9 || Math.abs(first.facts - second.facts) > 1e-9;
    });
    assert.deepEqual(differing, []);
  });

  it('of one agency are the same only in the same words', () => {
    const [one, other] = tellingsOf('vaccine').map(telling) as [Telling, Telling];
    assert.equal(tellsSameEvent(one, other), true);
    assert.equal(tellsSameEvent(one, { ...other, source: one.source }), false);
    assert.equal(tellsSameEvent(one, { ...one, at: '2026-03-02T09:00:00.000Z' }), true);
  });

  it('are not joined over days or languages', () => {
    const [one, other] = tellingsOf('vaccine').map(telling) as [Telling, Telling];
    assert.equal(tellsSameEvent(one, { ...other, at: '2026-03-04T07:05:00.000Z' }), false);
    assert.equal(tellsSameEvent(one, { ...other, language: 'de' }), false);
    assert.equal(tellsSameEvent({ ...one, language: 'en-GB' }, { ...other, language: 'en_IN' }), true);
  });

  it('are read in bounded time, whatever the copy', () => {
    const start = performance.now();
    for (const text of [
      '"'.repeat(300_000),
      'A '.repeat(300_000),
      '1,'.repeat(300_000),
      `“${'a '.repeat(300_000)}`,
      'A'.repeat(600_000),
    ])
      eventMarks({ headline: 'x', text });
    assert.ok(performance.now() - start < 2000);
  });
});
