import { describe, it } from 'node:test';
import { never, tells } from '../../../test/support/tight-forms.ts';

describe('a subject', () => {
  it('keeps what alone says which one is meant', () => {
    never('The terms that were dropped are its demands for a new pier.', /^(?:the )?terms are/);
    never('The permits total was the lowest since May.', /permits was/);
  });

  it('may lose where it is so, and what only adds', () => {
    tells(
      'The seats where Brandt must win have elected two owners of boats.',
      'the seats have elected two owners of boats',
    );
    tells(
      'The mayor criticised Venn for weak fiscal policies that led to the fall.',
      'the mayor criticised Venn for weak fiscal policies',
    );
  });

  it('is told of with the one before it', () => {
    never('As Ann Brandt and Ted Venn led the poll in May, the mayor resigned in Sarn.', /Venn led/);
  });
});

describe('a form', () => {
  it('stops inside no word, and tells of both where it says “both”', () => {
    never('The mayor showed a Sarnvision.com film on Monday.', /Sarnvision$/);
    never('The deal was good news both for Sarn and for Port Alder.', /for Sarn$/);
  });

  it('keeps an article without which a count or a time reads wrong', () => {
    never('There is not a single open pier in the old port.', /not single/);
    never('The board must watch every moment Calder runs the port.', /watch Calder/);
  });
});

describe('words that point back', () => {
  it('stand in no form: "these boats", and "him" where nobody else is told of', () => {
    never('The town sold these boats to Calder in May.', /these/);
    tells('The town sold the boats to Calder this year.', 'the town sold the boats to Calder this year');
    never('Ted Venn took a direct swing at him on Thursday.', /him/);
    tells('Venn thanked fans for backing him in Sarn.', 'Venn thanked fans for backing him in Sarn');
  });

  it('go with the time that they open', () => {
    never('The campaign is expected to air a new film as soon as Monday in Sarn.', /(?<!soon) as Monday|soon as/);
  });
});

describe('what is shortened inside a phrase', () => {
  it('is a title, an amount, or a name whose letters stand behind it', () => {
    tells(
      'The new council has named Westmere Governor Ann Venn to the board.',
      'new council has named Ann Venn to board',
    );
    tells(
      'The town adopted a 40 million crown harbour budget after the storm in May.',
      'town adopted a harbour budget after storm in May',
    );
    tells(
      'The Ministry of Trade and Industry (MTI) closed the old port of Sarn in May.',
      'MTI closed old port of Sarn in May',
    );
  });

  it('is the role before letters that stand for a name, and “Mr” before a surname that is one person’s', () => {
    tells(
      'The world’s biggest boat maker Norrland Ferries (NF) is recalling nearly 200 boats in Sarn.',
      'NF is recalling nearly 200 boats in Sarn',
    );
    tells('Mr Venn has left the ferry board in Sarn.', 'Venn has left the ferry board in Sarn');
    never('Mr Venn met Mrs Venn in Sarn, and Mr Venn sold the boat in May.', /^Venn sold/);
  });

  it('reads past a symbol behind a name', () => {
    tells(
      'Norrland Ferries <NRF.L> has no plans to sell its ships.',
      'Norrland Ferries has no plans to sell its ships',
    );
  });
});

describe('a form that stops too soon', () => {
  it('tells nobody', () => {
    never('The firm describes itself in the following way: it builds boats.', /following way$/);
    never('Ann Brandt teamed up with Sens. Ted Lee and Joe Venn on Monday.', /Sens$/);
    never('The moderator started by asking Venn why he had sold the pier.', /asking Venn$/);
    never('Some owners have called for the town and the county to repair the pier.', /for the town$/);
    never('The guide helped convince owners in Sarn that the pier was safe.', /Sarn$|owners$/);
    never('The bank would bring the boat maker Calder and the yard to the exchange in May.', /Calder$/);
    never('Sales of boats fell from 11.7 units per head to 11.4 units.', /per head$/);
    never('Owners laughed as Joe Lee (D-Sarn) teased the mayor in Port Alder.', /as Joe Lee$/);
    never('The sale is expected to begin by June and will be run by Brandt.', /begin$/);
    never('The funds would be used to back up insured boats in Sarn.', /used up/);
  });

  it('tells no half of when or of what', () => {
    never('The sale of gas should begin in the first quarter of next year.', /begin$/);
    never('Most of its trade is in the port of Sarn, Venn and Alder.', /Sarn$/);
    never('Brandt did post on Monday that the claim was meant as a joke.', /post on Monday$/);
    never('The strike forced fares down about a third on the day.', /fares on/);
    never('The five-year old harbour boom has shown amazing strength in Sarn.', /(?<!year )old harbour/);
    never('Ode blamed the board on Monday for its decision not to sell the pier.', /Monday not/);
  });

  it('keeps what a word beside it needs', () => {
    never('The town has vowed to open all piers to all boats this year.', /to boats/);
    never('The fund has spent two million crowns on the real estate market.', /the estate/);
    never('Ann Brandt pulled a Donald Venn on Thursday in Sarn.', /pulled Venn/);
  });
});
