import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { derive } from './engine.ts';
import { findQuotations } from './quotes/quotations.ts';

const speakers = (text: string): string[] =>
  derive({ headline: '', text }, { language: 'en-US', quotations: findQuotations(text) }).pullQuotes.map(
    ({ speaker }) => speaker,
  );
const words = 'We will never give up the ferry that our island needs every winter';

describe('pull quotes', () => {
  it('are lifted where the speaker stands beside them', () => {
    assert.ok(speakers(`Harbour master Ines Calder spoke. “${words},” Calder said.`).includes('Ines Calder'));
  });

  it('are not lifted from a quotation that names its own speaker', () => {
    assert.deepEqual(
      speakers(`Ines Calder spoke. “We will never forget that Calder saved our ferry in winter,” Calder said.`),
      [],
    );
  });

  it('are not lifted where nothing closes the quotation', () => {
    assert.deepEqual(speakers(`Ines Calder said: “${words}.\n\nThe county council met on Friday in Port Sel.`), []);
  });

  it('are lifted out of two single marks too, as some wires type a double one', () => {
    assert.deepEqual(speakers(`Harbour master Ines Calder spoke. ''${words},'' Calder said.`), ['Ines Calder']);
  });

  it('are not lifted from the half of a sentence that the speaker’s name parts', () => {
    assert.deepEqual(speakers(`Ines Calder spoke. “${words},” Calder said, “if the council pays for it.”`), []);
  });

  it('are not lifted under the name of a relative', () => {
    assert.deepEqual(speakers(`Mr. Calder came with his wife, Anna Calder. “${words},” Mr. Calder said.`), []);
    assert.deepEqual(speakers(`President Calder came. His wife, Anna Calder, sat. “${words},” Calder said.`), []);
  });

  it('are not lifted from what is told at second hand', () => {
    assert.deepEqual(speakers(`Ines Calder spoke. “${words},” Calder said, according to a diver.`), []);
  });

  it('say of whom they speak', () => {
    assert.deepEqual(
      speakers(`Ines Calder spoke. “He told her about these plans and they did nothing,” Calder said.`),
      [],
    );
  });
});
