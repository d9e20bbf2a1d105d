import { createHash } from 'node:crypto';
import { posesAsStaff } from '../comments/find-name-problem.ts';
import { shortName } from '../comments/short-name.ts';
import { tidyName } from '../comments/tidy-name.ts';
import { MAXIMUM_NAME } from '../story/discussion/comment.ts';

const NOBODY = 'A reader';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The two names of an imported comment: the full one that stays in the newsroom, and the short one that readers see. A pseudonym
 * that our own rules would refuse stays what its owner chose, unless it would look like the newsroom's; an e-mail address is nobody's name.
 */
export function namesOf(written: string): { readonly full: string; readonly short: string } {
  const name = [...graphemes.segment(tidyName(written))]
    .slice(0, MAXIMUM_NAME)
    .map(({ segment }) => segment)
    .join('');
  if (name === '' || name.includes('@')) return { full: NOBODY, short: NOBODY };
  return { full: name, short: shortName(name) ?? (posesAsStaff(name) ? NOBODY : name) };
}

/** Of an e-mail address, so that its owner can be found who shows it; undefined for what is none. */
export function emailHash(written: string | undefined): string | undefined {
  const email = written?.trim().toLowerCase() ?? '';
  if (!/^[^\s@]{1,64}@[^\s@]{1,255}$/.test(email)) return undefined;
  return createHash('sha256').update(email).digest('hex');
}
