import { describe, it } from 'node:test';
import { passes, refuses } from '../../test/support/gate.ts';

describe('a phrase that is torn from its own', () => {
  it('does not stay where the deed that it hung on goes', () => {
    refuses(
      'Ferry traffic fell 2 percent in the spring, following a 9 percent rise in the winter.',
      'Ferry traffic fell 2 percent in the winter',
    );
    refuses(
      'Brandt admitted his error in bending the rules by paying Ms Lee while she still sat on the board.',
      'Brandt admitted his error while she sat on board',
    );
    refuses(
      'The coach lifts the cup high after leading Aldport to first place in May.',
      'Coach lifts the cup to first place in May',
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
      'A spokesman said the pier was an issue the harbour master wanted to settle.',
      'Spokesman: Pier was an issue the harbour master',
    );
    refuses(
      'Last May, Calder warned the council the ferry sheds in Sarn were being sold.',
      'Last May, Calder warned the council the ferry sheds',
    );
  });

  it('says of what it tells the second', () => {
    refuses('A second was added for Monday in Sarn.', 'A second was added for Monday');
    passes('A third of the boats sank in May.', 'A third of the boats sank');
  });

  it('keeps a verb in what is said', () => {
    refuses(
      'The company said its newly painted boats, its sheds and its ferry are not for sale.',
      'The company says its newly painted boats',
    );
    passes('The company said its yards are open in May.', 'The company says its yards are open');
    passes('Calder said it secured two permits in May.', 'Calder says it secured two permits');
  });

  it('does not lend to a name what describes the noun before it', () => {
    refuses('The town has written to fishing watchdog Seanet in May.', 'Town has written to fishing Seanet');
    passes('The town has written to watchdog Seanet in May.', 'Town has written to watchdog Seanet');
    refuses(
      'The boats came from retired captain and diver Sir Karl Venn and from Ann Lee.',
      'The boats came from retired captain',
    );
  });

  it('does not take for a deed how somebody is called', () => {
    refuses('A pilot named Oren explained that the tide was late.', 'A pilot named Oren');
    passes('A court in Sarn named Ann Lee its chief in May.', 'Court in Sarn named Ann Lee its chief');
  });

  it('does not give the time of one thing to another', () => {
    refuses(
      'Leo Brandt readies his crew for the launch of the ferry in Aldport on Monday.',
      'Leo Brandt readies his crew on Monday',
    );
    refuses('Output slowed to 0.8% in the quarter ending June 30.', 'Output slowed to 0.8% ending June 30');
    passes('Sarn take on Calder in the cup final on Monday.', 'Sarn take on Calder on Monday');
  });

  it('keeps a verb of its own', () => {
    refuses('The lamps arrived in lined bags in hand painted boxes.', 'The lamps painted boxes');
    refuses('There was no more trouble and Menon left the town at once.', 'There was no more trouble and Menon');
    passes('The mayor sold the yard and Menon left the town at once.', 'The mayor sold the yard');
  });

  it('keeps the deed of which a prospect is, and the particle of a verb', () => {
    refuses('There is hardly a chance of Sarn lowering its fares.', 'There is hardly a chance of Sarn');
    refuses('The changes include opening up all four of the gates.', 'Changes include opening');
    passes('Two men in Sarn climbed up the tower on Monday.', 'Two men in Sarn climbed up the tower');
  });
});

