import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clausesOf } from '../cutting/clause.ts';
import { findQuotations } from '../quotes/quotations.ts';
import { viewStory } from '../story-view.ts';
import { tightForms } from '../tight/tight-forms.ts';
import { doubtOf } from './doubt.ts';

/** How much each form of a story's clauses is doubted, by its words. */
function doubts(text: string, headline = ''): Map<string, number> {
  const story = viewStory({ headline, text }, { language: null, quotations: findQuotations(text) });
  const found = new Map<string, number>();
  for (const sentence of story.sentences)
    for (const clause of clausesOf(sentence, story, 'present'))
      for (const form of tightForms(clause, story, { most: 12, fits: () => true }))
        found.set(form.words, doubtOf(form, story));
  return found;
}
function less(text: string, sure: string, doubtful: string, headline = '') {
  const found = doubts(text, headline);
  const [one, other] = [found.get(sure), found.get(doubtful)];
  assert.ok(one !== undefined && other !== undefined, [...found.keys()].join('\n'));
  assert.ok(one < other, `${sure}: ${one}\n${doubtful}: ${other}`);
}

describe('what an editor would doubt', () => {
  it('is less a clause that is told to its end', () => {
    less(
      'Brandt sold the old yard at Port Alder with its cranes.',
      'Brandt sold the old yard at Port Alder with its cranes',
      'Brandt sold the old yard at Port Alder',
    );
  });

  it('is less what stands in front', () => {
    const text =
      'Brandt sold two yards in Sarn. The rain fell. The rain fell. The rain fell. Calder sold two yards in Sarn.';
    less(text, 'Brandt sold two yards in Sarn', 'Calder sold two yards in Sarn');
  });

  it('is less what the headline speaks of', () => {
    const text = 'Calder sold the ferry in Sarn. Venn sold the yard in Sarn.';
    less(text, 'Calder sold the ferry in Sarn', 'Venn sold the yard in Sarn', 'Ferry goes to Sarn');
  });

  it('is more what points to something told before', () => {
    less(
      'Calder sold two boats in Sarn. Calder sold other boats in Sarn.',
      'Calder sold two boats in Sarn',
      'Calder sold other boats in Sarn',
    );
  });

  it('is far more what tells of a thing that only the copy has named', () => {
    const text =
      'Rain fell. Rain fell. Rain fell. Rain fell. The scheme closed two yards. A Sarn firm closed two piers.';
    const found = doubts(text);
    const scheme = (found.get('the scheme closed two yards') ?? 0) - (found.get('a Sarn firm closed two piers') ?? 0);
    assert.ok(scheme > 1, `${scheme}`);
    const placed = doubts(text, 'Scheme ends in Sarn').get('the scheme closed two yards');
    assert.ok(placed !== undefined && placed < 0, `${placed}`);
  });
});
