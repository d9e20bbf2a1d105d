import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { children } from '../xml/xml-path.ts';
import { readXml, type XmlElement } from '../xml/xml-tree.ts';
import { applyPatch } from './newsml-1-patch.ts';

const orchard = readFileSync(new URL('../../../fixtures/wire/newsml-1/orchard.xml', import.meta.url), 'utf8');
const base = children(readXml(orchard).root, 'NewsItem')[0] as XmlElement;

const patch = (orders: string): XmlElement =>
  readXml(
    `<NewsItem><Identification><NewsIdentifier><ProviderId>valleywire.example</ProviderId><DateId>20260305</DateId><NewsItemId>ORCHARD-7</NewsItemId><RevisionId PreviousRevision="2" Update="U">3</RevisionId></NewsIdentifier></Identification><NewsManagement><Status FormalName="Usable"/><Urgency FormalName="2"/></NewsManagement><Update>${orders}</Update></NewsItem>`,
  ).root as XmlElement;

describe('a NewsML 1.2 patch', () => {
  it('replaces, inserts and deletes by Duid and makes the next revision', () => {
    const made = applyPatch(
      base,
      patch(
        '<InsertBefore DuidRef="p1"><p>CORRECTED.</p></InsertBefore><Replace DuidRef="p1"><p Duid="p1">A third of the blossom was lost.</p></Replace><InsertAfter DuidRef="p1"><p>The first count was too high.</p></InsertAfter><Delete DuidRef="p2"/><Delete DuidRef="photo0"/>',
      ),
    );
    assert.ok(made.ok);
    const [item] = made.items;
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
    const made = applyPatch(
      base,
      patch(
        '<InsertAfter DuidRef="p2"><p>Later.</p></InsertAfter><InsertAfter DuidRef="p2"><p>Latest.</p></InsertAfter>',
      ),
    );
    assert.ok(made.ok);
    assert.deepEqual(
      made.items[0]?.body?.slice(2).map(({ text }) => text),
      ['Latest.', 'Later.'],
    );
  });

  it('is refused whole when the base has no such place', () => {
    assert.deepEqual(applyPatch(base, patch('<Delete DuidRef="p2"/><Delete DuidRef="p9"/>')), {
      ok: false,
      missing: ['p9'],
    });
  });
});
