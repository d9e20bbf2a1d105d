import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkClaim } from '../check-claim.ts';

const scopeOf = (sentence: string, claim: string): string[] =>
  checkClaim(claim, { headline: '', text: sentence })
    .findings.filter(({ check }) => check === 'scope')
    .map(({ message }) => message);
const refused = (sentence: string, claim: string) => assert.ok(scopeOf(sentence, claim).length > 0, claim);
const kept = (sentence: string, claim: string) => assert.deepEqual(scopeOf(sentence, claim), [], claim);

describe('every statement keeps what limits it', () => {
  it('what limits a denial, a superlative or a kind stays with it', () => {
    refused('Brandt did not resign because of the fire.', 'Brandt did not resign.');
    refused('She was the first woman in the company to sail alone.', 'She was the first woman.');
    refused('Children who smoke are ill more often.', 'Children are ill more often.');
    kept('Brandt won his first title in Westmere.', 'Brandt won his first title.');
  });

  it('the first in thirty years is not the first of all', () => {
    refused('She won the race for the first time in 30 years.', 'She won the race for the first time.');
    refused('Turnout was the lowest since 1990.', 'Turnout was the lowest.');
    refused('It was the first bank in Sarn to fail this year.', 'It was the first bank in Sarn to fail.');
    kept('Prices rose for a third month in a row.', 'Prices rose for a third month.');
  });

  it('a frame in front stays with what holds inside it alone', () => {
    refused('Among those with shares, most find the sale harmful.', 'Most find the sale harmful.');
    refused('On that issue, Brandt has a nine-point lead.', 'Brandt has a nine-point lead.');
    refused('Even in her own town, Brandt is in third place.', 'Brandt is in third place.');
    refused(
      'For the year-ago quarter, Brandt reported a loss of 28,000 crowns.',
      'Brandt reported a loss of 28,000 crowns.',
    );
    refused('So far this year, demand has fallen 2%.', 'Demand has fallen 2%.');
    refused('In a May poll, Brandt led Venn 56% to 32%.', 'Brandt led Venn 56% to 32%.');
    refused('Between Brandt and Venn, Brandt wins with 38%.', 'Brandt wins with 38%.');
    kept('On Monday, Brandt reported a loss of 28,000 crowns.', 'Brandt reported a loss of 28,000 crowns.');
    kept('In a letter, Brandt asked for calm.', 'Brandt asked for calm.');
  });

  it('many are told of with what says which ones', () => {
    refused('Half of the talks were with groups that had given money.', 'Half of the talks were with groups.');
    refused('The firm pays for staff and workers who retired in May.', 'The firm pays for staff and workers.');
    kept('The talks were with the groups that had given money.', 'The talks were with the groups.');
    kept('The talks were with groups, who left on Monday.', 'The talks were with groups.');
  });

  it('what is forbidden is forbidden only so far', () => {
    refused('The law bans smoking in cars carrying children.', 'The law bans smoking.');
    refused('The law bans smoking in cars carrying children.', 'The law bans smoking in cars.');
    kept('The council banned barbecues on Monday.', 'The council banned barbecues.');
  });
});
