import { describe, it } from 'node:test';
import { passes, refuses } from '../../test/support/gate.ts';

describe('what waits for words that went', () => {
  it('is a noun or a verb that says what with a clause', () => {
    refuses(
      'There were rumours in the markets on Tuesday that Norrland had shelled the port.',
      'There were rumours in the markets on Tuesday',
    );
    refuses('There were rumours in the town on Tuesday that Venn had shelled it.', 'There were rumours in the town');
    refuses('Lee Venn of the Courier asked Ode on Friday whether she would go.', 'Lee Venn of Courier asked Ode');
    refuses('Ode said that by the time the fee was paid, the boat had left.', 'Ode says that by the time fee was paid');
  });

  it('is what somebody insists on, whenever she does', () => {
    refuses('Ode insisted Thursday during a tour that the pier was safe.', 'Ode insisted Thursday during a tour');
  });

  it('is the deed of a noun that stands farther off', () => {
    refuses(
      'The government is expected to come under pressure in Sarn from its partners to cut taxes.',
      'Government is expected to come under pressure',
    );
    passes(
      'The plan, along with a proposal to change its name, will be submitted for approval.',
      'Plan will be submitted for approval',
    );
    passes('Ode agreed to a phone call on Wednesday, but only to tell Lee the news.', 'Ode agreed to a phone call');
  });

  it('is a rise and an amount that are ones of something', () => {
    refuses(
      'Traders expected deposits to follow the strong rise in dollar rates.',
      'Traders expected deposits to follow strong rise',
    );
    refuses('Calder spent 2 million crowns in aid.', 'Calder spent 2 million crowns');
    passes('Calder raised 2 million crowns in support of Ode.', 'Calder raised 2 million crowns');
    passes('Calder spent 2 million crowns in March.', 'Calder spent 2 million crowns');
  });

  it('is what is told as something', () => {
    refuses('Ode recalled the captain’s widow as a great woman.', 'Ode recalled the captain’s widow');
    refuses(
      'The spokesman described the talks, which he called private, as very good.',
      'Spokesman described the talks, which he called private, good',
    );
    refuses('The spokesman described the talks as very good.', 'The spokesman described the talks very good');
  });

  it('is the other end of two', () => {
    refuses('Growth would slow from 7.6 per cent last year to five per cent.', 'Growth would slow from 7.6%');
    refuses('A survey found Ode with a lead of 48 per cent to 41 per cent.', 'Survey found Ode with lead of 48%');
    passes('Fares rose from 4 crowns last year.', 'Fares rose from 4 crowns');
  });

  it('is who they were', () => {
    refuses(
      'Lee was among the 30 or so captains and owners who met Ode in May.',
      'Lee was among the 30 or so captains',
    );
    passes('Lee, who will lead the talks next week, met reporters in Sarn.', 'Lee will lead the talks next week');
  });

  it('is how much it was', () => {
    refuses('Brandt had 1986 sales in Calder and Venn of 730 million crowns.', 'Brandt had 1986 sales in Calder');
    refuses(
      'Brandt had 1986 sales in Calder, Venn, Norrland and Sarn of 730 million crowns.',
      'Brandt had 1986 sales in Calder',
    );
    refuses('Brandt reported world turnover in 1985/86 of 47.02 billion marks.', 'Brandt reported world turnover');
    refuses('A weaker unit can win a rating as high as its parent.', 'A weaker unit can win a rating');
    passes('The harbour should expand its fleet as quickly as possible.', 'Harbour should expand its fleet');
  });

  it('is what somebody is helped to do or given', () => {
    refuses('The tides helped the boats and ferries win the race.', 'The tides helped the boats');
    refuses('The fair should give Ode and her guests plenty of work.', 'The fair should give Ode');
  });

  it('is what is so much that more follows, and what is done to what', () => {
    refuses('Owners are so opposed to selling the pier that they left.', 'Owners are so opposed to selling the pier');
    refuses('Ode managed to derail, at least for now, the sale of the pier.', 'Ode managed to derail');
    refuses('Ode called upon the mayor to reopen the pier.', 'Ode called to reopen the pier');
    refuses(
      'Venn looks forward to sailing with Ode right here in Sarn.',
      'Venn looks forward to sailing with Ode right',
    );
    refuses(
      'Lee Ode discussed the pier with Palestinian and Soviet officials at a meeting here.',
      'Lee Ode discussed the pier with Palestinian',
    );
    refuses(
      'The Courier quoted Ode as telling reporters that she would stay.',
      'Courier quoted Ode as telling reporters',
    );
    refuses('Residents cite jobs and fares as top concerns.', 'Residents cite jobs and fares');
  });

  it('is how it is done, not the deed', () => {
    refuses('The bureau struggled with how to count the boats.', 'Bureau struggled to count the boats');
  });

  it('is who alone is meant', () => {
    refuses('Taxes on the products concerned would help the port.', 'Taxes on the products would help the port');
    refuses('The Courier clerk in question is the paper’s harbour writer.', 'Courier clerk is paper’s harbour writer');
    refuses(
      'Brandt cut its prices to drive the Nashville, Tenn.-based company out of the trade.',
      'Brandt cut its prices to drive the Nashville',
    );
  });

  it('is a deed that the tagger takes for a thing', () => {
    refuses('The plan is part of Calder’s intention to relaunch the pact.', 'Plan is part of Calder’s intention');
  });

  it('is the verb behind “that”', () => {
    refuses('Lee denied the charge that articles about the port were wrong.', 'Lee denied charge that articles');
  });

  it('is what describes a noun', () => {
    passes('Ode is beginning a four-day private visit to Sarn.', 'Ode is beginning four-day visit to Sarn');
    refuses(
      'The yields compare with the 3.8 per cent one-month and 3.7 per cent three-week rates.',
      'The yields compare with 3.8% one-month',
    );
    refuses(
      'Ode answered a message from Undersecretary for Harbours Ann Lee.',
      'Ode answered message from Undersecretary',
    );
    refuses('The firm sells oil and natural gas rights.', 'The firm sells oil');
  });
});