describe('a half that is nothing without the other', () => {
  it('keeps the whole of a measure', () => {
    refuses('The ferry to Sarn was late by two hours and 20 minutes.', 'The ferry to Sarn was late by two hours');
    refuses('The walk took Brandt a year and a half.', 'The walk took Brandt a year');
    passes('The ferry was late by two hours and the crowd left.', 'The ferry was late by two hours');
  });

  it('keeps the noun that two counts share, and both hands', () => {
    refuses(
      'The group ordered four of the Calder and six of the Venn ferries in May.',
      'Group ordered four of the Calder',
    );
    refuses(
      'The reason is the high fare on the one hand, and the slow boat on the other.',
      'The reason is high fare on one hand',
    );
  });

  it('keeps the limit that “only” announces', () => {
    refuses(
      'Venn maintained the fair only drew a crowd in the town when a band was there.',
      'Venn maintained fair only drew crowd in town',
    );
    passes('Venn said the fair drew a crowd in the town when a band was there.', 'Venn says fair drew crowd in town');
  });

  it('keeps how a thing is taken and what is shown of it', () => {
    refuses('Calder told the owners to take warnings seriously.', 'Calder told owners to take warnings');
    refuses('Figures for Sarn in May showed fares up 7% on the year.', 'Figures for Sarn in May showed fares');
  });

  it('keeps what makes of a first half another thing', () => {
    refuses(
      'The council has kept the old fare but through a refund will effectively charge less.',
      'Council has kept the old fare',
    );
    refuses('Rents in Sarn rose 4% but effectively were flat.', 'Rents in Sarn rose 4%');
    passes('The council has kept the old fare but expects more riders.', 'Council has kept the old fare');
  });

  it('keeps what tells how much, how far and whose', () => {
    refuses('The smell in the hall was so strong that it was closed.', 'The smell in the hall was so strong');
    refuses('Divers found the boat 3km from the pier in Sarn.', 'Divers found the boat 3km');
    refuses('The girl has a new boat of her own.', 'The girl has new boat of own');
    refuses('The town wants to honour this brave and unselfish nurse.', 'Town wants to honour brave');
    passes('The town was calm and very quiet on Monday night.', 'The town was calm');
  });

  it('keeps the year of a date', () => {
    refuses('The tickets are good from March 3, 2031.', 'The tickets are good from March 3');
    passes('The tickets are good from March 3 in all ports.', 'The tickets are good from March 3');
  });

  it('keeps all who died, but not all who came', () => {
    refuses('The storm killed Ann Lee and Karl Venn and their sister Ode.', 'The storm killed Ann Lee and Karl Venn');
    passes('The mayor met Ann Lee and Karl Venn and their sister Ode.', 'The mayor met Ann Lee and Karl Venn');
  });

  it('keeps all the names of a list of names', () => {
    refuses(
      'The mate called out the names of Karl Venn, Ann Lee and Leo Brandt.',
      'The mate called out the names of Karl Venn',
    );
  });
});

describe('a point about some, not all', () => {
  it('keeps the frame in front of what is told of anyone', () => {
    refuses('Under the new rules, sailors pay for their own boots.', 'Sailors pay for their own boots');
    refuses('In many ports, owners had to pay for the new lamps.', 'Owners had to pay for the new lamps');
    passes('In May, owners were asked to pay for the lamps.', 'Owners asked to pay for the lamps');
    passes('In Sarn, the mayor opened the new bridge.', 'The mayor opened the new bridge');
  });

  it('keeps how long a change took', () => {
    refuses(
      'The crown has lost a third of its worth in the last four years.',
      'The crown has lost a third of its worth',
    );
    refuses('Fares in Sarn have risen by half since last year.', 'Fares in Sarn have risen by half');
    refuses('Ann Lee and Karl Venn have been married for nine years.', 'Ann Lee and Karl Venn have been married');
    passes('The crown fell by 5% against the pound in May.', 'The crown fell by 5% against the pound');
  });

  it('keeps which of them a part is of', () => {
    refuses('The mayor has met three of the young sailors saved in May.', 'Mayor has met three of the young sailors');
    passes('The mayor has met the young sailors saved in May.', 'Mayor has met the young sailors');
  });

  it('keeps with whom somebody meets', () => {
    refuses('Brandt flew to Sarn to meet with the owners of the yard.', 'Brandt flew to Sarn to meet');
  });

  it('keeps for what a search or a connection is', () => {
    refuses('The port shared what it knew in the hunt for the owners.', 'Port shared what it knew in hunt');
    refuses(
      'The skipper was heard by a judge in connection with the fire.',
      'Skipper was heard by a judge in connection',
    );
  });

  it('keeps the others of a list, and the "but" of "not only"', () => {
    refuses(
      'On Monday, Sarn, Port Sel, Alder, Venn and Calder agreed to raise the fares.',
      'Venn and Calder agreed to raise the fares',
    );
    refuses(
      'The harbour is ruled not only by custom but also by an old law.',
      'The harbour is ruled not only by custom',
    );
    passes('On Monday, Calder agreed to raise the fares.', 'Calder agreed to raise the fares');
  });
});
