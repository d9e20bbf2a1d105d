import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { furnish } from './furnish.ts';

/** What readers would see around the copy, as plain words. */
function around(headline: string, ...paragraphs: string[]) {
  const text = paragraphs.join('\n\n');
  const { furniture } = furnish({ headline, text }, { language: 'en-US' });
  const { displayHeadline, standfirst, summary, keyPoints, keyPointsTitle, pullQuote, readingMinutes } = furniture;
  const words = {
    headline: displayHeadline?.text,
    title: keyPointsTitle?.text,
    standfirst: standfirst?.text,
    summary: summary.map((sentence) => sentence.text),
    points: keyPoints.map((point) => point.text),
    quote: pullQuote && `${pullQuote.text} | ${pullQuote.speaker}`,
  };
  return { ...words, readingMinutes, all: JSON.stringify(words) };
}

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

  it('of a match report tells who won and how, and takes no row of the table for a sentence', () => {
    const { points, summary, quote, all } = around(
      'Late header gives Ellery win',
      'Substitute Kofi Berg headed in a corner in the 88th minute to give Ellery Town a 2-1 win over Norrland City on Sunday and move them to the top of the league.',
      'Norrland took the lead through Pavel Dorn after 12 minutes. Ellery equalised from a penalty by captain Lina Sato shortly before half-time.',
      '"We never stopped running, and the crowd carried us in the last ten minutes," Ellery coach Tomas Reed said.',
      'Port Harrow 0 Aldermoor 0',
      'Tarnow Athletic 3 Velmar 2',
    );
    assert.ok(points.length >= 3, all);
    assert.match(summary[0] ?? '', /^Substitute Kofi Berg headed in a corner/);
    assert.equal(quote, 'We never stopped running, and the crowd carried us in the last ten minutes | Tomas Reed');
    assert.doesNotMatch(all, /Aldermoor|Tarnow|shortly"/);
  });

  it('of bare results is their headline', () => {
    const { headline, standfirst, summary, points } = around(
      'Karsian League results',
      'Results from the Karsian League on Sunday:',
      'Ellery Town 2 Norrland City 1',
      'Port Harrow 0 Aldermoor 0',
      'Tarnow Athletic 3 Velmar 2',
    );
    assert.equal(headline, 'Karsian League Results');
    assert.deepEqual([standfirst, summary, points], [undefined, [], []]);
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

  it('of a list tells its items without their numbers', () => {
    const { all, points } = around(
      'Five things to know about the harbour vote',
      'Port Ellery votes on its harbour on Sunday.',
      '1. The loan would be paid back over 30 years.',
      '2) Fishing families say the quay would close the old slipway.',
      '3. Everyone over 16 may vote in the city on Sunday.',
    );
    assert.ok(points.length >= 2, all);
    assert.doesNotMatch(all, /(?:^|[" ])\d[.)] /);
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
