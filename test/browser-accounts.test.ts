import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';
import { type MailServer, startMailServer } from './support/mail-server.ts';
import { type RunningProcess, startProcess } from './support/running.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const phone = { viewport: { width: 390, height: 844 } } as const;
const desktop = { viewport: { width: 1280, height: 900 } } as const;

/** A port that was free a moment ago: passkeys belong to a host name, so the public address must be known before the start. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('accounts in a real browser', () => {
  let server: RunningProcess;
  let mail: MailServer;
  let browser: Browser;
  let url = '';
  before(async () => {
    mail = await startMailServer();
    const port = await freePort();
    url = `http://localhost:${port}`;
    const env = {
      PORT: `${port}`,
      COPYDESK_URL: url,
      COPYDESK_SMTP: mail.url,
      COPYDESK_MAIL_FROM: 'desk@courier.example',
    };
    server = await startProcess({ env });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await server.destroy();
    await mail.stop();
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => assert.fail(`A script broke on ${path}: ${error.message}`));
    await page.goto(`${url}${path}`);
    return page;
  }

  async function findings(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    return violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
  }

  const heading = (page: Page) => page.locator('h1').first().innerText();

  /** By keyboard alone: types the address, presses Enter, opens the link of the mail, presses its button. */
  async function signIn(page: Page, email: string): Promise<void> {
    await page.goto(`${url}/sign-in`);
    await page.locator('#email').focus();
    await page.keyboard.type(email);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    const { text } = await mail.next();
    await page.goto(/http:\/\/localhost:\d+\/sign-in\/link\?token=[\w-]+/.exec(text)?.[0] ?? '');
    await page.locator('main button').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(?:reader|desk)/);
  }

  it('the first admin comes by the link on the terminal, without JavaScript, and it is in no log', async () => {
    const output = server.output();
    const link = /http:\S+\/sign-in\/first\?token=\S+/.exec(output)?.[0] ?? '';
    assert.equal(output.split('\n').filter((line) => line.startsWith('{') && line.includes('token')).length, 0);
    const page = await open(link.slice(url.length), { javaScriptEnabled: false });
    assert.equal(await heading(page), 'You are the first here');
    await page.fill('#name', 'Ines Kolar');
    await page.fill('#email', 'ines@courier.example');
    await page.press('#email', 'Enter');
    await page.waitForURL(/\/desk/);
    assert.match(await page.locator('.who').innerText(), /Ines Kolar, admin/);
    await page.click('.who form button');
    await page.waitForURL(`${url}/`);
    await page.goto(`${url}/desk`);
    assert.match(page.url(), /\/sign-in\?to=/);
    await page.context().close();
  });

  it('a reader signs in by mail with the keyboard alone, without JavaScript, and erases her data', async () => {
    const page = await open('/sign-in', { javaScriptEnabled: false });
    await signIn(page, 'noor@readers.example');
    assert.equal(await heading(page), 'Your account');
    await page.getByRole('link', { name: 'Erase my data' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/erase/);
    await page.locator('input[value="name-only"]').check();
    await page.locator('main button').press('Enter');
    await page.getByText('Nothing here leads to you any more').waitFor();
    await page.goto(`${url}/reader`);
    assert.match(page.url(), /\/sign-in/);
    await page.context().close();
  });

  it('a reader adds a passkey, signs out, and signs in with it', async () => {
    const page = await open('/sign-in');
    await signIn(page, 'amara@readers.example');
    await withAuthenticator(page.context(), page);
    await page.goto(`${url}/reader`);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('Passkey 1').waitFor();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.waitForURL(`${url}/`);
    await page.goto(`${url}/sign-in?to=%2Freader`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL(`${url}/reader`);
    assert.match(await page.locator('main').innerText(), /amara@readers\.example/);
    await page.context().close();
  });

  async function withAuthenticator(context: BrowserContext, page: Page): Promise<void> {
    const debug = await context.newCDPSession(page);
    await debug.send('WebAuthn.enable');
    await debug.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  }

  for (const [size, viewport] of Object.entries({ phone, desktop })) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`axe finds nothing on the pages of accounts, ${size}, ${colorScheme}`, async () => {
        const page = await open('/sign-in', { ...viewport, colorScheme });
        assert.deepEqual(await findings(page), []);
        await signIn(page, `reader-${size}-${colorScheme}@readers.example`);
        for (const path of [
          '/reader',
          '/reader/erase',
          '/reader/mute?comment=1',
          `/sign-in/link?token=${'x'.repeat(32)}`,
        ]) {
          await page.goto(`${url}${path}`);
          assert.deepEqual(await findings(page), [], path);
        }
        assert.ok(((await page.evaluate('document.documentElement.scrollWidth')) as number) <= viewport.viewport.width);
        await page.context().close();
      });
    }
  }
});
