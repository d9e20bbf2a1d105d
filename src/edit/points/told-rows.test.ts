import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSheet, toldRows } from './told-rows.ts';

const told = (headline: string, ...lines: string[]) => {
  const text = lines.join('\n\n');
  return toldRows({ headline, text }).map(({ start, end }) => text.slice(start, end));
};

describe('the rows that are told', () => {
  it('are those under a heading of the headline’s own period', () => {
    assert.deepEqual(told('Norrland Lines first half', 'Half ended Dec 28', 'Net 4.1 vs 3.9'), ['Net 4.1 vs 3.9']);
    assert.deepEqual(told('Norrland Lines first half', 'Year ended Dec 28', 'Net 4.1 vs 3.9'), []);
  });

  it('are not parts of a sum whose name stands above them', () => {
    assert.deepEqual(told('Norrland Lines year', 'Turnover comprised -', 'Ferries 4.1 vs 3.9'), []);
    assert.deepEqual(told('Norrland Lines year', 'Stocks in mln tonnes were as follows.', 'Wheat 4.1 vs 3.9'), []);
  });

  it('go on behind a figure that is not told, and end at a heading', () => {
    assert.deepEqual(
      told(
        'Norrland Lines year',
        'Net 4.1 vs 3.9',
        'Div 6.5p making 9p, up 19 percent',
        'Tax 1 vs 2',
        'Includes -',
        'Ferries 3 vs 2',
      ),
      ['Net 4.1 vs 3.9', 'Tax 1 vs 2'],
    );
  });

  it('begin with what the headline speaks of', () => {
    assert.deepEqual(told('Norrland Lines net', 'Shr 1 vs 2', 'Div 2 vs 3', 'Sales 3 vs 4', 'Net 4 vs 5'), [
      'Shr 1 vs 2',
      'Div 2 vs 3',
      'Net 4 vs 5',
    ]);
  });

  it('are final results, not scores at half-time', () => {
    assert.deepEqual(told('Karsian League', 'Half-time scores:', 'Ellery 2 Norrland 1'), []);
    assert.deepEqual(told('Karsian League', 'Group A', 'Ellery 2 Norrland 1'), []);
    assert.deepEqual(told('Karsian League', 'Results:', 'Ellery 2 Norrland 1'), ['Ellery 2 Norrland 1']);
  });

  it('are shares of a vote that is counted, most of which have room', () => {
    const shares = ['Lu Venn (Greens) 48.2 percent', 'Ana Dorn (Liberals) 31.0 percent'];
    assert.deepEqual(told('Results of the Sarn election', 'With all votes counted:', ...shares), shares);
    assert.deepEqual(told('Sarn elects a mayor', 'Last week:', ...shares), []);
    assert.deepEqual(
      told('Poll: Greens lead', 'People’s Party 38 percent', 'Liberals 29 percent', 'Greens 12 percent'),
      [],
    );
  });

  it('are entries of a timeline with their years', () => {
    const entries = [
      '1857: The old quay is built.',
      '1966: A storm destroys the slipway.',
      '2021: The plans are approved.',
    ];
    assert.deepEqual(
      told('Timeline: the harbour', ...entries),
      entries.map((entry) => entry.slice(0, -1)),
    );
  });

  it('are not what somebody says, whom to write to, or a day', () => {
    assert.deepEqual(told('', 'Holm: I knew it', 'Venn: We did not', 'Dorn: Nobody told me'), []);
    assert.deepEqual(told('', 'Text: Ida Holm', 'Photo: Lu Venn', 'Mail: press@brightwater.example'), []);
    assert.deepEqual(
      told('', 'Born: March 3, 1949', 'Clubs: Ellery Town, Norrland City', 'Caps: 61 for Karsia, 24 goals'),
      ['Clubs: Ellery Town, Norrland City', 'Caps: 61 for Karsia, 24 goals'],
    );
  });

  it('are not the one short item of a list of long ones', () => {
    const long = 'Holm, Reed, Sato, Berg, Eke, Dorn, Venn, Lund, Kolsrud, Abara';
    assert.deepEqual(told('', `Karsia: ${long}`, `Norrland: ${long}`, 'Referee: Ana Castellan (Averland)'), []);
  });

  it('make a sheet where no sentence stands before them', () => {
    const rows = 'Shr 1 vs 2\n\nNet 4 vs 5';
    assert.equal(isSheet({ headline: '', text: `${rows}\n\nThe firm sold a pier last year.` }), true);
    assert.equal(isSheet({ headline: '', text: `The firm sold a pier last year.\n\n${rows}` }), false);
  });
});
