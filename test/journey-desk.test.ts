import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createApp } from '../src/app.ts';
import { saveComment } from '../src/store/comments.ts';
import { listDecisions } from '../src/store/moderation/decision-log.ts';
import { findStory } from '../src/store/stories.ts';
import type { Reason } from '../src/story/discussion/comment.ts';
import type { Staff } from '../src/story/staff.ts';
import { launchBrowser } from './support/browser.ts';
import { HARBOUR_STORY } from './support/copy.ts';
import { databases, type TestDatabase } from './support/databases.ts';
import { testNewsroom } from './support/test-newsroom.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const people: Readonly<Record<string, Staff>> = {
  asha: { id: 'a', name: 'Asha Rao', email: 'asha@courier.example', role: 'admin' },
  bo: { id: 'b', name: 'Bo Lind', email: 'bo@courier.example', role: 'moderator' },
};
const READER = 'a-reader-of-the-courier';

describe('a moderator at the desk, in a real browser', () => {
  let opened: TestDatabase;
  let server: Server;
  let browser: Browser;
  let address = '';
  let slug = '';
  let number = 0;

  before(async () => {
    opened = await databases[0]!.open();
    const { newsroom, receive } = testNewsroom(opened.store);
    const filed = await receive(HARBOUR_STORY);
    assert.ok(filed.ok);
    slug = filed.stories[0]!.slug;
    const staffOf = async (request: Request) =>
      people[/who=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''];
    const app = createApp(newsroom, { staffOf, countStaff: async () => 2 });
    server = createServer(getRequestListener(app.fetch));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await opened.destroy();
  });
  beforeEach(() => opened.store.write(async (tx) => void (await tx.db.deleteFrom('comment').execute())));

  async function post(name: string, reasons: readonly Reason[] = []): Promise<number> {
    const storyId = (await findStory(opened.store, slug))!.id;
    const text = `${name} was there: the ferry must run late as well, for the night shift needs it. ${number++}`;
    const { id } = await saveComment(opened.store, {
      submission: { storyId, fullName: `${name} Example`, text, readerToken: READER },
      name,
      state: 'held',
      reasons,
      by: 'policy',
      now: new Date(Date.UTC(2026, 2, 2, 8, 0, number)),
    });
    return id;
  }

  async function open(path: string, who = 'asha', options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    await context.addCookies([{ name: 'who', value: who, url: address }]);
    const page = await context.newPage();
    page.on('pageerror', (error) => assert.fail(`A script broke on ${path}: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && assert.fail(`${path}: ${message.text()}`));
    await page.goto(`${address}${path}`);
    return page;
  }

  const decided = async () =>
    (await listDecisions(opened.store, { who: 'people', limit: 9 }))
      .map((one) => [one.kind === 'comment' && one.name, one.state])
      .toReversed();
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** The page that a key leads to. */
  const follow = (page: Page, key: string) => Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);

  it('goes through the list by keys alone: down, up, select, approve, and undo', async () => {
    for (const name of ['Ann', 'Bea', 'Cem']) await post(name);
    const page = await open('/desk');
    await press(page, 'j', 'j', 'k', 'j');
    assert.match((await page.locator(':focus').textContent()) ?? '', /Bea/);
    await follow(page, 'a');
    assert.deepEqual(await decided(), [['Bea', 'approved']]);
    assert.match((await page.locator('.done').textContent()) ?? '', /1 approved/);
    await follow(page, 'u');
    assert.deepEqual(await decided(), [
      ['Bea', 'approved'],
      ['Bea', 'held'],
    ]);
    await press(page, 'j', 'x');
    assert.equal(await page.locator('input[type=checkbox]:checked').count(), 1);
    await page.context().close();
  });

  it('decides one comment after the other by keys alone, with what the reader is told', async () => {
    for (const name of ['Ann', 'Bea', 'Cem']) await post(name);
    const page = await open('/desk');
    await press(page, 'j');
    await follow(page, 'Enter');
    assert.match((await page.locator('h1').textContent()) ?? '', /Ann/);
    await follow(page, 'j');
    await follow(page, 'k');
    await press(page, '2');
    await follow(page, 'r');
    assert.match((await page.locator('h1').textContent()) ?? '', /Bea/);
    await follow(page, 'h');
    await follow(page, 'a');
    assert.deepEqual(await decided(), [
      ['Ann', 'refused'],
      ['Bea', 'held'],
      ['Cem', 'approved'],
    ]);
    const [first] = (await listDecisions(opened.store, { state: 'refused', limit: 1 }))[0]!.reasons;
    assert.equal(first?.code, 'off-topic');
    await page.context().close();
  });

  it('keys do nothing while she types, and b leads to the ban', async () => {
    await post('Ann');
    const page = await open('/desk');
    await press(page, 'j');
    await follow(page, 'Enter');
    await page.locator('.own-words input').focus();
    await page.keyboard.type('a harsh tone');
    assert.equal(await page.locator('.own-words input').inputValue(), 'a harsh tone');
    assert.deepEqual(await decided(), []);
    await page.locator('h1').click();
    await press(page, 'b');
    assert.ok(await page.locator('.reader-form').isVisible());
    await press(page, 'Escape');
    await page.locator('h1').click();
    await press(page, '?');
    assert.ok(await page.locator('dialog[open]').isVisible());
    await press(page, 'Escape');
    assert.equal(await page.locator('dialog[open]').count(), 0);
    await page.context().close();
  });

  it('decides several at once and takes it back, without script', async () => {
    for (const name of ['Ann', 'Bea', 'Cem']) await post(name);
    const page = await open('/desk', 'asha', { javaScriptEnabled: false });
    const boxes = page.locator('.items input[type=checkbox]');
    await boxes.nth(0).focus();
    await press(page, 'Space');
    await boxes.nth(2).focus();
    await press(page, 'Space');
    await page.locator('.together select').selectOption('insult');
    await page.locator('.together button[value=remove]').focus();
    await follow(page, 'Enter');
    assert.match((await page.locator('.done').textContent()) ?? '', /2 refused/);
    assert.equal(await page.locator('[data-item]').count(), 1);
    await page.locator('.done button').focus();
    await follow(page, 'Enter');
    assert.match((await page.locator('.done').textContent()) ?? '', /Undone: 2 held again/);
    assert.equal(await page.locator('[data-item]').count(), 3);
    await page.context().close();
  });

  it('two moderators at once: the second is warned, and is led past what the first has open', async () => {
    const [, second] = [await post('Ann'), await post('Bea'), await post('Cem')];
    const asha = await open(`/desk/comment/${second}`);
    const bo = await open('/desk', 'bo');
    assert.match((await bo.locator('[data-item]').nth(1).textContent()) ?? '', /Asha Rao has it open/);
    await press(bo, 'j');
    await follow(bo, 'Enter');
    await follow(bo, 'a');
    assert.match((await bo.locator('h1').textContent()) ?? '', /Cem/);
    await bo.goto(`${address}/desk/comment/${second}`);
    assert.ok(await bo.locator('[data-open-elsewhere]').isVisible());
    assert.ok(!(await asha.locator('[data-open-elsewhere]').isVisible()));
    await asha.context().close();
    await bo.context().close();
  });

  it('a reader reads why, asks for another look without script, and another moderator answers', async () => {
    const id = await post('Ann');
    const asha = await open(`/desk/comment/${id}`);
    await press(asha, '1');
    await follow(asha, 'r');
    const reader = await browser.newContext({ javaScriptEnabled: false });
    await reader.addCookies([{ name: 'reader', value: READER, url: address }]);
    const page = await reader.newPage();
    await page.goto(`${address}/story/${slug}`);
    assert.match((await page.locator('.told').textContent()) ?? '', /attacks a person instead of what was said/);
    await page.locator('.appeal-form input').fill('I spoke of the ferry.');
    await page.locator('.appeal-form button').focus();
    await follow(page, 'Enter');
    assert.match((await page.locator('.told').textContent()) ?? '', /Another moderator will decide/);
    await asha.goto(`${address}/desk?queue=appeals`);
    assert.equal(await asha.locator('[data-item]').count(), 0);
    const bo = await open('/desk?queue=appeals', 'bo');
    await press(bo, 'j');
    await follow(bo, 'Enter');
    assert.match((await bo.locator('.appeal').textContent()) ?? '', /I spoke of the ferry/);
    await follow(bo, 'a');
    await page.reload();
    assert.equal(await page.locator('.told').count(), 0);
    assert.equal(await page.locator(`#comment-${id}`).count(), 1);
    for (const one of [asha, bo, page]) await one.context().close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [size, width] of [
      ['phone', 390],
      ['desktop', 1280],
    ] as const) {
      it(`axe finds nothing on any page of the desk, ${size}, ${colorScheme}, and nothing is too wide`, async () => {
        const spans = [{ start: 0, end: 3 }];
        const id = await post('Ann', [{ code: 'disrespect', message: 'It may insult.', spans } as Reason]);
        await post('Bea');
        const at = new Date('2026-03-02T08:30:00Z');
        await opened.store.write(async (tx) => {
          const row = {
            kind: 'mute',
            reason: 'Threats.',
            staff_id: 'b',
            by_whom: 'Bo Lind',
            at: at.toISOString(),
          } as const;
          const { reader_id } = await tx.db
            .selectFrom('comment')
            .select('reader_id')
            .where('id', '=', id)
            .executeTakeFirstOrThrow();
          await tx.db
            .insertInto('reader_event')
            .values({ ...row, reader_id })
            .execute();
        });
        const page = await open('/desk?did=nothing', 'asha', { colorScheme, viewport: { width, height: 900 } });
        const reader = (await page.locator('[href^="/desk/reader/"]').first().getAttribute('href')) ?? '';
        const paths = [
          '/desk?did=nothing',
          `/desk/comment/${id}`,
          reader,
          '/desk/log',
          '/desk/figures',
          '/desk/reasons',
          '/desk/stories',
          '/desk/corrections',
          '/desk/staff',
          '/desk/settings',
        ];
        for (const path of paths) {
          await page.goto(`${address}${path}`);
          await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
          await page.evaluate(axe);
          const { violations } = (await page.evaluate('axe.run()')) as {
            violations: { id: string; nodes: { html: string }[] }[];
          };
          assert.deepEqual(
            violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`),
            [],
            path,
          );
          assert.ok(
            ((await page.evaluate('document.documentElement.scrollWidth')) as number) <= width,
            `${path} is too wide`,
          );
        }
        await page.context().close();
      });
    }
  }
});
