import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { around } from '../../test/support/around.ts';
import { furnish } from './furnish.ts';

describe('furniture for copy of other kinds', () => {
  it('of an alert is its headline, without what the desk puts before it, and nothing that says it again', () => {
    const { headline, standfirst, summary, points, readingMinutes } = around(
      'URGENT: Quake of magnitude 6.1 strikes off Karsia coast',
      'A magnitude 6.1 earthquake struck off the coast of Karsia on Monday, the geological survey said.',
    );
    assert.equal(headline, 'Quake of Magnitude 6.1 Strikes off Karsia Coast');
    assert.deepEqual([standfirst, summary, points], [undefined, [], []]);
    assert.equal(readingMinutes, 1);
  });

  it('of a correction repeats nothing that was wrong', () => {
    const { headline, all } = around(
      'Correction: Ferry cuts story',
      'In a story published November 20 about job cuts at Norrland Lines, the Coast News Network reported erroneously that the company would cut 430 jobs. The correct figure is 340.',
      'The story also misspelled the name of the company’s chief executive. She is Ingrid Sollo.',
    );
    assert.equal(headline, 'Correction: Ferry Cuts Story');
    assert.doesNotMatch(all, /430|misspelled/);
  });

  it('of a correction is its headline where the error has no mark of its own', () => {
    const { standfirst, summary, points } = around(
      'Correction: Harbour vote',
      'In our report on the harbour vote of November 3 we said that the loan was 40 million crowns. It is 14 million crowns. We apologise for the mistake.',
    );
    assert.deepEqual([standfirst, summary, points], [undefined, [], []]);
  });

  it('of a correction whose mark the agency sent beside the copy is its headline too', () => {
    const { furniture } = furnish(
      {
        headline: 'Harbour vote',
        text: 'An article on November 3 about the harbour vote gave the loan as 40 million crowns. It is 14 million crowns.',
        signals: ['correction'],
      },
      { language: 'en-US' },
    );
    assert.deepEqual([furniture.standfirst, furniture.summary, furniture.keyPoints], [null, [], []]);
  });

  it('of a story that was corrected tells its news', () => {
    const { furniture } = furnish(
      {
        headline: 'Port Ellery votes for the harbour',
        text: 'Port Ellery voted for a new harbour on Sunday. The loan is 14 million crowns.\n\nThis story has been corrected to say that the loan is 14 million crowns.',
        signals: ['correction'],
      },
      { language: 'en-US' },
    );
    assert.ok(furniture.summary.length > 0);
  });

  it('of news in brief tells each piece without its place', () => {
    const { all, points } = around(
      'Karsian news in brief',
      'PORT ELLERY - Harbour workers voted to strike from Monday, their union said. The strike will stop all ferries.',
      'SARN - The central bank left its main rate at 3.5 percent on Thursday.',
      'VELMAR - Police arrested two men over the theft of copper cable.',
    );
    assert.ok(points.includes('Central bank left its main rate at 3.5%'), all);
    assert.doesNotMatch(all, /SARN|VELMAR|PORT ELLERY/);
  });

  it('of an interview repeats neither its questions nor its answers as news', () => {
    const { points, summary, all } = around(
      'Five questions to Ida Holm, director of The Long Quay',
      'Ida Holm’s film The Long Quay won four prizes on Sunday. She spoke to the Coast News Network in Sarn.',
      'Q: Did you expect to win?',
      'A: No. I had already bought a ticket for the night train.',
      'Q: What comes next?',
      'A: A film about the net makers of Port Ellery. We start shooting in May.',
    );
    assert.deepEqual(points, ['Ida Holm’s film The Long Quay won four prizes']);
    assert.equal(summary.length, 1);
    assert.doesNotMatch(all, /expect|night train|net makers|What comes/);
  });

  it('of a running report tells its entries without their times', () => {
    const { all, summary } = around(
      'Storm Berit: live updates',
      '18:42 The harbour authority says all ferries are cancelled until Tuesday noon.',
      '17:50 Police have closed the coastal road between Port Ellery and Tarnow Bay.',
      '17:31 Storm Berit reached the northern coast at about five o’clock, with gusts of 140 kilometers an hour.',
    );
    assert.ok(summary.length >= 2, all);
    assert.doesNotMatch(all, /18:42|17:50|17:31/);
  });

  it('of a market report keeps figures with what they count', () => {
    const { summary, points, all } = around(
      'Karsian shares slip as rate fears weigh',
      'Karsian shares slipped on Monday as fears of higher interest rates weighed on property companies.',
      'The KX 50 index fell 0.8 percent to 4,312.6 points, its lowest close since March. Turnover was 1.2 billion crowns, down from 1.6 billion on Friday.',
      'Property developer Hallam Estates lost 3.4 percent and Brightwater Turbines dropped 2.1 percent.',
      '"Investors are waiting for the central bank’s decision on Thursday," said Mirela Dorn, an analyst at Norrland Securities.',
      'The crown traded at 7.31 to the dollar, against 7.28 late on Friday.',
    );
    assert.ok(points.length >= 3 && summary.length >= 3, all);
    for (const point of points.filter((words) => /\d/.test(words)))
      assert.match(point, /\d(?:\.\d)?%|\d billion crowns|7\.31 to the dollar|KX 50/);
  });

  it('of an obituary says who died and who she was', () => {
    const { headline, standfirst, summary } = around(
      'Ana Holt, novelist of the fishing towns, dies at 91',
      'Ana Holt, whose novels about the fishing towns of the Ellery coast were translated into 30 languages, has died at her home in Port Ellery. She was 91.',
      'Her death on Saturday was confirmed by her publisher, Lantern Books, which gave no cause.',
      'Holt was born in 1935, the daughter of a net maker. She left school at 14 and worked in a cannery for nine years before she published her first novel in 1961.',
      'She is survived by two sons and five grandchildren.',
    );
    assert.equal(headline, 'Ana Holt, Novelist of the Fishing Towns, Dies at 91');
    assert.match(summary[0] ?? '', /^Ana Holt, whose novels .* has died/);
    assert.ok(standfirst);
    // Whose death, and who left school, is not said by "her" and "she" alone.
    for (const sentence of summary) assert.doesNotMatch(sentence, /^(?:She|Her|He|His)\b/);
  });

  it('of a press release leaves out what its firm says of itself behind the end', () => {
    const { all, points } = around(
      'Brightwater announces record order',
      'Brightwater Turbines today announced a record order worth 96 million crowns from the city of Velmar.',
      '"We are thrilled to work with Velmar, and we will deliver on time," said Tomas Eke, chief executive of Brightwater.',
      'The order covers 40 turbines to be delivered by the end of 2028. Brightwater will hire 600 people at its Aldermoor plant.',
      'About Brightwater',
      'Brightwater Turbines designs and builds turbines in nine countries.',
      'Media contact: press@brightwater.example',
    );
    assert.ok(points.length >= 2, all);
    assert.doesNotMatch(all, /nine countries|Media contact|About Brightwater/);
  });

  it('of a story does not take a sentence of news for the end of a release, nor its subject for a correction', () => {
    for (const line of [
      'About half of them were children.',
      'Contact was lost at 3 a.m. on Monday.',
      'Contact with the crew was lost minutes later, the coastguard said.',
      'For more information she went to the archive.',
    ]) {
      const { all } = around(
        'Ferry with 300 aboard sinks off Karsia',
        'A ferry sank off Karsia in the night.',
        line,
        'Divers found the wreck near Gull Island at noon.',
      );
      assert.match(all, /Divers found the wreck/, line);
    }
    const { all } = around(
      'Corrections officer freed after eight years',
      'A court freed a corrections officer on Monday.',
      'The judge said he had been wrongly jailed for eight years.',
    );
    assert.match(all, /wrongly jailed/);
  });

  it('of very long copy is made of its front, with a reading time for all of it', () => {
    const paragraph = (n: number) =>
      `The council of district ${n} approved the plan on Monday and will repair ${n} bridges before winter, officials said.`;
    const { headline, summary, readingMinutes } = around(
      'Districts approve repairs of bridges',
      'Ferries will sail every hour while the bridges are closed.',
      'The repairs cost 40 million crowns.',
      ...Array.from({ length: 1000 }, (_, i) => paragraph(i + 2)),
    );
    assert.equal(headline, 'Districts Approve Repairs of Bridges');
    assert.ok(summary.length >= 2 && summary.length <= 5, JSON.stringify(summary));
    assert.ok(readingMinutes > 70, String(readingMinutes));
  });
});
