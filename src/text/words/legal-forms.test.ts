import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLegalForm, withoutLegalForm } from './legal-forms.ts';

describe('the legal form of a firm', () => {
  it('goes from the end of its name, and from nowhere else', () => {
    assert.equal(withoutLegalForm('Norrland Tool Co'), 'Norrland Tool');
    assert.equal(withoutLegalForm('Harbour Ferries Holdings, Inc.'), 'Harbour Ferries Holdings');
    assert.equal(withoutLegalForm('Ltd'), 'Ltd');
    assert.equal(withoutLegalForm('Co of Norrland'), 'Co of Norrland');
  });

  it('is told from a word in small letters', () => {
    assert.deepEqual(['Inc', 'N.V.', 'AG', 'co', 'inc', 'Bank'].map(isLegalForm), [
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
