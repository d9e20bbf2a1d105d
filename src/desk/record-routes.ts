import type { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { linkTo, routes } from '../routes.ts';
import { listDeciders, listDecisions, listReaderDecisions } from '../store/moderation/decision-log.ts';
import { readDeskFigures } from '../store/moderation/desk-figures.ts';
import { answerPage, type DeskEnv, frameFor } from './desk-answer.ts';
import type { DeskNewsroom, DeskOptions } from './desk-view.ts';
import { logWish, readLogFilter } from './log-filter.ts';
import { FIGURE_DAYS, figuresPage } from './pages/figures-page.ts';
import { logPage } from './pages/log-page.ts';

const ON_A_PAGE = 100;
const AT_ONCE = 1000;
const DAY = 24 * 60 * 60 * 1000;

/** What was decided, line by line and in figures. */
export function addRecordRoutes(desk: Hono<DeskEnv>, newsroom: DeskNewsroom, options: DeskOptions): void {
  const { store } = newsroom;

  desk.get(routes.deskLog, async (c) => {
    const { filter, before } = readLogFilter(c.req.query());
    const frame = await frameFor(c, newsroom, options);
    const found = await listDecisions(store, { ...logWish(filter), limit: ON_A_PAGE + 1, ...(before && { before }) });
    const decisions = found.slice(0, ON_A_PAGE);
    const last = found.length > ON_A_PAGE ? decisions.at(-1) : undefined;
    const more = last && new URLSearchParams({ ...addressOf(filter), before: `${last.at}-${last.id}` });
    const readers = before ? [] : await listReaderDecisions(store, { limit: 20 });
    const deciders = await listDeciders(store);
    return answerPage(
      c,
      frame,
      logPage({ frame, filter, decisions, readers, deciders, ...(more && { more: `${linkTo('deskLog')}?${more}` }) }),
    );
  });

  desk.get(routes.deskLogExport, (c) => {
    const { filter } = readLogFilter(c.req.query());
    c.header('Content-Type', 'application/x-ndjson; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="decisions.jsonl"');
    return stream(c, async (out) => {
      const wish = { ...logWish(filter), limit: AT_ONCE };
      for (let before: { at: string; id: number } | undefined; !out.aborted; ) {
        const lines = await listDecisions(store, { ...wish, ...(before && { before }) });
        for (const line of lines) await out.write(`${JSON.stringify(line)}\n`);
        const last = lines.at(-1);
        if (!last || lines.length < AT_ONCE) break;
        before = { at: last.at, id: last.id };
      }
      for (const line of await listReaderDecisions(store, { limit: AT_ONCE }))
        await out.write(`${JSON.stringify(line)}\n`);
    });
  });

  desk.get(routes.deskFigures, async (c) => {
    const frame = await frameFor(c, newsroom, options);
    const figures = await readDeskFigures(store, new Date(frame.now.getTime() - FIGURE_DAYS * DAY));
    return answerPage(c, frame, figuresPage(figures, frame));
  });
}

/** A filter as the log's own form sends it. */
const addressOf = (filter: ReturnType<typeof readLogFilter>['filter']): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, name === 'by' ? `name:${value}` : value]));
