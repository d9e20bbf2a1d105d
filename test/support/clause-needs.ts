import assert from 'node:assert/strict';
import { needsOf } from '../../src/text/needs/clause-needs.ts';
import { readPhrases } from '../../src/text/phrases/read-phrases.ts';
import { tokens } from '../../src/text/tokens.ts';

/** The phrases without which the one that begins with `words` does not stand, with all that those need; null where it cannot stand. */
function needed(sentence: string, words: string): string | null {
  const list = tokens(sentence);
  const read = needsOf(list, readPhrases(list, 0, list.length - 1));
  assert.ok(read, `no clause: ${sentence}`);
  const textOf = (k: number) => sentence.slice(list[read.phrases[k]!.from]!.start, list[read.phrases[k]!.to - 1]!.end);
  const first = read.phrases.findIndex((_, k) => textOf(k).startsWith(words));
  assert.ok(first >= 0, `${words} begins no phrase`);
  const found = new Set<number>();
  const open = [first];
  for (let k = open.pop(); k !== undefined; k = open.pop()) {
    const needs = read.needs[k];
    if (!needs) return null;
    found.add(k);
    open.push(...needs.filter((other) => !found.has(other)));
  }
  return [...found]
    .sort((a, b) => a - b)
    .map(textOf)
    .join(' ');
}
/** Asserts what is needed. */
export const needs = (sentence: string, words: string, kept: string | null) =>
  assert.equal(needed(sentence, words), kept);
