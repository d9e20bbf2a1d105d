import type { Hono } from 'hono';
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { type Filed, fileStory } from '../../src/file-story.ts';
import type { Newsroom } from '../../src/newsroom.ts';
import type { Store } from '../../src/store/store.ts';

/** A newsroom without a port: the real application over a real database, with a clock that the test sets. */
export type TestNewsroom = {
  readonly newsroom: Newsroom;
  readonly app: Hono;
  setClock(iso: string): void;
  receive(words: string | object, name?: string): Promise<Filed>;
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; text: string; headers: Headers }>;
  post(
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<{ status: number; text: string; headers: Headers }>;
};

export const SITE = 'https://courier.example';

/** `more` gives it a secret of accounts or a way to send mail. */
export function testNewsroom(
  store: Store,
  start = '2026-03-02T09:00:00.000Z',
  more: Pick<Newsroom, 'secret' | 'mail'> = {},
): TestNewsroom {
  let now = new Date(start);
  const newsroom: Newsroom = { store, now: () => now, url: SITE, log: pino({ level: 'silent' }), ...more };
  const app = createApp(newsroom);
  const ask = async (path: string, init: RequestInit) => {
    const answer = await app.request(path, init);
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  return {
    newsroom,
    app,
    setClock(iso) {
      now = new Date(iso);
    },
    receive(words, name = 'story.txt') {
      const bytes = new TextEncoder().encode(typeof words === 'string' ? words : JSON.stringify(words));
      return fileStory(newsroom, { source: 'npa', name, bytes });
    },
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: SITE, ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}
