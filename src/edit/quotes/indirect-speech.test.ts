import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findQuotations } from './quotations.ts';

/** [words reported, speaker, cue] */
const reported = (text: string) =>
  findQuotations(text).map(({ start, end, speaker, cue }) => [text.slice(start, end), speaker?.text, cue?.text]);

describe('indirect speech', () => {
  it('keeps the strength of its verb', () => {
    assert.deepEqual(reported('Mayor Asha Menon denied that the port had been closed.'), [
      ['the port had been closed', 'Mayor Asha Menon', 'denied'],
    ]);
    assert.deepEqual(reported('The union alleged that the firm had hidden the report.'), [
      ['the firm had hidden the report', 'The union', 'alleged'],
    ]);
    assert.deepEqual(reported('Dale Orrin claimed the wall was never checked.'), [
      ['the wall was never checked', 'Dale Orrin', 'claimed'],
    ]);
  });

  it('goes on with the same speaker in a chain, each link with its own verb', () => {
    assert.deepEqual(
      reported('Menon said the quay was safe, adding that the wall would stay and warning that fares could rise.'),
      [
        ['the quay was safe', 'Menon', 'said'],
        ['the wall would stay', 'Menon', 'adding'],
        ['fares could rise', 'Menon', 'warning'],
      ],
    );
    assert.deepEqual(reported('Tarr admitted that the plan had failed, but insisted it would be tried again.'), [
      ['the plan had failed', 'Tarr', 'admitted'],
      ['it would be tried again', 'Tarr', 'insisted'],
    ]);
  });

  it('follows the listener and the day', () => {
    assert.deepEqual(reported('Tarr told reporters that schools would open.'), [
      ['schools would open', 'Tarr', 'told'],
    ]);
    assert.deepEqual(reported('Tarr said on Monday that schools would open, and warned that some would be cold.'), [
      ['schools would open', 'Tarr', 'said'],
      ['some would be cold', 'Tarr', 'warned'],
    ]);
  });

  it('is read from “according to” in front, in the middle and behind', () => {
    assert.deepEqual(reported('According to the port’s owner, the wall was never checked.'), [
      ['the wall was never checked', 'the port’s owner', 'According to'],
    ]);
    assert.deepEqual(reported('The wall, according to engineer Dale Orrin, was never checked.'), [
      ['The wall, according to engineer Dale Orrin, was never checked', 'engineer Dale Orrin', 'according to'],
    ]);
    assert.deepEqual(reported('The wall was never checked, according to Dale Orrin.'), [
      ['The wall was never checked', 'Dale Orrin', 'according to'],
    ]);
  });

  it('ends where the sentence goes on without it', () => {
    assert.deepEqual(reported('Tarr, who said the plan had failed, resigned.'), [
      ['the plan had failed', 'Tarr', 'said'],
    ]);
  });

  it('is not there where nobody says so', () => {
    assert.deepEqual(reported('Tarr refused to say that the schools would open.'), []);
    assert.deepEqual(reported('Tarr never said that the schools would open.'), []);
    assert.deepEqual(reported('Neither Tarr nor Holt said that the schools would open.'), []);
    assert.deepEqual(reported('Nobody said that the schools would open.'), []);
  });
});
