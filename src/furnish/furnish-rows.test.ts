import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { around } from '../../test/support/around.ts';
import { furnish } from './furnish.ts';

describe('furniture for results, lists and tables', () => {
  it('of a match report tells who won and how, and takes no row of the table for a sentence', () => {
    const { points, summary, quote, all } = around(
      'Late header gives Ellery win',
      'Substitute Kofi Berg headed in a corner in the 88th minute to give Ellery Town a 2-1 win over Norrland City on Sunday and move them to the top of the league.',
      'Norrland took the lead through Pavel Dorn after 12 minutes. Ellery equalised from a penalty by captain Lina Sato shortly before half-time.',
      '"We never stopped running, and the crowd carried us in the last ten minutes," Ellery coach Tomas Reed said.',
      'Port Harrow 0 Aldermoor 0',
      'Tarnow Athletic 3 Velmar 2',
    );
    assert.ok(points.length >= 3, all);
    assert.match(summary[0] ?? '', /^Substitute Kofi Berg headed in a corner/);
    assert.equal(quote, 'We never stopped running, and the crowd carried us in the last ten minutes | Tomas Reed');
    assert.doesNotMatch(all, /Aldermoor|Tarnow|shortly"/);
  });

  it('of bare results is their headline and the results as they stand', () => {
    const { headline, standfirst, summary, points } = around(
      'Karsian League results',
      'Results from the Karsian League on Sunday:',
      'Ellery Town 2 Norrland City 1',
      'Port Harrow 0 Aldermoor 0',
      'Tarnow Athletic 3, Velmar 2',
    );
    assert.equal(headline, 'Karsian League Results');
    assert.deepEqual([standfirst, summary], [undefined, []]);
    assert.deepEqual(points, [
      'Ellery Town 2 Norrland City 1',
      'Port Harrow 0 Aldermoor 0',
      'Tarnow Athletic 3, Velmar 2',
    ]);
  });

  it('of results in a table tells each score', () => {
    const { points } = around(
      'Karsian League results',
      'Home\t\tAway\t\nEllery Town\t2\tNorrland City\t1\nPort Harrow\t0\tAldermoor\t0\nTarnow Athletic\t3\tVelmar\t2',
    );
    assert.deepEqual(points, [
      'Ellery Town 2 Norrland City 1',
      'Port Harrow 0 Aldermoor 0',
      'Tarnow Athletic 3 Velmar 2',
    ]);
  });

  it('rests on the first line where no sentence can be told', () => {
    const text = 'Results:\n\nEllery Town 2 Norrland City 1';
    const { furniture } = furnish({ headline: 'Karsian League results', text }, { language: 'en-US' });
    assert.deepEqual(furniture.displayHeadline?.evidence.at(-1), { part: 'text', start: 0, end: 8 });
  });

  it('of results in the lines of one block tells each line by itself', () => {
    const { points } = around(
      'Karsian League results',
      'Westmere      3   Harbour Town   1\nPort Ellery   2   Orrin Haven    5\nTarnow        1   Velmar         0',
    );
    assert.deepEqual(points, ['Westmere 3 Harbour Town 1', 'Port Ellery 2 Orrin Haven 5', 'Tarnow 1 Velmar 0']);
  });

  it('of a ranking tells its first three', () => {
    const { points } = around(
      'Results of the Tour of the Fells, seventh stage',
      '1. Selin Demirel (Averland) 4:02:17',
      '2. Astrid Kolsrud (Norrland) +48 sec',
      '3. Ida Holm (Karsia) +1:12',
      '4. Lu Venn (Karsia) +1:15',
    );
    assert.deepEqual(points, [
      '1. Selin Demirel (Averland) 4:02:17',
      '2. Astrid Kolsrud (Norrland) +48 sec',
      '3. Ida Holm (Karsia) +1:12',
    ]);
  });

  it('of a sheet of company results tells the first period, which is that of the headline, and no note as news', () => {
    const { headline, points, all } = around(
      'NORRLAND LINES INC <NRL> 3RD QTR NET',
      'Oper shr profit 1.06 dlrs vs loss 93 cts',
      'Net profit 10,300,000 vs loss 9,012,000',
      'Revs 84.1 mln vs 77.0 mln',
      'Nine mths',
      'Shr profit 2.90 dlrs vs profit 2.71 dlrs',
      'Revs 240.1 mln vs 226.2 mln',
      'NOTE: 1986 net includes a gain of 1.2 mln dlrs on the sale of a pier.',
    );
    assert.equal(headline, 'Norrland Lines Inc 3rd Qtr Net');
    assert.deepEqual(points, ['Oper shr profit 1.06 dlrs', 'Net profit 10,300,000', 'Revs 84.1 mln vs 77.0 mln']);
    assert.doesNotMatch(all, /2\.90|240\.1|NOTE/);
  });

  it('of prizes and boxes of facts tells the items with their labels', () => {
    const { points } = around(
      'Winners of the Karsian film prizes',
      'The Karsian film academy gave its prizes in Sarn on Sunday night. The winners were:',
      'Best film: The Long Quay',
      'Best actress: Lu Venn, Salt',
      'Best screenplay: Ana Dorn and Pavel Eke, Salt',
    );
    assert.deepEqual(points, [
      'Best film: The Long Quay',
      'Best actress: Lu Venn, Salt',
      'Best screenplay: Ana Dorn and Pavel Eke, Salt',
    ]);
  });

  it('of results with those of the year before in brackets tells those of this year', () => {
    const { points } = around(
      'Brightwater Turbines Q3 results',
      'Revenue: 612 million crowns (701 million)',
      'Operating profit: 88 million crowns (140 million)',
      'Earnings per share: 0.41 crowns (0.83)',
    );
    assert.deepEqual(points, [
      'Revenue: 612 million crowns',
      'Operating profit: 88 million crowns',
      'Earnings per share: 0.41 crowns',
    ]);
  });

  it('of a table with a sentence about its columns tells nothing of the columns', () => {
    const { points, summary } = around(
      'GRAIN PRICES IN CALDER',
      'Prices at the Calder exchange were as follows, with those of Thursday in brackets.',
      'Wheat     212.50     (210.00)     211.00\nBarley    180.25     (180.25)     179.00\nDurum     301.00     (299.00)     300.50',
    );
    assert.deepEqual([points, summary], [[], []]);
  });

  it('of a list tells its items without their numbers', () => {
    const { all, points } = around(
      'Five things to know about the harbour vote',
      'Port Ellery votes on its harbour on Sunday.',
      '1. The loan would be paid back over 30 years.',
      '2) Fishing families say the quay would close the old slipway.',
      '3. Everyone over 16 may vote in the city on Sunday.',
    );
    assert.ok(points.length >= 2, all);
    assert.doesNotMatch(all, /(?:^|[" ])\d[.)] /);
  });
});
