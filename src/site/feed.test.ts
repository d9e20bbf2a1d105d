import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAtomFeed } from 'feedsmith';
import { storyLine, viewWith } from '../../test/support/story-view.ts';
import { renderFeed } from './feed.ts';

const { frame } = viewWith();
const now = new Date('2026-02-25T00:00:00.000Z');
const feedOf = (...lines: Parameters<typeof storyLine>[0][]) => {
  const xml = String(renderFeed(frame, lines.map(storyLine), now));
  return { xml, feed: parseAtomFeed(xml) };
};

describe('the Atom feed', () => {
  it('is read back as it was meant', () => {
    const { feed } = feedOf({ headline: 'Ferry & <Quay> “Reopen”', standfirst: 'Tea > coffee & "milk".' });
    const [entry] = feed.entries ?? [];
    assert.equal(feed.id, 'https://post.example/');
    assert.equal(entry?.title?.value, 'Ferry & <Quay> “Reopen”');
    assert.equal(entry?.summary?.value, 'Tea > coffee & "milk".');
    assert.equal(entry?.links?.[0]?.href, 'https://post.example/story/ferry');
    assert.equal(entry?.categories?.[0]?.term, 'Coast');
    assert.equal(entry?.authors?.[0]?.name, 'Norfeed');
  });

  it('keeps the id of an entry through an update, and says when it was updated', () => {
    const before = feedOf({}).feed.entries?.[0];
    const after = feedOf({ headline: 'Ferry Back', updatedAt: '2026-02-24T09:00:00.000Z' }).feed;
    assert.equal(before?.id, 'tag:post.example,2026-02-23:story/ferry');
    assert.equal(after.entries?.[0]?.id, before?.id);
    assert.equal(after.entries?.[0]?.published, '2026-02-23T08:00:00.000Z');
    assert.equal(after.entries?.[0]?.updated, '2026-02-24T09:00:00.000Z');
    assert.equal(after.updated, '2026-02-24T09:00:00.000Z');
  });

  it('says what was wrong in a corrected story', () => {
    const entry = feedOf({ standfirst: 'Ferries run.', correctionNote: 'Corrects the fare to 4 pounds.' }).feed
      .entries?.[0];
    assert.equal(entry?.summary?.value, 'Ferries run. Correction: Corrects the fare to 4 pounds.');
  });

  it('leaves out what XML has no place for', () => {
    const { xml, feed } = feedOf({ headline: 'Ferry\u0000\u000b\ufffe \ud800Quay' });
    assert.equal(feed.entries?.[0]?.title?.value, 'Ferry Quay');
    assert.doesNotMatch(xml, /\u0000|\u000b|\ufffe/);
  });

  it('is a feed without stories too', () => {
    assert.equal(feedOf().feed.updated, now.toISOString());
  });
});
