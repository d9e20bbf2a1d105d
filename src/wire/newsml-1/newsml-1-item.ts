import { oneEmbargo, strictest } from '../orders/told-status.ts';
import { present } from '../present.ts';
import type { WireItem } from '../wire-item.ts';
import { findDateline } from '../words/dateline.ts';
import { at, attribute, child, children, textOf } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { type Leaf, languageOf } from './newsml-1-components.ts';
import { mediaKind, type Newsml1Dialect, newsml1Dialect } from './newsml-1-dialects.ts';
import { duidAsId, type Identity, newsmlIdentity } from './newsml-1-identity.ts';
import { linesOf, readDateline } from './newsml-1-lines.ts';
import { formalName, newsmlManagement } from './newsml-1-management.ts';
import { mediaOf, referencesOf, renditionOf } from './newsml-1-media.ts';
import { metadataOf } from './newsml-1-metadata.ts';
import { isBody, type Story, storiesOf } from './newsml-1-stories.ts';
import { wordsOf } from './newsml-1-words.ts';

type About = {
  readonly element: XmlElement;
  readonly identity: Identity;
  readonly dialect: Newsml1Dialect | undefined;
  readonly management: Partial<WireItem>;
};

/** One NewsItem (NewsML 1.0 to 1.2) in IPTC's words: an item, or one for each language that it is written in. */
export function readNewsItem(element: XmlElement): WireItem[] {
  const identity = newsmlIdentity(element);
  const dialect = newsml1Dialect(identity.provider);
  const management = newsmlManagement(child(element, 'NewsManagement'), dialect?.timeZone);
  const about = { element, identity, dialect, management };
  const stories = identity.update === 'U' ? [] : storiesOf(element, dialect);
  if (stories.length === 0) return [withoutWords(about)];
  return stories.map((story, index) => readStory(story, { ...about, index }));
}

/**
 * A delivery that brings no story of its own: management only (Update="A"), whose status counts for the words that are here
 * already, or a patch ("U"). A kill needs no words; anything else is a part of a story that nobody can read, so it holds and
 * says why.
 */
function withoutWords({ element, identity, management }: About): WireItem {
  const what = {
    A: 'changes only what may be done with the story',
    U: 'changes parts of an earlier revision',
    N: 'brings no words',
  }[identity.update];
  const { pubStatus } = management;
  const orders =
    pubStatus === 'canceled' || pubStatus === 'withheld' || (identity.update === 'A' && pubStatus !== undefined);
  const problem = `This delivery ${what} (status: ${management.pubStatus ?? 'not given'}) and cannot be put in its place. Ask the agency for the whole item.`;
  return present<WireItem>({
    guid: identity.guid,
    version: identity.version,
    slugline: textOf(at(element, 'Identification', 'NameLabel')),
    ...management,
    pubStatus: orders ? management.pubStatus : 'unreadable',
    problem: orders ? undefined : problem,
    changes: orders ? undefined : identity.changes,
  });
}

function readStory(story: Story, about: About & { readonly index: number }): WireItem {
  const { element, dialect, management } = about;
  const words = wordsOf(story.leaves);
  const path = wayTo(story);
  const lines = linesOf(path);
  const { notes, provider, ...metadata } = metadataOf(path, dialect?.noteProperties);
  const { document } = words;
  const when = management.versionCreated ?? management.firstCreated;
  const creditLine = lines.creditLine ?? dialect?.credit;
  return present<WireItem>({
    ...document,
    ...definite(metadata),
    ...identityOf(story, about),
    ...mediaIn(story, words.media, element),
    headline: headlineOf([lines.headline, words.headline, document?.headline]),
    slugline: lines.slugline ?? document?.slugline ?? textOf(at(element, 'Identification', 'NameLabel')),
    byline: lines.byline ?? document?.byline ?? (dialect?.creditIsByline ? lines.creditLine : undefined),
    // The copy's own dateline is cut from it and shown; one that stands apart is shown where the copy has none.
    dateline: findDateline(opening(words.body), lines.headline, when)
      ? undefined
      : (readDateline(lines.dateline, when) ?? document?.dateline),
    located: metadata.located ?? document?.located,
    creditLine,
    source: metadata.source ?? provider ?? document?.source,
    language: languageIn(path, story, element) ?? document?.language,
    ...definite(management),
    pubStatus: strictest([management.pubStatus, document?.pubStatus]),
    embargoedUntil: oneEmbargo([management.embargoedUntil, document?.embargoedUntil]),
    edNote: joined([...lines.edNotes, ...notes, ...words.notes, management.edNote, document?.edNote]),
    privateNote: joined([...lines.privateNotes, words.signOff, document?.privateNote]),
    usageTerms: metadata.usageTerms ?? lines.rights ?? document?.usageTerms,
    copyrightNotice: lines.copyrightNotice,
    abstract: words.abstract ?? document?.abstract,
    keywords: [...new Set([...lines.keywords, ...(metadata.keywords ?? []), ...(document?.keywords ?? [])])],
    subjects: subjectsOf(metadata.subjects, document?.subjects),
    signals: [...new Set([...(metadata.signals ?? []), ...(document?.signals ?? [])])],
    wordCount: wordCountOf(story.leaves) ?? document?.wordCount,
    body: words.body.length > 0 ? words.body : undefined,
  });
}

