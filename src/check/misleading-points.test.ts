import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passes, passesGate, refuses } from '../../test/support/gate.ts';
import type { Draft } from '../story/furniture.ts';
import { check } from './check.ts';

describe('a point that says less', () => {
  it('may lose a second statement that leaves the first as it is', () => {
    passes(
      'Brandt has stopped production in Sarn, but expects to restart in May.',
      'Brandt has stopped production in Sarn',
    );
  });

  it('keeps a second statement that doubts, denies or ends the first', () => {
    refuses(
      'Deaths were fewer in the second group, but that difference was too small to count.',
      'Deaths were fewer in the second group',
    );
    refuses('The firm sold the yard, but a court stopped the sale.', 'The firm sold the yard');
    refuses('Ode was convicted of fraud, but the verdict was overturned.', 'Ode was convicted of fraud');
    refuses('The strike was to begin on Monday, but has been called off.', 'The strike was to begin on Monday');
    refuses('Ode was due to speak on Monday, but did not come.', 'Ode was due to speak on Monday');
    refuses('The mayor was arrested in May, but was freed on Monday.', 'The mayor was arrested in May');
  });

  it('may lose an amount in a second measure, but not one of two that are left open', () => {
    passes('The firm earned 74.7 million crowns, or 55 cents a share, in May.', 'Firm earned 74.7 million crowns');
    refuses('The firm was sold to Brandt or Venn in a deal on Monday.', 'Firm was sold to Brandt');
    refuses('Either the mayor or the council must sign the deal.', 'The council must sign the deal');
  });

  it('keeps what a verb makes of its object, or says of it', () => {
    refuses('The court ruled the sale of the yard by Brandt illegal.', 'The court ruled the sale of the yard');
    refuses('Calder called the plan to sell the yard to Brandt a mistake.', 'Calder called the plan to sell the yard');
    refuses('The law made the sale of boats to children illegal in May.', 'The law made the sale of boats');
    refuses('The strike left the port of Sarn without food for a week.', 'The strike left the port of Sarn');
    refuses('The firm kept the price of the ferry at 3 crowns.', 'The firm kept the price of the ferry');
  });

  it('keeps both parts of which something is made', () => {
    refuses('The board consists of owners and lawyers from Sarn.', 'Board consists of owners');
    refuses('The winners were Port Alder and Westmere on Monday.', 'The winners were Port Alder');
    refuses('The firm merged with Calder and Venn in a single deal.', 'The firm merged with Calder');
    passes('The board includes owners and lawyers from Sarn.', 'The board includes owners');
  });

  it('keeps a condition that a noun names', () => {
    refuses('The firm will sell the yard in case of a loss.', 'Firm will sell the yard');
    refuses('The firm will sell the yard in the event of a loss.', 'Firm will sell the yard');
    refuses('The firm will sell the yard on condition that the staff stay.', 'Firm will sell the yard');
    passes('The firm will sell the yard in the case of wine.', 'Firm will sell the yard');
  });

  it('takes what tells of a subject for no other verb', () => {
    refuses(
      'Ode said the studies, made by Ann Lee of the University of Sarn and Joe Venn of the University of Alder, showed seaclean-nine destroyed the stain present in each of the tests.',
      'Ode says the studies destroyed the stain present',
    );
  });

  it('keeps the other owner, and the other places of a whole', () => {
    refuses('The yard is owned equally by Brandt and <Norrland Ferries Plc>.', 'The yard is owned by Brandt');
    refuses('The majority of its trade is in Sarn, Venn and Alder.', 'The majority of its trade is in Sarn');
  });

  it('takes no dateline for a subject', () => {
    refuses(
      'SARN, 12th of March (MWS) - Consumer prices in Averland rose 2.1 per cent in the year, the office said.',
      'Office says Sarn rose 2.1%',
    );
  });

  it('keeps the particle of a name', () => {
    const copy = 'Finance minister Barend du Brandt said Sarn would repay its debt. Du Brandt spoke in Port Alder.';
    refuses(copy, 'Brandt says Sarn would repay its debt');
    passes(copy, 'Du Brandt says Sarn would repay its debt');
  });

  it('keeps the noun that a name with an article describes', () => {
    refuses(
      'The court ordered the Brandt shipping firm to close its oldest pit in Sarn.',
      'The court ordered the Brandt',
    );
  });

  it('keeps that something is so in theory only', () => {
    refuses('The firm has closed two yards on paper in Sarn.', 'The firm has closed two yards');
    refuses('Owners of the yard agreed to the sale in principle.', 'Owners of the yard agreed to the sale');
  });

  it('keeps since when it is the first time', () => {
    refuses('Sales rose for the first time in Sarn since 2004.', 'Sales rose for the first time');
  });

  it('keeps what makes its noun another thing', () => {
    refuses('The court held a mock trial of the mayor in Sarn.', 'Court held trial of the mayor');
    refuses('The attempted murder of the mayor shocked the town.', 'Murder of the mayor shocked the town');
    refuses('The draft law would close the pier at Sarn.', 'Law would close the pier at Sarn');
    refuses('The deputy mayor of Sarn resigned over the sale.', 'Mayor of Sarn resigned over the sale');
  });

  it('keeps the words that say how far, how often or whether at all', () => {
    refuses('The yard was partly destroyed by a fire in May.', 'The yard was destroyed by a fire');
    refuses('The bank no longer lends to owners in Sarn.', 'Bank lends to owners in Sarn');
    refuses('The mayor seldom visited the old pier at Sarn.', 'Mayor visited the old pier at Sarn');
    refuses('The vaccine barely helped people over 60.', 'Vaccine helped people over 60');
    refuses('The council voted against closing the pier at Sarn.', 'The council voted closing the pier');
  });

  it('does not give a deed to somebody else', () => {
    refuses('The mayor of Sarn denied that the pier had been sold.', 'The mayor of Sarn had been sold');
    refuses("The firm's rival closed two yards in Sarn.", 'Firm closed two yards in Sarn');
    refuses('A critic of the mayor said the pier was unsafe.', 'The mayor said the pier was unsafe');
    refuses('The mayor thanked a man who saved a child.', 'Mayor saved a child');
    refuses('Ode was cleared of stealing money from the bank.', 'Ode was stealing money from the bank');
  });
});

