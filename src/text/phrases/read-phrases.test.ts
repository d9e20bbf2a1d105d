import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokens } from '../tokens.ts';
import { readPhrases } from './read-phrases.ts';

/** Each phrase of a sentence without its stop, as "kind: words". */
function phrasesOf(sentence: string): string[] {
  const list = tokens(sentence);
  return readPhrases(list, 0, list.length - 1).map(
    ({ kind, from, to }) => `${kind}: ${sentence.slice(list[from]!.start, list[to - 1]!.end)}`,
  );
}
const reads = (sentence: string, ...phrases: readonly string[]) => assert.deepEqual(phrasesOf(sentence), phrases);

describe('a noun phrase', () => {
  it('holds what a hyphen or an owner puts before its noun', () => {
    reads(
      "The fuel-injection pump at Brandt's oldest yard failed.",
      'noun: The fuel-injection pump',
      "preposition: at Brandt's oldest yard",
      'verb: failed',
    );
    reads("Nobody else's boat sank.", "noun: Nobody else's boat", 'verb: sank');
  });

  it('holds its “of …”, and a pronoun that says how much of it', () => {
    reads(
      "The owner of the yard's oldest crane resigned.",
      "noun: The owner of the yard's oldest crane",
      'verb: resigned',
    );
    reads('Half of its boats sank.', 'noun: Half of its boats', 'verb: sank');
  });

  it('of names or trades that “and” makes one is one', () => {
    reads(
      'The Harbour and Ferry Board closed the pier.',
      'noun: The Harbour and Ferry Board',
      'verb: closed',
      'noun: the pier',
    );
    reads('The oil and gas industry shrank.', 'noun: The oil and gas industry', 'verb: shrank');
  });

  it('holds an adjective behind its noun in an old title', () => {
    reads('The attorney general resigned.', 'noun: The attorney general', 'verb: resigned');
  });

  it('says with “about” how many, not about whom', () => {
    reads('About 60 people watched.', 'noun: About 60 people', 'verb: watched');
    reads('The mayor spoke about 60 people.', 'noun: The mayor', 'verb: spoke', 'noun: about 60 people');
  });

  it('goes on behind a quotation mark', () => {
    reads('Venn called it a “quiet disaster”.', 'noun: Venn', 'verb: called', 'noun: it', 'noun: a “quiet disaster”');
  });

  it('leaves a participle before its noun in its place', () => {
    reads('Increased use wore down the road.', 'noun: Increased use', 'verb: wore down', 'noun: the road');
  });
});

describe('a list', () => {
  it('of three or more is one phrase', () => {
    reads(
      'Brandt, Calder and Venn sold boats, quays and cranes.',
      'noun: Brandt, Calder and Venn',
      'verb: sold',
      'noun: boats, quays and cranes',
    );
  });

  it('ends before a clause of its own', () => {
    reads(
      'Brandt sold boats, quays, and Venn closed the yard.',
      'noun: Brandt',
      'verb: sold',
      'noun: boats',
      'mark: ,',
      'noun: quays',
      'mark: ,',
      'joint: and',
      'noun: Venn',
      'verb: closed',
      'noun: the yard',
    );
  });
});

describe('a time', () => {
  it('is told from the verb “may” and from a name', () => {
    reads('The port may shut in May.', 'noun: The port', 'verb: may shut', 'time: in May');
    reads('Ant and Dec opened the pier.', 'noun: Ant', 'joint: and', 'noun: Dec', 'verb: opened', 'noun: the pier');
    reads('Dec opened the pier in Dec 2004.', 'noun: Dec', 'verb: opened', 'noun: the pier', 'time: in Dec 2004');
  });

  it('holds what joins two days', () => {
    reads('Fares rose in April and May.', 'noun: Fares', 'verb: rose', 'time: in April and May');
    reads('Ships returned on Monday and Tuesday.', 'noun: Ships', 'verb: returned', 'time: on Monday and Tuesday');
    reads('Ships returned two weeks ago.', 'noun: Ships', 'verb: returned', 'time: two weeks ago');
  });

  it('is none where it only describes, or is a thing itself', () => {
    reads(
      'The boat returned after a 36-year absence.',
      'noun: The boat',
      'verb: returned',
      'preposition: after a 36-year absence',
    );
    reads(
      'Sales fell in the second quarter of 2004.',
      'noun: Sales',
      'verb: fell',
      'preposition: in the second quarter of 2004',
    );
    reads('The end of the year was wet.', 'noun: The end of the year', 'verb: was', 'adjective: wet');
  });

  it('ends the noun phrase before it', () => {
    reads('Calder sold its plant next year.', 'noun: Calder', 'verb: sold', 'noun: its plant', 'time: next year');
  });
});

