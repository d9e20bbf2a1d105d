import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Reason } from '../../story/discussion/comment.ts';
import { piecesOf, renderMarked } from './marked-words.ts';

const TEXT = 'You are a fool, and your boats are cheap.';
const reason = (...spans: { start: number; end: number }[]): Reason => ({ code: 'x', message: 'y', spans }) as Reason;

describe('a comment’s words with the places that reasons speak of', () => {
  it('are cut where reasons begin and end, and carry the numbers of those that overlap', () => {
    assert.deepEqual(piecesOf(TEXT, [reason({ start: 0, end: 14 }), reason({ start: 10, end: 19 })]), [
      { text: 'You are a ', reasons: [1] },
      { text: 'fool', reasons: [1, 2] },
      { text: ', and', reasons: [2] },
      { text: ' your boats are cheap.', reasons: [] },
    ]);
  });

  it('are whole where no reason has a place', () => {
    assert.deepEqual(piecesOf(TEXT, [{ code: 'x', message: 'y' }]), [{ text: TEXT, reasons: [] }]);
  });

  it('are never lost, doubled or made markup, whatever the places are', () => {
    const places = fc.array(fc.record({ start: fc.integer(), end: fc.integer() }), { maxLength: 80 });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        places,
        (text, spans) =>
          piecesOf(text, [reason(...spans)])
            .map((piece) => piece.text)
            .join('') === text,
      ),
    );
    assert.deepEqual(piecesOf('abc', [reason({ start: 1, end: 99 })]), [
      { text: 'a', reasons: [] },
      { text: 'bc', reasons: [1] },
    ]);
    assert.match(String(renderMarked('<b>x</b>', [reason({ start: 0, end: 3 })])), /^<mark>&lt;b&gt;<sup/);
  });
});
