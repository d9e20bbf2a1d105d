import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formsOf, never, tells } from '../../../test/support/tight-forms.ts';
import { wordCount } from '../../text/length/word-count.ts';

describe('tight forms of a clause', () => {
  const sale = 'Brandt sold the old yard at Port Alder to a Calder buyer for $5m on Monday.';

  it('keep subject, verb and object, and leave out place, buyer and day', () => {
    tells(sale, 'Brandt sold the old yard at Port Alder');
    tells(sale, 'Brandt sold the old yard on Monday');
    tells(sale, 'Brandt sold the old yard');
  });

  it('tell first what tells most', () => {
    assert.match(formsOf(sale)[0]!, /Port Alder on Monday$/);
  });

  it('have the length that is asked for', () => {
    const counts = formsOf(sale).map(wordCount);
    assert.ok(counts.length > 0);
    assert.deepEqual(
      counts.filter((count) => count < 4 || count > 9),
      [],
    );
  });

  it('never part a verb from its second object or from the preposition that it waits for', () => {
    const loan = 'The town gave the owner of the yard a loan for a new boat in May.';
    tells(loan, 'town gave owner of yard loan');
    never(loan, /yard$/);
    const fraud = 'The mayor has accused the firm in Sarn of fraud over the sale.';
    tells(fraud, 'mayor has accused firm in Sarn of fraud');
    never(fraud, /firm$|Sarn$/);
  });

  it('never end before the verb of what somebody hopes', () => {
    const hope = 'The harbour board hopes the sale of the yard will raise $5m for a new pier.';
    tells(hope, 'harbour board hopes sale of yard will raise $5m');
    never(hope, /yard$/);
  });

  it('never leave out the condition under which they hold', () => {
    const doubt = 'The ferry yard in Sarn could lose the county contract if the bank fails.';
    tells(doubt, 'ferry yard could lose county contract if bank fails');
    never(doubt, /contract$/);
  });

  it('go without articles, titles and what only describes before they lose a phrase', () => {
    const text = 'The county will sign a major new deal with the town of Sarn for the ferry.';
    tells(text, 'county will sign new deal with town of Sarn');
  });

  it('go without “that” and the auxiliaries that headlines do without', () => {
    const sale = 'The sale of the old ferry yard in Sarn was delayed by the county court until Monday.';
    tells(sale, 'sale of old ferry yard delayed by county court');
    tells(
      'There are growing fears that the sale will cost the town jobs.',
      'there are growing fears sale will cost town jobs',
    );
    never('The old firm in Sarn was awarded two contracts for the county pier.', /firm (?:in Sarn )?awarded/);
  });

  it('never stop before what a noun, a number or “end” waits for', () => {
    never('The mayor of Sarn voiced grave concerns about the sale of the old ferry yard.', /concerns$/);
    never('Wheat prices in Sarn were 26 crowns over world levels at the end of the week.', /26 crowns$/);
    never('The old firm ended the year with a loss of two million crowns.', /the year$|ended year$/);
    never('The board counted the number of pupils from the north in every school.', /pupils(?: in| $|$)/);
  });

  it('never stop before what took the time that was spent, or what somebody was described as', () => {
    never('The mayor has spent two days being questioned by the harbour board.', /two days$/);
    never('The sale was described by owners in Sarn as a great success for the yard.', /by owners(?: in Sarn)?$/);
    never('The singer won The Game against the old champion in Sarn.', /won game/i);
  });

  it('keep the article of those of whom some are told, and one verb for each subject', () => {
    tells('Two of the men were jailed by the court in Sarn.', 'two of the men jailed by court in Sarn');
    never('The book, which was supposed to be released last month was delayed by the firm.', /released was/);
    never('The board cancelled 77 short- and medium-distance trips from Sarn in May.', /short$/);
  });

  it('never speak in the first person', () => {
    never('Our firm has sold its old yard in Sarn to a Calder buyer.', /./);
  });

  it('say “it” of a body that speaks, not of somebody who does', () => {
    tells('The county firm said it had sold the old yard to a Calder buyer in Sarn.', 'it had sold the old yard');
    never(
      '“The yard is lost,” said Mayor Karl Venn. Venn said it had cost the town of Sarn a year of work.',
      /^it |says it /,
    );
  });

  it('never open a quotation mark without closing it', () => {
    never('The mayor said there would be ‘continual testing of boats’ at the old pier.', /‘[^’]*$/);
  });
});

describe('what is told of a noun behind “who” or “which”', () => {
  it('is a clause of its own', () => {
    tells(
      'The harbour firm, which employs 400 people, closed two yards in Sarn.',
      'the harbour firm employs 400 people',
    );
    tells('Ann Ode, who won the Malin prize in 2004, has left the town.', 'Ann Ode won the Malin prize in 2004');
  });
});

