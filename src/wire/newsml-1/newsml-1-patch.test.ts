import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readPatched } from './newsml-1-patch.ts';

const orchard = readFileSync(new URL('../../../fixtures/wire/newsml-1/orchard.xml', import.meta.url), 'utf8');
const guid = 'urn:newsml:valleywire.example:20260305:ORCHARD-7:1';

const patch = (orders: string, revision = 3): string =>
  `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>valleywire.example</ProviderId><DateId>20260305</DateId><NewsItemId>ORCHARD-7</NewsItemId><RevisionId PreviousRevision="${revision - 1}" Update="U">${revision}</RevisionId></NewsIdentifier></Identification><NewsManagement><Status FormalName="Usable"/><Urgency FormalName="2"/></NewsManagement><Update>${orders}</Update></NewsItem></NewsML>`;
const read = (...files: readonly string[]) => readPatched(files, guid)?.[0];

describe('a NewsML 1.2 patch', () => {
  it('replaces, inserts and deletes by Duid and makes the next revision', () => {
    const item = read(
      orchard,
      patch(
        '<InsertBefore DuidRef="p1"><p>CORRECTED.</p></InsertBefore><Replace DuidRef="p1"><p Duid="p1">A third of the blossom was lost.</p></Replace><InsertAfter DuidRef="p1"><p>The first count was too high.</p></InsertAfter><Delete DuidRef="p2"/><Delete DuidRef="photo0"/>',
      ),
    );
    assert.deepEqual(
      item?.body?.map(({ text }) => text),
      ['CORRECTED.', 'A third of the blossom was lost.', 'The first count was too high.'],
    );
    assert.equal(item?.guid, 'urn:newsml:valleywire.example:20260305:ORCHARD-7:1');
    assert.equal(item?.version, '3');
    assert.equal(item?.urgency, 2);
    assert.equal(item?.pubStatus, 'usable');
    assert.equal(item?.headline, "Frost takes half of the valley's blossom");
    assert.equal(item?.associations, undefined);
  });

  it('inserts several things after one place in the order of the orders’ last word', () => {
    const item = read(
      orchard,
      patch(
        '<InsertAfter DuidRef="p2"><p>Later.</p></InsertAfter><InsertAfter DuidRef="p2"><p>Latest.</p></InsertAfter>',
      ),
    );
    assert.deepEqual(
      item?.body?.slice(2).map(({ text }) => text),
      ['Latest.', 'Later.'],
    );
  });

  it('is laid upon a patch before it', () => {
    const later = patch('<Replace DuidRef="p9"><p>Frost comes back on Friday.</p></Replace>', 4);
    const item = read(orchard, patch('<Replace DuidRef="p2"><p Duid="p9">Mild air comes.</p></Replace>'), later);
    assert.equal(item?.body?.at(-1)?.text, 'Frost comes back on Friday.');
    assert.equal(item?.version, '4');
  });

  it('changes nothing when the base has no such place, is another item, or is broken off', () => {
    assert.equal(read(orchard, patch('<Delete DuidRef="p2"/><Delete DuidRef="p9"/>')), undefined);
    assert.equal(read(orchard, patch('')), undefined);
    const deletion = patch('<Delete DuidRef="p2"/>');
    assert.equal(readPatched([orchard, deletion], 'urn:newsml:valleywire.example:20260305:OTHER:1'), undefined);
    assert.equal(read(orchard.slice(0, -200), deletion), undefined);
  });
});
