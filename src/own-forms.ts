import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';

/**
 * Refuses what another site makes a browser send (CSRF), with `message` for whoever sent it. A browser says where a form
 * was: in Sec-Fetch-Site, or in Origin, which must be the public address `url` or, without a proxy in front, the one that
 * the request itself names.
 */
export function onlyFromOurPages(url: string, message: string): MiddlewareHandler {
  const guard = csrf({
    origin: (origin, c) => origin === new URL(url).origin || origin === new URL(c.req.url).origin,
    secFetchSite: 'same-origin',
  });
  return async (c, next) => {
    try {
      return await guard(c, next);
    } catch (error) {
      if (!(error instanceof HTTPException)) throw error;
      return c.text(`${message}\n`, 403, { 'Cache-Control': 'no-store' });
    }
  };
}

/** Takes forms only. @NOTE The CSRF check looks only at what a form can send; anything else must not come past it. */
export function onlyForms(message: string): MiddlewareHandler {
  return async (c, next) => {
    const type = c.req.header('content-type') ?? '';
    if (/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return next();
    return c.text(`${message}\n`, 415, { 'Cache-Control': 'no-store' });
  };
}
