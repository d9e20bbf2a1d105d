import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { processorTime } from '../../../test/support/processor-time.ts';
import { readLeadMarks } from './lead-marks.ts';

const none = { update: false, correction: false, kill: false, part: false };

describe('readLeadMarks', () => {
  it('takes the lead and its number off a slug', () => {
    assert.deepEqual(readLeadMarks('AV--Harbour-Fire Inquiry, 1st Ld-Writethru'), {
      ...none,
      title: 'AV--Harbour-Fire Inquiry',
      lead: 1,
      update: true,
    });
    assert.equal(readLeadMarks('Harbour-Fire 12thLd-Writethru').lead, 12);
    assert.deepEqual(readLeadMarks('2ND LEAD 3RD NET'), { ...none, title: '', lead: 2, update: true });
    assert.deepEqual(readLeadMarks('Averland vote/2EME LEAD'), {
      ...none,
      title: 'Averland vote',
      lead: 2,
      update: true,
    });
  });

  it('reads the marks that stand before a headline', () => {
    assert.deepEqual(readLeadMarks('UPDATE 2-Averland raises rates'), {
      ...none,
      title: 'Averland raises rates',
      lead: 2,
      update: true,
    });
    assert.deepEqual(readLeadMarks('CORRECTED-UPDATE 1-Averland raises rates'), {
      ...none,
      title: 'Averland raises rates',
      lead: 1,
      update: true,
      correction: true,
    });
  });

  it('tells corrections, kills and further takes', () => {
    assert.equal(readLeadMarks('AV--Harbour-Fire, Correction').correction, true);
    assert.deepEqual(readLeadMarks('AV--Harbour-Fire, BULLETIN KILL'), {
      ...none,
      title: 'AV--Harbour-Fire',
      kill: true,
    });
    assert.deepEqual(readLeadMarks('AV--Harbour-Fire, 1st Add'), {
      ...none,
      title: 'AV--Harbour-Fire, 1st Add',
      part: true,
    });
  });

  it('leaves ordinary words alone', () => {
    const plain = [
      'Harbour-Fire',
      'AV--Gulls-Lead',
      'Update on tram line expected',
      'Drugs kill two',
      'AV--Bear Kill',
      'AV--Storm-Alert',
    ];
    assert.deepEqual(
      plain.map((title) => readLeadMarks(title).title),
      plain,
    );
    assert.deepEqual(readLeadMarks('Harbour-Fire'), { ...none, title: 'Harbour-Fire' });
  });

  it('is quick on any slug', () => {
    const started = processorTime();
    assert.equal(readLeadMarks('1st Ld, '.repeat(100_000)).correction, false);
    assert.ok(processorTime() - started < 200);
  });
});
