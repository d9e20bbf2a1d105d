import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findQuotations } from './quotations.ts';

/** [kind, words said, mention of the speaker, cue, full name] */
const said = (text: string) =>
  findQuotations(text).map(({ kind, start, end, speaker, cue, name }) => [
    kind,
    text.slice(start, end),
    speaker?.text ?? null,
    cue?.text ?? null,
    name ?? null,
  ]);

describe('findQuotations', () => {
  it('reads the speaker behind the words, before or after the verb', () => {
    assert.deepEqual(said('“The quay is safe,” said Mayor Asha Menon. "We checked it," Menon added.'), [
      ['direct', 'The quay is safe,', 'Mayor Asha Menon', 'said', 'Asha Menon'],
      ['direct', 'We checked it,', 'Menon', 'added', 'Asha Menon'],
    ]);
  });

  it('reads the speaker before the words', () => {
    assert.deepEqual(said('Mayor Asha Menon told reporters on Friday: “The quay is safe.”'), [
      ['direct', 'The quay is safe.', 'Mayor Asha Menon', 'told', 'Asha Menon'],
    ]);
  });

  it('skips age and role between the name and the verb', () => {
    assert.deepEqual(said('“It held,” Dale Orrin, 54, the harbour master, said on Friday.'), [
      ['direct', 'It held,', 'Dale Orrin', 'said', 'Dale Orrin'],
    ]);
  });

  it('both halves of a split quotation have one speaker', () => {
    assert.deepEqual(
      said('“The quay,” said Mayor Asha Menon, “is safe again.”').map((row) => row[2]),
      ['Mayor Asha Menon', 'Mayor Asha Menon'],
    );
  });

  it('a participle goes on with the subject of its sentence', () => {
    const rows = said('Mayor Asha Menon praised the crews, adding that they “never slept”.');
    assert.deepEqual(rows, [['mixed', 'they “never slept”', 'Mayor Asha Menon', 'adding', 'Asha Menon']]);
  });

  it('reads according to, before and behind', () => {
    assert.deepEqual(said('The wall “will not hold”, according to engineer Dale Orrin.'), [
      ['mixed', 'will not hold', 'engineer Dale Orrin', 'according to', 'Dale Orrin'],
    ]);
  });

  it('several sentences inside one pair of marks are one quotation', () => {
    assert.equal(said('"It held. We slept. We are glad," Mayor Asha Menon said.').length, 1);
  });

  it('a quotation alone in its paragraph goes on from the one before', () => {
    assert.deepEqual(
      said('“It held,” Mayor Asha Menon said.\n\n“We are glad.”').map((row) => row[2]),
      ['Mayor Asha Menon', 'Mayor Asha Menon'],
    );
  });

  it('a quotation that runs over paragraphs keeps its speaker', () => {
    assert.deepEqual(
      said('Mayor Asha Menon said: “It held.\n\n“We are glad.”').map((row) => [row[1], row[4]]),
      [
        ['It held.', 'Asha Menon'],
        ['We are glad.', 'Asha Menon'],
      ],
    );
  });

  it('reported speech has its clause and its cue', () => {
    assert.deepEqual(said('Mayor Asha Menon said that the quay was safe.'), [
      ['indirect', 'the quay was safe', 'Mayor Asha Menon', 'said', 'Asha Menon'],
    ]);
    assert.deepEqual(said('The quay was safe, Mayor Asha Menon said on Friday.'), [
      ['indirect', 'The quay was safe', 'Mayor Asha Menon', 'said', 'Asha Menon'],
    ]);
  });

  it('a role stands for the person who carries it', () => {
    const text = 'US Secretary of State Dale Orrin arrived. "We are ready," the state secretary stated.';
    assert.deepEqual(said(text), [['direct', 'We are ready,', 'the state secretary', 'stated', 'Dale Orrin']]);
  });

  it('a pronoun is named only where one person can be meant', () => {
    assert.equal(said('“It held,” Mayor Asha Menon said. “We slept,” she added.')[1]?.[4], 'Asha Menon');
    assert.equal(said('“It held,” Mr Dale Orrin said. Mr Piet Quell left. “We slept,” he added.')[1]?.[4], null);
    assert.equal(said('Mr Dale Orrin left. “It held,” the diver said. “We slept,” he added.')[1]?.[4], null);
  });

  it('an aide does not lend the words to the person she works for', () => {
    assert.equal(said('“It held,” an aide to Asha Menon said.')[0]?.[4], null);
    assert.equal(said('“It held,” Asha Menon’s aide said.')[0]?.[4], null);
  });

  it('a pronoun that opens a sentence is the one person of its paragraph', () => {
    const text =
      '“It held,” Mr Dale Orrin said.\n\nThe finance director, Mariam Holt, disagreed. She said that it fell.';
    assert.equal(said(text)[1]?.[4], 'Mariam Holt');
    assert.equal(said('“It held,” the union’s secretary, Mariam Holt, said.')[0]?.[4], 'Mariam Holt');
  });

  it('a name before the role is not the speaker', () => {
    assert.equal(said('“It held,” Menon spokesman Piet Quell said. Menon left.')[0]?.[4], 'Piet Quell');
  });

  it('the name of a programme or a book is no quotation', () => {
    assert.deepEqual(said('She spoke on “The Harbour Hour” about it.'), []);
  });

  it('words in marks that nobody says have no speaker', () => {
    assert.deepEqual(said('The so-called “ghost fleet” lay at anchor.'), [['mixed', 'ghost fleet', null, null, null]]);
  });

  it('a headline may name its speaker behind a colon', () => {
    assert.deepEqual(said('"Quay is safe": Menon')[0]?.slice(2, 4), ['Menon', ':']);
  });

  it('every span lies inside any text, in order and without overlap', () => {
    const bits = fc.array(
      fc.constantFrom(
        '“',
        '”',
        '"',
        "'",
        ',',
        '.',
        ' said ',
        ' he ',
        'Ann Ode',
        ' the ',
        ' mayor',
        ' that ',
        ' adding ',
        ' and ',
        '\n\n',
        ' who ',
        ':',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          bits.map((list) => list.join('')),
        ),
        (text) => {
          let before = 0;
          for (const { start, end, speaker, cue } of findQuotations(text)) {
            assert.ok(start >= before && end > start && end <= text.length);
            before = end;
            for (const mention of [speaker, cue]) {
              if (mention !== null) assert.equal(text.slice(mention.start, mention.end), mention.text);
            }
          }
        },
      ),
    );
  });

  it('a long text of marks, verbs or names is read in linear time', { timeout: 60_000 }, () => {
    for (const bit of [
      '"',
      '“',
      'A',
      'Ann ',
      'said ',
      '"A," ',
      'and said ',
      'he said that ',
      '“A” he said, ',
      ', who ',
    ])
      findQuotations(bit.repeat(200_000 / bit.length));
  });
});
