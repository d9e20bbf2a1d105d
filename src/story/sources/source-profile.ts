/** What the contract with a source says about its copy. Kept with the source; pages and the story's state obey it. */
export type SourceProfile = {
  /** Whose copy it is. Kills reach the stories of all sources that name the same agency. */
  readonly agency?: string;
  /** Shown where the copy gives no credit; with `creditLineAlways`, also in place of the copy's own. */
  readonly creditLine?: string;
  readonly creditLineAlways: boolean;
  /** `review`: no story of this source is seen before a person has released it. Later versions of it then go out by themselves. */
  readonly publish: 'at-once' | 'review';
  /** Whole days after publication at which the licence ends and the page is gone. Absent: never. */
  readonly expiresAfterDays?: number;
  readonly pictureRights: 'none' | 'web' | 'web-and-archive';
  /** Whose address search engines are given: ours, or the agency's own where the copy links to it. */
  readonly canonical: 'self' | 'agency';
  readonly noindex: boolean;
  /** The same copy is published elsewhere; false for copy that was written for this site alone. */
  readonly syndicated: boolean;
  /** Languages that may be published, such as `en` (which covers `en-GB`). Absent: all. */
  readonly languages?: readonly string[];
  /** Sections that may be published, in any capitals. Absent: all. */
  readonly sections?: readonly string[];
  /** Whose version is shown when two sources tell one event: the smaller number's. */
  readonly rank: number;
  /** What happens to its story when a source of better rank tells the same event. */
  readonly whenGrouped: 'show' | 'behind' | 'apart';
};

/** A source about which nothing was agreed: everything that it sends is published at once, as it always was. */
export const DEFAULT_PROFILE: SourceProfile = {
  creditLineAlways: false,
  publish: 'at-once',
  pictureRights: 'none',
  canonical: 'self',
  noindex: false,
  syndicated: true,
  rank: 100,
  whenGrouped: 'behind',
};

const DAY = 24 * 60 * 60 * 1000;

/** Why the contract with `source` does not cover this copy, in a sentence for the newsroom; undefined when it does. */
export function whyOutside(
  { languages, sections }: SourceProfile,
  copy: { readonly language?: string; readonly section?: string },
  source: string,
): string | undefined {
  if (languages && !languages.some((allowed) => isWithin(copy.language ?? '', allowed)))
    return `The contract with ${source} is for copy in ${listed(languages)}, and this is in ${copy.language || 'no language that it names'}.`;
  if (sections && !sections.some((allowed) => folded(allowed) === folded(copy.section ?? '')))
    return `The contract with ${source} is for ${listed(sections)}, and this is ${copy.section ? `for ${copy.section}` : 'for no section that it names'}.`;
  return undefined;
}

/** Language ranges of RFC 4647 ("basic filtering"): `en` covers `en-GB`, not the other way round. */
function isWithin(language: string, allowed: string): boolean {
  const [one, range] = [language, allowed].map((tag) => tag.trim().toLowerCase().replaceAll('_', '-')) as [
    string,
    string,
  ];
  return one === range || one.startsWith(`${range}-`);
}

const folded = (section: string): string => section.trim().toLowerCase();

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? 'nothing') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** When the licence for a story ends that was published at `publishedAt` (ISO 8601), as ISO 8601 in UTC. */
export function expiryOf({ expiresAfterDays }: SourceProfile, publishedAt: string): string | undefined {
  if (expiresAfterDays === undefined) return undefined;
  return new Date(Date.parse(publishedAt) + expiresAfterDays * DAY).toISOString();
}

/** The credit that readers see. */
export function creditOf({ creditLine, creditLineAlways }: SourceProfile, own: string | undefined): string | undefined {
  const given = own?.trim() ? own : undefined;
  return creditLineAlways ? (creditLine ?? given) : (given ?? creditLine);
}
