import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publicPart } from './private-notes.ts';

const publicOf = (...texts: readonly string[]) => publicPart(texts.map((text) => ({ text }))).map(({ text }) => text);

describe('the readers’ part of a body', () => {
  it('ends where a paragraph says that it is not for publication', () => {
    for (const order of [
      'NOT FOR PUBLICATION: the spokesman is at 555 0100',
      '* * * The following information is not intended for publication',
      'Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt:',
      '(Strictly not for publication)',
    ])
      assert.deepEqual(publicOf('The ferry sails.', order, 'Tel. 555 0100'), ['The ferry sails.']);
  });

  it('goes on where the news has these words', () => {
    const news = [
      'The minutes, marked not for publication, were found on a bus.',
      '“Not for publication,” the clerk had written.',
      'This book is not for readers who like short books.',
      'Not for publication before 6 p.m. on Monday.',
    ];
    assert.deepEqual(publicOf(...news), news);
  });
});
