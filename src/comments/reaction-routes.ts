import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { linkIn, routeIn } from '../routes.ts';
import { type Report, reportComment } from '../store/discussion/reports.ts';
import { toggleRespect } from '../store/discussion/respects.ts';
import { REPORT_REASONS } from '../story/discussion/comment.ts';
import type { Notice } from './comment-pages.ts';
import { asItIs, backTo, type CommentRoom, idOf } from './comment-room.ts';
import { pacesOf, waitingTime } from './paces.ts';
import { addressOf } from './sender.ts';

const reportForm = z.object({
  reason: z.string().catch(''),
  words: z.string().catch(''),
  /** Of a correction: "version:start-end", as the page offers them. */
  sentence: z.string().catch(''),
});
/** Most characters that are kept of what a reader writes with a report. */
const MOST_WORDS = 1000;

/** What readers say of others' comments: respect, or a report. There is nothing else to say: nobody can be voted down. */
export function addReactionRoutes(app: Hono, room: CommentRoom): void {
  const { store, limits, pages, venue } = room;
  const back = (id: number) => linkIn(venue, 'permalink', { id: String(id) });
  const notice = async (c: Context, it: Notice) => asItIs(c, await pages.notice(it));

  app.post(routeIn(venue, 'respect'), async (c) => {
    c.header('Cache-Control', 'no-store');
    const id = idOf(c);
    if (id === undefined) return c.notFound();
    const address = addressOf(c);
    const reader = room.reader.give(c, [address, 'respect', String(id)]);
    const paces = pacesOf('respect', await room.senderKey(address), [limits.respects]);
    const done = await toggleRespect(store, { id, readerToken: reader.token, paces, now: room.now() });
    reader.keep();
    const asked = c.req.header('accept') === 'application/json';
    if (done.kind === 'done') {
      const { respected, respects } = done;
      return asked ? c.json({ respected, respects }) : backTo(c, room, id);
    }
    if (asked) return c.json({ kind: done.kind }, done.kind === 'wait' ? 429 : 409);
    return notice(c, done.kind === 'wait' ? tooFast(back(id), done.seconds) : CLOSED(back(id)));
  });

  app.post(routeIn(venue, 'report'), async (c) => {
    c.header('Cache-Control', 'no-store');
    const id = idOf(c);
    if (id === undefined) return c.notFound();
    const fields = reportForm.parse(await c.req.parseBody().catch(() => ({})));
    const words = fields.words.trim().slice(0, MOST_WORDS);
    const reason = REPORT_REASONS.find((one) => one === fields.reason);
    const again = async (problem: string) =>
      asItIs(c, await pages.report(id, { reason: fields.reason, words: fields.words, problem }));
    if (!reason) return again('Please say what is wrong with it.');
    if (reason === 'other' && words === '') return again('Please say in a few words what is wrong with it.');
    const sentence = sentenceOf(fields.sentence);
    if (reason === 'correction' && !sentence) return again('Please choose the sentence that is wrong.');

    const address = addressOf(c);
    const reader = room.reader.give(c, [address, 'report', String(id)]);
    const sender = await room.senderKey(address);
    const paces = [
      ...pacesOf('report', sender, [limits.reports]),
      ...pacesOf(`report-of-${id}`, sender, [limits.reportsOfOne]),
    ];
    const report = {
      id,
      readerToken: reader.token,
      reason,
      words,
      ...(sentence && { sentence }),
      paces,
      now: room.now(),
    };
    const done = await reportComment(store, report);
    reader.keep();
    if (done.kind === 'wait') return notice(c, tooFast(back(id), done.seconds));
    if (done.kind === 'no-sentence')
      return again('This sentence is not in the story any more. Please choose it again.');
    return notice(c, answers[done.kind](back(id), reason === 'correction'));
  });
}

/** "3:120-208" names the sentence from 120 to 208 of version 3. */
function sentenceOf(written: string): Report['sentence'] {
  const [, version, start, end] = /^(\d{1,6}):(\d{1,7})-(\d{1,7})$/.exec(written) ?? [];
  return version === undefined ? undefined : { version: Number(version), start: Number(start), end: Number(end) };
}

const answers = {
  done: (back: string, isCorrection: boolean): Notice => ({
    status: 200,
    title: isCorrection ? 'Thank you: an editor will look at that sentence' : 'Thank you: a moderator will look at it',
    message: isCorrection
      ? 'Your note is kept with the sentence that you named. When the story is wrong it will say so, and what was corrected.'
      : 'Nobody is told who reported a comment.',
    back,
  }),
  again: (back: string): Notice => ({
    status: 200,
    title: 'You have reported this comment already',
    message: 'It is with our moderators; once is enough.',
    back,
  }),
  gone: (back: string): Notice => ({
    status: 409,
    title: 'This comment is no longer on the page',
    message: 'There is nothing left to report.',
    back,
  }),
} as const;

const CLOSED = (back: string): Notice => ({
  status: 409,
  title: 'This comment cannot be respected',
  message: 'It is your own, or it is no longer on the page.',
  back,
});

const tooFast = (back: string, seconds: number): Notice => ({
  status: 429,
  title: 'That was a lot in a short time',
  message: `Please wait ${waitingTime(seconds)} and try again.`,
  back,
});
