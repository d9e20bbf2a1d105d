import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokens } from '../../text/tokens.ts';
import { derive } from '../engine.ts';
import { findQuotations } from '../quotes/quotations.ts';
import { hasMainVerb } from './sound.ts';

function proposed(text: string): string[] {
  const drafts = derive({ headline: '', text }, { language: null, quotations: findQuotations(text) });
  return [...drafts.keyPoints, ...(drafts.spareKeyPoints ?? []), ...(drafts.lastKeyPoints ?? [])].flatMap((place) =>
    [...place].map((draft) => draft.text),
  );
}

describe('key points that read as if they were written so', () => {
  it('do not end in the middle of a thought', () => {
    const all = proposed('Brandt used his harbour speech to defend the old ferry from the county.');
    assert.ok(!all.some((words) => /speech$/.test(words)), all.join('\n'));
    assert.ok(
      all.some((words) => /to defend (?:the )?old ferry/.test(words)),
      all.join('\n'),
    );
  });

  it('have a verb of their own, not only that of an aside', () => {
    const whole = (words: string) => hasMainVerb(tokens(words));
    assert.equal(whole('Output, originally estimated at 15 million tonnes a year'), false);
    assert.equal(whole('A month before he died'), false);
    assert.equal(whole('The bank raised its forecast in May'), true);
  });

  it('are made of a clause in which a noun looks like somebody who speaks', () => {
    const all = proposed('The county has resisted calls to publish the full advice on the old ferry.');
    assert.ok(
      all.some((words) => /county has resisted calls to publish (?:the )?full advice$/i.test(words)),
      all.join('\n'),
    );
  });

  it('do not begin with a deed that nobody does', () => {
    const all = proposed(
      "In the roll call vote that began the night, formally marking Mr. Brandt's capture of the party nomination, 721 owners left.",
    );
    assert.deepEqual(
      all.filter((words) => /^Formally marking/.test(words)),
      [],
    );
  });
});
