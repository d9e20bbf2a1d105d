import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { isDemoWanted, loadDemo } from './demo.ts';
import type { Environment } from './environment.ts';
import { fileStory, furnishWaiting } from './file-story.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { keepTime } from './keep-time.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';
import { createPageCache } from './site/page-cache.ts';
import { CopydeskError } from './story/errors.ts';

export type Running = {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Its `url` is where readers find it. */
  readonly newsroom: Newsroom;
  /** True when this start filled an empty newsroom with the demo. */
  readonly demoLoaded: boolean;
  /** Answers what is under way, then closes the store. */
  close(): Promise<void>;
};

/** Opens the newsroom and listens. Copy that waits for furniture after a crash is finished before the first page is served. */
export async function startNewsroom(environment: Environment, options: { demo: boolean }): Promise<Running> {
  const opened = await openNewsroom(environment);
  const demoLoaded = options.demo && (await isDemoWanted(opened.store));
  if (demoLoaded) await showDemo(opened);
  const furnished = await furnishWaiting(opened);
  if (demoLoaded || furnished > 0) giveBackMemory();
  const clock = await keepTime(opened);
  const server = createServer();
  const address = await listen(server, environment).catch(async (error) => {
    clock.stop();
    await opened.store.close();
    throw error;
  });
  // @NOTE Nothing may wait between listening and this: with port 0 only now is the address known, and readers may ask.
  const newsroom = { ...opened, url: environment.port === 0 && opened.url.endsWith(':0') ? address : opened.url };
  server.on('request', answerWith(newsroom));
  return {
    address,
    newsroom,
    demoLoaded,
    async close() {
      clock.stop();
      server.closeIdleConnections();
      await new Promise((resolve) => server.close(resolve));
      await newsroom.store.close();
    },
  };
}

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
