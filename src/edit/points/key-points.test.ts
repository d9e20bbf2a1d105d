import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { furnish } from '../../furnish/furnish.ts';
import { derive } from '../engine.ts';
import { findQuotations } from '../quotes/quotations.ts';

const proposed = (text: string): string[] => {
  const drafts = derive({ headline: '', text }, { language: 'en-US', quotations: findQuotations(text) });
  return [...drafts.keyPoints, ...(drafts.spareKeyPoints ?? []), ...(drafts.lastKeyPoints ?? [])].flatMap((place) =>
    [...place].map((draft) => draft.text),
  );
};
/** What the engine proposes and the gate lets through, of a sentence with two others beside it. */
const points = (sentence: string): string[] => {
  const text = `${sentence}\n\nThe harbour office opened a second pier for fishing boats.\n\nWorkers repaired the old lighthouse on Gull Island.`;
  return furnish({ headline: '', text }, { language: 'en-US' }).furniture.keyPoints.map((point) => point.text);
};

describe('key points', () => {
  it('end before what only adds to a whole deed', () => {
    assert.ok(
      points('Two crews were rescued by a lifeboat off Gull Island in heavy seas that had risen all night.').some(
        (words) => /^Two crews were rescued/.test(words),
      ),
    );
  });

  it('call a speaker by the surname without “Mr”', () => {
    const text = 'The boats were late. Mr Oduya said the fares in Sarn would rise in May.';
    assert.ok(proposed(text).some((words) => /^Oduya(?: says|:) (?:The )?fares in Sarn would rise/i.test(words)));
  });

  it('keep “said” where what was said may still be so', () => {
    const still = proposed('Lee Ode said the pier in Sarn was a danger to boats.');
    assert.ok(still.some((words) => /^Ode said (?:the )?pier in Sarn was (?:a )?danger/i.test(words)));
    assert.ok(!still.some((words) => /^Ode says/i.test(words)));
    const planned = proposed('Lee Ode said Brandt planned to close the yard in Sarn.');
    assert.ok(!planned.some((words) => /^Ode says Brandt planned/i.test(words)));
    const done = proposed('Lee Ode said the pier in Sarn was closed after a storm.');
    assert.ok(done.some((words) => /^Ode(?: says|:) (?:the )?pier in Sarn was closed/i.test(words)));
  });

  it('tell neither where a firm is based, nor where somebody spoke, nor who reported it first', () => {
    for (const sentence of [
      'Brandt Boats is based in Port Ellery.',
      'Lee Ode was speaking at a meeting of owners in Sarn.',
      'The plan of the council was first reported by the Sarn Courier.',
      'Share and comment below on the plan of the council.',
    ])
      assert.deepEqual(
        points(sentence).filter((words) => /based|speaking|reported|comment/.test(words)),
        [],
        sentence,
      );
  });

  it('call nobody by half a name', () => {
    for (const name of ['De la Ode', 'Advanced Boats', "Pay 'N Go Boats", 'The Office for Ports and Piers']) {
      const found = points(`${name} said fares in Sarn would rise in May.`);
      assert.ok(!found.some((words) => /^(?:Ode|la Ode|Boats|N Go Boats|Office|Piers)\b/.test(words)), `${found}`);
    }
  });

  it('call two who speak by what they are', () => {
    const text = 'The Norrland yard will merge with the Calder yard in Sarn in May, both firms said on Monday.';
    assert.ok(points(text).some((words) => /^Firms(?: say|:) (?:the )?Norrland yard will merge/i.test(words)));
  });

  it('name a speaker behind a long role, and a newspaper', () => {
    const tarr = 'The head of the county’s old ferry council Karl Tarr said fares in Sarn would rise in May.';
    assert.ok(proposed(tarr).some((words) => /^Tarr(?: says|:) /.test(words)));
    const news = 'The Sarn News said the yard may instead choose to pay a fine.';
    assert.ok(proposed(news).includes('Sarn News: Yard may instead choose to pay fine'));
  });

  it('name nobody by half of a name or of what a firm makes', () => {
    const trade = points('Norrland will close the pier, Sarnish Trade and Harbour Minister Hal Tamm said.');
    assert.ok(!trade.some((point) => /Sarnish Trade(?: says|:)/.test(point)), trade.join('\n'));
    const steel = points(
      'Calder also began talks with the pilots’ union, the steel, shipping and energy concern said.',
    );
    assert.ok(!steel.some((point) => /^(?:Shipping|Energy)/.test(point)), steel.join('\n'));
  });

  it('take no place for a speaker', () => {
    const text =
      'Ann Lee, who lost a boat in Aldmoor, Norrland, in May, said that Ode had helped her crew on the pier.';
    assert.ok(!proposed(text).some((point) => /^Norrland(?: says|:)/.test(point)));
  });

  it('do not leave out whose poll it is', () => {
    const text = 'According to a recent poll of Alder voters, Ode won 30 per cent of the votes in Alder.';
    assert.ok(!proposed(text).some((point) => /^Poll(?: says|:)/.test(point)));
  });

  it('call somebody without a name what she is where she goes on to speak', () => {
    const text = 'A council spokeswoman said the pier was shut. She added that the old boats would be sold in May.';
    assert.ok(
      proposed(text).some((words) => /^Spokeswoman(?: says|:) (?:The )?old boats would be sold in May$/i.test(words)),
    );
  });

  it('tell the second of two deeds by itself', () => {
    const text = 'The bank cut its main lending rate and raised its forecast for growth in the coming year.';
    assert.ok(proposed(text).some((words) => /^(?:The )?bank raised its forecast/i.test(words)));
  });

  it('tell a clause behind a comma by itself', () => {
    const text = 'The ferry sails twice a day from the old quay in summer, while the island bus runs until midnight.';
    assert.ok(proposed(text).some((words) => /^(?:The )?island bus runs until midnight$/i.test(words)));
  });

  it('tell what stands before "saying" without the speaker', () => {
    const text = 'The county has closed the coastal road, saying such storms are always dangerous.';
    assert.ok(proposed(text).some((words) => /^(?:The )?county has closed (?:the )?coastal road$/i.test(words)));
  });

  it('never end inside a word or before the verb that a clause waits for', () => {
    const text = 'The survey showed exports of smoked fish from the northern ports rose, and an 18-year-old boat won.';
    for (const words of proposed(text)) assert.doesNotMatch(words, /(?:exports|ports|18|18-year-?)$/);
  });

  it('begin with who or what, never with a preposition or a pronoun', () => {
    const text = 'Of the money that it had saved, the town spent half. It hopes to save more next year.';
    for (const words of proposed(text)) assert.doesNotMatch(words, /^(?:Of|It|In|Because)\b/);
  });

  it('leave words of the first person to the speaker', () => {
    for (const words of proposed('‘We need to find a better harbour for our boats,’ he said. We sailed on.'))
      assert.doesNotMatch(words, /\bwe\b|\bour\b/i);
  });

  it('are not made of the person who is told', () => {
    for (const words of proposed('Calder told the agency in Port Sel yesterday the talks were a step towards peace.'))
      assert.doesNotMatch(words, /agency .*talks/);
  });

  it('write "%" behind a figure, and a firm without its legal form', () => {
    const text = 'Norrland Ferries Ltd said its passenger numbers rose 8 per cent in the quarter to a record.';
    assert.ok(
      proposed(text).includes('Norrland Ferries says its passenger numbers rose 8%'),
      proposed(text).join('\n'),
    );
  });

  it('say what a deed is done to', () => {
    for (const words of points('The carers of Calder welcomed it on Friday after a vote in the town hall.'))
      assert.doesNotMatch(words, /welcomed it/);
  });

  it('begin a speaker’s words with their whole subject', () => {
    const text =
      'From next year anyone who gives care to a parent, a partner or a child with a disability will be credited with a wage, the minister, Callum Venn, said.';
    for (const words of proposed(text)) assert.doesNotMatch(words, /^(?:\S+ ){0,4}a partner or/i);
  });
});

describe('the title over the key points', () => {
  it('is the agency’s name for the story before anything that its first sentences say besides', () => {
    const text =
      'Officials said Venn had set up a special harbor debt board in Sarn on Monday.\n\nThe harbor office opened a pier.';
    const copy = { headline: 'Venn sets up special harbor debt board', text };
    const drafts = [...derive(copy, { language: 'en-US', quotations: findQuotations(text) }).keyPointsTitle];
    const isAgencys = drafts.map(({ evidence: [first] }) => first?.part === 'headline');
    assert.ok(isAgencys.includes(false));
    assert.ok(
      isAgencys.indexOf(false) > drafts.findIndex((draft) => draft.text === 'Venn Sets up Special Harbor Debt Board'),
    );
  });
});
