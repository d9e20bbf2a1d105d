import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { databases } from '../../test/support/databases.ts';
import { testNewsroom } from '../../test/support/test-newsroom.ts';
import { findStory } from '../store/stories.ts';
import { copyOf } from './copy-of.ts';
import type { WireItem } from './wire-item.ts';

const body = [{ kind: 'paragraph' as const, text: 'The ferry runs, the port said.' }];
const copy = (more: Partial<WireItem>) => copyOf({ headline: 'Ferry runs', body, ...more }).copy;

describe('copy with lines that are no lines', () => {
  it('is held and says why, and no page is given more than a line of them', () => {
    const long = copy({ headline: 'Ferry runs '.repeat(90_000) });
    assert.equal(long.pubStatus, 'unreadable');
    assert.match(long.problem ?? '', /^Its headline has 989999 characters, so the file is broken\. Ask/);
    assert.equal(long.headline.length, 1001);
    for (const line of ['byline', 'creditLine'] as const) {
      const held = copy({ [line]: 'By A'.repeat(400) });
      assert.equal(held.pubStatus, 'unreadable');
      assert.equal(held[line]?.length, 1001);
    }
    assert.equal(copy({ headline: 'F'.repeat(2000), pubStatus: 'canceled' }).pubStatus, 'canceled');
    assert.equal(copy({ headline: 'F'.repeat(1000) }).pubStatus, 'usable');
  });

  it('is published where only keywords, the slug or the link are too long', () => {
    const keywords = ['k'.repeat(2000), ...Array.from({ length: 500 }, (_, at) => `k${at}`)];
    const kept = copy({ keywords, slugline: 's'.repeat(2000), link: `https://a.example/${'x'.repeat(3000)}` });
    assert.equal(kept.pubStatus, 'usable');
    assert.deepEqual([kept.keywords.length, kept.slugline?.length, kept.link], [100, 1001, undefined]);
  });
});

for (const database of databases) {
  it(`a guid of any length is one story on ${database.name}, which its kill reaches`, async (t) => {
    const opened = await database.open();
    t.after(() => opened.destroy());
    const { receive } = testNewsroom(opened.store);
    const uri = `urn:npa:${Array.from({ length: 20_000 }, (_, at) => at).join('x')}`;
    const item = {
      uri,
      type: 'text',
      version: '1',
      headline: 'Ferry runs',
      body_html: '<p>The ferry runs, the port said.</p>',
    };
    await receive(item);
    assert.equal((await findStory(opened.store, 'ferry-runs'))?.state, 'live');
    await receive({ ...item, version: '2', pubstatus: 'canceled' });
    assert.equal((await findStory(opened.store, 'ferry-runs'))?.state, 'killed');
  });
}
