import assert from 'node:assert/strict';
import { createApp } from '../../src/app.ts';
import { saveComment } from '../../src/store/comments.ts';
import { listDecisions } from '../../src/store/moderation/decision-log.ts';
import type { Store } from '../../src/store/store.ts';
import { findStory } from '../../src/store/stories.ts';
import type { CommentState, Reason } from '../../src/story/discussion/comment.ts';
import type { LoggedDecision } from '../../src/story/discussion/moderation.ts';
import type { Staff } from '../../src/story/staff.ts';
import { HARBOUR_STORY } from './copy.ts';
import type { databases } from './databases.ts';
import { SITE, testNewsroom } from './test-newsroom.ts';

const people: Readonly<Record<string, Staff>> = {
  asha: { id: 'a', name: 'Asha Rao', email: 'asha@courier.example', role: 'moderator' },
  bo: { id: 'b', name: 'Bo Lind', email: 'bo@courier.example', role: 'moderator' },
  eve: { id: 'e', name: 'Eve Stone', email: 'eve@courier.example', role: 'editor' },
  ada: { id: 'd', name: 'Ada Quist', email: 'ada@courier.example', role: 'admin' },
};
const TEXT = 'You are a fool <b>twice</b>, but the ferry must run late as well, for the night shift needs it.';
/** Whose comments they are, unless a test says otherwise. */
export const READER = 'a-reader-of-the-courier';

type Answer = { readonly status: number; readonly headers: Headers; readonly text: string };
type Fields = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

/** The whole application over one story, as four people of the newsroom see it; the cookie "who" says which of them asks. */
export type TestDesk = {
  readonly store: Store;
  readonly slug: string;
  readonly storyId: number;
  /** A second later than the time before. */
  now(): Date;
  wait(seconds: number): void;
  /** A reader's comment as the rules left it; its number. */
  post(state?: CommentState, readerToken?: string, reasons?: readonly Reason[]): Promise<number>;
  get(path: string, cookie?: string): Promise<Answer>;
  send(path: string, fields: Fields, headers?: Record<string, string>): Promise<Answer & { readonly to: string }>;
  lastDecision(): Promise<LoggedDecision>;
  /** A comment as a form names it, with its last decision. */
  seenOf(id: number): Promise<string>;
  destroy(): Promise<void>;
};

export async function openTestDesk(database: (typeof databases)[number]): Promise<TestDesk> {
  const opened = await database.open();
  const { store } = opened;
  const { newsroom, receive } = testNewsroom(store);
  const filed = await receive(HARBOUR_STORY);
  assert.ok(filed.ok);
  const slug = filed.stories[0]!.slug;
  const storyId = (await findStory(store, slug))!.id;
  let second = 0;
  const now = () => new Date(Date.UTC(2026, 2, 2, 9, 0, second++));
  const staffOf = async (request: Request) => people[/who=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''];
  const troubles = () => ['The model could not be loaded: comments are held.'];
  const app = createApp({ ...newsroom, now }, { staffOf, troubles, countStaff: async () => 4 });

  return {
    store,
    slug,
    storyId,
    now,
    wait(seconds) {
      second += seconds;
    },
    async post(state = 'held', readerToken = READER, reasons = []) {
      const submission = { storyId, fullName: 'Priya Shah', text: TEXT, readerToken };
      return (await saveComment(store, { submission, name: 'Priya S', state, reasons, by: 'policy', now: now() })).id;
    },
    async get(path, cookie = 'who=asha') {
      const { status, headers, ...answer } = await asked(await app.request(path, { headers: { cookie } }));
      return { status, headers, ...answer };
    },
    async send(path, fields, { cookie = 'who=asha', ...headers } = {}) {
      const pairs = Array.isArray(fields) ? fields.map(([name, value]) => [name, value]) : Object.entries(fields);
      const form = { 'content-type': 'application/x-www-form-urlencoded', origin: SITE, cookie };
      const body = new URLSearchParams(pairs).toString();
      const answer = await asked(await app.request(path, { method: 'POST', headers: { ...form, ...headers }, body }));
      return { ...answer, to: answer.headers.get('location') ?? '' };
    },
    lastDecision: async () => (await listDecisions(store, { limit: 1 }))[0]!,
    async seenOf(id) {
      const found = await listDecisions(store, { limit: 50 });
      return `${id}:${found.find((one) => one.kind === 'comment' && one.commentId === id)?.id}`;
    },
    destroy: () => opened.destroy(),
  };
}

const asked = async (answer: Response): Promise<Answer> => ({
  status: answer.status,
  headers: answer.headers,
  text: await answer.text(),
});
