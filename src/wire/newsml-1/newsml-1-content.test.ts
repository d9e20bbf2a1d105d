import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../parse.ts';
import type { WireItem } from '../wire-item.ts';

function readAll(text: string): readonly WireItem[] {
  const parsed = parse(new TextEncoder().encode(text));
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.refusal.message);
  return parsed.items;
}
const read = (text: string): WireItem => readAll(text)[0] as WireItem;

const identification =
  '<Identification><NewsIdentifier><ProviderId>hillwire.example</ProviderId><DateId>20260305</DateId><NewsItemId>A-1</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId></NewsIdentifier></Identification>';
const words = (content: string, attributes = ''): string =>
  `<NewsComponent${attributes}><NewsLines><HeadLine>Dam opened</HeadLine></NewsLines><ContentItem><MediaType FormalName="Text"/>${content}</ContentItem></NewsComponent>`;
const story = words('<DataContent><p>The dam at Vello was opened on Thursday.</p></DataContent>');
const message = (management: string, component = story): string =>
  `<NewsML><NewsItem>${identification}<NewsManagement>${management}</NewsManagement>${component}</NewsItem></NewsML>`;

describe('the content of a NewsML 1.2 item', () => {
  const body = (content: string) => read(message('', words(content))).body;

  it('is read as XHTML, markup in CDATA, text in base64 and plain text', () => {
    const expected = [{ kind: 'paragraph', text: 'The dam & the lock were opened.' }];
    assert.deepEqual(
      body(
        '<DataContent><html><head><title>Dam</title></head><body><p>The dam &amp; the lock were opened.</p></body></html></DataContent>',
      ),
      expected,
    );
    assert.deepEqual(
      body('<DataContent><![CDATA[<p>The dam &amp; the lock were opened.</p>]]></DataContent>'),
      expected,
    );
    assert.deepEqual(body('<DataContent>The dam &amp; the lock were opened.</DataContent>'), expected);
    const base64 = Buffer.from('The dam & the lock were opened.').toString('base64');
    assert.deepEqual(body(`<Encoding Notation="Base64"><DataContent>${base64}</DataContent></Encoding>`), expected);
  });

  it('is the richest of the forms that one component brings', () => {
    const two =
      '<DataContent>The dam was opened.</DataContent></ContentItem><ContentItem><DataContent><p>The dam was <b>opened</b>.</p></DataContent>';
    assert.deepEqual(body(two), [
      { kind: 'paragraph', text: 'The dam was opened.', marks: [{ kind: 'strong', start: 12, end: 18 }] },
    ]);
  });

  it('is found in nested components by their roles', () => {
    const part = (role: string, text: string) =>
      `<NewsComponent><Role FormalName="${role}"/><ContentItem><DataContent>${text}</DataContent></ContentItem></NewsComponent>`;
    const item = read(
      message(
        '',
        `<NewsComponent><NewsComponent>${part('StyleSheet', 'p { color: red }')}${part('HeadLine', 'Dam opened')}${part('SubHeadLine', 'Lock follows in May')}${part('Abstract', 'Vello gets its water back')}${part('Body', 'The dam at Vello was opened on Thursday.')}${part('Contact', 'Vello Water, press@vello.example')}</NewsComponent></NewsComponent>`,
      ),
    );
    assert.equal(item.headline, 'Dam opened');
    assert.equal(item.abstract, 'Vello gets its water back');
    assert.deepEqual(
      item.body?.map(({ kind, text }) => `${kind}: ${text}`),
      [
        'heading: Lock follows in May',
        'paragraph: The dam at Vello was opened on Thursday.',
        'paragraph: Vello Water, press@vello.example',
      ],
    );
  });

  it('is one item for each language, each with a guid of its own', () => {
    const inEnglish = words('<DataContent>The dam was opened.</DataContent>', ' xml:lang="en"');
    const inFrench = words('<DataContent>Le barrage est ouvert.</DataContent>', ' xml:lang="fr"');
    const items = readAll(message('', `<NewsComponent EquivalentsList="yes">${inEnglish}${inFrench}</NewsComponent>`));
    assert.deepEqual(
      items.map(({ guid, language, body: blocks }) => [guid, language, blocks?.[0]?.text]),
      [
        ['urn:newsml:hillwire.example:20260305:A-1:1', 'en', 'The dam was opened.'],
        ['urn:newsml:hillwire.example:20260305:A-1:1#fr', 'fr', 'Le barrage est ouvert.'],
      ],
    );
  });

  it('is a picture where a caption is all its text', () => {
    const item = read(
      message(
        '',
        '<NewsComponent><NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent><p>The dam at dawn.</p></DataContent></ContentItem></NewsComponent><NewsComponent><Role FormalName="Main"/><ContentItem Href="dam.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent></NewsComponent>',
      ),
    );
    assert.equal(item.type, 'picture');
    assert.deepEqual(item.renditions, [{ name: 'original', href: 'dam.jpg', mimeType: 'image/jpeg' }]);
    assert.equal(item.body?.[0]?.text, 'The dam at dawn.');
  });

  it('takes the files around one caption for one picture of the story', () => {
    const part = (role: string, item: string) => `<NewsComponent><Role FormalName="${role}"/>${item}</NewsComponent>`;
    const picture = `<NewsComponent>${part('Caption', '<ContentItem><DataContent>The dam at dawn.</DataContent></ContentItem>')}${part('HighRes', '<ContentItem Href="dam.jpg"/>')}${part('Preview', '<ContentItem Href="dam-m.jpg"/>')}</NewsComponent>`;
    const item = read(message('', `<NewsComponent>${story}${picture}</NewsComponent>`));
    assert.equal(item.type, 'text');
    assert.deepEqual(
      item.associations?.map(({ headline, renditions }) => [headline, renditions?.map(({ name }) => name)]),
      [['The dam at dawn.', ['original', 'preview']]],
    );
  });

  it('goes on after an item that says nothing', () => {
    const two = message('<Status FormalName="Usable"/>').replace('<NewsML>', '<NewsML><NewsItem/>');
    assert.deepEqual(
      readAll(two).map(({ headline }) => headline),
      ['Dam opened'],
    );
  });

  it('obeys the embargo of the document inside as well', () => {
    const inside =
      '<DataContent><nitf><head><docdata management-status="embargoed"><date.release norm="20260306T060000Z"/></docdata></head><body><body.content><p>The dam opens.</p></body.content></body></nitf></DataContent>';
    assert.equal(read(message('<Status FormalName="Usable"/>', words(inside))).embargoedUntil, '2026-03-06T06:00:00Z');
  });

  it('is held when the file broke off in it', () => {
    const whole = message('<Status FormalName="Usable"/>');
    assert.equal(read(whole.slice(0, whole.indexOf('was opened'))).pubStatus, 'unreadable');
  });
});
