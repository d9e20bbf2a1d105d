import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { check } from '../check/check.ts';
import type { Element, Furniture } from '../story/furniture.ts';
import { furnish } from './furnish.ts';

const headline = 'Port Alder to reopen its harbour by Monday after the storm';
const paragraphs = [
  'Port Alder will reopen its harbour by Monday after the worst storm in a decade, harbour master Ines Calder said on Tuesday.',
  'The council approved a programme of 3.5 million pounds for the sea wall at a meeting in the town hall on Tuesday night.',
  '"We lost forty boats in one night. We will not lose the harbour as well, and we will not wait for another winter," Calder said.',
  'Engineers found cracks in two of the towers of the lighthouse, and the road to it stays closed until the end of the month.',
  'Fishing boats will return to the northern quay on Monday, and the fish market will open its doors again on Wednesday.',
  'Ferries remain in Saltmouth until the terminal is repaired, which the ferry company said would take three weeks.',
  'Insurers have received 412 claims from households in the lower town since the night of the storm.',
  'The county sent 60 firefighters and 14 pumps to the town on the morning after the storm.',
  'Schools in the lower town were closed for two days and opened again on Thursday morning.',
];
const options = { language: 'en-GB' } as const;
const textOf = (list: readonly string[]) => list.join('\n\n');
const before = { headline, text: textOf(paragraphs) };
const made = furnish(before, options).furniture;
const again = (text: string, title = headline) =>
  furnish({ headline: title, text }, { ...options, previous: { copy: before, furniture: made } });
const words = (furniture: Furniture) => ({
  headline: furniture.displayHeadline?.text,
  standfirst: furniture.standfirst?.text,
  title: furniture.keyPointsTitle?.text,
  summary: furniture.summary.map(({ text }) => text),
  points: furniture.keyPoints.map(({ text }) => text),
  quote: furniture.pullQuote?.text,
});
const elements = (furniture: Furniture): Element[] =>
  [
    furniture.displayHeadline,
    furniture.standfirst,
    furniture.keyPointsTitle,
    ...furniture.summary,
    ...furniture.keyPoints,
  ].filter((element) => element !== null);

