import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { finishItem } from './finish-item.ts';

describe('finishItem', () => {
  it('cuts the dateline off and moves the marks along with the words', () => {
    const marks = [
      { kind: 'strong', start: 0, end: 9 },
      { kind: 'emphasis', start: 17, end: 21 },
    ] as const;
    const { body, dateline, creditLine } = finishItem({
      body: [{ kind: 'paragraph', text: 'OSLO (AP) — Rain fell.', marks }],
    });
    assert.deepEqual(body, [
      { kind: 'paragraph', text: 'Rain fell.', marks: [{ kind: 'emphasis', start: 5, end: 9 }] },
    ]);
    assert.equal(dateline?.text, 'OSLO (AP)');
    assert.equal(creditLine, 'AP');
  });

  it('takes the day’s year from when the copy was made', () => {
    const item = {
      versionCreated: '2026-01-01T02:00:00Z',
      body: [{ kind: 'paragraph', text: 'OSLO, Dec 31 (AP) — Rain fell.' }],
    } as const;
    assert.equal(finishItem(item).dateline?.date, '2025-12-31');
  });

  it('leaves headings, a given dateline and a given credit as they are', () => {
    const heading = {
      body: [
        { kind: 'heading', text: 'OSLO (AP) — Rain' },
        { kind: 'paragraph', text: 'It fell.' },
      ],
    } as const;
    assert.deepEqual(finishItem(heading).body, heading.body);
    const given = {
      dateline: { text: 'Oslo' },
      creditLine: 'NTB',
      body: [{ kind: 'paragraph', text: 'BERGEN (AP) — Rain fell.' }],
    } as const;
    assert.deepEqual(finishItem(given), given);
  });
});
