import { attribute, children } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { type Leaf, leavesOf } from './newsml-1-components.ts';
import { richness } from './newsml-1-content.ts';
import type { Newsml1Dialect } from './newsml-1-dialects.ts';
import { duidAsId } from './newsml-1-identity.ts';

/** What of a NewsItem makes one item: its content, and the components from the outermost to the one that is all its own. */
export type Story = { readonly leaves: readonly Leaf[]; readonly path: readonly XmlElement[] };

/**
 * The stories of a NewsItem. As a rule it is one; the same story in several languages is several (NewsML: equivalents by
 * xml:lang), and with some agencies each component is one.
 */
export function storiesOf(item: XmlElement, dialect?: Newsml1Dialect): readonly Story[] {
  const language = attribute(item, 'xml:lang');
  return children(item, 'NewsComponent').flatMap((top) => {
    const inner = children(top, 'NewsComponent');
    if (
      dialect?.componentsAreItems &&
      inner.length > 0 &&
      inner.every((component) => duidAsId(component) !== undefined)
    )
      return inner.slice(0, MOST_STORIES).map((component) => ({
        leaves: leavesOf(component, language).map((leaf) => ({ ...leaf, path: [top, ...leaf.path] })),
        path: [top, component],
      }));
    return byLanguage(top, leavesOf(top, language));
  });
}

const MOST_LANGUAGES = 20;
const MOST_STORIES = 40;
/** Whether a leaf is the story itself and has words. */
export const isBody = (leaf: Leaf): boolean => leaf.kind === 'text' && leaf.role === 'body' && richness(leaf.item) > 0;

function byLanguage(top: XmlElement, leaves: readonly Leaf[]): readonly Story[] {
  const bodies = leaves.filter(isBody);
  const languages = [...new Set(bodies.map((leaf) => leaf.language))];
  if (languages.length < 2 || languages.length > MOST_LANGUAGES) return [{ leaves, path: [top] }];
  const spoken = languagesOf(bodies);
  return languages.map((language) => {
    const path = bodies.find((leaf) => leaf.language === language)?.path ?? [top];
    const depth = path.findIndex((component) => spoken.get(component) === language);
    // Two languages in one component cannot be parted by it: then each story has its own words and all the rest.
    if (depth < 0) return { leaves: leaves.filter((leaf) => !isBody(leaf) || leaf.language === language), path };
    return { leaves: leaves.filter((leaf) => leaf.path[depth] === path[depth]), path: path.slice(0, depth + 1) };
  });
}

/** Which language the words in a component are in; "mixed" where they are in several. */
function languagesOf(bodies: readonly Leaf[]): ReadonlyMap<XmlElement, string | undefined> {
  const spoken = new Map<XmlElement, string | undefined>();
  for (const { path, language } of bodies)
    for (const component of path)
      spoken.set(component, !spoken.has(component) || spoken.get(component) === language ? language : 'mixed');
  return spoken;
}
