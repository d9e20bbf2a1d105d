import { describe, it } from 'node:test';
import { passes, refuses } from '../../test/support/gate.ts';

describe('a phrase that is torn from its own', () => {
  it('does not stay where the deed that it hung on goes', () => {
    refuses(
      'Its price index fell 0.4 pct in the fourth quarter, following a 3.6 pct increase in the third quarter.',
      'Price index fell 0.4 pct in third quarter',
    );
    refuses(
      'Brandt later admitted his guilt in breaking the law by hiring Ms Lee while she still handled contracts.',
      'Brandt admitted his guilt while she handled contracts',
    );
    refuses(
      'The captain holds the trophy aloft after guiding Aldport to glory in 1986.',
      'Captain holds the trophy to glory in 1986',
    );
    passes('Brandt sold the yard in Sarn after a strike in May.', 'Brandt sold the yard in May');
  });

  it('keeps the article that holds two things apart', () => {
    refuses('The pier was an issue the mayor wanted to settle.', 'Pier was issue mayor wanted to settle');
    passes('The mayor opened the pier in Sarn.', 'Mayor opened pier in Sarn');
    passes('Sarn gave the pier a new roof in May.', 'Sarn gave the pier a new roof');
  });

  it('keeps the deed of whoever stands behind a noun', () => {
    refuses(
      'A spokesman said the pier was an issue the prime minister wanted to settle.',
      'Spokesman: Pier was an issue the prime minister',
    );
    refuses(
      'Last October, Calder advised the union the tyre plants in Sarn were being closed.',
      'Last October, Calder advised the union the tyre plants',
    );
  });

  it('keeps a verb in what is said', () => {
    refuses(
      'The company said its wholly owned yards, its shops and its ferry are not included in the sale.',
      'The company says its wholly owned yards',
    );
    passes('The company said its yards are open in May.', 'The company says its yards are open');
    passes('Calder said it secured worldwide rights to the film.', 'Calder says it secured worldwide rights');
  });

  it('does not lend to a name what describes the noun before it', () => {
    refuses(
      'The council has complained to broadcasting watchdog Ofnet.',
      'Council has complained to broadcasting Ofnet',
    );
    passes('The council has complained to watchdog Ofnet in May.', 'Council has complained to watchdog Ofnet');
    refuses(
      'The gifts came from retired businessman and donor Sir Karl Venn and from Ann Lee.',
      'The gifts came from retired businessman',
    );
  });

  it('does not take for a deed how somebody is called', () => {
    refuses('A driver named Asaf explained that his rule forbids it.', 'A driver named Asaf');
    passes('A court in Sarn named Ann Lee its chief in May.', 'Court in Sarn named Ann Lee its chief');
  });

  it('does not give the time of one thing to another', () => {
    refuses(
      'Leo Brandt prepares his Sarn team for the visit of Calder to Aldport on Monday.',
      'Leo Brandt prepares his Sarn team on Monday',
    );
    refuses('Growth slowed to 0.3% in the quarter ending September 30.', 'Growth slowed to 0.3% ending September 30');
    passes('Sarn take on Calder in the cup final on Monday.', 'Sarn take on Calder on Monday');
  });

  it('keeps a verb of its own', () => {
    refuses('The crocs travelled in contained bags in custom designed boxes.', 'The crocs designed boxes');
    refuses('There was no more trouble and Moore cut all contact with Lee.', 'There was no more trouble and Moore');
    passes('The mayor sold the yard and Moore cut all contact.', 'The mayor sold the yard');
  });

  it('keeps the deed of which a prospect is, and the particle of a verb', () => {
    refuses('There is still little prospect of Oman agreeing to cut prices.', 'There is still little prospect of Oman');
    refuses('The changes include lining up all five of them on stage.', 'Changes include lining');
    passes('Two men in Sarn climbed up the tower on Monday.', 'Two men in Sarn climbed up the tower');
  });
});

