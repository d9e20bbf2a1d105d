import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { safePath } from './safe-path.ts';

describe('the path where somebody is led after signing in', () => {
  const ours = [
    '/desk',
    '/desk/comment/4',
    '/reader',
    '/reader/mute?comment=4',
    '/story/harbour-bridge#comment-4',
    '/comment/4',
  ];
  for (const path of ours) it(`may be ${path}`, () => assert.equal(safePath(path), path));

  const others = [
    '//evil.example',
    '/\\evil.example',
    '/desk//evil.example',
    '/deskevil.example',
    'https://evil.example/desk',
    'javascript:alert(1)',
    '/desk\r\nSet-Cookie: a=b',
    '/desk/<script>',
    `/desk/${'x'.repeat(400)}`,
    '',
  ];
  for (const path of others)
    it(`is not ${JSON.stringify(path.slice(0, 40))}`, () => assert.equal(safePath(path), undefined));
});
