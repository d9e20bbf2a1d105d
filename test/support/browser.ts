import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** What the package switches off for scraping and a test of a page must have on. */
const loosened = new Set(['--single-process', '--disable-web-security', '--allow-running-insecure-content']);

/**
 * A real Chromium: the one inside the npm package `@sparticuz/chromium` where it has a binary for this machine, else an
 * installed Chrome. Never downloads. `more` are switches of Chromium.
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    ...more,
  ];
  if (process.platform !== 'linux') return playwright.launch({ channel: 'chrome', args: quiet });
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !loosened.has(arg)), ...quiet],
    headless: true,
  });
}
