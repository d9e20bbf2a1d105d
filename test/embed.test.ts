import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';
import { type RunningProcess, runCopydesk, startProcess } from './support/running.ts';
import { type WebServer, webServer } from './support/web-server.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WORDS = 'I read this on the partner’s page, and the ferry figures here are the ones that I saw on the pier.';

describe('a discussion on a page that is not ours', () => {
  let server: RunningProcess;
  let browser: Browser;
  let partner: WebServer;
  let slug = '';
  let foreign = '';
  const env = () => ({ COPYDESK_DATA: server.dataFolder, DATABASE_URL: '', COPYDESK_URL: server.address });

  before(async () => {
    server = await startProcess();
    browser = await launchBrowser();
    partner = await webServer();
    // Another host name than the newsroom's: for a browser another site, so that its cookies are not ours.
    foreign = `http://localhost:${partner.port}`;
    const front = await (await fetch(server.address)).text();
    slug = decodeURIComponent(/href="\/story\/([^"#?/]+)"/.exec(front)?.[1] ?? '');
    partner.answer((request, response) => {
      const how = request.url === '/by-address' ? `data-url="${server.address}/story/${slug}"` : `data-story="${slug}"`;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><html lang="en"><title>Partner</title><body><h1>A partner’s page</h1>
<script src="${server.address}/embed.js" ${how} async></script></body></html>`);
    });
    const { code } = await runCopydesk(['embed', 'allow', foreign], { env: env() });
    assert.equal(code, 0);
  });
  after(async () => {
    await browser.close();
    await partner.close();
    await server.destroy();
  });

  async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(url);
    return page;
  }
  const discussion = (page: Page) => page.frameLocator('iframe').locator('#comments');
  const heightOf = (page: Page) => page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height);

  for (const path of ['/by-slug', '/by-address']) {
    it(`stands where the script stands, as high as its words: ${path}`, async () => {
      const page = await open(`${foreign}${path}`);
      await discussion(page).waitFor();
      await page.waitForFunction("document.querySelector('iframe').style.height !== '600px'");
      const inside = await page
        .frameLocator('iframe')
        .locator('body')
        .evaluate((body) => body.offsetHeight);
      assert.ok(Math.abs((await heightOf(page)) - inside) <= 1);
      await page.context().close();
    });
  }

  it('opens what is sent on our own page, where the reader’s cookie is ours and she sees her words', async () => {
    const page = await open(`${foreign}/by-slug`);
    const frame = page.frameLocator('iframe');
    await frame.locator('#comment-name').fill('Priya Sharma');
    await frame.locator('#comment-text').fill(WORDS);
    const opened = page.context().waitForEvent('page');
    await frame.locator('button.send').click();
    const own = await opened;
    await own.waitForLoadState();
    assert.equal(new URL(own.url()).pathname, `/story/${slug}`);
    assert.match(
      await own.locator('#comments').innerText(),
      /Waiting for a moderator[\s\S]*I read this on the partner/,
    );
    const cookies = await page.context().cookies(server.address);
    assert.deepEqual(
      cookies.map(({ name, sameSite }) => [name, sameSite]),
      [['reader', 'Lax']],
    );
    await page.reload();
    await discussion(page).waitFor();
    assert.doesNotMatch(await discussion(page).innerText(), /I read this on the partner/);
    await page.context().close();
  });

  it('can be read and sent without script', async () => {
    const page = await open(`${server.address}/embed/${slug}`, { javaScriptEnabled: false });
    await page.locator('#comment-name').fill('Tomas Berg');
    await page.locator('#comment-text').fill(`${WORDS} Without script.`);
    const opened = page.context().waitForEvent('page');
    await page.locator('button.send').click();
    const own = await opened;
    await own.waitForLoadState();
    assert.equal(new URL(own.url()).pathname, `/story/${slug}`);
    await page.context().close();
  });

  it('believes no other window about its height', async () => {
    const page = await open(`${foreign}/by-slug`);
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

  it('stands on no page whose origin the publisher has not allowed', async () => {
    const page = await open(`http://127.0.0.1:${partner.port}/by-slug`);
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
      const page = await open(`${server.address}/embed/${slug}`, size);
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
    const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${server.address}${path}`)).status));
    assert.deepEqual(statuses, [404, 404, 404]);
  });

  it('puts nothing into its policy that is not an origin', async () => {
    const { code, stderr } = await runCopydesk(['embed', 'allow', "https://a.example; script-src 'unsafe-inline'"], {
      env: env(),
    });
    const policy = (await fetch(`${server.address}/embed/${slug}`)).headers.get('content-security-policy') ?? '';
    assert.deepEqual([code, /is no origin/.test(stderr)], [2, true]);
    assert.match(policy, new RegExp(`frame-ancestors ${foreign}$`));
  });
});
