import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { writtenLength } from '../text/length/written-length.ts';
import { tidyText } from './tidy-text.ts';

describe('the words of a comment as they are kept', () => {
  it('keep their paragraphs and lose the rest of the white space around', () => {
    assert.equal(
      tidyText('\r\n One line.  \r\n\r\n\r\n\r\nAnother.\rA third.\u2028A fourth. \n'),
      'One line.\n\nAnother.\nA third.\nA fourth.',
    );
  });

  it('keep joiners, emoji and every script as typed', () => {
    const words = 'क्‍ष और می‌خواهم 👩‍👧‍👦 — “così”, 的…';
    assert.equal(tidyText(words), words);
  });

  it('carry nothing that turns or covers other people’s words', () => {
    assert.equal(tidyText('be\u202enign \u2066x\u2069\u0000\u001b[31m'), 'benign x[31m');
    assert.equal(tidyText(`o${'\u0336'.repeat(90)}h`), `o${'\u0336'.repeat(6)}h`);
    assert.equal(tidyText('\ud800broken'), '\ufffdbroken');
  });

  it('are tidy after one time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tidyText(tidyText(text)) === tidyText(text)));
  });

  it('count as many characters as the page’s counter showed before they were sent', () => {
    const typed = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constantFrom('\r\n', '\n\n\n', '  ', '\t', '\u200b')),
    );
    fc.assert(fc.property(typed, (some) => writtenLength(tidyText(some.join(''))) === writtenLength(some.join(''))));
  });
});
