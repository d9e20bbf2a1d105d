import type { Context, MiddlewareHandler } from 'hono';
import { listCorrectionNotes } from '../store/discussion/correction-notes.ts';
import { countUnjudged } from '../store/moderation/count-unjudged.ts';
import { readPolicy } from '../store/moderation/policy.ts';
import { countQueues } from '../store/moderation/queue.ts';
import { readEdition } from '../store/settings.ts';
import { DEFAULT_MODERATION } from '../story/discussion/moderation-settings.ts';
import type { Role, Staff } from '../story/staff.ts';
import type { DeskFrame, DeskNewsroom, DeskOptions } from './desk-view.ts';
import { type DeskPage, renderDeskPage } from './pages/desk-page.ts';
import { counted } from './parts/names.ts';
import { may } from './parts/rights.ts';

/** What the gate leaves for the handlers: who asks. */
export type DeskEnv = { Variables: { staff: Staff } };

const HOUR = 60 * 60 * 1000;
/** Beyond so many open corrections the tab counts no further. */
const COUNTED_CORRECTIONS = 99;

/** What stands around a page for whoever asks. */
export async function frameFor(c: Context<DeskEnv>, newsroom: DeskNewsroom, options: DeskOptions): Promise<DeskFrame> {
  const staff = c.get('staff');
  const { store } = newsroom;
  const alone = await isAlone(options);
  const policy = await readPolicy(store);
  const now = newsroom.now();
  const unjudged = await countUnjudged(store, new Date(now.getTime() - HOUR));
  return {
    edition: await readEdition(store),
    staff,
    alone,
    counts: await countQueues(store, { staffId: staff.id, alone }),
    corrections: may(staff, 'editor') ? (await listCorrectionNotes(store, { limit: COUNTED_CORRECTIONS })).length : 0,
    troubles: [
      ...(options.troubles?.() ?? []),
      ...(unjudged === 0
        ? []
        : [
            `${counted(unjudged, 'comment')} of the last hour could not be judged and ${unjudged === 1 ? 'was' : 'were'} held.`,
          ]),
      ...(policy.kind === 'set' ? [] : [`The publisher’s rules cannot be read, so people decide: ${policy.why}.`]),
    ],
    hold: (policy.kind === 'set' ? policy.settings : DEFAULT_MODERATION).hold,
    now,
    options,
  };
}

/** Whether nobody else could answer an appeal against her. */
export const isAlone = async ({ countStaff }: DeskOptions): Promise<boolean> => ((await countStaff?.()) ?? 2) < 2;

/** A page of the desk as an answer. */
export function answerPage(c: Context<DeskEnv>, frame: DeskFrame, page: DeskPage): Response {
  return c.body(String(renderDeskPage(frame, page)), 200, { 'Content-Type': 'text/html; charset=utf-8' });
}

/** Lets only those pass who have the role; the others are told so. */
export function only(role: Role): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const staff = c.get('staff');
    if (may(staff, role)) return next();
    const who = role === 'editor' ? 'editors and admins' : 'admins';
    return c.text(`Only ${who} may come here; you are signed in as ${staff.role}.\n`, 403);
  };
}