/** The first that has a word: some agencies put the number of a picture there. */
const headlineOf = (headlines: readonly (string | undefined)[]): string | undefined =>
  headlines.find((headline) => headline !== undefined && /\p{L}/u.test(headline));

/** The keys that say something. */
const definite = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

/** The components from the outermost to the one whose words these are. */
function wayTo({ leaves, path }: Story): readonly XmlElement[] {
  const words = leaves.find((leaf) => leaf.kind === 'text' && leaf.role === 'body');
  const main = words ?? leaves.find((leaf) => leaf.kind === 'file') ?? leaves[0];
  return main?.path ?? path;
}

/** Of several stories in one NewsItem the first has its identity, where the others have none of their own. */
function identityOf({ leaves, path }: Story, { identity, dialect, index }: About & { readonly index: number }) {
  const inside = [...path]
    .reverse()
    .map(duidAsId)
    .find((id) => id !== undefined);
  const own = dialect?.componentsAreItems ? inside : undefined;
  const { guid = inside, version } = identity;
  const numbered = index > 0 && guid !== undefined ? `${guid}#${leaves.find(isBody)?.language ?? index + 1}` : guid;
  return definite({ guid: own ?? numbered, version });
}

function mediaIn(story: Story, inWords: WireItem['associations'], element: XmlElement) {
  const files = story.leaves.filter((leaf) => leaf.kind === 'file' && leaf.media !== undefined);
  const isText = story.leaves.some(isBody);
  const said = mediaKind(formalName(child(story.path.at(-1), 'Role')));
  const references = referencesOf(story.path.slice(0, 1), child(element, 'NewsManagement'));
  const [first] = files;
  if (first?.kind === 'file' && (said !== undefined || !isText)) {
    const renditions = files.flatMap((leaf) => (leaf.kind === 'file' ? [renditionOf(leaf)] : []));
    return { type: said ?? first.media, renditions, associations: references };
  }
  const type = isText ? 'text' : story.leaves.length > 0 ? 'text' : 'composite';
  return { type, associations: [...mediaOf(story.leaves), ...(inWords ?? []), ...references] };
}

const opening = (body: WireItem['body']): string[] => (body ?? []).slice(0, 8).map((block) => block.text);

/** Where the words' own component says a language, it is that one; else the headline's, else the item's. */
function languageIn(path: readonly XmlElement[], { leaves }: Story, element: XmlElement): string | undefined {
  const own = leaves.find((leaf) => leaf.kind === 'text' && leaf.role === 'body')?.language;
  const said = [...path]
    .reverse()
    .map(languageOf)
    .find((language) => language);
  const lines = path.flatMap((component) => children(child(component, 'NewsLines'), 'HeadLine'));
  return (
    own ??
    said ??
    lines.map((line) => attribute(line, 'xml:lang')).find((language) => language) ??
    attribute(element, 'xml:lang')
  );
}

/** Both lists by code; NITF's has the names. */
function subjectsOf(codes: WireItem['subjects'] = [], named: WireItem['subjects'] = []): WireItem['subjects'] {
  const names = new Map(named.map((subject) => [subject.code, subject]));
  const told = new Set(codes.map(({ code }) => code));
  return [
    ...codes.map((subject) => ({ ...names.get(subject.code), ...subject })),
    ...named.filter(({ code }) => !told.has(code)),
  ];
}

function wordCountOf(leaves: readonly Leaf[]): number | undefined {
  const properties = leaves
    .filter((leaf) => leaf.kind === 'text' && leaf.role === 'body')
    .flatMap((leaf) => children(child(leaf.item, 'Characteristics'), 'Property'));
  const words = properties.find((property) => /^words?(?:count)?$/i.test(attribute(property, 'FormalName') ?? ''));
  const count = attribute(words, 'Value');
  return count !== undefined && /^[1-9]\d{0,8}$/.test(count) ? Number(count) : undefined;
}

const joined = (notes: readonly (string | undefined)[]): string | undefined =>
  [...new Set(notes.filter((note) => note !== undefined && note !== ''))].join('\n') || undefined;
