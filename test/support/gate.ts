import assert from 'node:assert/strict';
import { check } from '../../src/check/check.ts';
import type { Draft } from '../../src/story/furniture.ts';

/** Whether the gate lets a point of the engine pass that is cut from one sentence. */
export function passesGate(sentence: string, words: string, kind: 'keyPoint' | 'summary' = 'keyPoint'): boolean {
  const draft: Draft = {
    text: words,
    madeBy: { kind: 'engine', version: '1' },
    evidence: [{ part: 'text', start: 0, end: sentence.length }],
  };
  return check(draft, { headline: '', text: sentence }, kind).length === 0;
}
export const passes = (sentence: string, words: string) => assert.equal(passesGate(sentence, words), true, words);
export const refuses = (sentence: string, words: string) => assert.equal(passesGate(sentence, words), false, words);
