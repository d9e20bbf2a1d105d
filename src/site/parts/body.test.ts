import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import type { Block, Mark } from '../../story/copy.ts';
import { renderBody } from './body.ts';

const rendered = (blocks: readonly Block[]): string => String(renderBody(blocks));

type Node = { readonly nodeName: string; readonly value?: string; readonly childNodes?: readonly Node[] };
const textIn = (node: Node): string => node.value ?? (node.childNodes ?? []).map(textIn).join('');

describe('the body', () => {
  it('gives each block the address of its place', () => {
    const blocks: Block[] = [
      { kind: 'paragraph', text: 'One' },
      { kind: 'heading', text: 'Two' },
      { kind: 'quotation', text: 'Three' },
    ];
    assert.equal(
      rendered(blocks),
      '<p id="p1">One</p><h2 id="p2">Two</h2><blockquote id="p3"><p>Three</p></blockquote>',
    );
  });

  it('makes one list of neighbouring items', () => {
    const blocks: Block[] = [
      { kind: 'item', text: 'Pier' },
      { kind: 'item', text: 'Quay' },
      { kind: 'paragraph', text: 'Done.' },
      { kind: 'item', text: 'Dock' },
    ];
    assert.equal(
      rendered(blocks),
      '<ul><li id="p1">Pier</li><li id="p2">Quay</li></ul><p id="p3">Done.</p><ul><li id="p4">Dock</li></ul>',
    );
  });

  it('parts the rows and cells of a table', () => {
    assert.match(
      rendered([{ kind: 'table', text: 'A\tB\n1\t2' }]),
      /<tr><td>A<\/td><td>B<\/td><\/tr><tr><td>1<\/td><td>2<\/td><\/tr>/,
    );
  });

  it('keeps the spaces of preformatted text and the line breaks of a paragraph', () => {
    assert.match(rendered([{ kind: 'preformatted', text: 'a   b\n  c' }]), /<pre[^>]*>a {3}b\n {2}c<\/pre>/);
    assert.equal(rendered([{ kind: 'paragraph', text: 'a\nb' }]), '<p id="p1">a<br>b</p>');
  });

  it('nests marks that overlap', () => {
    const marks: Mark[] = [
      { kind: 'strong', start: 0, end: 6 },
      { kind: 'link', href: 'https://example.com/?a=1&b=2', start: 4, end: 10 },
    ];
    assert.equal(
      rendered([{ kind: 'paragraph', text: 'abcd efghij', marks }]),
      '<p id="p1"><strong>abcd</strong><a href="https://example.com/?a=1&amp;b=2" rel="noopener nofollow"><strong> e</strong>fghi</a>j</p>',
    );
  });

  it('shows the words of a link that is not safe, and no link', () => {
    for (const href of [
      'javascript:alert(1)',
      'JAVASCRIPT:x',
      'data:text/html,x',
      '//evil.example',
      ' https://x',
      'https://a b',
    ]) {
      assert.equal(
        rendered([{ kind: 'paragraph', text: 'press', marks: [{ kind: 'link', href, start: 0, end: 5 }] }]),
        '<p id="p1">press</p>',
      );
    }
  });

  it('escapes what an agency may send', () => {
    assert.equal(
      rendered([{ kind: 'paragraph', text: '<script>alert("x")</script> & \' <img src=x onerror=y>' }]),
      '<p id="p1">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39; &lt;img src=x onerror=y&gt;</p>',
    );
  });

  it('changes no word, whatever the marks', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', ' ', '<', '&', '"', 'é', '😀'),
      minLength: 1,
      maxLength: 30,
    });
    const spans = fc.array(fc.tuple(fc.constantFrom('strong', 'emphasis', 'link'), fc.nat(40), fc.nat(40)), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(letters, spans, (text, some) => {
        const marks = some.map(([kind, start, end]) => ({ kind, start, end, href: 'https://example.com/' }) as Mark);
        const tree = parseFragment(rendered([{ kind: 'preformatted', text: `x${text}`, marks }]));
        assert.equal(textIn(tree as unknown as Node), `x${text}`);
      }),
    );
  });
});
