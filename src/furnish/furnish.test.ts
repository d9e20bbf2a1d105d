import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { check } from '../check/check.ts';
import { checkPullQuote } from '../check/check-pull-quote.ts';
import type { ElementKind } from '../check/check-type.ts';
import type { Draft, Furniture } from '../story/furniture.ts';
import { wordCount } from '../text/length/word-count.ts';
import { furnish } from './furnish.ts';

const headline = '"Port ready to reopen by Monday, council must pay for wall": Calder';
const text = `Port Alder has said it is ready to reopen its harbour by Monday after the worst storm in a decade, with harbour master Ines Calder on Tuesday stressing that the town does not see the reopening as an end of the emergency.

Speaking at the town hall, Calder said the council would need to organise repairs at three quays, including the fish market, the ferry terminal and the old slipway.

"We lost forty boats in one night. We will not lose the harbour as well, and we will not wait for another winter," Calder said.

The council approved a programme of £3.5 million for the sea wall last week. Engineers found cracks in two of its towers.

Calder also criticised the county, accusing its leaders of ignoring four warnings from fishermen.

Fishing boats will return to the northern quay on Monday. Ferries remain in Saltmouth until the terminal is repaired.`;
const copy = { headline, text };

const allOf = (furniture: Furniture): readonly (readonly [ElementKind, Draft])[] => [
  ...(furniture.displayHeadline ? [['displayHeadline', furniture.displayHeadline] as const] : []),
  ...(furniture.standfirst ? [['standfirst', furniture.standfirst] as const] : []),
  ...(furniture.keyPointsTitle ? [['keyPointsTitle', furniture.keyPointsTitle] as const] : []),
  ...furniture.summary.map((draft) => ['summary', draft] as const),
  ...furniture.keyPoints.map((draft) => ['keyPoint', draft] as const),
];

