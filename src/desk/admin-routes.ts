import type { Hono } from 'hono';
import { z } from 'zod';
import { linkTo, routes } from '../routes.ts';
import { changeRole, inviteStaff, listStaff, removeStaff } from '../store/accounts/staff.ts';
import { listCannedReasons, saveCannedReasons } from '../store/moderation/canned-reasons.ts';
import { readEdition, saveEdition } from '../store/settings.ts';
import { CopydeskError } from '../story/errors.ts';
import { answerPage, type DeskEnv, frameFor } from './desk-answer.ts';
import type { DeskNewsroom, DeskOptions } from './desk-view.ts';
import { doneNow } from './done.ts';
import { reasonsPage } from './pages/reasons-page.ts';
import { settingsPage } from './pages/settings-page.ts';
import { staffPage } from './pages/staff-page.ts';
import { readForm, typedWords } from './read-form.ts';

const several = z.union([z.array(z.string()), z.string().transform((one) => [one])]).catch([]);
const reasonsForm = z.object({ code: several, title: several, message: several });

const role = z.enum(['moderator', 'editor', 'admin']);
const staffForm = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('invite'),
    name: typedWords.pipe(z.string().min(1).max(80)),
    email: z.email().max(200),
    role,
  }),
  z.object({ do: z.literal('role'), email: z.string().max(200), role }),
  z.object({ do: z.literal('remove'), email: z.string().max(200) }),
]);
const settingsForm = z.object({
  name: typedWords,
  tagline: typedWords,
  policy: typedWords,
  contact: typedWords,
  timeZone: typedWords,
  language: z.enum(['en-US', 'en-GB']),
  commentDays: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().min(1).max(3650).optional(),
  ),
});

/** What only admins may change: what readers are told, who sits at the desk, what the publisher decides about her site. */
export function addAdminRoutes(desk: Hono<DeskEnv>, newsroom: DeskNewsroom, options: DeskOptions): void {
  const { store } = newsroom;

  desk.get(routes.deskReasons, async (c) => {
    const frame = await frameFor(c, newsroom, options);
    return answerPage(c, frame, reasonsPage(await listCannedReasons(store), await doneNow(c, store, {})));
  });

  desk.post(routes.deskReasons, async (c) => {
    const { code, title, message } = readForm(reasonsForm, await c.req.parseBody({ all: true }));
    const reasons = title.map((one, index) => ({
      title: one,
      message: message[index] ?? '',
      ...(code[index] && { code: code[index] }),
    }));
    await saveCannedReasons(store, {
      reasons,
      by: { id: c.get('staff').id, name: c.get('staff').name },
      now: newsroom.now(),
    });
    return c.redirect(`${linkTo('deskReasons')}?did=saved`, 303);
  });

  desk.get(routes.deskStaff, async (c) => {
    const frame = await frameFor(c, newsroom, options);
    return answerPage(c, frame, staffPage(await listStaff(store), frame, await doneNow(c, store, {})));
  });

  desk.post(routes.deskStaff, async (c) => {
    const form = readForm(staffForm, await c.req.parseBody());
    const by = { by: c.get('staff').name, now: newsroom.now() };
    if (form.do === 'invite') await inviteStaff(store, { email: form.email, name: form.name, role: form.role, ...by });
    if (form.do === 'role') await changeRole(store, form.email, { role: form.role, ...by });
    if (form.do === 'remove') await removeStaff(store, form.email, by);
    return c.redirect(`${linkTo('deskStaff')}?did=saved`, 303);
  });

  desk.get(routes.deskSettings, async (c) => {
    const frame = await frameFor(c, newsroom, options);
    return answerPage(c, frame, settingsPage(await readEdition(store), await doneNow(c, store, {})));
  });

  desk.post(routes.deskSettings, async (c) => {
    const { contact, commentDays, ...rest } = readForm(settingsForm, await c.req.parseBody());
    // What is left empty is asked for no more: JSON drops it.
    const none = { contact: contact || undefined, commentDays } as {
      readonly contact?: string;
      readonly commentDays?: number;
    };
    await saveEdition(store, { ...rest, ...none }).catch(sayWhatIsWrong);
    return c.redirect(`${linkTo('deskSettings')}?did=saved`, 303);
  });
}

/** A setting that cannot be is whoever typed it to mend, and no fault of ours. */
function sayWhatIsWrong(error: unknown): never {
  if (error instanceof CopydeskError && error.code === 'bad-setting')
    throw new CopydeskError('bad-input', error.message);
  throw error;
}
