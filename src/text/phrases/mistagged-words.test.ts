import { describe, it } from 'node:test';
import { passes, refuses } from '../../../test/support/gate.ts';
import { never, tells } from '../../../test/support/tight-forms.ts';

describe('a verb', () => {
  it('stands behind a modal, whatever the tagger calls it', () => {
    tells('The bank will open a new branch in Sarn in May.', 'the bank will open a new branch in Sarn');
    never('The film will bookend Calder’s career as an owner of boats.', /will Calder/);
  });

  it('may look like a noun in front of what is planned', () => {
    passes('The ministry plans to build 40 ferries in Sarn.', 'The ministry plans to build 40 ferries');
    refuses('Sarn boat exports to the south so far this year were small.', 'Sarn boat exports to the south');
  });

  it('has its “no longer” with it', () => {
    tells('The ferries will no longer pay the harbour tax in Sarn.', 'ferries will no longer pay harbour tax in Sarn');
  });

  it('is told whole with the day on which it is expected', () => {
    tells('The board’s first report is expected next week.', 'the board’s first report is expected next week');
    tells('Public hearings on the ban are set for June four.', 'Public hearings on ban are set for June four');
  });

  it('goes on with what it is due to do, and says when', () => {
    never('The five-year programme was due to start at the beginning of this year.', /start$/);
    tells('The programme was due to open a school in Sarn.', 'the programme was due to open a school');
  });

  it('shares its object with the next', () => {
    tells(
      'Calder will explore and develop gold fields in Sarn.',
      'Calder will explore and develop gold fields in Sarn',
    );
    never('The town will hold talks at the June 14 meeting in Sarn.', /at the$/);
  });

  it('goes on with what it is about to do', () => {
    const text = 'The two yards are about to merge their ferry lines in Sarn.';
    tells(text, 'two yards are about to merge their ferry lines');
  });

  it('is not the one of a sale that took place on a day', () => {
    const text = 'The bond issue launched Monday for Calder was raised to 40 million crowns.';
    tells(text, 'the bond issue launched Monday for Calder was raised');
    tells(
      'Lee announced Sunday she will resign her post after the vote.',
      'Lee says she will resign her post after vote',
    );
  });
});

describe('a noun', () => {
  it('has all its adjectives, also behind a comma, “but” or “and”', () => {
    const boats = 'Calder will sell new, more powerful boats in Sarn';
    tells(`${boats}.`, boats);
    tells('The town will see fewer but bigger boats in May.', 'the town will see fewer but bigger boats');
    const taxes = 'Calder would cut personal and business taxes in the town.';
    tells(taxes, 'Calder would cut personal and business taxes in town');
  });
});
