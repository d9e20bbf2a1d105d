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
