import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';

/**
 * Refuses what another site makes a browser send (CSRF), with `message` for whoever sent it. A browser says where a form
 * was: in Sec-Fetch-Site, or in Origin, which must be the public address `url` or, without a proxy in front, the one that
 * the request itself names.
 */
export function onlyFromOurPages(url: string, message: string): MiddlewareHandler {
  const own = new URL(url).origin;
  const guard = csrf({
    origin: (origin, c) => origin === own || origin === new URL(c.req.url).origin,
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

/** Answers what is longer than `most` bytes with `tooLong`. A length that is told is believed: the server holds the sender to it. */
export function onlyShort(most: number, tooLong: (c: Context) => Response): MiddlewareHandler {
  const counted = bodyLimit({ maxSize: most, onError: tooLong });
  return async (c, next) => {
    const told = c.req.header('content-length') ?? '';
    // @NOTE Hono's own limit asks for the body as a stream first, and from then on the whole request is a slow one.
    if (!/^\d{1,15}$/.test(told) || c.req.header('transfer-encoding') !== undefined) return counted(c, next);
    return Number(told) > most ? tooLong(c) : next();
  };
}

/** The fields of a form by name, the last one of a name that comes twice; undefined for a body that cannot be read. */
export async function readForm(c: Context): Promise<Readonly<Record<string, unknown>> | undefined> {
  const type = c.req.header('content-type') ?? '';
  try {
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return await c.req.parseBody();
    return Object.fromEntries(new URLSearchParams(await c.req.text()));
  } catch {
    return undefined;
  }
}
