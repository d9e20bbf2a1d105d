import type { Edition } from '../story/edition.ts';

export const inHouseSpelling = (text: string, _language: Edition['language']): string => text;
const SMALL = /^(?:a|an|the|and|but|or|nor|as|at|by|for|in|of|on|to|from|over|into|vs|per|via)$/i;
export const inTitleCase = (text: string): string =>
  text
    .split(' ')
    .map((w, i, all) =>
      i > 0 && i < all.length - 1 && SMALL.test(w)
        ? w.toLowerCase()
        : w.replace(/^(["“‘'(]?)(\p{Ll})/u, (_, q: string, l: string) => q + l.toUpperCase()),
    )
    .join(' ');
