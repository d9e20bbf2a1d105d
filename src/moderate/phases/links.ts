import { shorten } from '../../text/length/shorten.ts';
import type { Phase } from '../verdict.ts';

/** Top-level domains that spam and ordinary pages use; a bare "example.org" counts, "end.Then" does not. */
const DOMAINS =
  'com|net|org|info|biz|io|co|me|ly|gl|gd|in|uk|us|eu|de|fr|ru|cn|top|xyz|site|online|shop|club|app|dev|news|tv|live|link|click';
const LINK = new RegExp(
  `\\bhttps?://[^\\s<>]+|\\bwww\\.[^\\s<>]+|(?<![@\\w.-])(?:[a-z0-9-]{1,63}\\.){1,4}(?:${DOMAINS})\\b(?!\\.?[\\w@])`,
  'giu',
);

/** Lets a person see a comment that carries more links than the publisher wants. */
export const links: Phase = ({ text }, { policy }) => {
  const found = text.match(LINK) ?? [];
  if (policy.kind !== 'set' || found.length <= policy.settings.links) return undefined;
  return { kind: 'hold', reason: { code: 'links', message: `${found.length} links: ${quoted(found)}.` } };
};

const quoted = (found: readonly string[]): string => {
  const shown = found.slice(0, 3).map((link) => `“${shorten(link, 60)}”`);
  return shown.join(', ') + (found.length > 3 ? ' …' : '');
};
