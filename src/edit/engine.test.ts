import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { derive } from './engine.ts';
import { findQuotations } from './quotes/quotations.ts';
import { readingMinutes } from './reading-time.ts';

const headline = '"Town open to deal with Saltmouth, ferry not to be seen as a gift": Calder';
const text = `Port Alder has said it is open to a deal with Saltmouth on the ferry, with harbour master Ines Calder on Tuesday stressing that the town does not see the ferry as a gift.

"We want a ferry that sails in winter. We will not pay for one that stays in port," Calder said.

Calder also noted the long dispute over fares, accusing the county of ignoring its islands.`;
const drafts = derive({ headline, text }, { language: 'en-US', quotations: findQuotations(text) });
const texts = (list: Iterable<{ readonly text: string }>): string[] => [...list].map((draft) => draft.text);

describe('derive', () => {
  it('proposes the agency’s headline with its speaker, in title case, within 80 characters', () => {
    assert.ok(
      texts(drafts.displayHeadline).some((words) => /Calder/.test(words) && /^(?:Calder: )?Town Open to/.test(words)),
    );
    assert.ok(texts(drafts.displayHeadline).every((words) => words.length <= 80));
  });

  it('writes the partner first where room is short', () => {
    assert.ok(texts(drafts.displayHeadline).some((words) => words.includes('Saltmouth Deal')));
  });

  it('makes a finite clause of what a speaker says by the way', () => {
    const points = [...drafts.keyPoints, ...(drafts.spareKeyPoints ?? []), ...(drafts.lastKeyPoints ?? [])].flatMap(
      texts,
    );
    assert.ok(
      points.some((words) => /^Calder says (?:the )?town does not see (?:the )?ferry/.test(words)),
      points.join('\n'),
    );
    assert.ok(
      points.some((words) => /^Calder accuses (?:the )?county/.test(words)),
      points.join('\n'),
    );
  });

  it('proposes key points of 4 to 9 words only', () => {
    for (const words of drafts.keyPoints.flatMap(texts)) {
      const count = words.split(' ').length;
      assert.ok(count >= 4 && count <= 9, words);
    }
  });

  it('names a person in full where the sentence has only the surname', () => {
    assert.ok(drafts.summary.flatMap(texts).some((words) => words.includes('Ines Calder')));
  });

  it('proposes whole sentences of one quotation, with the full name', () => {
    const [quote] = drafts.pullQuotes;
    assert.equal(quote?.speaker, 'Ines Calder');
    assert.equal(text.slice(quote?.start, quote?.end), quote?.text);
  });
});

describe('readingMinutes', () => {
  it('rounds up at 238 words a minute and is never 0', () => {
    assert.equal(readingMinutes(''), 1);
    assert.equal(readingMinutes('word '.repeat(238)), 1);
    assert.equal(readingMinutes('word '.repeat(239)), 2);
  });
});
