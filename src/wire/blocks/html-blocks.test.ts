import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { htmlBlocks, htmlText } from './html-blocks.ts';

const texts = (html: string) => htmlBlocks(html).map(({ kind, text }) => `${kind}: ${text}`);

describe('htmlBlocks', () => {
  it('keeps paragraphs, headings, items, quotations and what is preformatted', () => {
    const html =
      '<h2>One</h2><p>Two\n  three</p><ul><li>Four<li>Five</ul><blockquote><p>Six</p></blockquote><pre>\n a  b\n c</pre>Seven';
    assert.deepEqual(texts(html), [
      'heading: One',
      'paragraph: Two three',
      'item: Four',
      'item: Five',
      'quotation: Six',
      'preformatted:  a  b\n c',
      'paragraph: Seven',
    ]);
  });

  it('parts paragraphs at two breaks and lines at one', () => {
    assert.deepEqual(texts('One<br>two<br><br>Three<br/>\n<br/>Four'), [
      'paragraph: One\ntwo',
      'paragraph: Three',
      'paragraph: Four',
    ]);
  });

  it('puts a table into lines and tabs, and leaves a table that only lays out prose', () => {
    assert.deepEqual(texts('<table><tr><th>Team</th><th>Goals</th></tr><tr><td>Gulls</td><td>2</td></tr></table>'), [
      'table: Team\tGoals\nGulls\t2',
    ]);
    assert.deepEqual(texts('<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>'), [
      'paragraph: One.',
      'paragraph: Two.',
    ]);
  });

  it('keeps strong, emphasis and safe links as places in the text', () => {
    assert.deepEqual(htmlBlocks('<p>A <b> big</b> <a href="https://example.org/x">red <em>dog</em></a>.</p>'), [
      {
        kind: 'paragraph',
        text: 'A big red dog.',
        marks: [
          { kind: 'strong', start: 2, end: 5 },
          { kind: 'link', href: 'https://example.org/x', start: 6, end: 13 },
          { kind: 'emphasis', start: 10, end: 13 },
        ],
      },
    ]);
    assert.deepEqual(htmlBlocks('<p><a href="javascript:alert(1)">go</a> <a href="/x">on</a></p>'), [
      { kind: 'paragraph', text: 'go on' },
    ]);
  });

  it('carries a mark over a paragraph’s end', () => {
    assert.deepEqual(
      htmlBlocks('<b><p>One</p><p>Two</p></b>').map((block) => block.marks),
      [[{ kind: 'strong', start: 0, end: 3 }], [{ kind: 'strong', start: 0, end: 3 }]],
    );
  });

  it('drops what no reader sees', () => {
    assert.deepEqual(
      texts(
        '<p>One</p><script>alert("<p>x</p>")</script><style>p{}</style><iframe>y</iframe><svg><text>z</text></svg><!-- c --><p>Two</p>',
      ),
      ['paragraph: One', 'paragraph: Two'],
    );
    assert.deepEqual(
      texts(
        '<figure><img src="x"><figcaption>The quay</figcaption><div>Photo: A</div></figure><figure><table><tr><td>a</td><td>b</td></tr></table></figure>',
      ),
      ['table: a\tb'],
    );
  });

  it('drops a picture’s credit also after a paragraph', () => {
    assert.deepEqual(texts('<p>One</p><figure><img src="x"><div>Photo: A</div></figure><p>Two</p>'), [
      'paragraph: One',
      'paragraph: Two',
    ]);
  });

  it('reads entities, folds no-break spaces and takes out soft hyphens', () => {
    assert.deepEqual(texts('<p>Caf&eacute;&nbsp;&amp; bar &#x201C;legit&shy;imate&rdquo;</p>'), [
      'paragraph: Café & bar “legitimate”',
    ]);
  });

  it('takes linear time on deep and on crossed nesting', () => {
    const started = performance.now();
    assert.equal(htmlBlocks(`${'<div>'.repeat(20_000)}deep`).length, 1);
    assert.equal(htmlBlocks('<div><p>x'.repeat(50_000)).length, 50_000);
    assert.equal(htmlBlocks('<b><i><a href="https://example.org"><p>x'.repeat(20_000)).length, 20_000);
    assert.equal(htmlBlocks('<table><tr><td>x'.repeat(20_000)).length, 20_000);
    assert.ok(performance.now() - started < 5_000);
  });

  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<em>',
    '</em>',
    '<a href="https://e.org/a">',
    '</a>',
    '<br>',
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<pre>',
    '</pre>',
    '<li>',
    '<ul>',
    '</ul>',
    '<h2>',
    '</h2>',
    '<blockquote>',
    'one ',
    'two',
    '\n',
    '&amp;',
    '  three',
    '<script>',
    '</script>',
    '<figure>',
    '</figure>',
  );
  it('keeps every mark inside its text and no text empty, whatever the markup', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        for (const block of htmlBlocks(pieces.join(''))) {
          assert.notEqual(block.text.trim(), '');
          for (const mark of block.marks ?? [])
            assert.ok(mark.start >= 0 && mark.start < mark.end && mark.end <= block.text.length);
        }
      }),
    );
  });

  it('loses no word', () => {
    const words = fc.array(
      fc.tuple(
        piece.filter((tag) => !/script|figure|one|two|three|amp/.test(tag)),
        fc.stringMatching(/^[a-z]{1,6}$/),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(words, (pairs) => {
        const html = pairs.map(([tag, word]) => `${tag} ${word} `).join('');
        const got = htmlBlocks(html)
          .flatMap((block) => block.text.split(/\s+/))
          .filter((word) => word !== '');
        assert.deepEqual(
          got,
          pairs.map(([, word]) => word),
        );
      }),
    );
  });
});

describe('htmlText', () => {
  it('makes one line of a headline with markup', () => {
    assert.equal(htmlText('Rain &amp; <em>snow</em>\n at last'), 'Rain & snow at last');
    assert.equal(htmlText('3 < 4 and 5 > 2'), '3 < 4 and 5 > 2');
  });
});
