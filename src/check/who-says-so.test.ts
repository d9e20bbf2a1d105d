import { describe, it } from 'node:test';
import { passes, refuses } from '../../test/support/gate.ts';

describe('a point that says who speaks', () => {
  it('is none of a condition whose rest is missing', () => {
    refuses('Calder said if nobody bids, the yard will close in May.', 'Calder says if nobody bids');
    passes('Calder said the yard will close if nobody bids.', 'Calder says the yard will close if nobody bids');
  });

  it('does not say that a speaker says of herself by name', () => {
    refuses('Members of the club said members in Sarn pay more.', 'Members say members in Sarn pay more');
  });

  it('ends on no pronoun and on no preposition with "each"', () => {
    refuses(
      'The town has a long record of poor fares at each of its piers.',
      'Town has a record of poor fares at each',
    );
  });

  it('may name what several are, without whose they are', () => {
    passes('Senior county officials said the pier will open in May.', 'Officials: The pier will open in May');
    refuses('Senior county officials said the pier will open in May.', 'County: The pier will open in May');
  });
});

describe('what a spokesman for a body says', () => {
  const sentence = 'The pier will open in May, a spokesman for the county bank said on Monday.';

  it('is not told without him or the body', () => {
    refuses(sentence, 'The pier will open in May');
    refuses('The pier is safe, said a spokesman for the bank.', 'The pier is safe on Monday');
  });

  it('may be told under his name or that of the body', () => {
    passes(sentence, 'Spokesman: The pier will open in May');
    passes(sentence, 'Spokesman says the pier will open in May');
    refuses(sentence, 'Calder: The pier will open in May');
  });
});

describe('a point about a body’s own doings', () => {
  it('may do without "said it"', () => {
    passes('Norrland Ferries said it would sell two ships in May.', 'Norrland Ferries will sell two ships in May');
    passes('The company said it expects to open two yards.', 'The company expects to open two yards');
  });

  it('still needs the speaker for what she says of others', () => {
    refuses('Norrland Ferries said Venn Lines would sell two ships in May.', 'Venn Lines will sell two ships in May');
    refuses('Norrland Ferries said it was the victim of a fraud in May.', 'Norrland Ferries was the victim of a fraud');
  });
});

describe('what somebody is said to have told only at the end of the sentence', () => {
  const said = [
    'sources close to the county said',
    'one of the men who was there said',
    'a captain who asked not to be named told the Sarn Bell',
    'Bode Calder, the harbour master, told the Sarn Bell',
    'members of the crew told the court',
    'it is claimed',
    'it is alleged',
    'it has emerged',
    'the Sarn Bell understands',
    'court papers show',
    'critics claim',
    'say traders in Sarn',
    'prosecutors allege',
    'the county said on its website',
  ];
  for (const tail of said)
    it(`is not told as a fact of its own: "…, ${tail}"`, () => {
      refuses(`The pier will open in May, ${tail}.`, 'The pier will open in May');
    });

  it('is told of its speaker', () => {
    passes('The pier will open in May, critics claim.', 'Critics claim the pier will open in May');
    passes('The pier will open in May, prosecutors said on Monday.', 'Prosecutors say the pier will open in May');
  });

  it('is no more than what stands before the comma: a list, an aside or a second deed goes on as it was', () => {
    passes('The county opened the pier, the quay and the market.', 'The county opened the pier');
    passes('The pier will open in May, two years after a storm.', 'The pier will open in May');
    passes('The county closed the pier, and traders wrote to the mayor.', 'The county closed the pier');
  });
});

describe('a name behind a longer role', () => {
  it('says who speaks', () => {
    passes('The head of the old ferry council Karl Tarr said fares would rise.', 'Tarr says fares would rise');
    passes(
      'Prices will be cut in May, the country’s ferry watchdog has announced.',
      'Watchdog: Prices will be cut in May',
    );
  });

  it('is asked, and does not speak, where a sentence opens on it', () => {
    passes('Asked whether the pier would be sold, Lee left the meeting in Sarn.', 'Lee left the meeting in Sarn');
  });

  it('may do without “is” in what is said', () => {
    passes('Lee said the Sarn board is selling the old pier.', 'Lee: Sarn board selling old pier');
    refuses('Lee said the Sarn board sold its wholly owned yards.', 'Lee: Sarn board wholly owned yards');
  });

  it('is not “there”', () => {
    passes('There are fears that the deal could fail in May.', 'There are fears deal could fail in May');
  });
});

describe('who is named beside a deed of speech', () => {
  it('does not speak where she is urged', () => {
    refuses(
      'Jan Ode, head of a union of dockers, most of whom are young, urged labour unions to help, adding that the key issue was pay.',
      'Labour unions added that key issue was pay',
    );
  });

  it('speaks before a colon, also in the text', () => {
    refuses('Lee Ode: Calder thinks owners pay too many fees.', 'Calder thinks owners pay too many fees');
    passes('Lee Ode: Calder thinks owners pay too many fees.', 'Ode: Calder thinks owners pay too many fees');
  });
});

describe('what somebody gives as a reason', () => {
  it('is what she says, whoever speaks in it', () => {
    refuses(
      'Lawyers said the firm withdrew because Calder chairman Karl Tarr had called a Venn executive.',
      'Calder chairman Karl Tarr had called Venn executive',
    );
  });
});
