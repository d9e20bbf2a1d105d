import type { Copy, Dateline } from '../story/copy.ts';
import type { Quotation } from '../story/quotation.ts';
import type { Evidence } from '../story/span.ts';
import { sentences } from '../text/sentences.ts';
import { type Token, tokens } from '../text/tokens.ts';
import { type Unit, unitsOf } from './unit.ts';

/** What the checks read of a story: the agency's words, and who is quoted in them. */
export type CopyToCheck = Pick<Copy, 'headline' | 'text'> & {
  readonly dateline?: Dateline;
  readonly quotations?: readonly Quotation[];
};

/** One sentence of the copy, or its whole headline: what the words of a draft must come from. */
export type Region = {
  readonly part: Evidence['part'];
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  /** For each token, whether it stands inside quotation marks. */
  readonly quoted: readonly boolean[];
};

export type Person = { readonly surname: string; readonly full: string; readonly withRole?: string };

/** The copy as the checks see it, made once. */
export type ReadCopy = {
  readonly copy: CopyToCheck;
  readonly regions: readonly Region[];
  /** By surname in small letters; only people whose surname nobody else in the copy shares. */
  readonly people: ReadonlyMap<string, Person>;
};

const read = new WeakMap<CopyToCheck, ReadCopy>();

/** Reads the copy for checking; the same object is read once. */
export function readCopy(copy: CopyToCheck): ReadCopy {
  const known = read.get(copy);
  if (known) return known;
  const made = { copy, regions: [...headlineRegion(copy.headline), ...textRegions(copy.text)], people: peopleOf(copy) };
  read.set(copy, made);
  return made;
}

/** The regions that a piece of evidence touches. */
export function regionsOf(story: ReadCopy, evidence: Evidence): Region[] {
  return story.regions.filter(
    (region) => region.part === evidence.part && region.start < evidence.end && evidence.start < region.end,
  );
}

function headlineRegion(headline: string): Region[] {
  if (headline.trim() === '') return [];
  return [regionOf('headline', { start: 0, end: headline.length }, tokens(headline), marksIn(headline))];
}

function textRegions(text: string): Region[] {
  const all = tokens(text);
  const marks = marksIn(text);
  let at = 0;
  return sentences(text).map((span) => {
    while (at < all.length && all[at]!.start < span.start) at++;
    const first = at;
    while (at < all.length && all[at]!.start < span.end) at++;
    return regionOf('text', span, all.slice(first, at), marks);
  });
}

function regionOf(
  part: Region['part'],
  span: { start: number; end: number },
  list: readonly Token[],
  marks: readonly { start: number; end: number }[],
): Region {
  const near = marks.filter((mark) => mark.start < span.end && span.start < mark.end);
  const quoted = list.map((token) => near.some((mark) => mark.start <= token.start && token.end <= mark.end));
  return { part, start: span.start, end: span.end, tokens: list, units: unitsOf(list), quoted };
}

/**
 * Stretches inside double quotation marks. A quotation that stays open at the end of a paragraph and is taken up by a mark at
 * the start of the next goes on; any other open mark reaches to the end of its paragraph.
 */
export function marksIn(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let offset = 0;
  for (const paragraph of text.split('\n\n')) {
    let open = -1;
    for (const mark of paragraph.matchAll(/["“”]|''|``/gu)) {
      if (open < 0 && mark[0] !== '”') open = mark.index + mark[0].length;
      else if (open >= 0 && mark[0] !== '“') {
        found.push({ start: offset + open, end: offset + mark.index });
        open = -1;
      }
    }
    if (open >= 0) found.push({ start: offset + open, end: offset + paragraph.length });
    offset += paragraph.length + 2;
  }
  return found;
}

function peopleOf(copy: CopyToCheck): Map<string, Person> {
  const people = new Map<string, Person>();
  const shared = new Set<string>();
  for (const { name, role } of copy.quotations ?? []) {
    const words = name?.split(/\s+/u) ?? [];
    const surname = words.at(-1)?.toLowerCase();
    if (!name || !surname || words.length < 2) continue;
    const known = people.get(surname);
    if (known && known.full !== name) shared.add(surname);
    const withRole = role && copy.text.includes(`${role} ${name}`) ? `${role} ${name}` : known?.withRole;
    people.set(surname, { surname, full: name, ...(withRole && { withRole }) });
  }
  for (const [surname, person] of people) {
    const others = copy.text.matchAll(
      new RegExp(`\\b(\\p{Lu}[\\p{L}.'’-]+) ${literally(person.full.split(/\s+/u).at(-1)!)}\\b`, 'gu'),
    );
    for (const other of others) if (!fits(person, other[1]!)) shared.add(surname);
  }
  for (const surname of shared) people.delete(surname);
  return people;
}

const TITLES =
  /^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|president|minister|secretary|senator|sen|judge|justice|chancellor|governor|gov|mayor|king|queen|prince|princess|general|gen|captain|capt|professor|prof|rep|chairman|chief|coach|pope|the|then|but|and|when|if|as|for)\.?$/i;
const fits = (person: Person, before: string) => person.full.includes(before) || TITLES.test(before);
const literally = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
