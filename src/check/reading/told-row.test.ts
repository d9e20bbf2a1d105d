import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../check.ts';
import type { ElementKind } from '../check-type.ts';

const findings = (text: string, draft: string, kind: ElementKind = 'keyPoint') =>
  check(
    {
      text: draft,
      madeBy: { kind: 'engine', version: 'test' },
      evidence: [{ part: 'text', start: 0, end: text.length }],
    },
    { headline: '', text },
    kind,
  );

describe('a row told as a key point', () => {
  const row = 'Net profit 41 million crowns vs loss 82 million';

  it('needs no verb as it stands, or without the figures of an earlier time', () => {
    assert.deepEqual(findings(row, row), []);
    assert.deepEqual(findings(row, 'Net profit 41 million crowns'), []);
  });

  it('does not give a figure to another label, leave a word out or lose its unit', () => {
    assert.notDeepEqual(findings(row, 'Net loss 82 million'), []);
    assert.notDeepEqual(findings(row, 'Net profit 82 million crowns'), []);
    assert.notDeepEqual(findings(row, 'Profit 41 million crowns'), []);
    assert.notDeepEqual(findings(row, 'Net profit 41 million'), []);
  });

  it('is none of the other elements', () => {
    assert.notDeepEqual(findings(row, 'Net profit 41 million crowns', 'displayHeadline'), []);
  });

  it('keeps the colon that the copy has, and gets no other', () => {
    const item = 'Best director: Ida Holm, The Long Quay';
    assert.deepEqual(findings(item, item), []);
    assert.notDeepEqual(findings(item, 'Best director Ida Holm: The Long Quay'), []);
    assert.notDeepEqual(findings(item, 'Best director: The Long Quay'), []);
  });

  it('is a line of its own among the lines of a block', () => {
    const block = 'Westmere  3  Harbour Town  1\nTarnow    1  Velmar        0';
    assert.deepEqual(findings(block, 'Westmere 3 Harbour Town 1'), []);
    assert.notDeepEqual(findings(block, 'Harbour Town 1 Tarnow 1'), []);
    assert.notDeepEqual(findings(block, 'Westmere 3 Velmar 0'), []);
  });

  it('is no way round the verb of a sentence', () => {
    assert.notDeepEqual(findings('The council sold the pier on Monday.', 'Council pier on Monday'), []);
  });
});
