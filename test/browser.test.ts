import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';
import { type RunningProcess, runCopydesk, startProcess } from './support/running.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WORDS = 'I walked past the site on Sunday, and the numbers in this report match what the foreman told us there.';
const phone = { viewport: { width: 390, height: 844 } } as const;
const desktop = { viewport: { width: 1280, height: 900 } } as const;

describe('the pages in a real browser', () => {
  let server: RunningProcess;
  let browser: Browser;
  let story = '';
  before(async () => {
    server = await startProcess();
    browser = await launchBrowser();
    const front = await (await fetch(server.address)).text();
    story = new URL(/href="(\/story\/[^"#?]+)"/.exec(front)?.[1] ?? '', server.address).href;
  });
  after(async () => {
    await browser.close();
    await server.destroy();
  });

  async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on('pageerror', (error) => assert.fail(`A script broke on ${url}: ${error.message}`));
    await page.goto(url);
    return page;
  }

  async function findings(page: Page): Promise<string[]> {
    // The policy of the page forbids foreign scripts; the test's own goes in through the debugger.
    await page.evaluate((await import('node:fs')).readFileSync(axePath, 'utf8'));
    const result = await page.evaluate('axe.run()');
    const { violations } = result as { violations: { id: string; nodes: { html: string }[] }[] };
    return violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
  }

  for (const [size, viewport] of Object.entries({ phone, desktop })) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`axe finds nothing on the front page, an article, its record and the search, ${size}, ${colorScheme}`, async () => {
        const front = await open(server.address, { ...viewport, colorScheme });
        assert.deepEqual(await findings(front), []);
        await front.context().close();
        const article = await open(story, { ...viewport, colorScheme });
        await article.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
        assert.deepEqual(await findings(article), []);
        await article.context().close();
        for (const address of [`${story}/making`, `${server.address}/search?q=harbour`]) {
          const page = await open(address, { ...viewport, colorScheme });
          assert.deepEqual(await findings(page), [], address);
          await page.context().close();
        }
      });
    }
  }

  it('nothing is wider than a small phone', async () => {
    const page = await open(story, { viewport: { width: 320, height: 700 } });
    assert.ok(((await page.evaluate('document.documentElement.scrollWidth')) as number) <= 320);
    await page.context().close();
  });

  it('the dark scheme is dark', async () => {
    const page = await open(story, { colorScheme: 'dark' });
    const [red = 255] =
      ((await page.evaluate('getComputedStyle(document.body).backgroundColor')) as string).match(/\d+/g)?.map(Number) ??
      [];
    assert.ok(red < 60);
    await page.context().close();
  });

  it('asks nobody else for anything, and breaks no policy', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(story, { waitUntil: 'networkidle' });
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(server.address)),
      [],
    );
    assert.deepEqual(complaints, []);
    assert.ok(asked.length <= 8, asked.join('\n'));
    await context.close();
  });

  it('a key point shows the words it rests on, by keyboard and without script', async () => {
    const page = await open(story, { javaScriptEnabled: false });
    const summary = page.locator('details summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    assert.ok((await page.locator('details[open]').count()) > 0);
    await page.context().close();
  });

  it('the record of an element is one key away from it, without script', async () => {
    const page = await open(story, { javaScriptEnabled: false });
    for (const mark of await page.locator('details.proof > summary, details.point > summary').all()) {
      await mark.focus();
      await page.keyboard.press('Enter');
    }
    const records = page.locator('.proof-note a[href*="/making#"]');
    assert.equal(await records.count(), await page.locator('details.proof, details.point').count());
    await records.first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/making#/);
    assert.ok(await page.locator('.making-part:target').isVisible());
    await page.context().close();
  });

  it('a comment goes in without script, and its author sees it wait', async () => {
    const page = await open(story, { javaScriptEnabled: false });
    await page.getByLabel(/full name/i).fill('Wilhelmina Achebe');
    await page.getByLabel(/your comment|^comment/i).fill(WORDS);
    await page.getByRole('button', { name: /post|send|comment/i }).click();
    await page.waitForURL(/#comment-\d+$/);
    assert.match(
      (await page.textContent('body')) ?? '',
      /Wilhelmina A[\s\S]*aiting for a moderator|aiting for a moderator[\s\S]*Wilhelmina A/,
    );
    await page.context().close();
  });

  it('with script the count runs along, and a short comment comes back whole', async () => {
    const page = await open(story);
    const box = page.getByLabel(/your comment|^comment/i);
    await box.pressSequentially('Hello there');
    await page.getByText('11/50').waitFor();
    await page.getByLabel(/full name/i).fill('Tobias Rahman');
    await page.getByRole('button', { name: /post|send|comment/i }).click();
    await page.waitForLoadState();
    assert.equal(await page.getByLabel(/your comment|^comment/i).inputValue(), 'Hello there');
    assert.equal(await page.getByLabel(/full name/i).inputValue(), 'Tobias Rahman');
    await page.context().close();
  });

  it('an approved comment is there for everybody', async () => {
    const env = { COPYDESK_DATA: server.dataFolder, DATABASE_URL: '' };
    const list = await runCopydesk(['comment', 'list', '--state', 'pending', '--json'], { env });
    const mine = list.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: number; text: string })
      .find((one) => one.text === WORDS);
    assert.equal((await runCopydesk(['comment', 'approve', String(mine?.id)], { env })).code, 0);
    assert.match(await (await fetch(story)).text(), /I walked past the site on Sunday/);
  });

  it('the share links need no script and carry the address', async () => {
    const page = await open(story, { javaScriptEnabled: false });
    const links = await page.locator('.share a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    const address = encodeURIComponent(new URL(story).pathname.replace(/.*\//, ''));
    assert.deepEqual(
      links.filter((href) => !href.includes(address)),
      [],
    );
    assert.ok(links.length >= 7);
    await page.context().close();
  });

  it('with script the address is copied', async () => {
    const page = await open(story, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: /copy/i }).click();
    await page.waitForFunction('navigator.clipboard.readText().then((text) => text.includes("/story/"))');
    await page.context().close();
  });

  it('on paper the form and the share row are left away', async () => {
    const page = await open(story);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.share').isVisible(), false);
    assert.equal(await page.locator('textarea').isVisible(), false);
    await page.context().close();
  });
});
