/** Most characters of a page's headline and of its text that are taken. */
export const LONGEST_HEADLINE = 300;
export const LONGEST_PAGE = 200_000;

/** Longest address that is taken. */
const LONGEST = 2000;
/** Parameters that say from where a reader came, never which page she reads. */
const TRACKING = /^(utm_\w{1,40}|fbclid|gclid|msclkid|mc_cid|mc_eid)$/;

/**
 * The one form of a page's address by which it is found again: http or https, without fragment and without what campaigns add.
 * Undefined for what is no such address, or one with a password in it.
 */
export function pageAddress(written: string): string | undefined {
  if (written.length > LONGEST || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  for (const name of [...new Set(url.searchParams.keys())]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}