describe('a time and a side', () => {
  it('stays with what is foretold, and with what was so for a while', () => {
    refuses('Lee predicts gold will peak at 510 crowns this year.', 'Lee predicts gold will peak at 510 crowns');
    refuses('The office said growth was negative in the first quarter.', 'The office says growth was negative');
    refuses('The drop was the biggest since January, 1982.', 'The drop was the biggest since January');
    refuses(
      'Following completion, Calder Oil will hold a 43 per cent stake in Husk.',
      'Calder Oil will hold 43% stake in Husk',
    );
    refuses('In 1984 the city reached accords with seven firms.', 'City reached accords with seven firms');
  });

  it('stays with the figure of a year, and with what was last done', () => {
    refuses('The company earned 102.1 million crowns in fiscal 1986.', 'The company earned 102.1 million crowns');
    refuses('Spending last year was 370 million crowns.', 'Spending was 370 million crowns');
    passes('Sales were 961,000 tonnes against 888,000 tonnes in May 1986.', 'Sales were 961,000 tonnes');
    refuses('The bank last adjusted its rates on March 23.', 'Bank last adjusted its rates');
  });

  it('stays with what is so in one place or by one measure', () => {
    refuses('Traders in Norrland received 34,750 tonnes.', 'Traders received 34,750 tonnes');
    refuses('Domestic sales, by volume, were steady in May.', 'Domestic sales were steady in May');
    refuses('In volume terms, turnover was somewhat better.', 'Turnover was somewhat better');
  });

  it('stays with a lead, and the other money with a rate', () => {
    passes('On the Alder side, Ode leads Lee by 50 per cent to 44.', 'Ode leads Lee by 50% to 44');
    refuses('Ode remained in the lead on the Alder side.', 'Ode remained in the lead');
    refuses('The crown has risen about 16 per cent against the dollar.', 'The crown has risen about 16%');
  });

  it('is that of a contest that nobody holds', () => {
    refuses('In a hypothetical race, Ode earned 42 per cent and Lee 34 per cent.', 'Ode earned 42% and Lee 34%');
    passes('In the Alder race, Ode leads Lee by 50 per cent to 44.', 'Ode leads Lee by 50% to 44');
  });

  it('is a condition of two deeds, of which one goes', () => {
    refuses(
      'Lee Ode is planning to leave the council and seek the office if the mayor resigns.',
      'Lee Ode is planning to leave the council',
    );
  });
});

describe('a subject', () => {
  it('has the number of its verb, and is no measure', () => {
    refuses('The reasons behind the refusal has been told.', 'The reasons has been told');
    refuses(
      'The break through six crowns an ounce shows small buyers are entering the market.',
      'An ounce shows small buyers are entering the market',
    );
  });

  it('of one does what one does', () => {
    refuses('Strong support for Lee and Ode have turned to doubts.', 'Strong support have turned to doubts');
    refuses('Captain Lee Ode and pilot Ann Venn were late.', 'Pilot Ann Venn were late');
    passes('The team in blue have won the cup.', 'The team have won the cup');
  });

  it('is no part of a noun that went', () => {
    refuses(
      'Tom Lee, the head of the office, said of the payoffs the company allegedly made to win contracts.',
      'Lee says the company allegedly made to win contracts',
    );
    refuses(
      'The official is in Sarn today to meet with congressional and Norrland administration officials.',
      'The official is in Sarn to meet with congressional',
    );
    refuses(
      'Hal Tamm has signed a measure lifting currency regulations that currently impose a limit on notes.',
      'Hal Tamm has signed measure lifting currency regulations',
    );
  });

  it('is not one of the many who are told of with it', () => {
    refuses(
      'Ode will meet the leaders of Calder, Norrland, Venn and Sarn at the summit.',
      'Ode will meet the leaders of Calder',
    );
    refuses(
      'During a talk, owners Ann Ode, Karl Tarr, and Lee Venn offered voters different ways.',
      'Lee Venn offered voters different ways',
    );
  });

  it('keeps the word that makes it another', () => {
    refuses('The year teaches graduates the wrong lessons.', 'The year teaches graduates lessons');
    refuses('Many foreign investors are holding crowns.', 'Many investors are holding crowns');
    passes('Norrland foreign ministers will meet on May 25.', 'Norrland ministers will meet on May 25');
  });
});

describe('a point', () => {
  it('points at nothing that stands elsewhere', () => {
    refuses('The Courier made these same claims against Ode.', 'Courier made these same claims against Ode');
    refuses('The Courier made these claims against Ode.', 'Courier made these claims against Ode');
    refuses('No other candidate scored higher in May.', 'No other candidate scored higher in May');
    refuses('Sarn opens a new pier; Politics', 'Sarn opens a new pier; Politics');
    refuses('The support fell by that margin.', 'Support fell by that margin');
  });
});
