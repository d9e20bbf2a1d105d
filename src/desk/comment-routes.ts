import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { routes } from '../routes.ts';
import { listCannedReasons } from '../store/moderation/canned-reasons.ts';
import { findContext } from '../store/moderation/comment-context.ts';
import { decideTogether } from '../store/moderation/decide-together.ts';
import { claimComment } from '../store/moderation/lease.ts';
import { aroundInQueue, listChoices, listQueue } from '../store/moderation/queue.ts';
import { undoDecisions } from '../store/moderation/undo-decisions.ts';
import { CopydeskError } from '../story/errors.ts';
import { decideForm, reasonsFrom, undoForm } from './decide-form.ts';
import { answerPage, type DeskEnv, frameFor, isAlone } from './desk-answer.ts';
import type { DeskNewsroom, DeskOptions } from './desk-view.ts';
import { doneNow } from './done.ts';
import { idFrom } from './id-from.ts';
import { commentPage } from './pages/comment-page.ts';
import { queuePage } from './pages/queue-page.ts';
import { addressIn, type Filter, readFilter } from './parts/queue-address.ts';

const ON_A_PAGE = 30;

/** The queue, one comment in its context, and what is decided there. */
export function addCommentRoutes(desk: Hono<DeskEnv>, newsroom: DeskNewsroom, options: DeskOptions): void {
  const { store } = newsroom;

  desk.get(routes.desk, async (c) => {
    const filter = readFilter(c.req.query());
    const frame = await frameFor(c, newsroom, options);
    const after = Number(c.req.query('after'));
    const wish = { ...filter, ...(await wishOf(c)), ...(after > 0 && Number.isSafeInteger(after) && { after }) };
    const found = await listQueue(store, { ...wish, limit: ON_A_PAGE + 1 }, frame.now);
    const items = found.slice(0, ON_A_PAGE);
    const last = found.length > ON_A_PAGE ? items.at(-1) : undefined;
    const [choices, canned, done] = [
      await listChoices(store),
      await listCannedReasons(store),
      await doneNow(c, store, { ...filter }),
    ];
    return answerPage(
      c,
      frame,
      queuePage({ frame, filter, items, choices, canned, ...(last && { more: last.id }), ...(done && { done }) }),
    );
  });

  desk.get(routes.deskComment, async (c) => {
    const id = idFrom(c.req.param('id'));
    const filter = readFilter(c.req.query());
    const frame = await frameFor(c, newsroom, options);
    const context = await findContext(store, id, frame.now);
    if (!context) throw new CopydeskError('not-found', `No comment has the number ${id}.`);
    const open = await claimComment(store, { commentId: id, by: frame.staff, now: frame.now });
    const around = await aroundInQueue(store, { ...filter, ...(await wishOf(c)) }, { id, now: frame.now });
    const canned = await listCannedReasons(store);
    const done = await doneNow(c, store, { ...filter, at: String(id) });
    return answerPage(
      c,
      frame,
      commentPage({ frame, filter, context, around, canned, ...(open && { open }), ...(done && { done }) }),
    );
  });

  desk.post(routes.deskClaim, async (c) => {
    const id = idFrom(c.req.param('id'));
    if (!(await findContext(store, id, newsroom.now())))
      throw new CopydeskError('not-found', `No comment has the number ${id}.`);
    const open = await claimComment(store, { commentId: id, by: c.get('staff'), now: newsroom.now() });
    return c.json({ open: open?.name ?? null });
  });

  desk.post(routes.deskDecide, async (c) => {
    const body = await c.req.parseBody({ all: true });
    const filter = readFilter(body);
    const form = decideForm(body);
    if (!form) return c.redirect(addressIn(filter, { query: { did: 'nothing' } }), 303);
    const staff = c.get('staff');
    const first = [...form.seen.keys()][0] ?? 0;
    // Before deciding: afterwards the comment is in this queue no more, and nothing stands behind it.
    const next = form.goOn ? await nextBehind(c, filter, first) : undefined;
    const outcome = await decideTogether(store, {
      seen: form.seen,
      action: form.action,
      reasons: reasonsFrom(form, await listCannedReasons(store)),
      by: { id: staff.id, name: staff.name },
      batch: randomUUID(),
      now: newsroom.now(),
      // On a comment's own page she was warned already.
      evenIfOpen: form.goOn,
      alone: await isAlone(options),
    });
    const query = { did: outcome.batch, ...(outcome.left.length > 0 && { left: String(outcome.left.length) }) };
    if (form.goOn && outcome.done.length === 0)
      return c.redirect(addressIn(filter, { route: 'deskComment', id: first, query }), 303);
    const id = next;
    return c.redirect(
      id === undefined ? addressIn(filter, { query }) : addressIn(filter, { route: 'deskComment', id, query }),
      303,
    );
  });

  desk.post(routes.deskUndo, async (c) => {
    const body = await c.req.parseBody();
    const filter = readFilter(body);
    const form = undoForm(body);
    const staff = c.get('staff');
    const by = { id: staff.id, name: staff.name };
    const outcome = await undoDecisions(store, { batch: form.batch, by, undo: randomUUID(), now: newsroom.now() });
    const query = { did: outcome.batch, ...(outcome.left.length > 0 && { left: String(outcome.left.length) }) };
    // What was decided on a comment's own page is shown there again.
    const only = form.at !== undefined && outcome.done.length === 1 ? outcome.done[0] : undefined;
    return c.redirect(
      only === undefined ? addressIn(filter, { query }) : addressIn(filter, { route: 'deskComment', id: only, query }),
      303,
    );
  });

  const wishOf = async (c: Context<DeskEnv>) => ({ staffId: c.get('staff').id, alone: await isAlone(options) });

  /** The next comment that nobody else has open, behind this one or else from the front of the queue. */
  async function nextBehind(c: Context<DeskEnv>, filter: Filter, id: number): Promise<number | undefined> {
    const wish = { ...filter, ...(await wishOf(c)), limit: 10 };
    const now = newsroom.now();
    const isFree = (item: { id: number; open?: { staffId: string } }) =>
      item.id !== id && (item.open === undefined || item.open.staffId === wish.staffId);
    const behind = (await listQueue(store, { ...wish, after: id }, now)).find(isFree);
    return (behind ?? (await listQueue(store, wish, now)).find(isFree))?.id;
  }
}
