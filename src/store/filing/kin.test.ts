import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { copyWith, deliveryOf, furnishAll, itemWith } from '../../../test/support/stories.ts';
import { DEFAULT_PROFILE } from '../../story/sources/source-profile.ts';
import { saveSource } from '../sources/sources.ts';
import type { Store } from '../store.ts';
import { findStory } from '../stories.ts';
import { type ReceivedItem, saveDelivery } from './save-delivery.ts';

const at = new Date('2026-03-02T13:00:00Z');

for (const database of databases) {
  describe(`one agency that sends by several ways, on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
      for (const [name, agency] of [
        ['npa-ftp', 'Northern Press'],
        ['npa-mail', 'northern press '],
        ['other', 'Westwire'],
        ['nameless', undefined],
      ] as const) {
        const profile = { ...DEFAULT_PROFILE, ...(agency !== undefined && { agency }) };
        await saveSource(store, { name, transport: { kind: 'push' }, everySeconds: 60, profile }, at);
      }
    });
    afterEach(() => opened.destroy());

    const send = async (source: string, parts: Partial<ReceivedItem>) => {
      const { stories } = await saveDelivery(store, deliveryOf([itemWith(parts)], { source, receivedAt: at }));
      await furnishAll(store, at);
      return stories[0]!;
    };
    const story = (guid: string, headline = 'Dam at Vale cracks after rain') => ({
      guid,
      copy: copyWith({ headline }),
    });
    const kill = (guid: string) => ({ guid, copy: copyWith({ pubStatus: 'canceled', paragraphs: [] }) });
    const stateOf = async (slug: string) => (await findStory(store, slug))?.state;

    it('a kill by one way reaches the story that came by another, and no other agency’s', async () => {
      const { slug } = await send('npa-ftp', story('dam'));
      const foreign = await send('other', story('dam'));
      const alone = await send('nameless', story('dam'));
      assert.deepEqual((await send('npa-mail', kill('dam'))).others, [slug]);
      const states = [slug, foreign.slug, alone.slug].map(stateOf);
      assert.deepEqual(await Promise.all(states), ['killed', 'live', 'live']);
    });

    it('a kill by one way keeps the story away that comes later by another', async () => {
      await send('npa-mail', { guid: 'order', kills: ['dam'] });
      await send('npa-mail', kill('weir'));
      const dam = await send('npa-ftp', story('dam'));
      const weir = await send('npa-ftp', story('weir'));
      const foreign = await send('other', story('weir'));
      const states = [dam, weir, foreign].map(({ slug }) => stateOf(slug));
      assert.deepEqual(await Promise.all(states), ['killed', 'killed', 'live']);
    });

    it('a notice in words holds what it names, whichever way that came or comes', async () => {
      const { slug } = await send('npa-ftp', story('dam'));
      const foreign = await send('other', story('dam'));
      const notice = 'BULLETIN KILL\nKill the story “Dam at Vale cracks after rain” and “Lock at Tarn fails in frost”.';
      const words = copyWith({ headline: 'BULLETIN KILL', paragraphs: notice.split('\n').slice(1) });
      await send('npa-mail', { guid: 'notice', copy: words, killWords: 'BULLETIN KILL', notice });
      const later = await send('npa-ftp', story('lock', 'Lock at Tarn fails in frost'));
      const states = [slug, later.slug, foreign.slug].map(stateOf);
      assert.deepEqual(await Promise.all(states), ['held', 'held', 'live']);
    });
  });
}
