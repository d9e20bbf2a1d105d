import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decideForm, reasonsFrom } from './decide-form.ts';
import { readLogFilter } from './log-filter.ts';

const canned = [{ code: 'insult', title: 'Insult', message: 'It attacks a person.' }];

describe('the form with which a moderator decides', () => {
  it('names comments, each with the decision that she saw', () => {
    const form = decideForm({
      action: 'hold',
      comment: ['12:40', '13:41', 'x:1', '99'],
      tell: 'insult',
      words: ' Mind the tone. ',
    });
    assert.deepEqual(
      [...(form?.seen ?? [])],
      [
        [12, 40],
        [13, 41],
      ],
    );
    assert.deepEqual(form && reasonsFrom(form, canned), [
      { code: 'insult', message: 'It attacks a person.' },
      { code: 'moderator', message: 'Mind the tone.' },
    ]);
  });

  it('tells the reader of an approved comment nothing, and never a reason that is not in the list', () => {
    const told = (fields: object) => reasonsFrom(decideForm({ comment: '1:2', ...fields })!, canned);
    assert.deepEqual(told({ action: 'approve', tell: 'insult', words: 'x' }), []);
    assert.deepEqual(told({ action: 'remove', tell: 'made-up' }), []);
  });

  it('is nothing without a comment or without a decision', () => {
    assert.equal(decideForm({ action: 'approve' }), undefined);
    assert.equal(decideForm({ comment: '1:2' }), undefined);
    assert.equal(decideForm({ comment: '1:2', action: 'erase' }), undefined);
  });

  it('and the address of the log can be anything without harm', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (body) => {
        decideForm(body);
        readLogFilter(body);
      }),
    );
    assert.deepEqual(readLogFilter({ before: '2026-03-02T09:00:00.000Z-12', by: 'name:Asha Rao' }), {
      filter: { by: 'Asha Rao' },
      before: { at: '2026-03-02T09:00:00.000Z', id: 12 },
    });
  });
});
