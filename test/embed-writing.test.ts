import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { saveComment } from '../src/store/comments.ts';
import { openStore } from '../src/store/open-store.ts';
import { findStory } from '../src/store/stories.ts';
import { framed, type Partner, startPartner } from './support/partner.ts';
import { runCopydesk } from './support/running.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WORDS = 'I read this on the partner’s page, and the ferry figures here are the ones that I saw on the pier.';

describe('reading and writing inside a frame on another site', () => {
  let partner: Partner;
  before(async () => {
    partner = await startPartner();
    const store = await openStore({ dataFolder: partner.server.dataFolder });
    const { id: storyId } = (await findStory(store, partner.slug))!;
    for (let nth = 0; nth < 60; nth++)
      await saveComment(store, {
        submission: { storyId, fullName: 'Edda Lund', text: `${WORDS} ${nth}`, readerToken: 'edda' },
        name: 'Edda L',
        state: 'approved',
        reasons: [],
        by: 'test',
        now: new Date(Date.now() - (100 - nth) * 60_000),
      });
    await store.close();
  });
  after(() => partner.close());

  const at = async (path: string): Promise<Page> => {
    const page = await partner.open(`${partner.origin}${path}`);
    await framed(page).locator('#comments').waitFor();
    return page;
  };
  async function send(page: Page, name: string, text: string): Promise<void> {
    const frame = framed(page);
    await frame.locator('#comment-name').fill(name);
    await frame.locator('#comment-text').fill(text);
    await frame.locator('button.send').click();
    await frame.locator('#posted').waitFor();
  }
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      if ((await framed(page).locator(`${selector}:focus`).count()) > 0) return;
    }
    assert.fail(`Twelve presses of Tab do not lead to ${selector}.`);
  }
  const cookiesOf = async (page: Page) =>
    (await page.context().cookies()).map(({ name, sameSite, secure, httpOnly, partitionKey }) => ({
      ...{ name, sameSite, secure, httpOnly, partitionKey },
    }));

  it('turns pages, changes the order and opens a thread without leaving the frame', async () => {
    const page = await at('/');
    const frame = framed(page);
    await frame.locator('.pager a[rel="next"]').click();
    await frame.getByText('Page 2 of 2').waitFor();
    await frame.getByRole('link', { name: 'Oldest' }).click();
    await frame.locator('.sorts a[aria-current]', { hasText: 'Oldest' }).waitFor();
    assert.equal(page.context().pages().length, 1);
    assert.equal(page.url(), `${partner.origin}/`);
    await page.context().close();
  });

  it('brings the place to which a reader is led into her view', async () => {
    const page = await at('/');
    await framed(page).getByRole('link', { name: 'Reply' }).first().click();
    const form = framed(page).locator('.replying');
    await form.waitFor();
    await page.waitForFunction('scrollY > 1000');
    const box = await form.boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 720, `the form is at ${box?.y}`);
    await page.context().close();
  });

  it('takes an answer in the frame and shows it waiting, also when the page is loaded again', async () => {
    const page = await at('/');
    await framed(page).getByRole('link', { name: 'Reply' }).first().click();
    await framed(page).locator('.replying').waitFor();
    await send(page, 'Priya Sharma', `${WORDS} And an answer.`);
    assert.match(await framed(page).locator('#posted').innerText(), /A moderator will read your comment/);
    assert.match(await framed(page).locator('.comment-waiting').innerText(), /in reply to Edda L[\s\S]*And an answer/);
    await page.reload();
    await framed(page).locator('.comment-waiting').waitFor();
    assert.equal(page.context().pages().length, 1);
    await page.context().close();
  });

  it('keeps a cookie for this site’s frames alone, that no script reads, and none for our own pages', async () => {
    const page = await at('/');
    await send(page, 'Tomas Berg', `${WORDS} Tomas.`);
    assert.deepEqual(await cookiesOf(page), [
      {
        name: '__Host-reader-frame',
        sameSite: 'None',
        secure: true,
        httpOnly: true,
        partitionKey: 'http://localhost',
      },
    ]);
    const own = await page.context().newPage();
    await own.goto(`${partner.server.address}/story/${partner.slug}`);
    assert.equal(await own.locator('.comment-waiting').count(), 0);
    await page.context().close();
  });

  it('takes a comment where the browser keeps no cookie at all, and shows it once', async () => {
    const page = await at('/plain');
    await send(page, 'Nadia Haddad', `${WORDS} Nadia.`);
    assert.match(await framed(page).locator('.comment-waiting').innerText(), /Nadia H[\s\S]*Nadia\./);
    assert.deepEqual(await cookiesOf(page), []);
    await page.reload();
    await framed(page).locator('#comments').waitFor();
    assert.equal(await framed(page).locator('.comment-waiting').count(), 0);
    await page.context().close();
  });

  it('gives back what was typed, with what is wrong, inside the frame', async () => {
    const page = await at('/');
    await framed(page).locator('#comment-name').fill('Tomas Berg');
    await framed(page).locator('#comment-text').fill('Too short.');
    await framed(page).locator('button.send').click();
    await framed(page).locator('.problems').waitFor();
    assert.equal(await framed(page).locator('#comment-text').inputValue(), 'Too short.');
    await framed(page).locator('.problems:focus').waitFor();
    await page.context().close();
  });

  it('lets her respect and report inside the frame, and delete her own only on our page', async () => {
    const page = await at('/');
    const star = framed(page).locator('button.respect').first();
    await star.click();
    await framed(page).locator('button.respect[aria-pressed="true"]').waitFor();
    await framed(page).locator('a.report').first().click();
    await framed(page).getByLabel('It is an advertisement or spam').check();
    await framed(page).locator('button.send').click();
    await framed(page).getByText('Thank you: a moderator will look at it').waitFor();
    await framed(page).getByText('Back to the discussion').click();
    await send(page, 'Sol Ortega', `${WORDS} Sol, in haste.`);
    const opened = page.context().waitForEvent('page');
    await framed(page).locator('.comment-waiting').getByRole('link', { name: 'Delete' }).click();
    const own = await opened;
    assert.equal(new URL(own.url()).origin, partner.server.address);
    await own.getByRole('button', { name: 'Delete it' }).click();
    await own.getByText('Your comment was deleted').waitFor();
    await page.reload();
    await framed(page).locator('#comments').waitFor();
    assert.equal(await framed(page).locator('.comment-waiting').count(), 0);
    await page.context().close();
  });

  it('is answered by keyboard alone', async () => {
    const page = await at('/');
    const frame = framed(page);
    await frame.getByRole('link', { name: 'Reply' }).nth(3).focus();
    await page.keyboard.press('Enter');
    await frame.locator('.replying').waitFor();
    await tabTo(page, '#comment-name');
    await page.keyboard.type('Amara Okafor');
    await tabTo(page, '#comment-text');
    await page.keyboard.type(`${WORDS} By keyboard.`);
    await tabTo(page, 'button.send');
    await page.keyboard.press('Enter');
    await frame.locator('#posted:focus').waitFor();
    await page.context().close();
  });

  it('begins a page of the frame at its top, however far down the reader was', async () => {
    const page = await at('/');
    await framed(page).locator('a.report').nth(40).click();
    await framed(page).locator('#report-title').waitFor();
    await page.waitForFunction("Math.abs(document.querySelector('iframe').getBoundingClientRect().top) < 500");
    const box = await framed(page).locator('#report-title').boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 720, `the heading is at ${box?.y}`);
    await page.context().close();
  });

  it('has nothing that axe finds, where something was sent and where something is reported', async () => {
    const page = await at('/');
    const faults = async () => {
      const inside = page.frames()[1]!;
      await inside.evaluate(axe);
      const { violations } = (await inside.evaluate('axe.run()')) as { violations: { id: string }[] };
      return violations.map(({ id }) => id);
    };
    await framed(page).locator('#comment-text').fill('Too short.');
    await framed(page).locator('button.send').click();
    await framed(page).locator('.problems').waitFor();
    assert.deepEqual(await faults(), []);
    await framed(page).locator('a.report').first().click();
    await framed(page).locator('#report-title').waitFor();
    assert.deepEqual(await faults(), []);
    await page.context().close();
  });

  it('does its work where a source is busy, and is then taken', async () => {
    // However long the tests before took: three in a moment are busy.
    for (const words of ['One', 'Two', 'Three']) {
      const fields = { name: 'Yusuf Demir', text: `${WORDS} ${words}.` };
      await fetch(`${partner.server.address}/embed/${partner.slug}/comment`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: partner.server.address },
      });
    }
    const page = await at('/');
    const asked = page.waitForResponse((response) => response.url().endsWith(`/embed/${partner.slug}/challenge`));
    await send(page, 'Yusuf Demir', `${WORDS} Yusuf, who waits.`);
    assert.equal((await asked).status(), 200);
    await page.context().close();
  });

  it('is read and written without script', async () => {
    const page = await partner.open(`${partner.server.address}/embed/${partner.slug}`, { javaScriptEnabled: false });
    await page.locator('#comment-name').fill('Ines Duarte');
    await page.locator('#comment-text').fill(`${WORDS} Without script.`);
    await page.locator('button.send').click();
    assert.match(await page.locator('.comment-waiting').innerText(), /Without script/);
    await page.context().close();
  });

  it('refuses what another site sends to a frame’s address, and a key that was made up', async () => {
    const address = `${partner.server.address}/embed/${partner.slug}/comment`;
    const body = new URLSearchParams({ name: 'Mallory Finch', text: `${WORDS} Mallory.` });
    const foreign = await fetch(address, { method: 'POST', body, headers: { origin: partner.origin } });
    assert.equal(foreign.status, 403);
    const key = 'A'.repeat(90);
    const made = await fetch(`${partner.server.address}/comment/1/delete?key=${key}`);
    assert.equal(made.status, 404);
  });

  it('lets only chosen origins frame whatever it answers, errors too', async () => {
    const asked = ['/embed/no-such-story', '/embed/comment/999999', '/embed/comment/999999/report', '/embed/a/b/c'];
    const policies = await Promise.all(
      asked.map(async (path) =>
        (await fetch(`${partner.server.address}${path}`)).headers.get('content-security-policy'),
      ),
    );
    assert.deepEqual(
      policies.map((policy) => policy?.split('frame-ancestors ')[1]),
      asked.map(() => partner.origin),
    );
    const { stdout } = await runCopydesk(['embed', 'list'], { env: partner.env });
    assert.equal(stdout.trim(), partner.origin);
  });
});
