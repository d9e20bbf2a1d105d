import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { copyOf } from '../copy-of.ts';
import { parse } from '../parse.ts';

const folder = new URL('../../../fixtures/wire/text/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => /^(?:anpa|iptc7901|zczc)/.test(name))
  .map((name) => readFileSync(new URL(name, folder)));
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('the text wires', () => {
  it('answer any bytes cut, swapped or put into a message', () => {
    const edit = fc.record({ at: fc.nat(4000), length: fc.nat(60), bytes: fc.uint8Array({ maxLength: 12 }) });
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(edit, { minLength: 1, maxLength: 6 }), (file, edits) => {
        const bytes = edits.reduce(
          (left, { at, length, bytes: put }) => Buffer.concat([left.subarray(0, at), put, left.subarray(at + length)]),
          file,
        );
        const parsed = parse(bytes);
        return parsed.ok ? parsed.items.every((item) => copyOf(item).guid !== '') : parsed.refusal.message !== '';
      }),
      { numRuns: 400 },
    );
  });

  it('lose no word of a story', () => {
    const paragraphs = [
      'The mayor said <so> & left_early.',
      'Nobody | disagreed.',
      '(She had 3{ votes.)',
      '# 1 in the list',
    ];
    const body = paragraphs.map((line) => `\t   ${line}\r\n`).join('');
    const anpa = `\x16\x16\x01W0001\x1f_asian\r\nr a\x13\x11 BC-AV--Mayor   03-02 0010\r\n\x02^BC-AV--Mayor,10<\r\n^Mayor leaves<\r\n${body}\x03AP-WF-03-02-26 1000GMT<\x04`;
    const iptc = `\x01eca001 4 i 10  dpa 001\r\n\r\nMayor/\r\n\x02Mayor leaves =\r\n\r\n${paragraphs.join('\r\n\r\n')}\r\n\x03021000 GMT Mar 26`;
    const zczc = `ZCZC AAP\r\n#Mayor\r\n$Mayor leaves\r\n${paragraphs.slice(0, 3).join('\r\n\r\n')}\r\nNNNN\r\n`;
    const kept = [anpa, iptc, zczc].map((text) => {
      const parsed = parse(new TextEncoder().encode(text));
      assert.ok(parsed.ok);
      return wordsOf((parsed.items[0]?.body ?? []).map((block) => block.text).join(' ')).join(' ');
    });
    const all = wordsOf(paragraphs.join(' ').replace('3{', '3 ')).join(' ');
    assert.deepEqual(kept, [all, all, wordsOf(paragraphs.slice(0, 3).join(' ')).join(' ')]);
  });

  it('refuse a message without an end and a file of endless messages, saying what to do', () => {
    const long = parse(
      new TextEncoder().encode(`\x01eca001 4 i 10  dpa 001\r\n\r\nMayor/\r\n\x02${'word '.repeat(60_000)}`),
    );
    assert.ok(!long.ok);
    assert.equal(long.refusal.kind, 'too-large');
    assert.match(long.refusal.message, /Send it again/);
    const many = parse(new TextEncoder().encode('ZCZC AAP\n#a\nword\nNNNN\n'.repeat(5001)));
    assert.ok(!many.ok);
    assert.match(many.refusal.message, /Split it/);
  });
});
