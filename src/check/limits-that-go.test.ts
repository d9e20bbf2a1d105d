import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passes, passesGate, refuses } from '../../test/support/gate.ts';

describe('what limits a statement', () => {
  it('stays where it is a condition', () => {
    refuses('Lee looks certain to get the call, provided he recovers from a cut.', 'Lee looks certain to get call');
    passes('Lee looks certain to get the call, his coach in Sarn.', 'Lee looks certain to get call');
  });

  it('stays where it says when something would be so', () => {
    refuses('Calder would honour its debt when it had the means to pay.', 'Calder would honour its debt');
  });

  it('stays where something will be so only after another is', () => {
    refuses(
      'Calder will invest 40 crowns in the yard after the deals are signed.',
      'Calder will invest 40 crowns in the yard',
    );
    passes('Calder will invest 40 crowns in the yard after the storm.', 'Calder will invest 40 crowns in the yard');
  });

  it('stays where it says when somebody is ready to', () => {
    refuses('Lee said she would lift the ban as soon as Sarn agreed to the pact.', 'Lee says she would lift the ban');
    passes('Lee said she would lift the ban as soon as Monday.', 'Lee says she would lift the ban');
  });

  it('stays where it says how many, or among which a thing is the most', () => {
    refuses('The paper tells how many boats the storm sank.', 'Paper tells many boats storm sank');
    refuses('Traders said the rebate was the largest ever granted in Sarn.', 'Traders: Rebate was the largest');
  });

  it('stays where it says since when things are counted', () => {
    refuses(
      'Since 1972, only three votes have featured two owners of boats.',
      'Only three votes featured two owners of boats',
    );
  });

  it('stays where it says from where a margin is counted', () => {
    refuses('Drawings will be at 3/8 pct over the Sarn offered rate.', 'Drawings will be at 3/8 pct');
    passes('Exports rose 10 pct over the year.', 'Exports rose 10 pct');
  });

  it('stays where it says how far behind, or from the end', () => {
    refuses('Lee came from two sets down to defeat Bode in May.', 'Lee came from two sets to defeat Bode');
    refuses(
      'Calder hailed Lee for the strike four minutes from time.',
      'Calder hailed Lee for the strike four minutes',
    );
  });

  it('stays where it says how long before', () => {
    refuses(
      'A broken rail that crews had marked for repair nine days earlier caused the crash of a train.',
      'Broken rail earlier caused crash of a train',
    );
    passes('Lee earlier caused a crash.', 'Lee earlier caused a crash');
  });

  it('stays where it says of each how much', () => {
    refuses('The charges carry a 5,000 crown fine on each count.', 'Charges carry a 5,000 crown fine');
    refuses('The top prize at each stop on the tour will be 15,000 crowns.', 'The top prize will be 15,000 crowns');
    passes('The top prize at a stop in Sarn will be 15,000 crowns.', 'The top prize will be 15,000 crowns');
  });

  it('stays where it says with whom a thing is shared', () => {
    refuses(
      'The firm is equally owned by Lee and the glass maker Venn Industries.',
      'The firm is equally owned by Lee',
    );
  });

  it('stays with "than"', () => {
    refuses('The bank can fund these boats more cheaply than Calder.', 'The bank can fund these boats than Calder');
  });
});

describe('a name with a hyphen', () => {
  const told = 'The Bank of Sarn favours no bids, its governor, Robin Leigh-Pemberton, said.';

  it('is the name of who speaks', () => {
    passes(told, 'Leigh-Pemberton: Bank of Sarn favours no bids');
    refuses(told, 'Leigh: Bank of Sarn favours no bids');
    refuses(told, 'Robin Leigh said the Bank of Sarn favours no bids');
  });
});

describe('a ticker that is the only name', () => {
  it('does not go', () => {
    const told = 'The firm gave its papers to <BRTX>, which is making a bid, in May.';
    const without = 'The firm gave its papers to, which is making a bid, in May.';
    assert.equal(passesGate(told, without, 'summary'), false);
    assert.equal(passesGate(told, told, 'summary'), true);
  });
});

