import { describe, it } from 'node:test';
import { passes, refuses } from '../../../test/support/gate.ts';
import { never, tells } from '../../../test/support/tight-forms.ts';

describe('a perfect', () => {
  it('is told in the past where that tells the same', () => {
    const text = 'The county mayor has defended plans to introduce higher ferry fares in Sarn.';
    tells(text, 'county mayor defended plans to introduce higher ferry fares');
    passes('The council has approved plans for a new pier in Sarn.', 'Council approved plans for a new pier in Sarn');
  });

  it('stays where it lasts until now, or the past has another form', () => {
    never('The yard has repaired old ferries in Sarn since May last year.', /^(?:the )?yard repaired/);
    never('The board has run the old ferry line in Sarn and Port Alder.', /board run/);
    refuses('The council has been sold plans for a new pier.', 'Council sold plans for a new pier');
  });
});
