import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { pino } from 'pino';
import { databases, type TestDatabase } from '../test/support/databases.ts';
import { createApp } from './app.ts';
import { editElement } from './edit-element.ts';
import { fileStory } from './file-story.ts';
import type { Newsroom } from './newsroom.ts';
import { findPublished } from './store/stories.ts';

const SLUG = 'ferry-to-sail-again-from-monday';
const AT = new Date('2026-03-03T09:00:00Z');
const paragraphs = [
  'The ferry to Ostrava Island will sail again from Monday after repairs that may cost two million euros, the harbour authority said.',
  'The ferry struck a rock in January. Nobody was hurt.',
  '"We are glad that it sails again," said harbour master Lena Brandt.',
];
const item = (version: string, body = paragraphs) => ({
  uri: 'urn:example:ferry',
  type: 'text',
  version,
  headline: 'Ferry to sail again from Monday',
  pubstatus: 'usable',
  body_text: body.join('\n\n'),
});

for (const database of databases) {
  describe(`an editor's words, on ${database.name}`, () => {
    let opened: TestDatabase;
    let newsroom: Newsroom;
    const receive = (value: object) =>
      fileStory(newsroom, { source: 'npa', name: 'f.json', bytes: Buffer.from(JSON.stringify(value)) });
    const standfirst = async () => (await findPublished(opened.store, SLUG, AT))?.furniture.standfirst;
    const get = async (path: string) => {
      const answer = await createApp(newsroom).request(path);
      return { status: answer.status, text: await answer.text() };
    };
    beforeEach(async () => {
      opened = await database.open();
      newsroom = { store: opened.store, now: () => AT, url: 'http://localhost', log: pino({ level: 'silent' }) };
      await receive(item('1'));
    });
    afterEach(() => opened.destroy());

    it('are published when the copy carries them, and the record names her', async () => {
      const edit = {
        place: { kind: 'standfirst' },
        text: 'The ferry struck a rock in January.',
        by: 'Asha Rao',
      } as const;
      assert.deepEqual(await editElement(newsroom, SLUG, edit), { ok: true });
      assert.equal((await standfirst())?.text, 'The ferry struck a rock in January.');
      const { text } = await get(`/story/${SLUG}/making`);
      assert.match(text, /Edited by the editor Asha Rao/);
      assert.match((await get(`/story/${SLUG}`)).text, /digitalsourcetype\/humanEdits/);
    });

    it('are refused with what the checks found, and nothing changes', async () => {
      const before = await standfirst();
      const text = 'The ferry will sail again from Monday after repairs that cost two million euros.';
      const edited = await editElement(newsroom, SLUG, { place: { kind: 'standfirst' }, text, by: 'Asha Rao' });
      assert.equal(edited.ok, false);
      assert.deepEqual(await standfirst(), before);
    });

    it('are published against the checks when she answers for them, and readers see her reason', async () => {
      const text = 'The island has its ferry back.';
      const reason = 'Our own reporter stood on the quay.';
      const edit = { place: { kind: 'standfirst' }, text, by: 'Asha Rao', reason } as const;
      assert.deepEqual(await editElement(newsroom, SLUG, edit), { ok: true });
      const { text: page } = await get(`/story/${SLUG}/making`);
      assert.match(page, /Asha Rao answers for this part/);
      assert.match(page, /Our own reporter stood on the quay\./);
      const data = JSON.parse((await get(`/story/${SLUG}/making.json`)).text);
      const element = data.elements.find(({ id }: { id: string }) => id === 'standfirst');
      assert.equal(element.override.by, 'Asha Rao');
      assert.equal(element.override.findings[0].check, 'provenance');
    });

    it('stay while the sentence that they rest on stays, and are withdrawn at once when it changes', async () => {
      const text = 'The ferry struck a rock in January.';
      await editElement(newsroom, SLUG, { place: { kind: 'standfirst' }, text, by: 'Asha Rao' });
      const [first = '', second = '', third = ''] = paragraphs;
      await receive(item('2', [first, second, third.replace('glad', 'very glad')]));
      assert.equal((await standfirst())?.text, text);
      assert.deepEqual((await standfirst())?.madeBy, { kind: 'editor', name: 'Asha Rao' });
      await receive(item('3', [first, second.replace('January', 'February'), third]));
      assert.notEqual((await standfirst())?.text, text);
    });

    it('leave an element out, and name a place that is not there', async () => {
      assert.deepEqual(
        await editElement(newsroom, SLUG, { place: { kind: 'standfirst' }, text: null, by: 'Asha Rao' }),
        { ok: true },
      );
      assert.equal(await standfirst(), null);
      const far = { place: { kind: 'keyPoint', number: 40 }, text: null, by: 'Asha Rao' } as const;
      await assert.rejects(editElement(newsroom, SLUG, far), { code: 'bad-input', message: /no keyPoint 40/ });
    });

    it('cannot be about a story that is not here', async () => {
      const edit = { place: { kind: 'standfirst' }, text: 'A ferry.', by: 'Asha Rao' } as const;
      await assert.rejects(editElement(newsroom, 'nowhere', edit), { code: 'not-found' });
    });

    it('are gone from the record with a kill', async () => {
      await receive({ ...item('2', []), pubstatus: 'canceled' });
      assert.equal((await get(`/story/${SLUG}/making`)).status, 410);
      assert.equal((await get(`/story/${SLUG}/making.json`)).status, 410);
    });
  });
}
