import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passes, refuses } from '../../../test/support/gate.ts';
import { checkClaim } from '../check-claim.ts';

const bondsOf = (sentence: string, claim: string): string[] =>
  checkClaim(claim, { headline: '', text: sentence })
    .findings.filter(({ check }) => check === 'bonds')
    .map(({ message }) => message);
const refused = (sentence: string, claim: string) => assert.ok(bondsOf(sentence, claim).length > 0, claim);
const kept = (sentence: string, claim: string) => assert.deepEqual(bondsOf(sentence, claim), [], claim);

describe('words that mean what they mean only together', () => {
  it('a phrase that turns round what stands behind it does not go alone', () => {
    refused('The team won all but two of its matches.', 'The team won two of its matches.');
    refused('The film is anything but dull.', 'The film is dull.');
    refused('The company stopped short of naming the supplier.', 'The company stopped naming the supplier.');
  });

  it('once is so no more, or a condition', () => {
    refused(
      'The bridge, once the longest in the world, was closed.',
      'The bridge, the longest in the world, was closed.',
    );
    refused('The law takes effect once the king signs it.', 'The law takes effect.');
    kept('The bridge, once the longest in the world, was closed.', 'The bridge was closed.');
    kept('The choir meets once a week in the old mill.', 'The choir meets in the old mill.');
  });

  it('a verb keeps its particle', () => {
    refused('The union called off a strike planned for Friday.', 'The union called a strike planned for Friday.');
    refused('The wall was built to keep wolves out.', 'The wall was built to keep wolves.');
    kept('The ferry sailed on Sunday with 40 guests.', 'The ferry sailed Sunday with 40 guests.');
  });

  it('a comparison keeps what it compares', () => {
    refused('The virus is less deadly than feared.', 'The virus is deadly.');
    refused('Sales rose less than expected.', 'Sales rose than expected.');
    kept('Sales rose less than expected.', 'Sales rose.');
  });

  it('one of two is not this one, but what is denied of both is denied of each', () => {
    refused('Either Brandt or Venn signed the letter.', 'Brandt signed the letter.');
    refused('Talks between Aldport and Westmere failed.', 'Talks between Aldport failed.');
    kept('Brandt did not sign the letter or the bill.', 'Brandt did not sign the letter.');
  });

  it('a road that is closed to lorries is not closed', () => {
    refused('The road was closed to lorries.', 'The road was closed.');
    kept('The road was closed on Monday.', 'The road was closed.');
  });
});

describe('a length of time or way', () => {
  it('is told whole, however many parts it has', () => {
    const race = 'Calder ran it in 4 hours, 2 minutes and 17 seconds on Friday.';
    refuses(race, 'Calder ran it in 4 hours');
    refuses(race, 'Calder ran it in 4 hours on Friday');
    refuses('Calder won by two hours, and five minutes, on Friday.', 'Calder won by two hours');
    refuses('Bode was away for a year and a half until Friday.', 'Bode was away for a year');
  });

  it('does not reach for what is counted beside it', () => {
    passes('Lee was jailed for three years and Bode for six months.', 'Lee was jailed for three years');
  });
});

describe('how often a list of counts is so', () => {
  it('stays with each of them', () => {
    const line = 'The canal carries 46 barges and 18 rafts a day in May.';
    refuses(line, 'The canal carries 46 barges');
    passes('The canal carries 46 barges and 18 rafts.', 'The canal carries 46 barges');
    passes('The canal carries 46 barges a day in May.', 'The canal carries 46 barges a day');
  });
});