describe('what says of whom a statement holds', () => {
  it('stays with a plural that opens the sentence', () => {
    const games = 'Games aimed at casual players are set to be bigger in May.';
    refuses(games, 'Games are set to be bigger in May');
    refuses('Websites which pay for notices may send people to rivals.', 'Websites may send people to rivals');
    passes('Families living near the quay will be moved.', 'Families will be moved');
  });

  it('is a hope where the copy hopes', () => {
    refuses('Hopefully the pier will be sorted out in May.', 'The pier will be sorted out in May');
  });

  it('is who tells of an admission', () => {
    const told = 'According to the Bell, Calder admitted burying waste at 51 sites.';
    refuses(told, 'Calder admitted burying waste at 51 sites');
    refuses('According to Lee, Calder says waste lies at 51 sites.', 'Calder says waste lies at 51 sites');
    passes('Calder admitted burying waste at 51 sites in May.', 'Calder admitted burying waste at 51 sites');
  });
});

describe('what limits nothing that stays', () => {
  it('is a hedge of an adjective that goes too, and a name that looks like a modal', () => {
    passes(
      'Norrland has been awarded two potentially lucrative oil contracts in Sarn.',
      'Norrland has been awarded two oil contracts',
    );
    refuses('The deal is potentially lucrative for Norrland.', 'The deal is lucrative for Norrland');
    passes(
      'The film, whose cast includes Will Tarr and Ann Lee, sold six million discs.',
      'The film sold six million discs',
    );
  });

  it('is what is told of one who is placed already', () => {
    passes(
      'Sarn are currently third in the Premier League with 65 points from 33 games.',
      'Sarn are currently third in the Premier League',
    );
    refuses('Sarn are the third in the region with a new pier.', 'Sarn are the third');
  });

  it('is a reason that only a “not” could deny', () => {
    passes(
      'Brandt said it believes the action is without merit because there is a statement.',
      'Brandt says it believes the action is without merit',
    );
    refuses('Brandt did not sell the pier because it was old.', 'Brandt did not sell the pier');
  });

  it('is no condition where costs are provided for', () => {
    passes(
      'Calder said it has fully provided for the cost of the settlement in its accounts.',
      'Calder says it has provided for cost of settlement',
    );
  });

  it('is what is told of a deed that goes too, or of what a comma parts', () => {
    const vote =
      'Parliament voted to reopen 24 wards after a speech by a minister who said that she once gave birth at sea.';
    passes(vote, 'Parliament voted to reopen 24 wards');
    refuses('Calder sold the yard that was once the longest in Sarn.', 'Calder sold the yard that was longest');
    const cost = 'The programme will cost 180 million crowns a year, to be financed by ending a tax break.';
    passes(cost, 'The programme will cost 180 million crowns a year');
  });

  it('stands behind a moment, and a role before its name', () => {
    passes(
      'Tarr put the hosts ahead in the 12th minute after a mistake by the defence.',
      'Tarr put hosts ahead in 12th minute',
    );
    refuses('Tarr left the ferry 12 minutes after a mistake by the crew.', 'Tarr left the ferry 12 minutes');
    passes('Substitute Ann Tarr-Venn headed in a corner in May.', 'Ann Tarr-Venn headed in a corner in May');
  });

  it('is a relative whose verb goes with it', () => {
    passes(
      'The bank injected funds through new agreements which mature on May 11.',
      'Bank injected funds through new agreements',
    );
    refuses(
      'Boats painted blue came in hand painted boxes that the yard sold.',
      'Boats came in hand painted boxes yard sold',
    );
    passes(
      'Peptide T, a compound that can be made in Sarn, effectively blocks the virus.',
      'Peptide T blocks the virus',
    );
  });

  it('is whether something is so, and what is only possible of what is added', () => {
    passes('Asked if the pact was a failure, Lee said the pact was a good one.', 'Lee says the pact was a good one');
    refuses('The pact would hold if Lee signed it.', 'The pact would hold');
    passes('Approvals were expected to begin soon, possibly as early as May.', 'Approvals were expected to begin soon');
    refuses('Approvals were possibly given in May.', 'Approvals were given in May');
  });

  it('is a clause of its own without its verb', () => {
    passes('Exports of fish were 32 tonnes and consumption 57.', 'Exports of fish were 32 tonnes');
    refuses('The winners were Westmere and Aldport.', 'The winners were Westmere');
  });

  it('says from where at least so much comes', () => {
    passes('The organisers raised at least 250,000 crowns from the show.', 'Organisers raised at least 250,000 crowns');
  });

  it('names all who are called by one noun', () => {
    refuses('Tarr held the post under presidents Venn and Ode.', 'Tarr held the post under presidents Venn');
  });

  it('is a clause of its own about another deed', () => {
    passes(
      'Norrland, the world’s fifth largest maker of boats by sales, recently reported profits of 88 million crowns.',
      'Norrland reported profits of 88 million crowns',
    );
  });
});
