import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from './parse.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const refusal = (text: string) => {
  const parsed = parse(bytes(text), 'big.txt');
  return parsed.ok ? 'read' : `${parsed.refusal.kind}: ${parsed.refusal.message}`;
};
const nitf = (content: string) =>
  `<nitf><body><body.head><hedline><hl1>Harbour opens</hl1></hedline></body.head><body.content>${content}</body.content></body></nitf>`;
const paragraph = 'The harbour council of Port Eldon said that the tram would open in May.';

describe('limits of what is read', () => {
  it('text that is longer than a million characters is refused, and the message says how to send it', () => {
    assert.equal(
      refusal(`Harbour opens\n\n${`${paragraph}\n\n`.repeat(14_000)}`),
      'too-large: This text is longer than a million characters, and text has no mark where a story ends. Send each story as a file.',
    );
    assert.equal(refusal(`Harbour opens\n\n${`${paragraph}\n\n`.repeat(10_000)}`), 'read');
  });

  it('a story of more than twenty thousand paragraphs is refused', () => {
    assert.equal(
      refusal(nitf(`<p>${paragraph}</p>`.repeat(20_001))),
      'too-large: It has 20001 paragraphs, more than the 20000 of any story. An end is missing, or it is no story. Send it in parts.',
    );
    assert.equal(refusal(nitf(`<p>${paragraph}</p>`.repeat(20_000))), 'read');
  });

  it('among others an item that is too long to be a story holds without its words, and the others go on', () => {
    const item = (uri: string, body: string) => ({ uri, type: 'text', headline: 'Harbour opens', body_xhtml: body });
    const file = [item('urn:long', '<p>word</p>'.repeat(20_001)), item('urn:short', `<p>${paragraph}</p>`)];
    const parsed = parse(bytes(JSON.stringify(file)));
    assert.ok(parsed.ok);
    const [long, short] = parsed.items;
    assert.equal(long?.pubStatus, 'unreadable');
    assert.match(long?.problem ?? '', /^It has 20001 paragraphs, .* Ask the agency for it in parts\.$/);
    assert.equal(long?.body, undefined);
    assert.equal(short?.body?.[0]?.text, paragraph);
    assert.equal(short?.pubStatus, undefined);
  });

  it('a file with more tags, keys, lines or brackets than news has is refused before it is read', () => {
    assert.match(
      refusal(nitf('<p/>'.repeat(300_000))),
      /^too-large: "big\.txt" has 300\d+ “<”.* at most 300000\. Split it/,
    );
    assert.match(refusal(`{"uri":"a","x":${'['.repeat(200_000)}`), /^too-large: .* “{” and “\[”/);
    assert.match(refusal(`{"uri":"a",${'"k":1,'.repeat(400_000)}"z":1}`), /^too-large: .* “"”/);
    assert.match(refusal(`<nitf>${'a\n'.repeat(600_000)}</nitf>`), /^too-large: .* has 600000 lines/);
  });

  it('a list of more items than are read from one file is refused, never read in part', () => {
    const items = Array.from({ length: 10_001 }, (_, number) => `{"uri":"${number}","headline":"Harbour opens"}`);
    assert.equal(
      refusal(`[${items.join(',')}]`),
      'too-large: It holds 10001 items; at most 10000 are read from one file. Split it.',
    );
    const newsml = '<NewsItem><NewsComponent><NewsLines><HeadLine>a</HeadLine></NewsLines></NewsComponent></NewsItem>';
    assert.match(refusal(`<NewsML>${newsml.repeat(5001)}</NewsML>`), /^too-large: It holds 5001 items; at most 5000/);
    assert.match(
      refusal(`<rss version="2.0"><channel>${'<item/>'.repeat(130_000)}</channel></rss>`),
      /tags, more than a feed/,
    );
  });
});
