import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { assetPath, findAsset } from './assets.ts';

const text = (name: string): string => {
  const asset = findAsset(assetPath(name).replace('/assets/', ''));
  return Buffer.from(asset?.body ?? []).toString();
};

describe('the assets', () => {
  it('carry a hash in their names and are compressed', () => {
    assert.match(assetPath('site.css'), /^\/assets\/site\.[A-Za-z0-9]{10}\.css$/);
    const asset = findAsset(assetPath('site.css').replace('/assets/', ''));
    assert.deepEqual(brotliDecompressSync(asset!.br!), Buffer.from(asset!.body));
    assert.deepEqual(gunzipSync(asset!.gzip!), Buffer.from(asset!.body));
  });

  it('lead from the style sheet to fonts that are there', () => {
    const fonts = [...text('site.css').matchAll(/url\(([^)]+)\)/g)].map((match) => match[1]!);
    assert.equal(fonts.length, 3);
    assert.deepEqual(
      fonts.filter((file) => findAsset(file)?.type !== 'font/woff2'),
      [],
    );
  });

  it('give the browser modules without types, whose imports are there', () => {
    const code = text('counter.js');
    const imported = /from ?'\.\/([^']+)'/.exec(code)?.[1] ?? '';
    assert.match(Buffer.from(findAsset(imported)?.body ?? []).toString(), /export function writtenLength\(text\s*\)/);
    assert.doesNotMatch(code, /HTMLTextAreaElement|\.ts'/);
  });

  it('know no name with a wrong hash', () => {
    assert.equal(findAsset('site.0000000000.css'), undefined);
    assert.throws(() => assetPath('nothing.css'), TypeError);
  });
});
