import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { at, attribute, children, descendants, rawText, textOf } from './xml-path.ts';
import { readXml } from './xml-tree.ts';

const text = (xml: string) => rawText(readXml(xml).root);

describe('readXml', () => {
  it('keeps text and elements in their order, without prefixes', () => {
    const { root, problem } = readXml(
      '<ns0:p xmlns:ns0="u" ns0:id="1" xml:lang="en">The <b>old</b> quay<br/> is shut</ns0:p>',
    );
    assert.equal(problem, undefined);
    assert.equal(root?.name, 'p');
    assert.deepEqual({ ...root?.attributes }, { id: '1', 'xml:lang': 'en' });
    assert.deepEqual(
      root?.children.map((node) => (typeof node === 'string' ? node : node.name)),
      ['The ', 'b', ' quay', 'br', ' is shut'],
    );
  });

  it('reads entities of XML and HTML and numbers once, and leaves others as they are', () => {
    assert.equal(
      text('<p>Caf&eacute; &amp;amp; &#8364;5 &ndash; &Omega;&sigma; &unknown; x</p>'),
      'Café &amp; €5 – Ωσ &unknown; x',
    );
  });

  it('passes over a DOCTYPE and uses nothing that it declares', () => {
    const bomb = '<!DOCTYPE n [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    assert.equal(text(`${bomb}<n>&b; &x; words</n>`), '&b; &x; words');
  });

  it('joins CDATA with the text around it', () => {
    assert.deepEqual(readXml('<p>one <![CDATA[<b>two</b>]]> three</p>').root?.children, ['one <b>two</b> three']);
  });

  it('keeps what was read of a file that was cut off, and says so', () => {
    const { root, problem } = readXml('<item><p>The quay is shut.</p><p>Ferries wai');
    assert.match(problem ?? '', /unclosed tag/);
    assert.deepEqual(children(root).map(textOf), ['The quay is shut.', 'Ferries wai']);
  });

  it('loses no word to a bare ampersand, a bare less-than sign or an end tag of nothing', () => {
    assert.equal(
      text('<i><p>Hill & Sons at <b>3 < 4</b></p><p>AT&T; <jo@example.org></p></i>'),
      'Hill & Sons at 3 < 4AT&T; <jo@example.org>',
    );
    const { root } = readXml('<i><p>The quay</div> is shut.</p><p>Ferries wait.</p></i>');
    assert.deepEqual(children(root).map(textOf), ['The quay is shut.', 'Ferries wait.']);
    assert.equal(text('<i><![CDATA[a & b]]> & c</i>'), 'a & b & c');
  });

  it('drops control characters and is safe against names that objects know', () => {
    const { root } = readXml(
      '<i __proto__="x" constructor="y\u0001">\u0007One\u000b two<__proto__>three</__proto__></i>',
    );
    assert.equal(rawText(root), 'One twothree');
    assert.deepEqual(Object.entries(root?.attributes ?? {}), [
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    assert.equal(attribute(root, 'constructor'), 'y');
    assert.equal(attribute(root, 'toString'), undefined);
  });

  it('keeps the words of what is nested too deep', () => {
    const xml = `${'<a>'.repeat(3000)}deep${'</a>'.repeat(3000)}`;
    assert.equal(text(xml), 'deep');
    assert.equal(descendants(readXml(xml).root, 'a').length, 399);
  });

  it('reads eight megabytes of anything in seconds', () => {
    const started = performance.now();
    for (const piece of [
      '<a b="c">',
      '<a "',
      '</b>',
      '&',
      '&a',
      '\u0001',
      '<!--',
      '<![CDATA[',
      '<',
      '<a/>',
      '<?',
      '&#65;',
    ])
      readXml(`<r>${piece.repeat(2_000_000 / piece.length)}`);
    assert.ok(performance.now() - started < 20_000);
  });

  it('answers any text', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b x="1">',
      '</b>',
      '&',
      ';',
      '<',
      '>',
      '"',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<!DOCTYPE',
      '[',
      '<?',
      '?>',
      'word ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const { root } = readXml(pieces.join(''));
        assert.ok(root === undefined || typeof root.name === 'string');
      }),
    );
  });
});

describe('the readers of a tree', () => {
  const { root } = readXml('<a><b><c id=" 7 "> One\n two </c></b><b/><c/></a>');

  it('walk by names', () => {
    assert.equal(textOf(at(root, 'b', 'c')), 'One two');
    assert.equal(attribute(at(root, 'b', 'c'), 'id'), '7');
    assert.equal(at(root, 'x', 'c'), undefined);
    assert.equal(textOf(at(root, 'c')), undefined);
    assert.equal(children(root, 'b').length, 2);
    assert.equal(descendants(root, 'c').length, 2);
  });
});
