import type { Hono } from 'hono';
import { z } from 'zod';
import { linkTo, routes } from '../routes.ts';
import { listCorrectionNotes, settleCorrectionNote } from '../store/discussion/correction-notes.ts';
import { pickComment } from '../store/discussion/picks.ts';
import { readDiscussionState, switchDiscussion } from '../store/discussion/switch-discussion.ts';
import { findReaderHistory } from '../store/moderation/reader-history.ts';
import { decideReader } from '../store/moderation/reader-standing.ts';
import { act } from '../store/state.ts';
import { listStories } from '../store/stories.ts';
import { CopydeskError } from '../story/errors.ts';
import { answerPage, type DeskEnv, frameFor } from './desk-answer.ts';
import type { DeskNewsroom, DeskOptions } from './desk-view.ts';
import { doneNow } from './done.ts';
import { idFrom } from './id-from.ts';
import { correctionsPage } from './pages/corrections-page.ts';
import { readerPage } from './pages/reader-page.ts';
import { STORY_ACTIONS, storiesPage } from './pages/stories-page.ts';
import { readForm, typedWords } from './read-form.ts';

const COMMENTS_OF_A_READER = 100;
const STORIES = 30;
const NOTES = 100;
const DAY = 24 * 60 * 60 * 1000;

const readerForm = z.object({
  kind: z.enum(['mute', 'ban', 'restore']),
  days: z.coerce.number().int().min(0).max(3650).catch(0),
  reason: typedWords,
  back: z
    .string()
    .regex(/^\/desk(?:\/[\w/-]*)?$/)
    .optional()
    .catch(undefined),
});
const storyForm = z.object({ story: z.string().max(300), action: z.enum(STORY_ACTIONS), reason: typedWords });
const noteForm = z.object({ note: z.coerce.number().int().min(1), outcome: typedWords });
/** Readers, stories and corrections. */
export function addOfficeRoutes(desk: Hono<DeskEnv>, newsroom: DeskNewsroom, options: DeskOptions): void {
  const { store } = newsroom;
  const byOf = ({ id, name }: { id: string; name: string }) => ({ id, name });

  desk.get(routes.deskReader, async (c) => {
    const frame = await frameFor(c, newsroom, options);
    const wish = { now: frame.now, limit: COMMENTS_OF_A_READER };
    const history = await findReaderHistory(store, idFrom(c.req.param('id')), wish);
    if (!history) throw new CopydeskError('not-found', 'No reader has this number.');
    return answerPage(c, frame, readerPage(history, frame, await doneNow(c, store, {})));
  });

  desk.post(routes.deskReader, async (c) => {
    const readerId = idFrom(c.req.param('id'));
    const { kind, days, reason, back } = readForm(readerForm, await c.req.parseBody());
    const now = newsroom.now();
    const until = days > 0 && kind !== 'restore' ? new Date(now.getTime() + days * DAY) : undefined;
    await decideReader(store, { readerId, kind, reason, by: byOf(c.get('staff')), now, ...(until && { until }) });
    return c.redirect(`${back ?? linkTo('deskReader', { id: String(readerId) })}?did=saved`, 303);
  });

  desk.post(routes.deskPick, async (c) => {
    const id = idFrom(c.req.param('id'));
    const { picked } = await c.req.parseBody();
    const { id: staffId, name } = c.get('staff');
    await pickComment(store, id, { picked: picked === 'yes', by: name, staffId, now: newsroom.now() });
    return c.redirect(`${linkTo('deskComment', { id: String(id) })}?did=saved`, 303);
  });

  desk.get(routes.deskStories, async (c) => {
    const frame = await frameFor(c, newsroom, options);
    const held = await listStories(store, { state: 'held', limit: STORIES });
    const latest = (await listStories(store, { limit: STORIES * 2 })).filter(({ state }) => state !== 'held');
    const shown = latest.slice(0, STORIES);
    const states = await Promise.all(shown.map((story) => readDiscussionState(store, story, frame.now)));
    const open = new Set(shown.filter((_, index) => states[index]?.open).map(({ slug }) => slug));
    const view = { held, latest: shown, open };
    return answerPage(c, frame, storiesPage(view, frame, await doneNow(c, store, {})));
  });

  desk.post(routes.deskStories, async (c) => {
    const { story, action, reason } = readForm(storyForm, await c.req.parseBody());
    const now = newsroom.now();
    const by = c.get('staff').name;
    if (action === 'open' || action === 'close') await switchDiscussion(store, story, { kind: action, by, now });
    else await act(store, story, { kind: action, at: now.toISOString(), by, ...(reason !== '' && { reason }) });
    return c.redirect(`${linkTo('deskStories')}?did=saved`, 303);
  });

  desk.get(routes.deskCorrections, async (c) => {
    const frame = await frameFor(c, newsroom, options);
    const open = await listCorrectionNotes(store, { limit: NOTES });
    const settled = await listCorrectionNotes(store, { limit: STORIES, settled: true });
    return answerPage(c, frame, correctionsPage({ open, settled }, frame, await doneNow(c, store, {})));
  });

  desk.post(routes.deskCorrections, async (c) => {
    const { note, outcome } = readForm(noteForm, await c.req.parseBody());
    await settleCorrectionNote(store, note, { by: c.get('staff').name, outcome, now: newsroom.now() });
    return c.redirect(`${linkTo('deskCorrections')}?did=saved`, 303);
  });
}
