import type { MiddlewareHandler } from 'hono';

const policy = (formAction: string, ancestors = "'none'"): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    // What the scripts of a discussion ask for: arrivals, respect, a challenge.
    "connect-src 'self'",
    `form-action ${formAction}`,
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');

/**
 * What every answer carries. `formAction` is wider on story pages only: browsers hold a form's redirect to it too, and
 * sharing to Mastodon ends on a host that the reader names.
 */
export function securityHeaders(url: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': policy("'self'"),
    // @NOTE Not "no-referrer": browsers would then send "Origin: null" with the comment form.
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(url.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
}

export const STORY_POLICY = policy("'self' https:");

/** The policy of a page that pages of these origins may frame; of none, without any. */
export const framedIn = (origins: readonly string[]): string =>
  policy("'self'", origins.length > 0 ? origins.join(' ') : "'none'");

/** Puts the security headers on every answer that has not set its own. */
export function secure(url: string): MiddlewareHandler {
  const headers = Object.entries(securityHeaders(url));
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
}
