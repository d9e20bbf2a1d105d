import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decode } from './decode.ts';

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('decode', () => {
  it('takes off a byte order mark, also of UTF-16', () => {
    assert.deepEqual(decode(new TextEncoder().encode('\ufeffOrt')), { text: 'Ort', encoding: 'utf-8' });
    assert.deepEqual(decode(latin('\xff\xfeO\0r\0t\0')), { text: 'Ort', encoding: 'utf-16le' });
    assert.deepEqual(decode(latin('\xfe\xff\0O\0r\0t')), { text: 'Ort', encoding: 'utf-16be' });
    assert.deepEqual(decode(latin('<\0r\0s\0s\0>\0')), { text: '<rss>', encoding: 'utf-16le' });
  });

  it('believes the bytes before the declaration', () => {
    const text = '<?xml version="1.0" encoding="iso-8859-1"?><p>Müller</p>';
    assert.equal(decode(new TextEncoder().encode(text)).text, text);
  });

  it('follows the declaration where the bytes are not UTF-8', () => {
    assert.match(decode(latin('<?xml version="1.0" encoding="windows-1251"?><p>\xcc\xe8\xf0</p>')).text, /Мир/);
    assert.match(decode(latin('<?xml version="1.0" encoding="iso-2022-jp"?><p>\x1b$BF|\x1b(B</p>')).text, /日/);
  });

  it('reads bytes of no known encoding as windows-1252', () => {
    assert.deepEqual(decode(latin('Caf\xe9 \x93ouvert\x94')), { text: 'Café “ouvert”', encoding: 'windows-1252' });
    assert.match(decode(latin('<?xml version="1.0" encoding="bogus"?><p>\xe9</p>')).text, /é/);
  });
});
