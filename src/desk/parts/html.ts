import { html } from 'hono/html';

/** Markup that is safe to send. Whatever is put into `html` is escaped unless it is markup itself. */
export type Html = ReturnType<typeof html>;

export { html };
