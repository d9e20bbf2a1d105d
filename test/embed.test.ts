import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { framed, type Partner, startPartner } from './support/partner.ts';
import { runCopydesk } from './support/running.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('a discussion on a page that is not ours', () => {
  let partner: Partner;
  before(async () => {
    partner = await startPartner();
  });
  after(() => partner.close());

  const discussion = (page: Page) => framed(page).locator('#comments');
  const heightOf = (page: Page) => page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height);

  for (const path of ['/by-slug', '/by-address']) {
    it(`stands where the script stands, as high as its words: ${path}`, async () => {
      const page = await partner.open(`${partner.origin}${path}`);
      await discussion(page).waitFor();
      await page.waitForFunction("document.querySelector('iframe').style.height !== '600px'");
      const inside = await framed(page)
        .locator('body')
        .evaluate((body) => body.offsetHeight);
      assert.ok(Math.abs((await heightOf(page)) - inside) <= 1);
      await page.context().close();
    });
  }

  it('takes the colours of the page around it, whatever the device prefers', async () => {
    const paper = (page: Page) =>
      framed(page).locator('body').evaluate('getComputedStyle(document.body).backgroundColor');
    const dark = await partner.open(`${partner.origin}/dark`, { colorScheme: 'light' });
    await discussion(dark).waitFor();
    await dark.waitForFunction("document.querySelector('iframe').style.height !== '600px'");
    assert.equal(await paper(dark), 'rgb(22, 22, 20)');
    await dark.evaluate("document.body.style.background = '#fff'");
    await dark.waitForFunction("document.querySelector('iframe').style.colorScheme === 'light'");
    await dark.waitForTimeout(200);
    assert.equal(await paper(dark), 'rgb(252, 250, 245)');
    await dark.context().close();
  });

  it('believes no other window about its height', async () => {
    const page = await partner.open(`${partner.origin}/by-slug`);
    await page.waitForFunction("document.querySelector('iframe').style.height !== '600px'");
    const before = await heightOf(page);
    await page.evaluate("window.postMessage({ copydesk: 'height', height: 9000 }, '*')");
    await page.evaluate(`new Promise((done) => {
      const other = document.createElement('iframe');
      other.srcdoc = '<script>parent.postMessage({ copydesk: "height", height: 9000 }, "*")</' + 'script>';
      other.onload = () => setTimeout(done, 100);
      document.body.append(other);
    })`);
    assert.equal(
      await page
        .locator('iframe')
        .first()
        .evaluate((frame) => frame.getBoundingClientRect().height),
      before,
    );
    await page.context().close();
  });

  it('takes colours from no other window either', async () => {
    const page = await partner.open(`${partner.origin}/by-slug`);
    await page.waitForFunction("document.querySelector('iframe').style.height !== '600px'");
    await page.evaluate(`new Promise((done) => {
      const other = document.createElement('iframe');
      other.srcdoc = '<script>parent.frames[0].postMessage({ copydesk: "hello", theme: "dark" }, "*")</' + 'script>';
      other.onload = () => setTimeout(done, 300);
      document.body.append(other);
    })`);
    const body = page.frameLocator('iframe >> nth=0').locator('body');
    assert.equal(await body.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(252, 250, 245)');
    await page.context().close();
  });

  it('stands on no page whose origin the publisher has not allowed', async () => {
    const page = await partner.open(`http://127.0.0.1:${partner.web.port}/by-slug`);
    await page.locator('iframe').waitFor();
    await page.waitForTimeout(500);
    const [, frame] = page.frames();
    assert.equal(await frame?.evaluate("document.querySelector('#comments') === null"), true);
    await page.context().close();
  });

  it('has nothing that axe finds, on a phone in the dark and on a desk in the light', async () => {
    const sizes = [
      { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
      { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
    ] as const;
    for (const size of sizes) {
      const page = await partner.open(`${partner.server.address}/embed/${partner.slug}`, size);
      await page.evaluate(axe);
      const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string }[] };
      assert.deepEqual(
        violations.map(({ id }) => id),
        [],
      );
      await page.context().close();
    }
  });

  it('answers 404 for a story that is not here and for an address that is not ours', async () => {
    const paths = ['/embed/no-such-story', '/embed?url=https%3A%2F%2Fevil.example%2Fstory%2Fa', '/embed?url=nonsense'];
    const statuses = await Promise.all(
      paths.map(async (path) => (await fetch(`${partner.server.address}${path}`)).status),
    );
    assert.deepEqual(statuses, [404, 404, 404]);
  });

  it('puts nothing into its policy that is not an origin', async () => {
    const { code, stderr } = await runCopydesk(['embed', 'allow', "https://a.example; script-src 'unsafe-inline'"], {
      env: partner.env,
    });
    const policy =
      (await fetch(`${partner.server.address}/embed/${partner.slug}`)).headers.get('content-security-policy') ?? '';
    assert.deepEqual([code, /is no origin/.test(stderr)], [2, true]);
    assert.match(policy, new RegExp(`frame-ancestors ${partner.origin}$`));
  });
});