describe('a verb', () => {
  it('holds its auxiliaries, its denial and its particle', () => {
    reads('The firm will also be sold.', 'noun: The firm', 'verb: will also be sold');
    reads(
      'The strike was called off by the union.',
      'noun: The strike',
      'verb: was called off',
      'preposition: by the union',
    );
    reads('The council has not voted.', 'noun: The council', 'verb: has not voted');
  });

  it('holds “is to” and “has to”', () => {
    reads('The firm is to extend the line.', 'noun: The firm', 'verb: is to extend', 'noun: the line');
    reads('The firm has to repair the quay.', 'noun: The firm', 'verb: has to repair', 'noun: the quay');
  });

  it('is found where the tagger takes it for a noun', () => {
    reads(
      'The company plans to cut 400 jobs.',
      'noun: The company',
      'verb: plans',
      'infinitive: to cut',
      'noun: 400 jobs',
    );
  });

  it('stays a noun where the clause has another verb', () => {
    reads(
      'The company plans to cut jobs were dropped.',
      'noun: The company plans',
      'infinitive: to cut',
      'noun: jobs',
      'verb: were dropped',
    );
  });
});

describe('a participle', () => {
  it('behind a noun is none of its verbs when another verb follows', () => {
    reads(
      'Fraud reported by consumers was twice as common.',
      'noun: Fraud',
      'participle: reported',
      'preposition: by consumers',
      'verb: was twice',
      'adjective: as common',
    );
    reads(
      'Those injured in the storm have recovered.',
      'noun: Those',
      'participle: injured',
      'preposition: in the storm',
      'verb: have recovered',
    );
  });

  it('is the verb of a clause that a verb of saying opens', () => {
    reads(
      'The firm says trade collapsed in Sarn.',
      'noun: The firm',
      'verb: says',
      'noun: trade',
      'verb: collapsed',
      'preposition: in Sarn',
    );
  });

  it('between two commas is told beside the sentence', () => {
    reads(
      'The pier, closed in May, was sold.',
      'noun: The pier',
      'mark: ,',
      'participle: closed',
      'time: in May',
      'mark: ,',
      'verb: was sold',
    );
  });
});

describe('a preposition', () => {
  it('of two words is one', () => {
    reads('Profits rose thanks to a sale.', 'noun: Profits', 'verb: rose', 'preposition: thanks to a sale');
  });

  it('“between” holds both ends', () => {
    reads(
      'The firm lost between 20 and 30 boats.',
      'noun: The firm',
      'verb: lost',
      'preposition: between 20 and 30 boats',
    );
  });

  it('“since”, “after” and “as” open a clause only before a subject with its verb', () => {
    reads(
      'Trade fell after the bank failed.',
      'noun: Trade',
      'verb: fell',
      'opener: after',
      'noun: the bank',
      'verb: failed',
    );
    reads('Trade fell after the sale.', 'noun: Trade', 'verb: fell', 'preposition: after the sale');
    reads('Talks have stalled since then.', 'noun: Talks', 'verb: have stalled', 'time: since then');
  });
});

it('what stands in brackets is an aside of its own', () => {
  reads('The ferry (built in 2004) sank.', 'noun: The ferry', 'aside: (built in 2004)', 'verb: sank');
});

describe('words that the tagger mistakes', () => {
  it('are read by what stands beside them', () => {
    reads('Brandt had long been formally excluded.', 'noun: Brandt', 'verb: had long been formally excluded');
    reads('Its members are price hawks.', 'noun: Its members', 'verb: are', 'noun: price hawks');
    reads(
      'The rate at which permits were issued fell.',
      'noun: The rate',
      'opener: at which',
      'noun: permits',
      'verb: were issued',
      'verb: fell',
    );
    reads('The crown edged back up on Monday.', 'noun: The crown', 'verb: edged back up', 'time: on Monday');
    reads(
      'Brandt wants to back a renewed drive.',
      'noun: Brandt',
      'verb: wants',
      'infinitive: to back',
      'noun: a renewed drive',
    );
    reads(
      'Venn was a rather stiff on-screen mayor.',
      'noun: Venn',
      'verb: was',
      'noun: a rather stiff on-screen mayor',
    );
  });
});
