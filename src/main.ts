import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { findAccountSecret } from './account-secret.ts';
import { firstAdminLink } from './accounts/first-admin.ts';
import { makeLink } from './accounts/one-time-link.ts';
import { createApp } from './app.ts';
import { isDemoWanted, loadDemo } from './demo.ts';
import type { Environment } from './environment.ts';
import { fileStory, furnishWaiting } from './file-story.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { keepAsking } from './keep-asking.ts';
import { keepTime } from './keep-time.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';
import { createPageCache } from './site/page-cache.ts';
import { keepSources } from './sources/keep-sources.ts';
import { secretsFrom } from './sources/secrets.ts';
import { CopydeskError } from './story/errors.ts';
import { keepWebhooks } from './webhooks/keep-webhooks.ts';

export type Running = {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Its `url` is where readers find it. */
  readonly newsroom: Newsroom;
  /** True when this start filled an empty newsroom with the demo. */
  readonly demoLoaded: boolean;
  /** Makes the first admin of whoever opens it; absent when there is an admin. For a person's terminal, never for a log. */
  readonly firstAdmin?: string;
  /** Ends the rounds of sources, answers what is under way, then closes the store. */
  close(): Promise<void>;
};

/**
 * Opens the newsroom, listens, and asks its sources. Copy that waits for furniture after a crash is finished before the first
 * page is served.
 */
export async function startNewsroom(environment: Environment, options: { demo: boolean }): Promise<Running> {
  let answer: RequestListener = sayStarting;
  const server = createServer((request, response) => answer(request, response));
  const address = await listen(server, environment);
  // With port 0 only now is the address known.
  const url = environment.port === 0 && environment.url.endsWith(':0') ? address : environment.url;
  try {
    const ending = new AbortController();
    const opened = await openNewsroom({ ...environment, url });
    const newsroom = { ...opened, secret: await findAccountSecret(environment), ending: ending.signal };
    const demoLoaded = options.demo && (await isDemoWanted(newsroom.store));
    if (demoLoaded) await showDemo(newsroom);
    const furnished = await furnishWaiting(newsroom);
    if (demoLoaded || furnished > 0) giveBackMemory();
    const firstAdmin = await firstAdminLink(newsroom.store, { url, now: newsroom.now() });
    const clock = await keepTime(newsroom);
    answer = answerWith(newsroom);
    const secrets = secretsFrom(process.env);
    const sources = keepSources(newsroom, { secrets });
    const webhooks = keepWebhooks(newsroom, { secrets });
    const mail = await mailFor(newsroom);
    const asking = environment.model && keepAsking(newsroom, environment.model, { secrets });
    return {
      address,
      newsroom,
      demoLoaded,
      ...(firstAdmin && { firstAdmin }),
      async close() {
        clock.stop();
        await sources.stop();
        await webhooks.stop();
        await asking?.stop();
        await mail?.stop();
        // Pages that listen for comments hold their connections; without this the server would wait for their readers.
        ending.abort();
        server.closeIdleConnections();
        await new Promise((resolve) => server.close(resolve));
        await newsroom.store.close();
      },
    };
  } catch (error) {
    server.close();
    throw error;
  }
}

/** Sends mail where it can be sent. The libraries for sign-in and mail are loaded only then. */
async function mailFor(newsroom: Newsroom): Promise<{ stop(): Promise<void> } | undefined> {
  const { mail: settings, secret, url } = newsroom;
  if (!settings || secret === undefined) return undefined;
  const { createAuth } = await import('./accounts/auth.ts');
  const { keepMail } = await import('./mail/keep-mail.ts');
  const auth = createAuth(newsroom, secret);
  return keepMail({ ...newsroom, secret }, { settings, makeLink: (wish) => makeLink(auth, url, wish) });
}

/** The port is taken before any work is done, and whoever asks meanwhile is told to wait. */
const sayStarting: RequestListener = (_, response) => {
  response.writeHead(503, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Retry-After': '2',
    'Cache-Control': 'no-store',
  });
  response.end('The newsroom is starting. Please try again in a moment.\n');
};

/** Answers from memory where it can, and through the application where it cannot. */
function answerWith(newsroom: Newsroom): RequestListener {
  const app = createApp(newsroom);
  const cache = createPageCache(newsroom);
  const handle = getRequestListener(cache.remember(app.fetch));
  return (request, response) => {
    if (!cache.answer(request, response)) void handle(request, response);
  };
}

async function showDemo(newsroom: Newsroom): Promise<void> {
  await loadDemo(newsroom.store, {
    now: newsroom.now(),
    async receive(file, at) {
      const filed = await fileStory(newsroom, file, at);
      if (!filed.ok)
        throw new CopydeskError('bad-input', `The demo file ${file.name} is refused: ${filed.refusal.message}`);
    },
  });
}

async function listen(server: Server, { host, port }: Environment): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new CopydeskError('bad-setting', `PORT ${port} is taken on ${host}. Stop what uses it or set another PORT.`),
        );
      else if (error.code === 'EACCES')
        reject(new CopydeskError('bad-setting', `PORT ${port} may not be used by this user. Set a PORT above 1023.`));
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        reject(
          new CopydeskError(
            'bad-setting',
            `HOST "${host}" is not an address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0.`,
          ),
        );
      else reject(error);
    });
    server.listen(port, host, resolve);
  });
  const bound = server.address() as AddressInfo;
  return `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`;
}
