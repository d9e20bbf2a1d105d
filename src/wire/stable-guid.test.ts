import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { copyOf } from './copy-of.ts';
import type { WireItem } from './wire-item.ts';

const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });
const story: WireItem = {
  source: 'NNW',
  slugline: 'Harbour-Fire',
  headline: 'Fire destroys three warehouses',
  dateline: { text: 'PORT MERIDIAN, March 2 (NNW)' },
  body: [paragraph('A fire destroyed three warehouses.')],
};
const guid = (more: WireItem) => copyOf({ ...story, ...more }).guid;

describe('the guid of copy that brings none', () => {
  it('is the same for all versions of a day, whatever their headline and their marks', () => {
    const first = guid({});
    assert.equal(
      guid({ slugline: 'Harbour-Fire, 1st Ld-Writethru', headline: 'Fire destroys four warehouses' }),
      first,
    );
    assert.equal(guid({ slugline: 'HARBOUR FIRE/2ND LEAD' }), first);
    assert.equal(guid({ slugline: 'Harbour-Fire, BULLETIN KILL', body: [] }), first);
    assert.notEqual(guid({ slugline: 'Harbour-Fair' }), first);
    assert.notEqual(guid({ slugline: 'Harbour-Fire, 1st Add' }), first);
  });

  it('strips the marks of headlines where there is no slug', () => {
    const headed = (headline: string) => copyOf({ headline, versionCreated: '2026-03-02T09:00:00Z' });
    assert.equal(headed('UPDATE 2-Rates rise in Averland').guid, headed('Rates rise in Averland').guid);
    assert.equal(headed('UPDATE 2-Rates rise in Averland').copy.agencyVersion, '2');
    assert.equal(headed('Rates rise in Averland').copy.agencyVersion, undefined);
  });

  it('is another when the slug comes back on another day', () => {
    assert.notEqual(guid({ dateline: { text: 'PORT MERIDIAN, March 9 (NNW)' } }), guid({}));
    const made = (day: string) =>
      copyOf({ slugline: 'Markets', dateline: { text: 'OSLO (NNW)' }, versionCreated: day }).guid;
    assert.equal(made('2026-03-02T09:00:00Z'), made('2026-03-02T11:00:00Z'));
    assert.notEqual(made('2026-03-02T09:00:00Z'), made('2026-03-09T09:00:00Z'));
  });

  it('comes from the first words where no day is named', () => {
    const weekly = (text: string) =>
      copyOf({ slugline: 'Tides', dateline: { text: 'OSLO (NNW)' }, body: [paragraph(text)] }).guid;
    assert.equal(weekly('High tide at 6.40 a.m. in the harbour'), weekly('High tide at 6.40 a.m. in the harbour'));
    assert.notEqual(weekly('High tide at 6.40 a.m. in the harbour'), weekly('High tide at 7.20 a.m. in the harbour'));
  });

  it('never takes the place of one that the agency gave', () => {
    const own = copyOf({ ...story, guid: 'urn:example:1', slugline: 'Harbour-Fire, 1st Ld-Writethru' });
    assert.equal(own.guid, 'urn:example:1');
    assert.equal(own.copy.agencyVersion, undefined);
  });
});
