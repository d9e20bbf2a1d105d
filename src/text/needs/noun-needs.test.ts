import { describe, it } from 'node:test';
import { needs } from '../../../test/support/clause-needs.ts';

describe('a noun', () => {
  it('needs the deed or the clause that says what it is', () => {
    needs('The board has the right to vote in Sarn.', 'has', 'has the right to vote');
    needs('The sale raised fears that the yard may fail.', 'raised', 'raised fears that the yard may fail');
  });

  it('needs a clause that nothing opens', () => {
    needs('Venn sold the boat Calder had built.', 'sold', 'sold the boat Calder had built');
    needs('The mayor is confident it has sunk.', 'is', 'is confident it has sunk');
  });

  it('needs what it is compared with', () => {
    needs('The firm paid the same price as Calder in Sarn.', 'paid', 'paid the same price as Calder');
    needs('Ode won more votes than Venn in Sarn.', 'won', 'won more votes than Venn');
  });

  it('needs what “so” leads to', () => {
    needs('The town has so many boats that the pier broke.', 'has', 'has so many boats that the pier broke');
    needs('The wind was so strong that the pier broke.', 'was', 'was so strong that the pier broke');
  });
});

describe('a noun that says what with a phrase', () => {
  it('needs it behind a time, too', () => {
    needs('The council began a debate this week on the bill.', 'began', 'began a debate on the bill');
    needs('The firm is part of an upheaval in the trade.', 'is', 'is part of an upheaval in the trade');
  });

  it('needs what it is a call or a claim for, and what moves are to do', () => {
    needs('The plan is a call for more boats.', 'is', 'is a call for more boats');
    needs('Sarn renewed its claim for the cup.', 'renewed', 'renewed its claim for the cup');
    needs('Ode welcomed moves by owners to sell boats.', 'welcomed', 'welcomed moves by owners to sell boats');
    needs('The year will be affected by a loss.', 'will be', 'will be affected by a loss');
  });

  it('is no verb of one', () => {
    needs('Ode praised her first Sarn win and left.', 'praised', 'praised her first Sarn win');
  });

  it('needs the clause that “that” opens, whatever the tagger says of it', () => {
    needs(
      'The dean rebutted the claim that articles by students were wrong.',
      'rebutted',
      'rebutted the claim that articles by students were wrong',
    );
  });

  it('is followed by “aimed at”, which is no deed of it', () => {
    needs('Talks aimed at peace in Sarn broke down.', 'broke', 'broke down');
  });
});