describe('a point that loses whole phrases', () => {
  it('may lose what is told of a firm behind its legal form', () => {
    passes('Sarn Brandt Co, best known for its boats, sold two yards in May.', 'Sarn Brandt sold two yards in May');
    refuses("Sarn Brandt Co's rival, best known for its boats, sold two yards.", 'Sarn Brandt sold two yards');
  });

  it('may lose the same amount for each share', () => {
    passes('The firm earned 9.9 million crowns or 55 cents per share in May.', 'Firm earned 9.9 million crowns');
    refuses('The firm bought 9.9 million crowns or 55 boats in May.', 'Firm bought 9.9 million crowns in May');
  });

  it('may lose what something is good for, not only its “so”', () => {
    passes(
      'The town will free the firms from the harbour laws so they can merge.',
      'Town will free firms from harbour laws',
    );
    refuses('The owners want the report so they can read it.', 'Owners want the report they can read');
  });

  it('may lose “about” where it bounds no number, and what came after a day that is told', () => {
    passes('Brandt, who knew a thing or two about sailing, held 52 dinners in Sarn.', 'Brandt held 52 dinners in Sarn');
    refuses('Brandt held about 52 dinners in Sarn in May.', 'Brandt held 52 dinners in Sarn in May');
    passes('Venn quit the party last week after a row over boats.', 'Venn quit the party last week');
    refuses('Venn quit the party a week after a row over boats.', 'Venn quit the party a week');
  });

  it('keeps a name with “&” whole', () => {
    refuses("The deal is aimed at Brandt & Venn's old yard in Sarn.", 'Deal is aimed at Brandt');
  });

  it('has one verb for its subject', () => {
    refuses(
      'The book, which was supposed to be released last month was delayed by the firm.',
      'The book was supposed to be released was delayed',
    );
  });

  it('may begin with “A” that is a part of a name', () => {
    passes('The Sarn A320 (above) sank on Monday near the old pier.', 'The Sarn A320 sank on Monday');
  });
});

describe('a point of figures', () => {
  it('keeps of what they were measured', () => {
    refuses(
      'Sales in the north totalled about three billion crowns in May.',
      'Sales totalled about three billion crowns',
    );
    refuses('Spending by shipyards will fall by 5.6 per cent in May.', 'Spending will fall by 5.6% in May');
    passes('The firm will double its spending on boats in May.', 'Firm will double its spending on boats in May');
  });

  it('keeps the year or the group for which they hold', () => {
    refuses('In 2003, the harvest totalled 11.49 million tonnes.', 'The harvest totalled 11.49 million tonnes');
    refuses('In eight of the towns, the sample was limited to owners.', 'The sample was limited to owners');
    passes('In a statement, the firm said it would close the yard.', 'Firm said it would close the yard');
  });

  it('keeps that something was done by several, or in one place', () => {
    refuses('The yard is run jointly by Calder, Venn and the town.', 'The yard is run by Calder, Venn and town');
    refuses('The board says that food must be bought locally.', 'Board says that food must be bought');
  });
});

