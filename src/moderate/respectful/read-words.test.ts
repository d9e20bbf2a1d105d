import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { foldText } from './fold-text.ts';
import { makeLexicon } from './lexicon.ts';
import { readWords } from './read-words.ts';

const lexicon = makeLexicon(
  new Map([
    ['idiot', 's'],
    ['moron', 's'],
    ['stupid', 'a'],
    ['shit', 'f'],
    ['fuck', 'f'],
    ['you', 'y'],
  ]),
  new Set('the minister is an old friend of mine and says scunthorpe has a good team are here not do late'.split(' ')),
);
const words = (text: string): string[] => readWords(foldText(text), text, lexicon).map(({ term }) => term.text);
const places = (text: string): string[] => {
  const folded = foldText(text);
  return readWords(folded, text, lexicon).map(({ start, end }) =>
    folded.at ? text.slice(folded.at[start], folded.at[end]) : text.slice(start, end),
  );
};

describe('the words of a comment', () => {
  it('figures and signs stand for the letters that they are drawn like', () => {
    assert.deepEqual(words('1d10t m0r0n 5h!t $tup1d'), ['idiot', 'moron', 'shit', 'stupid']);
  });

  it('a word that JavaScript knows an object by is a word', () => {
    assert.deepEqual(words("the constructor, its constructor's toString and constructor'valueOf"), [
      'the',
      'constructor',
      'its',
      'constructor',
      'tostring',
      'and',
      'constructorvalueof',
    ]);
  });

  it('figures that are figures stay', () => {
    assert.deepEqual(words('the 1st of 20 buses at 5pm'), ['the', '1st', 'of', '20', 'buses', 'at', '5pm']);
  });

  it('masked, stretched, spaced and misspelt words are what a reader sees in them', () => {
    assert.deepEqual(words('sh*t f**k'), ['shit', 'fuck']);
    assert.deepEqual(words('stuuuupid'), ['stupid']);
    assert.deepEqual(words('i d i o t, i.d.i.o.t and i-d-i-o-t'), ['idiot', 'idiot', 'and', 'idiot']);
    assert.deepEqual(words('idoit morron'), ['idiot', 'moron']);
    assert.deepEqual(words('youareidiot'), ['you', 'are', 'idiot']);
  });

  it('letters of other scripts and wide or accented letters are read as they look', () => {
    assert.deepEqual(words('іdіоt ｓｔｕｐｉｄ mórön st\u200bupid'), ['idiot', 'stupid', 'moron', 'stupid']);
  });

  it('a text in Cyrillic keeps its letters', () => {
    assert.deepEqual(words('Мост закрыт, а паром опять опоздал.'), [
      'мост',
      'закрыт',
      'а',
      'паром',
      'опять',
      'опоздал',
    ]);
  });

  it('ordinary words and names are nobody’s disguise', () => {
    assert.deepEqual(words('the minister Moran says Scunthorpe has a good team'), [
      'the',
      'minister',
      'moran',
      'says',
      'scunthorpe',
      'has',
      'a',
      'good',
      'team',
    ]);
  });

  it('a misspelling with a capital letter within a sentence is a name', () => {
    assert.deepEqual(words('the minister Idoti'), ['the', 'minister', 'idoti']);
    assert.deepEqual(words('the minister idoti'), ['the', 'minister', 'idiot']);
  });

  it('short forms are written out', () => {
    assert.deepEqual(words("you're not here, he's late, dont"), [
      'you',
      'are',
      'not',
      'here',
      'he',
      'is',
      'late',
      'do',
      'not',
    ]);
  });

  it('each word knows its place in the comment as it was written', () => {
    assert.deepEqual(places('Ｙｏｕ s\u200bt\u200bupid, old і d i o t!'), [
      'Ｙｏｕ',
      's\u200bt\u200bupid',
      'old',
      'і d i o t',
    ]);
  });

  it('what stands between quotation marks is known as such', () => {
    const text = 'He says “stupid idiot” and is late.';
    const quoted = readWords(foldText(text), text, lexicon).filter((word) => word.quoted);
    assert.deepEqual(
      quoted.map(({ term }) => term.text),
      ['stupid', 'idiot'],
    );
  });

  it('whatever is written, places lie within it, and reading it takes as much longer as it is longer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { at } = foldText(text);
        const found = readWords(foldText(text), text, lexicon);
        return found.every(
          ({ start, end }) => start < end && (at ? (at[end] ?? -1) <= text.length : end <= text.length),
        );
      }),
    );
    const time = (text: string): number => {
      const started = performance.now();
      words(text);
      return performance.now() - started;
    };
    for (const piece of ['a ', 'a.', "a'", '1', '!', '*', 'f*', '"a', 'ab', 'youareidiot', 'і', '\u0301', 'аa']) {
      const long = Math.min(time(piece.repeat(20_000)), time(piece.repeat(20_000)));
      assert.ok(long < 60 * Math.max(10, time(piece.repeat(2000))), piece);
    }
  });
});
