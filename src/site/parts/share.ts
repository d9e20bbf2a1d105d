import { linkTo } from '../../routes.ts';
import { type Html, html } from './html.ts';

/** What is shared: the public address of a story and its headline. */
export type Shared = { readonly slug: string; readonly url: string; readonly headline: string };

const ways: readonly (readonly [name: string, address: (url: string, headline: string) => string])[] = [
  ['Email', (url, headline) => `mailto:?subject=${headline}&body=${headline}%0A%0A${url}`],
  ['WhatsApp', (url, headline) => `https://wa.me/?text=${headline}%20${url}`],
  ['Telegram', (url, headline) => `https://t.me/share/url?url=${url}&text=${headline}`],
  ['X', (url, headline) => `https://x.com/intent/post?text=${headline}&url=${url}`],
  ['Facebook', (url) => `https://www.facebook.com/sharer/sharer.php?u=${url}`],
  ['LinkedIn', (url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`],
  ['Bluesky', (url, headline) => `https://bsky.app/intent/compose?text=${headline}%20${url}`],
];

/** The ways readers share, as plain links and one form; `client/share.ts` adds copying and the device's own sheet. */
export function renderShare({ slug, url, headline }: Shared): Html {
  const links = ways.map(
    ([name, address]) =>
      html`<li><a class="pill" href="${address(encodeURIComponent(url), encodeURIComponent(headline))}" rel="noopener nofollow">${name}</a></li>`,
  );
  return html`<section class="share" aria-labelledby="share-title" data-share="${url}" data-title="${headline}">
<h2 id="share-title">Share this article</h2>
<ul class="pills">
<li data-device hidden><button class="pill" type="button">Share…</button></li>
${links}
<li><details class="mastodon"><summary class="pill">Mastodon</summary>
<form action="${linkTo('shareMastodon')}" method="get">
<input type="hidden" name="story" value="${slug}">
<label for="mastodon-instance">Your Mastodon server</label>
<div class="field-row"><input id="mastodon-instance" name="instance" inputmode="url" autocapitalize="none" autocomplete="off" spellcheck="false" placeholder="mastodon.social" required><button type="submit">Share</button></div>
</form></details></li>
</ul>
<div class="copy-link"><label for="share-link">Link to this article</label>
<div class="field-row"><input id="share-link" readonly value="${url}"><button type="button" data-copy hidden>Copy link</button></div>
<p role="status" data-copied></p></div>
</section>`;
}

const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * Where a reader's Mastodon server takes what she shares, or undefined when `instance` is not the name of a public host.
 * Takes "Mastodon.Social", "https://mastodon.social/", "@name@mastodon.social"; no port, no path, no address in numbers.
 */
export function mastodonAddress(instance: string, { url, headline }: Omit<Shared, 'slug'>): string | undefined {
  const given = instance
    .trim()
    .toLowerCase()
    .replace(/^https:\/\//, '')
    .replace(/\/$/, '')
    .replace(/^@?[\w.-]+@/, '');
  if (given.length > 253 || /[/:?#@\\\s]/.test(given)) return undefined;
  const host = URL.canParse(`https://${given}`) ? new URL(`https://${given}`).hostname : '';
  return HOST.test(host) ? `https://${host}/share?text=${encodeURIComponent(`${headline} ${url}`)}` : undefined;
}
