import type { Dateline } from '../../story/copy.ts';
import { present } from '../present.ts';
import { readInstant } from '../times/dates.ts';
import { findDateline } from '../words/dateline.ts';
import { child, children, textOf } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { isNoteForEditors } from './newsml-1-dialects.ts';
import { formalName } from './newsml-1-management.ts';

/** The NewsLines of a story, as text. */
export type Lines = {
  readonly headline?: string;
  readonly byline?: string;
  readonly dateline?: string;
  readonly creditLine?: string;
  readonly copyrightNotice?: string;
  readonly rights?: string;
  readonly slugline?: string;
  readonly subHeadline?: string;
  readonly keywords: readonly string[];
  readonly edNotes: readonly string[];
  /** Lines of other types: for the newsroom, never for readers. */
  readonly privateNotes: readonly string[];
};

type Typed = { readonly type: string; readonly texts: readonly (string | undefined)[] };
type Read = { readonly byName: ReadonlyMap<string, readonly (string | undefined)[]>; readonly typed: readonly Typed[] };

const MOST_OF_A_NAME = 500;
// The stories of one dossier share the lines above them: each NewsLines is read once, or hostile files take minutes.
const known = new WeakMap<XmlElement, Read>();

/** What the NewsLines of these components say, the innermost first: a line below overrides the same line above. */
export function linesOf(path: readonly XmlElement[]): Lines {
  const inner = [...path].reverse().flatMap((component) => children(component, 'NewsLines').map(read));
  const all = (name: string) => inner.flatMap(({ byName }) => byName.get(name) ?? []);
  const first = (name: string) => all(name).find((text) => text !== undefined);
  const typed = inner.flatMap((lines) => lines.typed);
  const texts = (keep: boolean) =>
    unique(typed.filter(({ type }) => isNoteForEditors(type) === keep).flatMap(({ texts: found }) => found));
  return {
    ...present<Omit<Lines, 'keywords' | 'edNotes' | 'privateNotes'>>({
      headline: first('headline'),
      byline: first('byline'),
      dateline: first('dateline'),
      creditLine: first('creditline'),
      copyrightNotice: first('copyrightline'),
      rights: first('rightsline'),
      slugline: first('slugline'),
      subHeadline: first('subheadline'),
    }),
    keywords: unique(all('keywordline')),
    edNotes: texts(true),
    privateNotes: texts(false),
  };
}

/** Lines by their names in lower case: one agency writes Headline for HeadLine. */
function read(lines: XmlElement): Read {
  const before = known.get(lines);
  if (before) return before;
  const byName = new Map<string, (string | undefined)[]>();
  const typed: Typed[] = [];
  for (const line of children(lines)) {
    const name = line.name.toLowerCase();
    if (name === 'newsline') typed.push(readTyped(line));
    else byName.set(name, [...(byName.get(name) ?? []).slice(0, MOST_OF_A_NAME), textOf(line)]);
  }
  const made = { byName, typed };
  known.set(lines, made);
  return made;
}

const readTyped = (line: XmlElement): Typed => ({
  type: formalName(child(line, 'NewsLineType')) ?? '',
  texts: children(line, 'NewsLineText').map(textOf),
});

const unique = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.filter((text) => text !== undefined)),
];

/** A DateLine: "STOCKHOLM, Aug 29, 2014 (AFP) -". Undefined where an agency puts a bare date there. `when` gives the year. */
export function readDateline(line: string | undefined, when?: string): Dateline | undefined {
  if (line === undefined || readInstant(line) !== undefined || !/\p{L}{2}/u.test(line)) return undefined;
  const found = findDateline([line], undefined, when)?.dateline;
  return found ?? { text: line.replace(/\s?[-–—_]{1,2}$/, '') };
}
