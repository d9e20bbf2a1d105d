import { attribute, child, children } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { mediaKind, type Role, roleOf } from './newsml-1-dialects.ts';
import { formalName } from './newsml-1-management.ts';

/** A ContentItem with the components around it, the outermost first, and what these say about it. */
export type Leaf = {
  readonly item: XmlElement;
  readonly path: readonly XmlElement[];
  readonly language?: string;
  readonly roleName?: string;
} & ({ readonly kind: 'text'; readonly role: Role } | { readonly kind: 'file'; readonly media: string | undefined });

const MOST = 5000;
const MOST_COMPONENTS = 20_000;

/** The content of a component and of all that are nested in it, in the order of the file. */
export function leavesOf(component: XmlElement, language?: string): readonly Leaf[] {
  const found: Leaf[] = [];
  collect(component, { path: [], language, roleName: undefined }, { found, components: 0 });
  return found;
}

type Around = {
  readonly path: readonly XmlElement[];
  readonly language: string | undefined;
  readonly roleName: string | undefined;
  /** What a component says that its content is, in a property of its own. */
  readonly componentClass?: string | undefined;
};

function collect(component: XmlElement, around: Around, so: { readonly found: Leaf[]; components: number }) {
  if (so.found.length >= MOST || ++so.components > MOST_COMPONENTS) return;
  const path = [...around.path, component];
  const here: Around = {
    path,
    language: languageOf(component) ?? around.language,
    roleName: formalName(child(component, 'Role')) ?? around.roleName,
    componentClass: componentClassOf(component),
  };
  const items = children(component, 'ContentItem').slice(0, MOST - so.found.length);
  for (const item of items) so.found.push(leafOf(item, here));
  for (const inner of children(component, 'NewsComponent')) collect(inner, here, so);
}

function leafOf(item: XmlElement, { path, language, roleName, componentClass }: Around): Leaf {
  const common = {
    item,
    path,
    ...(language === undefined ? {} : { language }),
    ...(roleName === undefined ? {} : { roleName }),
  };
  const media = mediaOf(item, componentClass, roleName);
  const isFile = attribute(item, 'Href') !== undefined && child(item, 'DataContent') === undefined;
  return isFile ? { ...common, kind: 'file', media } : { ...common, kind: 'text', role: roleOf(roleName) };
}

/** Text by the language that a component is written in; its own metadata before the attribute. */
export function languageOf(component: XmlElement | undefined): string | undefined {
  const described = descriptions(component).map((metadata) => formalName(child(metadata, 'Language')));
  return attribute(component, 'xml:lang') ?? described.find((language) => language);
}

/** DescriptiveMetadata; one agency has misspelt it for years. */
export const descriptions = (component: XmlElement | undefined): XmlElement[] => [
  ...children(component, 'DescriptiveMetadata'),
  ...children(component, 'DescriptiveMetada'),
];

const componentClassOf = (component: XmlElement): string | undefined =>
  attribute(
    descriptions(component)
      .flatMap((metadata) => children(metadata, 'Property'))
      .find((property) => attribute(property, 'FormalName') === 'ComponentClass'),
    'Value',
  );

function mediaOf(item: XmlElement, componentClass?: string, roleName?: string): string | undefined {
  const named = (name: string) => formalName(child(item, name));
  const href = attribute(item, 'Href');
  return mediaKind(
    named('MediaType'),
    named('MimeType'),
    componentClass,
    named('Format'),
    /\.\w{2,5}$/.exec(href?.replace(/[?#].*$/s, '') ?? '')?.[0],
    roleName,
  );
}
