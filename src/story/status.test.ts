import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Clearance, decideState, mayShow, type Standing, type StoryAction } from './status.ts';

const now = new Date('2026-03-02T08:00:00Z');
const receivedAt = '2026-03-02T07:00:00.000Z';
const standing = (parts: Partial<Standing> = {}): Standing => ({
  pubStatus: 'usable',
  canceled: false,
  correction: false,
  furnished: true,
  receivedAt,
  ...parts,
});
const stateOf = (parts: Partial<Standing>, actions: readonly StoryAction[] = []) =>
  decideState(standing(parts), actions, now).state;
const action = (kind: StoryAction['kind'], at = '2026-03-02T07:30:00.000Z'): StoryAction => ({ kind, at });

describe('the state of a story', () => {
  it('is live when the copy is usable and its furniture checked', () => {
    assert.equal(stateOf({}), 'live');
    assert.equal(stateOf({ furnished: false }), 'received');
    assert.equal(stateOf({ correction: true }), 'corrected');
  });

  it('is killed once any version was canceled, whatever people did', () => {
    assert.equal(stateOf({ canceled: true }, [action('release')]), 'killed');
    assert.equal(stateOf({}, [action('kill'), action('release')]), 'killed');
  });

  it('is held while the agency withholds it, also after a release', () => {
    assert.equal(stateOf({ pubStatus: 'withheld' }, [action('release')]), 'held');
  });

  it('is held when the status, the embargo or the words cannot be trusted, until a person has looked', () => {
    const doubts: readonly Partial<Standing>[] = [
      { pubStatus: 'unreadable' },
      { embargoedUntil: 'unreadable' },
      { killWords: 'KILL KILL' },
    ];
    assert.deepEqual(
      doubts.map((doubt) => stateOf(doubt)),
      ['held', 'held', 'held'],
    );
    assert.deepEqual(
      doubts.map((doubt) => stateOf(doubt, [action('release')])),
      ['live', 'live', 'live'],
    );
  });

  it('is held again when a doubtful version arrives after the release', () => {
    assert.equal(stateOf({ killWords: 'withhold' }, [action('release', '2026-03-02T06:59:59.000Z')]), 'held');
  });

  it('is embargoed until the minute at which the embargo lifts', () => {
    assert.equal(stateOf({ embargoedUntil: '2026-03-02T10:00:01+02:00' }), 'embargoed');
    assert.equal(stateOf({ embargoedUntil: '2026-03-02T10:00:00+02:00' }), 'live');
    assert.equal(stateOf({ embargoedUntil: '2026-03-02T09:00:00Z' }, [action('release')]), 'embargoed');
  });
});

describe('the state of a story under a contract', () => {
  const review = 'Copy from northwire is published when a person has released it.';
  const outside = 'The contract with northwire is for World, and this is for Sport.';
  const ended = '2026-03-02T08:00:00.000Z';

  it('is held for review until somebody has released it once, whatever arrives later', () => {
    assert.deepEqual(decideState(standing({ review }), [], now), { state: 'held', reason: review });
    assert.equal(stateOf({ review }, [action('release', '2026-03-02T06:00:00.000Z')]), 'live');
    assert.equal(stateOf({ review }, [action('release'), action('hold')]), 'held');
    assert.equal(stateOf({ review, embargoedUntil: '2026-03-02T09:00:00Z' }), 'held');
    assert.equal(stateOf({ review, embargoedUntil: '2026-03-02T09:00:00Z' }, [action('release')]), 'embargoed');
  });

  it('is held outside the contract until somebody has released that very version', () => {
    assert.deepEqual(decideState(standing({ outside }), [], now), { state: 'held', reason: outside });
    assert.equal(stateOf({ outside }, [action('release')]), 'live');
    assert.equal(stateOf({ outside }, [action('release', '2026-03-02T06:00:00.000Z')]), 'held');
  });

  it('is expired from the moment at which the licence ends, and no release helps', () => {
    assert.equal(stateOf({ expiresAt: '2026-03-02T08:00:00.001Z' }), 'live');
    assert.equal(stateOf({ expiresAt: ended }), 'expired');
    assert.equal(stateOf({ expiresAt: ended }, [action('release')]), 'expired');
    assert.equal(stateOf({ expiresAt: ended, canceled: true }), 'killed');
    assert.equal(stateOf({ expiresAt: ended }, [action('kill')]), 'killed');
  });
});

describe('what readers may be shown of a live story', () => {
  const version = (parts: Partial<Clearance>): Clearance => ({ pubStatus: 'usable', receivedAt, ...parts });
  const shown = (parts: Partial<Clearance>, options: { actions?: readonly StoryAction[]; newest?: boolean } = {}) =>
    mayShow(version(parts), { actions: [], newest: false, now, ...options });

  it('is a usable version', () => {
    assert.equal(shown({}), true);
    assert.equal(shown({ pubStatus: 'withheld' }), false);
    assert.equal(shown({ pubStatus: 'canceled' }, { actions: [action('release')] }), false);
  });

  it('is a doubtful version only when a person released it', () => {
    assert.equal(shown({ killWords: 'KILL' }), false);
    assert.equal(shown({ killWords: 'KILL' }, { actions: [action('release')] }), true);
    assert.equal(shown({ pubStatus: 'unreadable' }), false);
    assert.equal(shown({ embargoedUntil: 'unreadable' }), false);
    assert.equal(shown({ outside: 'The contract is for World, and this is for Sport.' }), false);
    assert.equal(shown({ outside: 'The contract is for World.' }, { actions: [action('release')] }), true);
  });

  it('is no earlier version that is still under embargo', () => {
    assert.equal(shown({ embargoedUntil: '2026-03-02T09:00:00Z' }), false);
    assert.equal(shown({ embargoedUntil: '2026-03-02T09:00:00Z' }, { newest: true }), true);
    assert.equal(shown({ embargoedUntil: '2026-03-02T07:00:00Z' }), true);
  });
});
