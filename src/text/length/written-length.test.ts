import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { writtenLength } from './written-length.ts';

const graphemes = (text: string): number => [...new Intl.Segmenter('en').segment(text)].length;

/** Texts out of what makes counting hard: spaces of all kinds, joiners, marks, emoji, conjuncts, repetition. */
const pieces = fc.constantFrom(
  ...[
    'a',
    'B',
    'é',
    'e\u0301',
    'ha ',
    'क',
    'क्षि',
    'ि',
    'தமிழ்',
    '的',
    '한',
    'ﷺ',
    '👩‍👧‍👦',
    '🇮🇳',
    '👍🏽',
    '1',
    '.',
    '!',
    '"',
  ],
  ...[
    ' ',
    '\n',
    '\r\n',
    '\t',
    '\u00a0',
    '\u3000',
    '\u2028',
    '\u200b',
    '\u200d',
    '\ufe0f',
    '\u202e',
    '\u0000',
    '\u3164',
    '\u2800',
  ],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 200 }).map((some) => some.join('')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

describe('the length of a text as a person counts it', () => {
  it('counts letters, marks and the single spaces between words', () => {
    assert.equal(writtenLength('Who pays for the new pier?'), 26);
  });

  it('counts what looks like one character once, whatever it is made of', () => {
    assert.equal(writtenLength('é'), 1);
    assert.equal(writtenLength('e\u0301'), 1);
    assert.equal(writtenLength('👩‍👧‍👦'), 1);
    assert.equal(writtenLength('👍🏽🇮🇳'), 2);
    assert.equal(writtenLength('क्षि'), 1);
    assert.equal(writtenLength('தமிழ்'), 3);
    assert.equal(writtenLength('বাংলা'), 2);
  });

  it('folds white space to one and leaves it off the ends', () => {
    assert.equal(writtenLength('  One   two \r\n\r\n\tthree\u00a0\u3000four \n'), 'One two three four'.length);
    assert.equal(writtenLength(' \n\t '), 0);
  });

  it('gives nothing for characters that nobody sees', () => {
    assert.equal(writtenLength('\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u202c\u0000\u0007'), 0);
    assert.equal(writtenLength('\u3164\u3164\u2800\u2800\u115f'), 0);
    assert.equal(writtenLength('\u200bfire\u200b \u200b \u200bstation\u2060'), 'fire station'.length);
    assert.equal(writtenLength('yes\u{e0041}\u{e0042}'), 3);
  });

  it('gives nothing for marks that stand on nothing, and one for a letter under a heap of marks', () => {
    assert.equal(writtenLength(' \u0301\u0302 '), 0);
    assert.equal(writtenLength(`Z${'\u0336'.repeat(500)}`), 1);
  });

  it('counts three of one character that is held down', () => {
    assert.equal(writtenLength('!!!'), 3);
    assert.equal(writtenLength('a'.repeat(60)), 3);
    assert.equal(writtenLength('Nooooooooooooo!'), 'Nooo!'.length);
    assert.equal(writtenLength(`Good${'.'.repeat(46)}`), 'Good...'.length);
    assert.equal(writtenLength('👏'.repeat(50)), 3);
  });

  it('counts two of a short group that goes on and on', () => {
    assert.equal(writtenLength('ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha'), 'ha ha'.length);
    assert.equal(writtenLength('Ha hA HA ha\nha   ha ha ha'), 'ha ha'.length);
    assert.equal(writtenLength('asdf'.repeat(20)), 8);
    assert.equal(writtenLength('बहुत '.repeat(20)), writtenLength('बहुत बहुत'));
    assert.equal(writtenLength('好的'.repeat(30)), 4);
    assert.equal(writtenLength('- - - - - - - - - - - - - - - -'), '- -'.length);
  });

  it('counts a longer group once, however often it is pasted', () => {
    assert.equal(writtenLength('I agree with her. '.repeat(10)), 'I agree with her.'.length);
    assert.equal(writtenLength('I agree with her. I agree with her.'), 'I agree with her.'.length);
  });

  it('takes nothing from words and numbers that repeat by nature', () => {
    assert.equal(writtenLength('Mississippi banana 2020 1000 bookkeeper'), 39);
    assert.equal(writtenLength('Location, location, location: that is all that counts.'), 54);
    assert.equal(writtenLength('I had had enough, and so did did the others, very very much.'), 60);
  });

  it('never counts more than there are graphemes', () => {
    fc.assert(fc.property(texts, (text) => writtenLength(text) <= graphemes(text)));
  });

  it('does not change when white space is folded or put around', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const count = writtenLength(text);
        assert.equal(writtenLength(text.replace(/\p{White_Space}+/gu, ' ')), count);
        assert.equal(writtenLength(`\n ${text} \t`), count);
      }),
    );
  });

  it('never throws, on any UTF-16', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => writtenLength(text) >= 0));
    assert.equal(
      writtenLength('\ud800\udc00\udc00\ud800'),
      graphemes('\ud800\udc00') - 1 + writtenLength('\udc00\ud800') + writtenLength('𐀀'),
    );
  });

  it('a megabyte is counted in a few seconds at most', () => {
    const before = performance.now();
    writtenLength('நல்ல செய்தி '.repeat(85_000));
    assert.ok(performance.now() - before < 5000);
  });
});