describe('tight forms of long sentences', () => {
  it('keep with a noun what it is for, about or with', () => {
    never('Brandt plays a role in the sale of the old yard at Sarn.', /role$/);
    never('The council is in a row with Calder over the new pier.', /row$/);
    never('Venn wants to lower taxes on the fishing boats of Sarn.', /taxes$/);
    never('The town took two steps to shut the old pier in May.', /steps$/);
  });

  it('keep with people of a kind what says which ones', () => {
    never('The council pays a grant to households with children under four.', /households$/);
    never('The law allows officers to search boats from Calder in the port.', /search boats$/);
  });

  it('keep how far something rose, and the time of a figure that is none of today', () => {
    never('Fares in Sarn rose to 42 crowns in the winter after a vote.', /^Fares(?: in Sarn)? rose$/);
    never('Calder earned 9 million crowns in the year-ago quarter of its new year.', /crowns$/);
    tells('Fares in Sarn rose by 3% to 42 crowns after a vote.', 'Fares in Sarn rose by 3%');
  });

  it('keep the time of another event with that event', () => {
    never('Calder is cutting 50 jobs following the purchase of Venn Lines last week.', /jobs last week$/);
    tells('Calder is cutting 50 jobs in Sarn this week.', 'Calder is cutting 50 jobs this week');
  });

  it('keep together what "both" announces, and two names', () => {
    never('The plan needs the approval of both houses and the county council.', /both houses$/);
    never('Brandt won a prize for her film Smoke and Salt in May.', /Smoke$/);
  });

  it('keep with an object the word that says where it goes', () => {
    never('The rumours drove the shares of the yard up in the winter.', /drove (?:the )?shares(?: of the yard)?$/);
    never('Calder is turning the old yard around after a bad year.', /old yard$/);
  });

  it('are none of a clause that a condition or a gerund opens', () => {
    never('The county may complain if the board believes the fares in Sarn were unfair.', /^(?:The )?board believes/i);
    never('In the winter, putting a ferry on the line costs the town money.', /^a ferry on/i);
  });

  it('are none of a list that began before, nor of a verb that was not found', () => {
    never(
      'On Monday, Sarn, Port Sel, Alder, Venn and Calder agreed that the fares were too high.',
      /^Venn and Calder agreed/,
    );
  });

  it('call a firm by the word that the copy calls it by', () => {
    tells(
      'Norrland Venntech Co has acquired an equity interest in Calder Lines. The lines are old, and Venntech said they are full.',
      'Venntech has acquired an equity interest in Calder Lines',
    );
  });

  it('do without the role of a name, also behind "of"', () => {
    tells(
      'The study does not praise the rough handling of oil company Calder.',
      'study does not praise rough handling of Calder',
    );
  });

  it('do without a pronoun before a role that goes', () => {
    tells(
      'Norrland have fined their young skipper Ann Lee for a row with the crew. “It is a shame,” Ann Lee said.',
      'Norrland have fined Lee for row with crew',
    );
  });

  it('keep "recent" before the years', () => {
    never('Two yards have come under the law of the county in recent years.', /in years$/);
  });

  it('keep with a noun what alone says which one', () => {
    never('Too many children in Sarn play games aimed at sailors of the old port.', /games$/);
    never('The council wants a body to watch over the boats in the old harbour.', /body$/);
    never('The law came at a time when the fares in Sarn were at their highest.', /time$/);
    never('Ann Lee won the prize in the junior class of the county.', /won the prize$/);
    never('There is a feeling among the traders of Sarn that prices may fall soon.', /feeling$|traders$/);
  });

  it('keep the deed of what is expected, however much stands between', () => {
    never('Calder expects profits for the quarter ending in May to beat those of last year.', /quarter$|May$/);
    never('There are good reasons for the old bank to be careful about the new loans.', /bank$/);
  });

  it('keep against what a currency is traded, and the last of three adjectives', () => {
    never('The dollar traded at 1.36 on Friday against the euro.', /Friday$|1\.36$/);
    never('The town needs rules that are quick, fair and firm for all.', /fair$/);
  });

  it('stop inside no noun, number or half', () => {
    never('The county has agreed to free four of the eleven sailors of Calder.', /free four$/);
    never('The plan is part of a five-year, 19 million crown programme for the ports.', /five-year$/);
    never('Sarn and Calder signed a defence and economic accord for the islands.', /a defence$/);
    never('The union called on the county to improve the old pier of Sarn.', /called to improve/);
  });

  it('keep what is noted, quoted, asked for and agreed, however far behind it stands', () => {
    never(
      'Calder noted talks between the port and the union had been broken off in May.',
      /noted talks(?: between.*)?union$/,
    );
    never('The Sarn Post quoted Ann Lee as saying the pier would open in May.', /quoted (?:Ann )?Lee$/);
    never('The council is considering a request by two firms to sell the old pier.', /firms$|request$/);
    never('The two ports agreed at a meeting in Sarn to raise their fares.', /meeting(?: in Sarn)?$/);
  });

  it('tell a list whole', () => {
    never('The three most contentious goods were salted fish, steel, and oil from the north.', /were salted fish$/);
  });
});