describe('a point of what a court was told', () => {
  it('does not make a fact of it', () => {
    refuses(
      'The harbour firm lied to its owners in May, the court has heard.',
      'Harbour firm lied to its owners in May',
    );
    refuses('The old pilot had slept on watch, an inquest in Sarn was told.', 'Old pilot had slept on watch');
    passes('The court has heard the case of the harbour firm.', 'Court has heard case of harbour firm');
  });
});

describe('a subject', () => {
  it('is somebody who can be known', () => {
    refuses('The pair sold the old yard in Sarn on Monday.', 'Pair sold the old yard in Sarn');
    refuses('The resulting loss cost the firm two yards in May.', 'The resulting loss cost firm two yards');
    passes('A pair of sailors sold the old yard in Sarn.', 'A pair of sailors sold the old yard');
  });

  it('is not the end of a list that is no subject', () => {
    refuses(
      'From next year anyone who cares for a parent, a partner or a child with a disability will be credited with a wage.',
      'A partner or a child with a disability will be credited with a wage',
    );
    refuses(
      'The fund that pays for a parent, a partner or a child will be closed in May.',
      'A partner or a child will be closed in May',
    );
  });
});

describe('a date', () => {
  it('may be the month with which a point ends', () => {
    passes('The yard in Sarn will close in May.', 'Yard in Sarn will close in May');
    refuses('The sale of the yard in Sarn may fail.', 'Sale of yard in Sarn may');
  });

  it('keeps the day that its number counts', () => {
    const sentence = 'Ode has spent the first Saturday of May the same way in Sarn since she was eight years old.';
    const words = 'Ode has spent the first of May the same way in Sarn since she was eight years old.';
    assert.equal(passesGate(sentence, words, 'summary'), false);
  });
});

describe('a point without the auxiliaries of its verb', () => {
  it('says what a headline says', () => {
    passes('The sale of the yard was delayed by a court in Sarn.', 'Sale of yard delayed by court in Sarn');
    passes('Talks on the ferry have been delayed until May.', 'Talks on ferry delayed until May');
    passes('The yard is expected to close in May.', 'Yard expected to close in May');
  });

  it('does not make somebody do what is done to him, nor sure what is not', () => {
    refuses('The firm was awarded two contracts for the pier.', 'Firm awarded two contracts for pier');
    refuses('The firm will be sold to Calder in May.', 'Firm sold to Calder in May');
    refuses('The sale may have been delayed by the court.', 'Sale delayed by the court');
    refuses('The sale was not delayed by the court in Sarn.', 'Sale delayed by court in Sarn');
    refuses('The sale was almost delayed by a court in Sarn.', 'Sale delayed by court in Sarn');
    refuses('The sale has been delayed by a court in Sarn.', 'Sale been delayed by court in Sarn');
  });
});

describe('a draft with a phrase that cannot stand', () => {
  it('is refused for what it says, not because a check broke', () => {
    const sentence =
      'Harbour leader Karl Venn has said voters now have a "fundamental lack of trust" of Ann Ode as prime minister.';
    const draft: Draft = {
      text: 'Voters have " lack of trust" of Ann Ode',
      madeBy: { kind: 'engine', version: '1' },
      evidence: [{ part: 'text', start: 0, end: sentence.length }],
    };
    const findings = check(draft, { headline: '', text: sentence }, 'keyPoint');
    assert.ok(findings.length > 0);
    assert.deepEqual(
      findings.filter(({ message }) => message.includes('could not be made')),
      [],
    );
  });
});

describe('a quotation mark', () => {
  it('stands in a pair, and beside a word', () => {
    refuses('‘Stickerboy’ danced for the crowd in Sarn.', 'Stickerboy’ danced for the crowd');
    refuses(
      'Ode called the mayor ‘better than the council for this time’ in Sarn.',
      'Ode called mayor ‘better than council',
    );
    refuses("Ode called Venn an ''Aunt Tom'' in Sarn.", "Ode called Venn an ''Aunt");
    refuses('Ode told Ann Venn, “So the old pier stays.”', 'Ode told Ann Venn, So the old pier stays');
    passes('Ode called for more “calm” in Sarn.', 'Ode called for more “calm” in Sarn');
    passes('The owners’ harbour in Sarn was closed.', 'The owners’ harbour was closed');
    passes('The harbour party‘s captain closed the pier.', 'Harbour party‘s captain closed the pier');
  });
});
