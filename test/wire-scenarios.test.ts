import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { keepTime } from '../src/keep-time.ts';
import { findPublished, findStory } from '../src/store/stories.ts';
import { databases, type TestDatabase } from './support/databases.ts';
import { type TestNewsroom, testNewsroom } from './support/test-newsroom.ts';
import { anpa, dpaJson, g2, mail, newsml1, nitf, ttNinjs } from './support/wire-files.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/wire/${name}`, import.meta.url), 'utf8');

for (const database of databases) {
  describe(`what agencies do to their stories, on ${database.name}`, () => {
    let opened: TestDatabase;
    let site: TestNewsroom;
    beforeEach(async () => {
      opened = await database.open();
      site = testNewsroom(opened.store, '2026-03-05T12:00:00.000Z');
    });
    afterEach(() => opened.destroy());

    /** The address of the story of a file's first, or given, item. */
    const receive = async (words: string | object, at = 0): Promise<string> => {
      const filed = await site.receive(words);
      assert.ok(filed.ok, JSON.stringify(filed));
      return filed.stories[at]?.slug ?? '';
    };
    const story = async (slug: string) => (await findStory(opened.store, slug))!;
    const shown = (slug: string) => findPublished(opened.store, slug, site.newsroom.now());
    const status = async (slug: string) => (await site.get(`/story/${slug}`)).status;

    describe('NITF', () => {
      it('a document that orders another one killed kills it, and is no copy itself', async () => {
        const slug = await receive(nitf({ id: 'shoal.77.a' }));
        assert.equal(await status(slug), 200);
        const order = await receive(
          nitf({
            id: 'shoal.77.b',
            docdata:
              'management-status="canceled" management-doc-idref="shoal.77.a" management-idref-status="canceled"',
          }),
        );
        assert.deepEqual([await status(slug), await status(order)], [410, 410]);
      });

      it('an order for a document that comes later keeps it away', async () => {
        const docdata =
          'management-status="canceled" management-doc-idref="shoal.77.a" management-idref-status="canceled"';
        await receive(nitf({ id: 'shoal.77.b', docdata }));
        assert.equal((await story(await receive(nitf({ id: 'shoal.77.a' })))).state, 'killed');
      });

      it('a correction that replaces a document and cancels it stays up under the same address', async () => {
        const slug = await receive(nitf({ id: 'coastwire.4410.a' }));
        assert.equal(await receive(fixture('nitf/ferry.xml')), slug);
        assert.equal((await story(slug)).state, 'corrected');
        assert.match((await shown(slug))?.copy.text ?? '', /212 people/);
        await receive(nitf({ id: 'coastwire.4410.a' }));
        assert.match((await shown(slug))?.copy.text ?? '', /212 people/);
      });

      it('a withheld document is off the page until a version frees it', async () => {
        const slug = await receive(nitf({ id: 'shoal.77.a' }));
        await receive(nitf({ id: 'shoal.77.a', docdata: 'management-status="withheld"', issued: '20260305T100000Z' }));
        assert.equal((await story(slug)).state, 'held');
        await receive(nitf({ id: 'shoal.77.a', issued: '20260305T110000Z' }));
        assert.equal(await status(slug), 200);
      });
    });

    describe('NewsML-G2', () => {
      it('an embargo lifts by the clock to the minute, also when the newsroom was down', async () => {
        const slug = await receive(g2({ itemMeta: '<embargoed>2026-03-06T08:00:00+02:00</embargoed>' }));
        assert.equal((await story(slug)).embargoedUntil, '2026-03-06T06:00:00.000Z');
        site.setClock('2026-03-06T05:59:59Z');
        assert.equal(await status(slug), 404);
        site = testNewsroom(await opened.reopen(), '2026-03-06T06:00:00.000Z');
        assert.equal(await status(slug), 200);
        (await keepTime(site.newsroom)).stop();
        assert.equal((await story(slug)).state, 'live');
      });

      it('an embargo without an end, and a status that nobody knows, hold the story', async () => {
        const empty = await receive(g2({ itemMeta: '<embargoed/>' }));
        const strange = await receive(g2({ guid: 'tag:worldwire.example,2026:b', status: 'stat:perhaps' }));
        assert.deepEqual([(await story(empty)).state, (await story(strange)).state], ['held', 'held']);
      });

      it('an item without a status is usable', async () => {
        assert.equal((await story(await receive(g2({ status: '' })))).state, 'live');
      });

      it('a correction, then a deletion without words and with a far higher number, takes all of it away', async () => {
        const guid = 'tag:worldwire.example,2026:newsml_L1N14N';
        const slug = await receive(g2({ guid, version: '978556838' }));
        const note =
          '<edNote role="nwnote:correction">Corrects the number of houses in the second paragraph to nine.</edNote>';
        await receive(
          g2({
            guid,
            version: '978556901',
            itemMeta: `${note}<signal qcode="sig:correction"/>`,
            words: ['Nine houses were flooded at Lowmark on Wednesday, the county said.'],
          }),
        );
        assert.equal((await story(slug)).state, 'corrected');
        assert.match((await site.get(`/story/${slug}`)).text, /Corrects the number of houses/);
        await receive(fixture('newsml/g2-withdrawn.xml'));
        assert.equal(await status(slug), 410);
        assert.doesNotMatch((await site.get(`/story/${slug}`)).text, /houses|Lowmark/);
      });

      it('a version without words leaves those that are there', async () => {
        const slug = await receive(g2({ version: '3' }));
        await receive(g2({ version: '4', words: [] }));
        assert.match((await shown(slug))?.copy.text ?? '', /Lowmark/);
        assert.equal((await shown(slug))?.updatedAt, undefined);
      });

      it('one bad item of a message never loses the others', async () => {
        const good = g2({ guid: 'tag:worldwire.example,2026:good' }).replace(/^<\?xml.*\n/, '');
        const message = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem/>${good}</itemSet></newsMessage>`;
        const filed = await site.receive(message);
        assert.ok(filed.ok);
        const slug = filed.stories.at(-1)?.slug ?? '';
        assert.equal(await status(slug), 200);
      });
    });

    describe('NewsML 1.2', () => {
      it('a later revision replaces the words, an earlier one that is late does not', async () => {
        const slug = await receive(newsml1({ revision: 2, words: ['The second telling of the frost.'] }));
        assert.equal(await receive(newsml1({ revision: 1 })), slug);
        assert.match((await shown(slug))?.copy.text ?? '', /second telling/);
        await receive(newsml1({ revision: 10, words: ['The tenth telling of the frost.'] }));
        assert.match((await shown(slug))?.copy.text ?? '', /tenth telling/);
      });

      it('management alone (Update="A") changes the status and keeps the words', async () => {
        const slug = await receive(newsml1({ revision: 1 }));
        await receive(newsml1({ revision: 2, update: 'A', status: 'Withheld', words: [] }));
        assert.equal((await story(slug)).state, 'held');
        await receive(newsml1({ revision: 3, update: 'A', words: [] }));
        assert.match((await shown(slug))?.copy.text ?? '', /blossom/);
        await receive(newsml1({ revision: 4, update: 'A', status: 'Canceled', words: [] }));
        assert.equal(await status(slug), 410);
      });

      it('a status that will change is an embargo until then', async () => {
        const management =
          '<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260305T180000Z</DateAndTime></StatusWillChange>';
        const slug = await receive(newsml1({ revision: 1, status: 'Embargoed', management }));
        site.setClock('2026-03-05T17:59:59Z');
        assert.equal(await status(slug), 404);
        site.setClock('2026-03-05T18:00:00Z');
        assert.equal(await status(slug), 200);
      });

      it('a usable first revision of a release is live', async () => {
        assert.equal((await story(await receive(newsml1({ revision: 1 })))).state, 'live');
      });
    });

    describe('formats without ids', () => {
      it('an ANPA writethru takes the place of its story at the same address, with its correction', async () => {
        const slug = await receive(fixture('text/anpa-harbour.anpa'));
        assert.equal(await receive(fixture('text/anpa-harbour-2nd-lead.anpa')), slug);
        const now = await story(slug);
        assert.equal(now.state, 'corrected');
        assert.ok(now.updatedAt);
        assert.match((await shown(slug))?.copy.text ?? '', /four warehouses/);
        assert.match((await site.get(`/story/${slug}`)).text, /CORRECTS number of warehouses|to four, not three/);
      });

      it('the first version, when it comes after its writethru, is not shown', async () => {
        const slug = await receive(fixture('text/anpa-harbour-2nd-lead.anpa'));
        assert.equal(await receive(fixture('text/anpa-harbour.anpa')), slug);
        assert.match((await shown(slug))?.copy.text ?? '', /four warehouses/);
      });

      it('a bulletin kill in words takes the story from readers and calls a person', async () => {
        const slug = await receive(fixture('text/anpa-harbour.anpa'));
        await receive(fixture('text/anpa-harbour-kill.anpa'));
        assert.equal((await story(slug)).state, 'held');
        assert.match((await story(slug)).reason ?? '', /kill/i);
      });

      it('the same kill before its story holds the story when it comes', async () => {
        await receive(fixture('text/anpa-harbour-kill.anpa'));
        assert.equal((await story(await receive(fixture('text/anpa-harbour.anpa')))).state, 'held');
      });

      it('the same take twice is one story', async () => {
        const slug = await receive(anpa({ number: '1801' }));
        assert.equal(await receive(anpa({ number: '1802' })), slug);
      });

      it('a mailed kill before its story holds it too', async () => {
        await receive(mail('Kill notice', 'EDITORS: Please kill the story slugged Harbour-Fire. A kill is mandatory.'));
        const slug = await receive(fixture('mailed-story.txt'));
        assert.equal((await story(slug)).state, 'held');
      });
    });

    describe('ninjs and JSON', () => {
      it('a new uri that replaces an old one keeps the address and shows the newest words', async () => {
        const slug = await receive(ttNinjs('tt-100'));
        const next = {
          revisions: [{ replacing: ['http://tt.example/media/text/tt-100'] }],
          headlines: [{ value: 'Sluice repaired' }],
        };
        assert.equal(await receive(ttNinjs('tt-101', next)), slug);
        assert.equal((await shown(slug))?.copy.headline, 'Sluice repaired');
        await receive(ttNinjs('tt-100', { version: '2', headlines: [{ value: 'Too late' }] }));
        assert.equal((await shown(slug))?.copy.headline, 'Sluice repaired');
      });

      it('a dpa correction says what it corrects', async () => {
        const slug = await receive(dpaJson());
        await receive(
          dpaJson({ version: 3, signal: 'sig:correction', note: 'Corrects the number of people aboard to 80.' }),
        );
        assert.equal((await story(slug)).state, 'corrected');
        assert.match((await site.get(`/story/${slug}`)).text, /Corrects the number of people aboard/);
      });

      it('the same version in other bytes changes nothing', async () => {
        const slug = await receive(dpaJson());
        await receive(dpaJson({ version: 3, headline: 'Ferry afloat again' }));
        const filed = await site.receive(` ${JSON.stringify(dpaJson())}\n`, 'again.json');
        assert.ok(filed.ok);
        assert.equal(filed.stories[0]?.outcome, 'unchanged');
        assert.equal((await shown(slug))?.copy.headline, 'Ferry afloat again');
      });
    });
  });
}
