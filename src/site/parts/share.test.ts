import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mastodonAddress, renderShare } from './share.ts';

const shared = { slug: 'pier', url: 'https://post.example/story/pier', headline: 'Pier & “Quay” Close?' };

describe('sharing', () => {
  it('gives each way the address and, where it takes one, the headline', () => {
    const html = String(renderShare(shared));
    const url = encodeURIComponent(shared.url);
    const headline = encodeURIComponent(shared.headline);
    for (const address of [
      `mailto:?subject=${headline}&amp;body=${headline}%0A%0A${url}`,
      `https://wa.me/?text=${headline}%20${url}`,
      `https://t.me/share/url?url=${url}&amp;text=${headline}`,
      `https://x.com/intent/post?text=${headline}&amp;url=${url}`,
      `https://www.facebook.com/sharer/sharer.php?u=${url}`,
      `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
      `https://bsky.app/intent/compose?text=${headline}%20${url}`,
    ]) {
      assert.ok(html.includes(`href="${address}" rel="noopener nofollow"`), address);
    }
  });

  it('takes a Mastodon server in the ways in which people write it', () => {
    for (const instance of [
      'mastodon.social',
      ' Mastodon.Social/ ',
      'https://mastodon.social',
      '@priya@mastodon.social',
    ]) {
      const address = mastodonAddress(instance, shared);
      assert.equal(
        address,
        `https://mastodon.social/share?text=${encodeURIComponent(`${shared.headline} ${shared.url}`)}`,
      );
    }
    assert.match(mastodonAddress('sökmotor.example', shared) ?? '', /^https:\/\/xn--skmotor-90a\.example\/share/);
  });

  it('takes nothing else for a Mastodon server', () => {
    const wrong = [
      '',
      'localhost',
      '127.0.0.1',
      '2130706433',
      '[::1]',
      'a.b:8080',
      'x.example/evil',
      'user:pass@x.example',
      'javascript:x',
      'x.example?y',
      'x.example#',
      'x..example',
      '-x.example',
      'http://x.example',
      'x.example\\@y',
      'x y.example',
      `${'a'.repeat(64)}.example`,
      '.example',
      'example.',
      '0x7f.1',
    ];
    assert.deepEqual(
      wrong.filter((instance) => mastodonAddress(instance, shared) !== undefined),
      [],
    );
  });
});
