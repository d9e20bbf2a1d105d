import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { decideComment, saveComment } from '../src/store/comments.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { findStory } from '../src/store/stories.ts';
import { launchBrowser } from './support/browser.ts';
import { type RunningProcess, startProcess } from './support/running.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WORDS = 'I walked past the site on Sunday, and the numbers in this report match what the foreman told us there';

describe('a discussion in a real browser', () => {
  let server: RunningProcess;
  let browser: Browser;
  let store: Store;
  let story = '';
  let storyId = 0;
  let count = 0;
  before(async () => {
    server = await startProcess();
    browser = await launchBrowser();
    store = await openStore({ dataFolder: server.dataFolder });
    const front = await (await fetch(server.address)).text();
    const path = /href="(\/story\/[^"#?]+)"/.exec(front)?.[1] ?? '';
    story = new URL(path, server.address).href;
    storyId = (await findStory(store, path.replace('/story/', '')))!.id;
    const head = await write('approved');
    const answer = await write('approved', head);
    await write('approved', await write('approved', answer));
    for (let more = 0; more < 55; more++) await write('approved');
  });
  after(async () => {
    await browser.close();
    await store.close();
    await server.destroy();
  });

  async function write(state: 'approved' | 'pending', parentId?: number): Promise<number> {
    const text = `${WORDS} (${count++}).`;
    const submission = { storyId, fullName: 'Rohit Patel', text, readerToken: `rohit ${count}` };
    const comment = await saveComment(store, {
      submission: parentId === undefined ? submission : { ...submission, parentId },
      name: 'Rohit P',
      state,
      reasons: [],
      by: 'policy',
      now: new Date(),
    });
    return comment.id;
  }

  async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => assert.fail(`A script broke on ${url}: ${error.message}`));
    await page.goto(url);
    return page;
  }

  async function findings(page: Page): Promise<string[]> {
    // The policy of the page forbids foreign scripts; the test's own goes in through the debugger.
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    return violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
  }

  const numberIn = (page: Page) => Number(/#comment-(\d+)$/.exec(page.url())?.[1]);
  const approve = (id: number) =>
    decideComment(store, id, { state: 'approved', by: 'Asha Rao', reasons: [], now: new Date() });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`axe finds nothing on the discussion and its forms, on a phone, ${colorScheme}`, async () => {
      const look = { viewport: { width: 390, height: 844 }, colorScheme };
      const first = await open(story, look);
      const report = (await first.locator('a.report').first().getAttribute('href')) ?? '';
      assert.deepEqual(await findings(first), []);
      assert.ok(((await first.evaluate('document.documentElement.scrollWidth')) as number) <= 390);
      await first.context().close();
      for (const address of [`${story}?sort=oldest&page=2`, new URL(report, story).href]) {
        const page = await open(address, look);
        assert.deepEqual(await findings(page), [], address);
        await page.context().close();
      }
    });
  }

  it('without script a reader pages, sorts, answers, respects, edits and deletes', async () => {
    const page = await open(story, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Next', exact: true }).click();
    await page.waitForURL(/\?page=2#comments$/);
    await page.getByRole('link', { name: 'Most discussed' }).click();
    await page.waitForURL(/sort=/);
    const thread = page.locator('.thread').first();
    assert.equal(await thread.locator('.answer').count(), 3);

    await thread
      .getByRole('link', { name: /^Reply/ })
      .first()
      .click();
    await page.getByLabel(/full name/i).fill('Wilhelmina Achebe');
    await page.getByRole('textbox', { name: 'Your comment' }).fill(`${WORDS}, without script.`);
    await page.getByRole('button', { name: 'Send comment' }).click();
    await page.waitForURL(/#comment-\d+$/);
    const id = numberIn(page);
    assert.match((await page.locator(`#comment-${id}`).textContent()) ?? '', /Waiting for a moderator/);

    await page.locator(`#comment-${id}`).getByRole('link', { name: /^Edit/ }).click();
    await page.getByRole('textbox', { name: 'Your comment' }).fill(`${WORDS}, and I edited it.`);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/#comment-\d+$/);
    assert.match((await page.locator(`#comment-${id}`).textContent()) ?? '', /edited[\s\S]*and I edited it\./);

    const respected = page.locator('.comment button.respect').first();
    await respected.click();
    await page.locator('button.respect[aria-pressed="true"]').waitFor();

    await page.goto(new URL(`/comment/${id}`, story).href);
    await page
      .locator(`#comment-${id}`)
      .getByRole('link', { name: /^Delete/ })
      .click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.waitForURL(/#comments$/);
    assert.equal(await page.locator(`#comment-${id}`).count(), 0);
    await page.context().close();
  });

  it('a reader is told at a pause what would help, loses nothing by it, and sends as she likes', async () => {
    const page = await open(story);
    await page.getByLabel(/full name/i).fill('Wilhelmina Achebe');
    const field = page.getByRole('textbox', { name: 'Your comment' });
    await field.pressSequentially('You are idiots and pathetic morons, all of you at this paper, go away for ever.');
    const advice = page.locator('[data-advice-said]');
    await advice.getByText(/can be read as aimed at people/).waitFor();
    assert.match((await advice.textContent()) ?? '', /“[^”]*morons[^”]*”/);
    assert.equal(await page.evaluate('document.activeElement.id'), 'comment-text');
    assert.deepEqual(await findings(page), []);
    await field.fill('');
    await advice.locator('li').first().waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('without script, by keyboard, a reader looks at her comment before she sends it', async () => {
    const page = await open(story, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await page.getByLabel(/full name/i).fill('Wilhelmina Achebe');
    await page.getByRole('textbox', { name: 'Your comment' }).fill(`${WORDS}, they are idiots and pathetic morons.`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const preview = page.locator('.preview');
    await preview.waitFor();
    assert.match((await preview.textContent()) ?? '', /Wilhelmina A[\s\S]*What would help/);
    assert.match(await page.getByRole('textbox', { name: 'Your comment' }).inputValue(), /pathetic morons\.$/);
    await page.getByRole('button', { name: 'Send comment' }).click();
    await page.waitForURL(/#comment-\d+$/);
    await page.context().close();
  });

  it('by keyboard alone a reader respects and reports, with the place where the comment stood kept', async () => {
    const page = await open(story);
    const button = page.locator('.comment button.respect').first();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('button.respect[aria-pressed="true"]').waitFor();
    assert.equal(page.url(), story);
    assert.equal(await page.evaluate('document.activeElement.className'), 'respect');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/report$/);
    await page.getByLabel(/has a mistake$/).focus();
    await page.keyboard.press('Space');
    await page.getByLabel(/which sentence/).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Send' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /an editor will look at that sentence/ }).waitFor();
    await page.context().close();
  });

  it('an arrival is announced and moves nothing until the reader asks; what she typed stays', async () => {
    const page = await open(story);
    const live = page.waitForResponse(/\/discussion\/live$/);
    await page.getByRole('textbox', { name: 'Your comment' }).fill('Half a thought');
    await page.locator('#comments-title').scrollIntoViewIfNeeded();
    await live;
    const before = await page.locator('.comment').first().getAttribute('id');
    const [one, two] = [await write('pending'), await write('pending')];
    await page.waitForTimeout(300);
    await approve(one);
    await approve(two);
    // Another process wrote; the next request of anybody lets the server notice.
    await fetch(story);
    const link = page.getByRole('link', { name: '2 new comments: show them' });
    await link.waitFor();
    assert.equal(await page.locator('.comment').first().getAttribute('id'), before);
    await link.click();
    await page.locator(`#comment-${two}`).waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Your comment' }).inputValue(), 'Half a thought');
    assert.equal(await page.evaluate('document.activeElement.id'), `comment-${two}`);
    assert.equal(await link.count(), 0);
    await page.context().close();
  });

  it('a busy browser shows its work and is not held for it; without script a person looks', async () => {
    const send = async (page: Page, words: string) => {
      await page.goto(story);
      await page.getByLabel(/full name/i).fill('Tobias Rahman');
      await page.getByRole('textbox', { name: 'Your comment' }).fill(`${WORDS}: ${words}.`);
      await page.getByRole('button', { name: 'Send comment' }).click();
      await page.waitForURL(/#comment-\d+$/, { timeout: 60_000 });
      return numberIn(page);
    };
    const codesOf = async (id: number) => {
      const events = await store.read
        .selectFrom('comment_event')
        .select('reasons')
        .where('comment_id', '=', id)
        .execute();
      return events.flatMap(({ reasons }) => (JSON.parse(reasons) as { code: string }[]).map(({ code }) => code));
    };
    const extraHTTPHeaders = { 'x-forwarded-for': '203.0.113.77' };
    const page = await open(story, { extraHTTPHeaders });
    for (const words of ['first', 'second']) await send(page, words);
    assert.ok(!(await codesOf(await send(page, 'third, with work'))).includes('busy-source'));
    await page.context().close();
    const plain = await open(story, { extraHTTPHeaders, javaScriptEnabled: false });
    assert.ok((await codesOf(await send(plain, 'fourth, without script'))).includes('busy-source'));
    await plain.context().close();
  });
});