describe('the furniture of a new version', () => {
  it('is made of every kind to begin with', () => {
    assert.ok(made.displayHeadline && made.standfirst && made.pullQuote);
    assert.ok(made.summary.length >= 3 && made.keyPoints.length >= 3);
  });

  it('stays to the byte when a paragraph changes that nothing rests on', () => {
    const changed = paragraphs.with(
      6,
      'Insurers have received 430 claims from households in the lower town since the night of the storm.',
    );
    const { furniture } = again(textOf(changed));
    assert.deepEqual(words(furniture), words(made));
    assert.deepEqual(furniture.summary, made.summary);
    assert.deepEqual(furniture.displayHeadline, made.displayHeadline);
  });

  it('moves its evidence with the words when a paragraph comes in between', () => {
    const inserted = [paragraphs[0]!, 'Nobody was hurt in the harbour itself.', ...paragraphs.slice(1)];
    const text = textOf(inserted);
    const { furniture } = again(text);
    const quote = furniture.pullQuote!;
    assert.equal(quote.text, made.pullQuote?.text);
    assert.equal(quote.start, made.pullQuote!.start + 'Nobody was hurt in the harbour itself.\n\n'.length);
    assert.equal(text.slice(quote.start, quote.end), quote.text);
    assert.deepEqual(words(furniture).headline, words(made).headline);
    assert.ok(made.summary.every(({ text: sentence }) => words(furniture).summary.includes(sentence)));
  });

  it('withdraws just what rests on a number that changed, and says the new one', () => {
    const changed = paragraphs.with(1, paragraphs[1]!.replace('3.5 million', '2.9 million'));
    const { furniture } = again(textOf(changed));
    const resting = elements(made).filter(({ text }) => text.includes('3.5'));
    assert.ok(resting.length > 0);
    assert.ok(elements(furniture).every(({ text }) => !text.includes('3.5')));
    assert.ok(elements(furniture).some(({ text }) => text.includes('2.9')));
    const untouched = elements(made).filter(({ text }) => !text.includes('3.5'));
    const now = new Set(elements(furniture).map(({ text }) => text));
    assert.deepEqual(
      untouched.filter(({ text }) => !now.has(text)),
      [],
    );
  });

  it('is led by the new opening when the agency puts one in front', () => {
    const lead =
      'Port Alder reopened its harbour on Sunday, a day earlier than planned, harbour master Ines Calder said.';
    const { furniture } = again(textOf([lead, ...paragraphs]), 'Port Alder reopens its harbour a day early');
    assert.notEqual(furniture.displayHeadline?.text, made.displayHeadline?.text);
    assert.match(furniture.summary[0]?.text ?? '', /Sunday/);
  });

  it('does not keep a headline when the agency changes its own', () => {
    const { furniture } = again(before.text, 'Sea wall of Port Alder to cost 3.5 million pounds');
    assert.match(furniture.displayHeadline?.text ?? '', /[Ss]ea [Ww]all/);
    assert.deepEqual(words(furniture).summary, words(made).summary);
  });

  it('keeps what an editor chose, which the engine would not have', () => {
    const text = paragraphs[4]!;
    const start = before.text.indexOf(text);
    const chosen: Element = {
      text,
      madeBy: { kind: 'editor', name: 'Asha Rao' },
      evidence: [{ part: 'text', start, end: start + text.length }],
      findings: [],
    };
    const previous = { copy: before, furniture: { ...made, standfirst: chosen } };
    const longer = textOf([...paragraphs, 'The ferry terminal was built in 1961.']);
    const next = furnish({ headline, text: longer }, { ...options, previous }).furniture;
    assert.deepEqual(next.standfirst, chosen);
    const changed = furnish(
      { headline, text: before.text.replace('on Wednesday', 'on Thursday') },
      { ...options, previous },
    );
    assert.notEqual(changed.furniture.standfirst?.text, text);
  });

  it('keeps nothing that another engine made', () => {
    const old = { ...made.standfirst!, text: 'Nobody says so', madeBy: { kind: 'engine', version: '0' } } as const;
    const previous = { copy: before, furniture: { ...made, standfirst: old } };
    assert.equal(furnish(before, { ...options, previous }).furniture.standfirst?.text, made.standfirst?.text);
  });

  it('keeps nothing that the checks refuse, whatever it was made from', () => {
    const wrong = { ...made.standfirst!, text: 'The council approved 9 million pounds for the sea wall' };
    const previous = { copy: before, furniture: { ...made, standfirst: wrong } };
    assert.doesNotMatch(furnish(before, { ...options, previous }).furniture.standfirst?.text ?? '', /9 million/);
  });

  it('is proved by the new version, however that came about', () => {
    const edits = fc.array(fc.tuple(fc.nat(8), fc.constantFrom('drop', 'swap', 'number', 'double')), { maxLength: 6 });
    fc.assert(
      fc.property(edits, (list) => {
        let changed = [...paragraphs];
        for (const [at, edit] of list) {
          const paragraph = changed[at] ?? '';
          if (edit === 'drop') changed = changed.filter((_, index) => index !== at);
          else if (edit === 'swap') changed = [paragraph, ...changed.filter((_, index) => index !== at)];
          else if (edit === 'double') changed = [...changed, paragraph];
          else changed = changed.map((one, index) => (index === at ? one.replace(/\d+/, '77') : one));
        }
        const copy = { headline, text: textOf(changed.filter((one) => one !== '')) };
        const { furniture, quotations } = again(copy.text);
        for (const [kind, all] of [
          ['displayHeadline', [furniture.displayHeadline]],
          ['standfirst', [furniture.standfirst]],
          ['summary', furniture.summary],
          ['keyPoint', furniture.keyPoints],
        ] as const)
          for (const element of all)
            if (element?.madeBy.kind === 'engine') assert.deepEqual(check(element, { ...copy, quotations }, kind), []);
        assert.ok(furniture.keyPoints.length <= 5 && furniture.summary.length <= 5);
      }),
      { numRuns: 25 },
    );
  });
});
