import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { needs } from '../../../test/support/clause-needs.ts';
import { readPhrases } from '../phrases/read-phrases.ts';
import { tokens } from '../tokens.ts';
import { needsOf } from './clause-needs.ts';

describe('a verb', () => {
  it('needs its object, and both where it gives one to the other', () => {
    needs('Brandt sold the yard to a Calder buyer.', 'sold', 'sold the yard');
    needs('The bank gave the owner a loan in Sarn.', 'gave', 'gave the owner a loan');
  });

  it('needs what it says of its object, also behind a preposition', () => {
    needs('Venn called the plan a mistake.', 'called', 'called the plan a mistake');
    needs('The law made the sale in Sarn illegal.', 'made', 'made the sale in Sarn illegal');
  });

  it('needs the preposition that it waits for, also behind another one', () => {
    needs('Ode accused the firm in Sarn of fraud.', 'accused', 'accused the firm in Sarn of fraud');
    needs('Brandt turned the pier into a hotel.', 'turned', 'turned the pier into a hotel');
    needs('Brandt turned the pier near Sarn into a hotel.', 'turned', 'turned the pier near Sarn into a hotel');
  });

  it('needs it also behind a second object, another phrase and a purpose', () => {
    needs(
      'Ode attributed her narrow Sarn win and a loss in Alder to the weather.',
      'attributed',
      'attributed her narrow Sarn win and a loss in Alder to the weather',
    );
    needs('Ode voted in 2001 for the harbour law.', 'voted', 'voted in 2001 for the harbour law');
    needs('The board voted 4-1 in favour of the sale.', 'voted', 'voted 4-1 in favour of the sale');
    needs('The census relies on short memories to succeed.', 'relies', 'relies on short memories to succeed');
    needs('Ode included Calder on a list of ports.', 'included', 'included Calder on a list of ports');
  });

  it('that is whole by itself needs nothing', () => {
    needs('The minister resigned over the sale.', 'resigned', 'resigned');
    needs('The ferry broke down in the bay.', 'broke down', 'broke down');
  });

  it('needs the deed that somebody is told, helped or meant to do', () => {
    needs('The court ordered the firm to close the pit in Sarn.', 'ordered', 'ordered the firm to close the pit');
    needs('The company plans to cut 400 jobs at Port Alder.', 'plans', 'plans to cut 400 jobs');
  });

  it('needs what is said, to the verb of the clause, with “that” and without', () => {
    needs('The mayor told reporters that the pier was safe.', 'told', 'told reporters that the pier was safe');
    needs('The union said the yard had failed in May.', 'said', 'said the yard had failed');
    needs('The union said in a letter that the yard had failed.', 'said', 'said in a letter that the yard had failed');
  });

  it('of saying cannot stand where nothing is said', () => {
    needs('The union said in a letter.', 'said', null);
  });

  it('needs the preposition without which its object says too little', () => {
    needs('The bank blamed the owner for the loss in Sarn.', 'blamed', 'blamed the owner for the loss');
    needs('The owners agreed on a price in Sarn.', 'agreed', 'agreed on a price');
  });

  it('of being needs what somebody is, and which one', () => {
    needs('The mayor is confident that the pier will hold.', 'is', 'is confident that the pier will hold');
    needs('Ode is the woman that owns the pier.', 'is', 'is the woman that owns the pier');
    needs('Ode was the first to sail the bay.', 'was', 'was the first to sail the bay');
  });

  it('needs the condition under which it holds, but not the reason', () => {
    needs('The yard could be lost if the deal fails.', 'could', 'could be lost if the deal fails');
    needs('The yard was lost because the deal failed.', 'was', 'was lost');
  });
});

describe('a passive', () => {
  it('is whole when the deed says all', () => {
    needs('The pier was sold.', 'was', 'was sold');
    needs('The boats were sold in Sarn.', 'were', 'were sold');
    needs('The strike was called off by the union.', 'was', 'was called off');
  });

  it('wants more when the deed says little', () => {
    needs('The firm was based in Port Alder.', 'was', 'was based in Port Alder');
    needs('The town was given a ring.', 'was', 'was given a ring');
    needs('The firm was based.', 'was', null);
  });
});

describe('a preposition', () => {
  it('needs its noun or its deed', () => {
    needs('The firm saved money by selling boats in Sarn.', 'by', 'saved money by selling boats');
  });

  it('“from” needs its “to” or “into”', () => {
    needs('The firm grew from a stall into a chain.', 'from', 'grew from a stall into a chain');
  });

  it('hangs on what stands before it, a reason on the verb', () => {
    needs('Brandt sold the yard in Sarn.', 'in Sarn', 'sold the yard in Sarn');
    needs('The ferry sank in the bay despite a rescue.', 'despite', 'sank despite a rescue');
  });
});

