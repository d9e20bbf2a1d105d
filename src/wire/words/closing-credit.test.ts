import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { takeClosingCredit } from './closing-credit.ts';

const close = (...texts: string[]) => {
  const { blocks, creditLine } = takeClosingCredit(texts.map((text) => ({ kind: 'paragraph', text })));
  return [creditLine, ...blocks.map((block) => block.text)];
};

describe('takeClosingCredit', () => {
  it('takes the credit line in each agency’s way', () => {
    assert.deepEqual(close('It rained.', '- ANI'), ['ANI', 'It rained.']);
    assert.deepEqual(close('It rained.', '--IANS'), ['IANS', 'It rained.']);
    assert.deepEqual(close('It rained.', '--IANS', 'int/khz/arm'), ['IANS', 'It rained.']);
    assert.deepEqual(close('It rained.', '--IANS int/khz'), ['IANS', 'It rained.']);
    assert.deepEqual(close('It rained.', '(PTI)'), ['PTI', 'It rained.']);
    assert.deepEqual(close('It rained.', 'PTI SKU ANB'), ['PTI', 'It rained.']);
    assert.deepEqual(close('It rained.', '- NNW', 'ENDS'), ['NNW', 'It rained.']);
  });

  it('takes it off the end of the last paragraph', () => {
    assert.deepEqual(close('It rained.', 'It snowed. (ANI)'), ['ANI', 'It rained.', 'It snowed.']);
    assert.deepEqual(close('It rained.', '"It snowed." --IANS'), ['IANS', 'It rained.', '"It snowed."']);
  });

  it('leaves what is no credit', () => {
    assert.deepEqual(close('It rained.', '- and then it snowed'), [undefined, 'It rained.', '- and then it snowed']);
    assert.deepEqual(close('It rained.', 'He won for Japan (JPN)'), [
      undefined,
      'It rained.',
      'He won for Japan (JPN)',
    ]);
    assert.deepEqual(close('Reuters'), [undefined, 'Reuters']);
    assert.deepEqual(close('- ANI'), ['ANI']);
  });
});

describe('the credit of an agency that the table does not have', () => {
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });

  it('is taken from brackets when the dateline names it too', () => {
    const body = [
      paragraph('PORT ELLERY (CLN) - The ferry stopped.'),
      paragraph('It will run again.'),
      paragraph('(CLN)'),
    ];
    const { blocks, creditLine } = takeClosingCredit(body);
    assert.equal(creditLine, 'CLN');
    assert.equal(blocks.length, 2);
  });

  it('is left in the body when nothing else names it', () => {
    assert.equal(takeClosingCredit([paragraph('One.'), paragraph('Two.'), paragraph('(CLN)')]).creditLine, undefined);
  });
});
