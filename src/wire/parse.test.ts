import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { copyOf } from './copy-of.ts';
import { parse } from './parse.ts';
import type { Parsed } from './wire-item.ts';

const folder = new URL('../../fixtures/wire/', import.meta.url);
const fixtures = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => new Uint8Array(readFileSync(join(entry.parentPath, entry.name))));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const refusalOf = (bytes: Uint8Array) => {
  const parsed = parse(bytes, 'x.txt');
  assert.ok(!parsed.ok);
  return parsed;
};

/** Any answer is sound: a refusal that says something, or items whose places lie inside their texts. */
function assertSound(parsed: Parsed) {
  if (!parsed.ok) return assert.ok(parsed.refusal.message.length > 20);
  assert.ok(parsed.items.length > 0);
  for (const { copy, guid } of parsed.items.map((item) => copyOf(item))) {
    assert.ok(guid !== '' && copy.headline !== '');
    for (const block of copy.blocks) {
      assert.notEqual(block.text.trim(), '');
      for (const mark of block.marks ?? [])
        assert.ok(mark.start >= 0 && mark.start < mark.end && mark.end <= block.text.length);
    }
  }
}

describe('parse', () => {
  it('tells formats by their content, never by their name', () => {
    const formats = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort()
      .map((name) => {
        const parsed = parse(readFileSync(new URL(name, folder)), 'always-the-same.bin');
        return `${name}: ${parsed.format}`;
      });
    assert.deepEqual(formats, [
      'mailed-correction.txt: plain text',
      'mailed-embargo.txt: plain text',
      'mailed-kill.txt: plain text',
      'mailed-story.txt: plain text',
      'news.atom: Atom',
      'news.feed.json: JSON Feed',
      'news.rss: RSS 2.0',
      'ninjs-1.json: ninjs 1',
      'ninjs-2.json: ninjs 2.1',
      'ninjs-3.json: ninjs 3',
    ]);
  });

  it('refuses what is empty, too large or no copy, and says what to do', () => {
    assert.equal(refusalOf(new Uint8Array()).refusal.kind, 'empty');
    assert.equal(refusalOf(bytesOf(' \n\t ')).refusal.kind, 'empty');
    assert.equal(refusalOf(new Uint8Array(9 * 1024 * 1024)).refusal.kind, 'too-large');
    assert.equal(refusalOf(bytesOf('%PDF-1.7 some words')).refusal.kind, 'not-copy');
    assert.equal(
      refusalOf(Uint8Array.from({ length: 4000 }, (_, index) => (index * 7) % 256)).refusal.kind,
      'not-copy',
    );
    assert.equal(refusalOf(bytesOf('12 14 16; 18 20 22;')).refusal.kind, 'not-copy');
    assert.equal(refusalOf(bytesOf('{"uri": "x", "type": "te')).refusal.kind, 'unreadable');
  });

  it('names what is no copy of any kind', () => {
    const format = (text: string) => refusalOf(bytesOf(text)).format;
    assert.equal(format('<!doctype html><html><body><p>Some words here.</p></body></html>'), 'An HTML page');
    assert.equal(format('BEGIN:VCALENDAR\nSUMMARY:The port opens again on Monday\nEND:VCALENDAR'), 'A calendar file');
  });

  it('takes no XML for text, whatever stands in front of it', () => {
    const refusal = refusalOf(
      bytesOf('Warning: something broke in line 3 of the script\n<nitf><body>Words here.</body></nitf>'),
    );
    assert.equal(refusal.refusal.kind, 'not-copy');
    assert.match(refusal.refusal.message, /XML with other words in front/);
  });

  it('answers any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => assertSound(parse(bytes))));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => assertSound(parse(bytesOf(text)))));
  });

  it('answers any JSON that calls itself ninjs', () => {
    const item = fc.record({
      uri: fc.string({ minLength: 1 }),
      type: fc.jsonValue(),
      headlines: fc.jsonValue(),
      bodies: fc.jsonValue(),
      associations: fc.jsonValue(),
      pubstatus: fc.jsonValue(),
      embargoed: fc.jsonValue(),
      subject: fc.jsonValue(),
      signals: fc.jsonValue(),
      revisions: fc.jsonValue(),
      body_html: fc.jsonValue(),
    });
    fc.assert(fc.property(item, (value) => assertSound(parse(bytesOf(JSON.stringify(value))))));
  });

  it('answers our own files with any damage', () => {
    const damage = fc.record({
      file: fc.constantFrom(...fixtures),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(30),
      put: fc.uint8Array({ maxLength: 20 }),
    });
    fc.assert(
      fc.property(damage, ({ file, at, cut, put }) => {
        const place = Math.floor(at * file.length);
        assertSound(parse(Buffer.concat([file.subarray(0, place), put, file.subarray(place + cut)])));
      }),
      { numRuns: 400 },
    );
  });

  it('reads a feed of seven megabytes in seconds', () => {
    const item = `<item><title>Rain</title><guid>g</guid><description>&lt;p&gt;${'It rained for two days in the north. '.repeat(17)}&lt;/p&gt;</description></item>`;
    const started = performance.now();
    assert.ok(parse(bytesOf(`<rss version="2.0"><channel>${item.repeat(9_900)}</channel></rss>`)).ok);
    assert.ok(performance.now() - started < 20_000);
  });
});
