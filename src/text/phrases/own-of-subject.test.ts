import { describe, it } from 'node:test';
import { passes, refuses } from '../../../test/support/gate.ts';
import { never, tells } from '../../../test/support/tight-forms.ts';

describe('whose it is', () => {
  it('goes unsaid where it can only be the subject’s', () => {
    const text = 'Norrland will have to raise its minority stake in the yard.';
    tells(text, 'Norrland will have to raise minority stake in yard');
    passes('The firm will raise its stake in Calder to 20 percent.', 'Firm will raise stake in Calder to 20%');
  });

  it('is told where somebody else may be meant, or it says which one', () => {
    refuses('The firm asked the bank to sell its yard in Sarn.', 'Firm asked bank to sell yard in Sarn');
    never('The firm sold its own yard in Sarn to Calder in May.', /sold own yard/);
  });
});
