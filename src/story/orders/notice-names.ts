import type { Copy } from '../copy.ts';

/** A notice that orders other copy not to be used: its copy, and all its words where notes for editors stand apart. */
export type Notice = { readonly copy: Copy; readonly notice?: string };

const SHORTEST_QUOTED_HEADLINE = 15;
const LONGEST_SLUG = 60;
const MOST_SLUGS = 20;
/** Ahead of a slug: when papers use the story, not which one it is. */
const cycle = /^\s{0,3}(?:BC|AM|PM|AP)-{1,2}(?=\S)/i;
/** Longer copy is a story that says "kill" somewhere; the names in it are not those of other stories. */
const LONGEST_NOTICE = 3_000;

/** Words without case and marks: "Port’s BRIDGE-fire" and "port's bridge fire" are the same. Empty when there are none. */
export const folded = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Which of these headlines the notice names, folded: its own, and those that stand in it and in no longer one. */
export function headlinesIn(notice: Notice, headlines: readonly string[]): Set<string> {
  const named = new Set<string>();
  const own = folded(notice.copy.headline);
  let words = ` ${folded(wordsOf(notice))} `;
  const all = [...new Set(headlines.map(folded))].sort((one, other) => other.length - one.length);
  for (const headline of all) {
    if (headline === '') continue;
    const quoted = headline.length >= SHORTEST_QUOTED_HEADLINE && headline.split(' ').length > 2;
    if (headline !== own && !(quoted && words.includes(` ${headline} `))) continue;
    named.add(headline);
    words = words.replaceAll(` ${headline} `, ' | ');
  }
  return named;
}

/** Whether the notice names a story by its slug; `slugs` are `slugsIn` the notice. */
export function isSlugged(notice: Notice, copy: Copy, slugs: ReadonlySet<string>): boolean {
  const names = slugsOf(copy);
  if (names.some((name) => slugs.has(name))) return true;
  const words = wordsOf(notice);
  if (words.length > LONGEST_NOTICE) return false;
  const text = ` ${folded(words)} `;
  return names.some((name) => name.length >= SHORTEST_QUOTED_HEADLINE && text.includes(` ${name} `));
}

/** A story's slug, and the whole of it where the wire cut it short (ANPA-1312) and the first of its keywords has it. */
function slugsOf({ slugline, keywords }: Copy): string[] {
  const slug = folded(slugline);
  if (slug === '') return [];
  const begins = slug.replaceAll(' ', '');
  const whole = keywords.map(folded).filter((keyword) => keyword.replaceAll(' ', '').startsWith(begins));
  return [...new Set([slug, ...whole])];
}

const wordsOf = ({ copy, notice }: Notice): string => `${notice ?? ''}\n${copy.headline}\n${copy.text}`;

/** The slugs by which the notice may name stories, folded: its own, "slugged …", a line alone, "Harbour-Fire". */
export function slugsIn(notice: Notice): Set<string> {
  const words = wordsOf(notice);
  const said = [...slugsOf(notice.copy), notice.copy.headline];
  if (words.length <= LONGEST_NOTICE) {
    for (const [, slug = ''] of words.matchAll(
      /\b(?:slug(?:ged|line)?|keyword)\b[\s:“"'‘]{1,4}([^,;.\n()“”"]{2,60}?)(?=[,;.\n()“”"’]|\s(?:sent|moved|of|on|at|from|is|was|issued|timed)\b|$)/gi,
    ))
      said.push(slug);
    said.push(...said.map((slug) => slug.replace(cycle, '')));
    said.push(...(words.match(/\p{Lu}[\p{L}\d]*(?:[-/][\p{Lu}\d][\p{L}\d]*)+/gu) ?? []), ...words.split('\n'));
  }
  const slugs = said.filter((slug) => slug.length <= LONGEST_SLUG).map(folded);
  return new Set(slugs.filter((slug) => slug.length > 1).slice(0, MOST_SLUGS));
}
