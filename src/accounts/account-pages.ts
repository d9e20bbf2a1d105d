import type { html } from 'hono/html';

/** Markup that is safe to send. */
export type Html = ReturnType<typeof html>;

/** A page of the accounts, to be framed by the site. `scripts` are names of browser scripts. */
export type AccountPage = { readonly title: string; readonly main: Html; readonly scripts?: readonly string[] };

/** Puts the site around a page. */
export type Frame = (page: AccountPage, status?: 200 | 400 | 403 | 429) => Promise<Response>;
