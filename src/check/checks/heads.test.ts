import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkClaim } from '../check-claim.ts';

const headsOf = (sentence: string, claim: string): string[] =>
  checkClaim(claim, { headline: '', text: sentence })
    .findings.filter(({ check }) => check === 'heads')
    .map(({ message }) => message);
const stolen = (sentence: string, claim: string) => assert.equal(headsOf(sentence, claim).length > 0, true, claim);
const kept = (sentence: string, claim: string) => assert.deepEqual(headsOf(sentence, claim), [], claim);

describe('every word that stays keeps its subject and its object', () => {
  it('what only describes a word that goes is not taken for it', () => {
    stolen('Iran talks failed in Geneva on Monday.', 'Iran failed in Geneva on Monday.');
    stolen('The vice president resigned on Monday.', 'The president resigned on Monday.');
    kept('An Indiana priest signed a new movie deal.', 'A priest signed a deal.');
  });

  it('what hangs on a preposition does not become the subject', () => {
    stolen('The mother of Leo Brandt died on Monday.', 'Leo Brandt died on Monday.');
    kept('A group of students occupied the library.', 'Students occupied the library.');
  });

  it('what is only believed, seen or found is not told by itself', () => {
    stolen('It appears that the harbour will close.', 'The harbour will close.');
    kept('When the storm had passed, the harbour opened again.', 'The harbour opened again.');
    kept('At a dinner held in Aldport, engineer Leo Brandt won a prize.', 'Leo Brandt won a prize.');
    stolen('In a letter sent on Monday, lawyers wrote Brandt had lied.', 'Brandt had lied.');
  });

  it('a verb keeps its own subject', () => {
    stolen('Brandt met Okoro, who was arrested.', 'Brandt was arrested.');
    stolen('They plan to close the harbour.', 'They close the harbour.');
    kept('Brandt, who met Okoro, was arrested.', 'Brandt was arrested.');
    kept('Brandt met Okoro and was arrested.', 'Brandt was arrested.');
  });

  it('an object keeps its own verb and its own preposition', () => {
    stolen('Brandt praised his lawyer and attacked the judge.', 'Brandt praised the judge.');
    stolen('The ferry left Aldport for Westmere.', 'The ferry left Westmere.');
    stolen('Brandt won the race and celebrated in Aldport.', 'Brandt won the race in Aldport.');
    stolen('The minister was cleared of fraud but convicted of perjury.', 'The minister was cleared of perjury.');
    stolen('The school will close in June and reopen in August.', 'The school will close in August.');
    kept('The school will close in June and reopen in August.', 'The school will close in June.');
  });

  it('a verb is not left out between its subject and its object, nor an aside but for its last word', () => {
    stolen('The council dropped plans for a tower.', 'The council plans for a tower.');
    stolen('Three people were hurt, one of them seriously.', 'Three people were hurt seriously.');
  });

  it('an article that stays hides no preposition', () => {
    stolen('The head of the council resigned on Monday.', 'The council resigned on Monday.');
  });

  it('a clause keeps its verb, and what stays has come to its end', () => {
    stolen(
      'Patients who had waited for a year paid twice as much.',
      'Patients who had waited for a year twice as much.',
    );
    stolen('The company failed to agree with the union.', 'The company failed.');
  });
});
