import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type RunningProcess, runCopydesk, startProcess } from './running.ts';
import { type WebServer, webServer } from './web-server.ts';

/** A newsroom, a page on another site that frames its discussion, and a browser that looks at it. */
export type Partner = {
  readonly server: RunningProcess;
  /** The demo story whose discussion is framed. */
  readonly slug: string;
  /** The other site's origin. */
  readonly origin: string;
  readonly web: WebServer;
  readonly browser: Browser;
  /** The settings with which `copydesk` works on this newsroom. */
  readonly env: Record<string, string>;
  /** A new visitor's view of a page. */
  open(url: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
};

/**
 * Starts all three. The browser blocks cookies of third parties. The newsroom is at 127.0.0.1 and, for pages that ask for
 * `/plain`, at news.example, where Chromium keeps no cookie for frames, for there is no TLS.
 */
export async function startPartner(): Promise<Partner> {
  const server = await startProcess();
  const { port } = new URL(server.address);
  const browser = await launchBrowser([
    '--test-third-party-cookie-phaseout',
    '--host-resolver-rules=MAP news.example 127.0.0.1',
  ]);
  const web = await webServer();
  // Another host name than the newsroom's: for a browser another site, so that its cookies are not ours.
  const origin = `http://localhost:${web.port}`;
  const front = await (await fetch(server.address)).text();
  const slug = decodeURIComponent(/href="\/story\/([^"#?/]+)"/.exec(front)?.[1] ?? '');
  web.answer((request, response) => {
    const home = request.url?.startsWith('/plain') ? `http://news.example:${port}` : server.address;
    const how = request.url === '/by-address' ? `data-url="${server.address}/story/${slug}"` : `data-story="${slug}"`;
    const dark = request.url?.startsWith('/dark') ? ' style="background: #101418; color: #eee"' : '';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="en"><title>Partner</title><body${dark}><h1>A partner’s page</h1>
${request.url === '/by-own-address' ? `<script src="${home}/embed.js" async></script>` : `<script src="${home}/embed.js" ${how} async></script>`}</body></html>`);
  });
  const env = { COPYDESK_DATA: server.dataFolder, DATABASE_URL: '', COPYDESK_URL: server.address };
  const { code, stderr } = await runCopydesk(['embed', 'allow', origin], { env });
  if (code !== 0) throw new Error(stderr);
  return {
    ...{ server, slug, origin, web, browser, env },
    async open(url, options = {}) {
      const page = await (await browser.newContext(options)).newPage();
      await page.goto(url);
      return page;
    },
    async close() {
      await browser.close();
      await web.close();
      await server.destroy();
    },
  };
}

/** What is inside the frame on a partner's page. */
export const framed = (page: Page): FrameLocator => page.frameLocator('iframe');
