import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { rawText } from '../xml/xml-path.ts';
import { readXml } from '../xml/xml-tree.ts';
import { htmlBlocks } from './html-blocks.ts';
import { xmlBlocks } from './xml-blocks.ts';

const rootOf = (xml: string) => readXml(xml).root ?? { name: '', attributes: {}, children: [] };
const blocks = (xml: string) => xmlBlocks(rootOf(xml));
const texts = (xml: string) => blocks(xml).map(({ kind, text }) => `${kind}: ${text}`);

describe('xmlBlocks', () => {
  it('reads XHTML with any prefix, its marks and links included', () => {
    const body =
      '<h:body xmlns:h="http://www.w3.org/1999/xhtml"><h:h2>Quay</h:h2><h:p>Shut <h:strong>today</h:strong>, see <h:a href="https://example.org/q">notice</h:a>.</h:p><h:ul><h:li>One</h:li><h:li>Two</h:li></h:ul></h:body>';
    assert.deepEqual(texts(body), ['heading: Quay', 'paragraph: Shut today, see notice.', 'item: One', 'item: Two']);
    assert.deepEqual(blocks(body)[1]?.marks, [
      { kind: 'strong', start: 5, end: 10 },
      { kind: 'link', href: 'https://example.org/q', start: 16, end: 22 },
    ]);
  });

  it('reads NITF: names of people and places keep their words, media are no copy', () => {
    assert.deepEqual(
      texts(
        '<body.content><block><hl2>Ferries</hl2><p><person>Ana Duarte</person>, mayor of <location><city>Port Eldon</city>, <country>Lowmark</country></location>, paid <money unit="EUR">12</money>.</p><media media-type="image"><media-reference source="a.jpg"/><media-caption>A quay</media-caption></media><bq><block><p>We wait.</p></block></bq><fn><p>A footnote.</p></fn></block></body.content>',
      ),
      [
        'heading: Ferries',
        'paragraph: Ana Duarte, mayor of Port Eldon, Lowmark, paid 12.',
        'quotation: We wait.',
        'paragraph: A footnote.',
      ],
    );
  });

  it('keeps tables, breaks, definition lists and what is preformatted', () => {
    assert.deepEqual(
      texts(
        '<b><table><tr><th>Club</th><th>Pts</th></tr><tr><td>Gulls</td><td>7</td></tr></table><p>One<br/>two</p><dl><dt>Tern</dt><dd>A bird</dd></dl><pre>a  1\nb  2</pre></b>',
      ),
      [
        'table: Club\tPts\nGulls\t7',
        'paragraph: One\ntwo',
        'paragraph: Tern',
        'paragraph: A bird',
        'preformatted: a  1\nb  2',
      ],
    );
  });

  it('reads HTML that is escaped or in CDATA, alone in its block', () => {
    assert.deepEqual(texts('<DataContent><![CDATA[<p>One &amp; two</p><p>Three</p>]]></DataContent>'), [
      'paragraph: One & two',
      'paragraph: Three',
    ]);
    assert.deepEqual(texts('<b><p>&lt;b&gt;One&lt;/b&gt; two</p><p>3 &lt; 4</p></b>'), [
      'paragraph: One two',
      'paragraph: 3 < 4',
    ]);
  });

  it('leaves out a note that NITF marks as not publishable', () => {
    assert.deepEqual(
      texts('<b><note type="npa"><p>Call the desk.</p></note><note type="pa"><p>See also.</p></note></b>'),
      ['paragraph: See also.'],
    );
  });

  it('says of XHTML what the reader of HTML says', () => {
    const piece = fc.constantFrom(
      'p',
      'b',
      'em',
      'ul',
      'li',
      'h2',
      'blockquote',
      'pre',
      'table',
      'tr',
      'td',
      'span',
      'figure',
    );
    const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
      tree: fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'x' }).map((nodes) => nodes.join('')),
      node: fc.oneof(
        { depthIdentifier: 'x', maxDepth: 4 },
        fc.stringMatching(/^ ?[a-z]{1,5} ?$/),
        fc.tuple(piece, tie('tree')).map(([name, inner]) => `<${name}>${inner}</${name}>`),
      ),
    }));
    fc.assert(fc.property(tree, (html) => assert.deepEqual(blocks(`<div>${html}</div>`), htmlBlocks(html))));
  });

  it('loses no word of elements that it does not know', () => {
    const xml = '<x>one <foo>two <bar>three</bar></foo><baz a="b">four</baz> five</x>';
    assert.equal(
      blocks(xml)
        .map((block) => block.text)
        .join(' '),
      rawText(rootOf(xml)),
    );
  });
});
