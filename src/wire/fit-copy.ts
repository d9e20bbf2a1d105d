import { createHash } from 'node:crypto';
import type { Copy } from '../story/copy.ts';
import { strictest } from './orders/told-status.ts';

/** Characters that a headline, a byline or a credit may have: the longest that agencies send have a third of it. */
const LONGEST_LINE = 1_000;
const MOST_KEYWORDS = 100;
/** PostgreSQL indexes no more than 2,700 bytes of a text. */
const LONGEST_GUID = 600;
const LONGEST_LINK = 2_000;

/**
 * The copy with no line longer than a line is: such copy is broken and would be on every page that lists it. It is held and says why;
 * what was cut stays in the original. Keywords, which nobody misses, only end.
 */
export function fitCopy(copy: Copy): Copy {
  const { headline, byline, creditLine, dateline, slugline, correctionNote, link, keywords } = copy;
  const lines = { headline, byline, 'credit line': creditLine, dateline: dateline?.text, note: correctionNote };
  const long = Object.entries(lines).find(([, line]) => (line?.length ?? 0) > LONGEST_LINE);
  const fitting = keywords.filter((keyword) => keyword.length <= LONGEST_LINE);
  const fitted: Copy = {
    ...copy,
    keywords: fitting.length > MOST_KEYWORDS ? fitting.slice(0, MOST_KEYWORDS) : fitting,
    ...(slugline !== undefined && { slugline: cut(slugline) }),
  };
  const { link: _, ...unlinked } = fitted;
  const linked = (link?.length ?? 0) > LONGEST_LINK ? unlinked : fitted;
  if (!long) return linked;
  const [name, line = ''] = long;
  return {
    ...linked,
    headline: cut(headline),
    ...(byline !== undefined && { byline: cut(byline) }),
    ...(creditLine !== undefined && { creditLine: cut(creditLine) }),
    ...(correctionNote !== undefined && { correctionNote: cut(correctionNote) }),
    ...(dateline && {
      dateline: { ...dateline, text: cut(dateline.text), ...(dateline.place && { place: cut(dateline.place) }) },
    }),
    pubStatus: strictest([copy.pubStatus, 'unreadable']) ?? 'unreadable',
    problem: `Its ${name} has ${line.length} characters, so the file is broken. Ask the agency to send it again.`,
  };
}

const cut = (line: string): string =>
  line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE).replace(/[\uD800-\uDBFF]$/, '')}…` : line;

/** A guid as it is kept: one that is too long for any index by its digest, the same for the same guid. */
export const fitGuid = (guid: string): string =>
  guid.length <= LONGEST_GUID ? guid : `urn:sha256:${createHash('sha256').update(guid).digest('hex')}`;