describe('furnish', () => {
  const { furniture, quotations } = furnish(copy, { language: 'en-US' });

  it('names the story by the agency’s headline rather than by a point told over', () => {
    const text =
      'The Calder council rejected recommendations by the bank for sweeping reforms of its ferry fares.\n\nThe ban will end in May next year.\n\nAbout 400 owners of boats sell their fish in Sarn.';
    const { furniture: told } = furnish({ headline: 'Calder rejects bank’s fare advice', text }, { language: 'en-GB' });
    assert.ok(told.keyPoints.some((point) => /^The Calder council rejected recommendations/.test(point.text)));
    assert.equal(told.keyPointsTitle?.text, 'Calder Rejects Bank’s Fare Advice');
  });

  it('makes every element of a story', () => {
    assert.ok(furniture.displayHeadline);
    assert.ok(furniture.displayHeadline.text.length <= 80);
    assert.match(furniture.displayHeadline.text, /Calder/);
    assert.ok(furniture.standfirst);
    assert.ok(furniture.standfirst.text.length <= 160);
    assert.ok(furniture.keyPoints.length >= 3 && furniture.keyPoints.length <= 5);
    assert.ok(furniture.summary.length >= 3 && furniture.summary.length <= 5);
    assert.ok(furniture.summary.reduce((sum, { text: words }) => sum + wordCount(words), 0) <= 110);
    assert.equal(furniture.readingMinutes, 1);
  });

  it('lifts a pull quote word for word, with the speaker’s full name', () => {
    assert.ok(furniture.pullQuote);
    assert.equal(furniture.pullQuote.speaker, 'Ines Calder');
    assert.equal(text.slice(furniture.pullQuote.start, furniture.pullQuote.end), furniture.pullQuote.text);
  });

  it('writes house spelling in what is made, and only there', () => {
    const british = furnish(copy, { language: 'en-GB' }).furniture;
    const words = (made: Furniture) =>
      allOf(made)
        .map(([, draft]) => draft.text)
        .join(' ');
    assert.doesNotMatch(words(furniture), /programme|organise|criticise/);
    assert.doesNotMatch(words(british), /program\b|organize|criticize/);
  });

  it('gives every element evidence in the text, and each passes the gate again', () => {
    for (const [kind, draft] of allOf(furniture)) {
      assert.ok(
        draft.evidence.some(({ part }) => part === 'text'),
        draft.text,
      );
      assert.deepEqual(check(draft, { ...copy, quotations }, kind), [], draft.text);
    }
  });

  it('repeats no key point and takes them from more than one sentence', () => {
    const starts = new Set(furniture.keyPoints.map(({ evidence }) => evidence[0]?.start));
    assert.equal(new Set(furniture.keyPoints.map(({ text: words }) => words)).size, furniture.keyPoints.length);
    assert.ok(starts.size > 1);
  });

  it('leaves out what very short copy cannot bear', () => {
    const made = furnish({ headline: 'Ferry port closed', text: 'Details soon.' }, { language: 'en-US' }).furniture;
    assert.equal(made.displayHeadline?.text, 'Ferry Port Closed');
    assert.deepEqual(made.keyPoints, []);
    assert.equal(made.pullQuote, null);
    assert.equal(made.readingMinutes, 1);
  });

  it('makes only what needs no language of copy in another one', () => {
    const french =
      'Le port a rouvert ses quais lundi matin, selon la mairie. Les bateaux de pêche sont déjà revenus dans la baie.';
    const made = furnish({ headline: 'Le port rouvre', text: french }, { language: 'en-US' }).furniture;
    assert.equal(made.displayHeadline?.text, 'Le port rouvre');
    assert.deepEqual(made.displayHeadline?.madeBy, { kind: 'agency' });
    assert.equal(made.standfirst, null);
    assert.deepEqual(made.summary, []);
  });

  it('answers any text, with evidence inside it, and nothing that the gate would refuse', () => {
    const word = fc.constantFrom(
      'Calder',
      'said',
      'the',
      'harbour',
      '"',
      '“',
      '”',
      'not',
      '40',
      'boats',
      ',',
      '.',
      'who',
      'Port Alder',
      '\n\n',
      'if',
      'will',
      'reopen',
      ':',
      '(',
      'told',
      'that',
      'she',
      '£3m',
      'and',
    );
    const copies = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.array(word, { maxLength: 120 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(copies, copies, (headlineWords, words) => {
        const given = { headline: headlineWords, text: words };
        const made = furnish(given, { language: 'en-GB' });
        for (const [kind, draft] of allOf(made.furniture)) {
          for (const { part, start, end } of draft.evidence)
            assert.ok(start >= 0 && start < end && end <= given[part].length);
          if (draft.madeBy.kind === 'engine')
            assert.deepEqual(check(draft, { ...given, quotations: made.quotations }, kind), []);
        }
        const { pullQuote } = made.furniture;
        if (pullQuote) assert.deepEqual(checkPullQuote(pullQuote, { ...given, quotations: made.quotations }), []);
        assert.ok(made.furniture.readingMinutes >= 1);
      }),
      { numRuns: 150 },
    );
  });

  it('works on the front of very long copy, and on nothing that runs on without a stop', () => {
    const start = 'The harbour board met in Port Alder on Monday.';
    const late = 'The board said that the new pier would cost 60 million pounds and open in 2031.';
    const text = [start, `${'a-'.repeat(2000)}.`, ...Array(1500).fill('Nobody spoke for long at all.'), late].join(
      '\n\n',
    );
    const made = furnish(
      { headline: 'New pier would cost 60 million pounds, board says', text },
      { language: 'en-US' },
    );
    const places = allOf(made.furniture).flatMap(([, draft]) => draft.evidence.filter(({ part }) => part === 'text'));
    assert.ok(places.length > 0);
    assert.ok(made.quotations.every(({ end }) => end <= 40_000));
    assert.ok(places.every(({ start, end }) => end <= 40_000 && !text.slice(start, end).includes('a-a-')));
  });
});