describe('a half that is nothing without the other', () => {
  it('keeps the whole of a measure', () => {
    refuses('Play in Sarn was delayed by an hour and 45 minutes.', 'Play in Sarn was delayed by an hour');
    refuses('The walk took Brandt a year and a half.', 'The walk took Brandt a year');
    passes('Play in Sarn was delayed by an hour and the crowd left.', 'Play in Sarn was delayed by an hour');
  });

  it('keeps the noun that two counts share, and both hands', () => {
    refuses('The group ordered 15 of the Calder and 25 of the Venn ferries in May.', 'Group ordered 15 of the Calder');
    refuses(
      'The main reason is the large deficit on the one hand, and the weak crown on the other.',
      'Main reason is large deficit on one hand',
    );
  });

  it('keeps the limit that “only” announces', () => {
    refuses(
      'Venn maintained the prize only drew a crowd in the town when a favourite was named.',
      'Venn maintained prize only drew crowd in town',
    );
    passes(
      'Venn said the prize drew a crowd in the town when a favourite was named.',
      'Venn says prize drew crowd in town',
    );
  });

  it('keeps how a thing is taken and what is shown of it', () => {
    refuses('Calder told the owners to take complaints seriously.', 'Calder told owners to take complaints');
    refuses('Figures for Sarn in May showed exports down 2.3% on the month.', 'Figures for Sarn in May showed exports');
  });

  it('keeps what makes of a first half another thing', () => {
    refuses(
      'The firm has paid the official price but through a swap will effectively receive a discount.',
      'Firm has paid official price',
    );
    refuses('Hourly pay in Sarn rose 2.7% but effectively was zero.', 'Hourly pay in Sarn rose 2.7%');
    passes('The firm has paid the official price but expects a discount.', 'Firm has paid the official price');
  });

  it('keeps what tells how much, how far and whose', () => {
    refuses('The lack of choice was so glaring that it led to a boycott.', 'The lack of choice was so glaring');
    refuses('Police in Sarn found him 3km from where he went missing.', 'Police in Sarn found him 3km');
    refuses('The girl has a new room of her own.', 'The girl has new room of own');
    refuses('The town has no words to thank this amazing and unselfish donor.', 'Town has no words to thank amazing');
    passes('The town was calm and very quiet on Monday night.', 'The town was calm');
  });

  it('keeps all who died, but not all who came', () => {
    refuses('The crash killed Madit and Anger and their brother Bol.', 'The crash killed Madit and Anger');
    passes('The mayor met Madit and Anger and their brother Bol.', 'The mayor met Madit and Anger');
  });

  it('keeps all the names of a list of names', () => {
    refuses(
      'The coach read out the names of Karl Venn, Ann Lee and Leo Brandt.',
      'The coach read out the names of Karl Venn',
    );
  });
});

describe('a point about some, not all', () => {
  it('keeps the frame in front of what is told of anyone', () => {
    refuses('Under the new scheme, workers pay into a fund of the state.', 'Workers pay into a fund of the state');
    refuses('In many cases, firms had been forced to top up the funds.', 'Firms had been forced to top up the funds');
    passes('In May, firms were forced to top up the funds.', 'Firms forced to top up the funds');
    passes('In Sarn, the mayor opened the new bridge.', 'The mayor opened the new bridge');
  });

  it('keeps how long a change took', () => {
    refuses(
      'The crown has fallen by 50% against the euro in the past three years.',
      'The crown has fallen by 50% against the euro',
    );
    refuses(
      'Shares in Calder have lost half of their value since last year.',
      'Shares in Calder have lost half of their value',
    );
    refuses('Ann Lee and Karl Venn have been married for 14 years.', 'Ann Lee and Karl Venn have been married');
    passes('The crown fell by 5% against the euro in May.', 'The crown fell by 5% against the euro');
  });

  it('keeps which of them a part is of', () => {
    refuses(
      'The council has written to two of the local men freed in May.',
      'Council has written to two of the local men',
    );
    passes('The council has written to the local men freed in May.', 'Council has written to the local men');
  });

  it('keeps with whom somebody meets', () => {
    refuses(
      'The talks came as Brandt prepared to leave Sarn to meet with US owners.',
      'Talks came as Brandt prepared to leave to meet',
    );
    refuses('Brandt flew to Sarn to meet with the owners of the yard.', 'Brandt flew to Sarn to meet');
  });

  it('keeps for what a search or a connection is', () => {
    refuses('The state shared what it knew in the hunt for the organisers.', 'State shared what it knew in hunt');
    refuses(
      'The player was approached by another in connection with the match.',
      'Player was approached by another in connection',
    );
  });
});
