import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passes, passesGate, refuses } from '../../test/support/gate.ts';

describe('a time without which a statement is not so', () => {
  it('is that of a forecast', () => {
    refuses('Growth is likely to reach 12 per cent by the end of 1988.', 'Growth is likely to reach 12%');
    refuses('Growth this year should be at least one per cent.', 'Growth should be at least 1%');
  });

  it('is the stretch in which so much was done', () => {
    refuses('Supply rose 51.86 per cent in the year to April.', 'Supply rose 51.86%');
  });

  it('is that by which something is due, or had been so', () => {
    refuses('The port office is due to lose its powers in 2031.', 'Port office is due to lose its powers');
    refuses('The market had risen 629 per cent over the year by the end of June.', 'Market had risen 629% over year');
  });

  it('is when it will be so, and when it was more so', () => {
    refuses('Owners will continue to sell boats when they believe in the price.', 'Owners will continue to sell boats');
    refuses('Ode was less serious when asked of it by the Courier.', 'Ode was less serious');
  });

  it('is a condition in front of what is said, with “if” and without', () => {
    const once = 'Ode said that once the ferries to Sarn are back, traders will open the market.';
    assert.equal(passesGate(once, 'Ode said that once the ferries to Sarn are back.', 'summary'), false);
    refuses('Ode said that, if it stays there, banks may raise fees.', 'Ode says banks may raise fees');
    refuses(
      'Depending on the outcome of the vote, leaving Sarn might not be a choice.',
      'Leaving Sarn might not be a choice',
    );
  });

  it('is the year of a deed', () => {
    refuses('Ode worked with Lee Venn in the 1980s.', 'Ode worked with Lee Venn');
    refuses('Brandt raised its bid for the yard in April 1984.', 'Brandt raised its bid for the yard');
    passes('Brandt will raise its bid for the yard in 2031.', 'Brandt will raise its bid for the yard');
  });

  it('is how long it lasts, where more is told of it', () => {
    refuses('A boat is used for about thirteen minutes in its whole life.', 'A boat is used in its whole life');
  });

  it('is then and not now', () => {
    refuses('Lee was the top captain of the race at the time he left.', 'Lee was the top captain of the race');
    refuses('Trade has been a party’s issue for most of six decades.', 'Trade has been party’s issue');
    refuses('Originally the fee was set at three crowns.', 'Fee was set at 3 crowns');
    refuses(
      'BW said last month harbour programs were erased and logs faked.',
      'BW says last month harbour programs were erased',
    );
    refuses('Last month Ode said that the bank planned a loan.', 'Ode says bank planned a loan');
  });
});

describe('what a statement is told of', () => {
  it('is the sense in which it is so', () => {
    refuses('The pact was a good one in the sense that it had worked.', 'Pact was a good one');
  });

  it('is the place of a contest, and every case of many', () => {
    refuses('In Sarn, Ode beat Lee Venn by a point.', 'Ode beat Lee Venn by a point');
    refuses('In all six towns where coins were tossed, Ode beat Lee Venn.', 'Ode beat Lee Venn');
    refuses('In raising their rates, banks spoke of higher costs.', 'Banks spoke of higher costs');
  });

  it('is of what a thing is the only one', () => {
    refuses('Calder reopened its only railway to the sea on Monday.', 'Calder reopened only railway to sea');
    refuses('Calder reopened its only railway to the sea on Monday.', 'Calder reopened its only railway on Monday');
  });

  it('is those whom somebody did not condemn', () => {
    refuses('Lee refused to condemn captains like Venn.', 'Lee refused to condemn captains');
  });

  it('is why, where that is what is alleged', () => {
    refuses('Lee alleges that he was fired for taking leave.', 'Lee alleges that he was fired');
  });

  it('is what was soon changed', () => {
    refuses(
      'Brandt launched the loan at 200 million crowns but soon reduced it to 100 million.',
      'Brandt launched the loan at 200 million crowns',
    );
  });

  it('is earlier, wrongful, and of what kind the forces are', () => {
    refuses('Earlier predictions forecast a hung council.', 'Predictions forecast hung council');
    refuses('Calder should increase its special forces.', 'Calder should increase its forces');
  });
});

describe('how much and where a thing is so', () => {
  it('is where somebody leads', () => {
    refuses('Ode has a slight lead in polls over Venn in Calder.', 'Ode has slight lead in polls');
    refuses('Ode and Venn are neck-and-neck in Calder.', 'Ode and Venn are neck-and-neck');
    passes(
      'Ode leads Venn by 43% to 41% in Calder, while they are tied in Sarn.',
      'Ode leads Venn by 43% to 41% in Calder',
    );
  });

  it('is how much earlier, how substantially, and not how much less', () => {
    refuses('The board began spending money much earlier in the process.', 'Board began spending money');
    refuses(
      'Ode said the pact was substantially a continuation of the old one.',
      'Ode said pact was continuation of old one',
    );
    refuses('Ode does not watch harbour football much anymore.', 'Ode does not watch harbour football');
  });

  it('is on which basis a figure stands', () => {
    refuses(
      'Before seasonal adjustment, fares in Sarn fell to 159,600 crowns.',
      'Fares in Sarn fell to 159,600 crowns',
    );
    refuses(
      'With 76 per cent of the vote counted, Lee Ode was second with 16 per cent.',
      'Lee Ode was second with 16%',
    );
    refuses('Idealism is nice, but sometimes realism takes over, Ode said.', 'Ode says idealism is nice');
  });

  it('is by when it will not be too much', () => {
    refuses(
      'Ode said thirty crowns a barrel (by 2030) is not unreasonable.',
      'Ode: Thirty crowns a barrel is not unreasonable',
    );
  });
});