describe('an opener', () => {
  it('needs its clause, and hangs on the deed for which it says when or why', () => {
    needs(
      'Brandt sold the yard near Sarn because the bank had failed.',
      'because',
      'sold the yard because the bank had failed',
    );
  });

  it('cannot stand where another opener follows', () => {
    needs('The mayor said that when the bank failed the yard closed.', 'said', null);
  });
});

describe('“and”', () => {
  it('needs what stands on both sides of it', () => {
    needs('The firm sold boats and quays.', 'and', 'sold boats and quays');
  });
});

describe('a clause', () => {
  const isRead = (sentence: string) => {
    const list = tokens(sentence);
    return needsOf(list, readPhrases(list, 0, list.length - 1)) !== null;
  };

  it('is none without a verb, or without a subject before it', () => {
    assert.equal(isRead('Brandt sold the yard.'), true);
    assert.equal(isRead('Boats and quays for the old harbour.'), false);
    assert.equal(isRead('Closed the yard at Sarn.'), false);
  });

  it('is none where another clause hides in its subject', () => {
    assert.equal(isRead('One of the reasons it is crucial was told.'), false);
  });

  it('has as its verb none that “who” or a pair of commas parts from the subject', () => {
    needs('The man who says he built the boat was arrested.', 'was', 'was arrested');
    needs('The pier, Venn says, was closed.', 'was', 'was closed');
    needs('The pier, built in May, was closed.', 'was', 'was closed');
  });

  it('ends before a “but” and before an “and” with a deed of its own', () => {
    needs('The bank cut its rate and raised its forecast.', 'cut', 'cut its rate');
    needs('The firm closed but hopes to return.', 'closed', 'closed');
  });
});

describe('a word that may mean anybody', () => {
  it('needs what says who is meant', () => {
    needs('Brandt wants to pay people who look after a child.', 'to pay', 'wants to pay people who look after a child');
    needs('Brandt wants to pay nurses who look after a child.', 'to pay', 'wants to pay nurses who look after a child');
  });
});

describe('a deed beside another', () => {
  it('waits for what both are done to', () => {
    needs('Restorers spent 14 months drying, sorting and copying the letters.', 'drying', null);
  });
});

describe('what is the most of all', () => {
  it('needs the time over which it is, and that time needs it', () => {
    const fares = 'Fares closed at their highest level in two decades on Friday.';
    needs(fares, 'at their', 'closed at their highest level in two decades');
    needs(fares, 'in two', 'closed at their highest level in two decades');
    needs(fares, 'on Friday', 'closed on Friday');
  });

  it('needs no other time', () => {
    needs('Calder opened its first shop in May.', 'its first', 'opened its first shop');
  });
});

describe('a distance or a time', () => {
  it('needs of whom it is behind or ahead', () => {
    needs('Calder finished 12 seconds behind Lee on Friday.', '12 seconds', 'finished 12 seconds behind Lee');
  });
});

describe('two that are told of together', () => {
  it('need each other where one word belongs to both', () => {
    needs(
      'Brandt raised cash from the pension and insurance trade.',
      'from',
      'raised cash from the pension and insurance trade',
    );
    needs('Brandt sold the yard and the pier.', 'the yard', 'sold the yard');
    needs('The mayor has both sold the yard and closed the pier.', 'has', null);
  });

  it('need what each has in the other’s place', () => {
    needs('Ode stands at 34% and Venn at 31%.', 'and', 'stands at 34% and Venn at 31%');
  });
});

describe('two deeds', () => {
  it('share what stands behind the second', () => {
    needs(
      'Ode is open to meeting and talking with anyone.',
      'to meeting',
      'is open to meeting and talking with anyone',
    );
  });
});

describe('a participle behind a noun', () => {
  it('needs what tells by whom or when', () => {
    needs('The firm fought a claim filed by its owner.', 'filed', 'fought a claim filed by its owner');
    needs('The pact is a group set up in 1969.', 'set up', 'is a group set up in 1969');
  });
});

describe('what two are told to do', () => {
  it('is needed by both', () => {
    needs(
      'The mayor asked the owners and the crews to wait in port.',
      'asked',
      'asked the owners and the crews to wait',
    );
  });
});

describe('a price', () => {
  it('is one of something', () => {
    needs('The subsidy is set above 45 crowns per 100 kilos.', 'above', 'is set above 45 crowns per 100 kilos');
  });
});

describe('a time', () => {
  it('needs the clause that says which one it is', () => {
    needs(
      'Brandt closed the pier at a time when fares rise.',
      'at a time',
      'closed the pier at a time when fares rise',
    );
  });

  it('stays with what it is the time of', () => {
    needs(
      'Employment dropped 45,000 after being unchanged in May.',
      'in May',
      'dropped 45,000 after being unchanged in May',
    );
  });
});
