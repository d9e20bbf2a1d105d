import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linesOf, proseOf, rowsOf } from './rows.ts';

const kindOf = (line: string) => rowsOf(line)[0]?.kind;

describe('the rows of a copy', () => {
  it('are figures beside those of an earlier time', () => {
    assert.equal(kindOf('Net profit 41.2 million crowns vs 82.9 million'), 'figures');
    assert.equal(kindOf('Oper shr loss nine cts vs profit 12 cts'), 'figures');
    assert.equal(kindOf('Int div 5.5p vs nil'), 'figures');
    assert.equal(kindOf('Turnover 4.48 billion marks vs 4.29 billion.'), 'figures');
  });

  it('are told apart from games to come, from columns and from sentences', () => {
    assert.equal(kindOf('Ellery Town vs Norrland City'), undefined);
    assert.equal(kindOf('Ellery Town v Norrland City (3 p.m.)'), undefined);
    assert.equal(kindOf('1 Ellery Town 12 8 2 2 26 10'), undefined);
    assert.equal(
      kindOf('Sales rose to 5 million in 2024, and in the north profit was 2 million vs 1 million'),
      undefined,
    );
    assert.equal(kindOf('Net includes gain of 2,437,000 vs loss 190.0 in quarter and losses 75.6 vs 227.7'), undefined);
  });

  it('are scores of two sides, not days and numbers', () => {
    assert.equal(kindOf('Ellery Town 2 Norrland City 1'), 'score');
    assert.equal(kindOf('Westmere 3-1 Harbour Town'), 'score');
    assert.equal(kindOf('Ida Holm beat Lu Venn 6-3 6-4'), 'score');
    assert.equal(kindOf('Ellery Town\t2\tNorrland City\t1'), 'score');
    assert.equal(kindOf('Ellery Town\t12\t8\t26'), undefined);
    assert.equal(kindOf('Monday 3 Tuesday 4'), undefined);
    assert.equal(kindOf('Ellery Town 2 Ellery Town 1'), undefined);
  });

  it('are places in a ranking and items with a label', () => {
    assert.equal(kindOf('1. Selin Demirel (Averland) 4:02:17'), 'place');
    assert.equal(kindOf('Best director: Ida Holm, The Long Quay'), 'item');
    assert.equal(kindOf('She asked them all one thing: What now?'), undefined);
  });

  it('are shares, and entries of a timeline', () => {
    assert.equal(kindOf('Lu Venn (Greens) 48.2 percent'), 'share');
    assert.equal(kindOf('1966: A storm destroys the slipway.'), 'entry');
    assert.equal(kindOf('March 3: The council approves the plans'), 'entry');
    assert.equal(kindOf('In 1966 a storm destroyed the slipway.'), undefined);
  });

  it('know where the figures of an earlier time begin', () => {
    const before = (text: string) => text.slice(rowsOf(text)[0]?.comparison).trim();
    assert.equal(before('Sales 4.1 million vs 3.9 million'), 'vs 3.9 million');
    assert.equal(before('Sales: 4.1 million crowns (3.9 million)'), '(3.9 million)');
  });

  it('are lines of a block of lines, but not of wrapped prose', () => {
    const block = 'Westmere  3  Harbour Town  1\nTarnow    1  Velmar        0';
    assert.deepEqual(
      rowsOf(block).map(({ start, end }) => block.slice(start, end)),
      ['Westmere  3  Harbour Town  1', 'Tarnow    1  Velmar        0'],
    );
    const prose =
      'The ferry company said on Tuesday that its\nSales 4.1 million vs 3.9 million\nwere the best that it has had, and that it\nwould buy a boat.';
    assert.deepEqual(rowsOf(prose), []);
  });

  it('are no part of what tells the language', () => {
    assert.equal(proseOf('Sales 4.1 million vs 3.9 million\n\nThe pier is open.'), 'The pier is open');
  });

  it('leave every line of the copy in its place', () => {
    const text = ' One pier.\n\nNet 3 vs 4,\nSales 5 vs 6\n';
    assert.deepEqual(
      linesOf(text).map((line) => text.slice(line.start, line.end)),
      ['One pier', 'Net 3 vs 4', 'Sales 5 vs 6'],
    );
  });
});
