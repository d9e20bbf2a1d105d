import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkPullQuote } from './check-pull-quote.ts';

/** What the gate says of words lifted from a copy in which Ines Calder says everything between the marks. */
const findings = (text: string, words: string): string[] => {
  const start = text.indexOf(words);
  const cue = { start: text.indexOf('said'), end: text.indexOf('said') + 4, text: 'said' };
  const speaker = { start: text.indexOf('Calder'), end: text.indexOf('Calder') + 6, text: 'Calder' };
  const said = [...text.matchAll(/“([^”]+)”/gu)].map(({ index, 1: inside = '' }) => ({
    ...{ kind: 'direct' as const, start: index + 1, end: index + 1 + inside.length },
    ...{ speaker, cue, name: 'Ines Calder' },
  }));
  const quote = { text: words, speaker: 'Ines Calder', start, end: start + words.length };
  return checkPullQuote(quote, { headline: '', text, quotations: said }).map(({ message }) => message);
};
const words = 'We will never give up the ferry that our island needs';

describe('checkPullQuote', () => {
  it('lets whole sentences of one quotation pass', () => {
    assert.deepEqual(findings(`“${words},” Calder said.`, words), []);
  });

  it('refuses the half of a sentence that goes on behind the speaker’s name', () => {
    assert.equal(findings(`“${words},” Calder said, “if the council pays.”`, words).length, 1);
  });

  it('refuses words that the speaker turns round in the next sentence', () => {
    assert.equal(findings(`“${words},” Calder said. “But we may have to.”`, words).length, 1);
    assert.equal(findings(`“${words}. Or so we thought,” Calder said.`, `${words}.`).length, 1);
  });
});
