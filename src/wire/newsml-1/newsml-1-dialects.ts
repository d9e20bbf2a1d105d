import { entryOf } from '../entry-of.ts';
import { homeOf } from '../times/agency-clock.ts';

/** How one agency's NewsML 1 differs from the standard. */
export type Newsml1Dialect = {
  /** Its credit line. */
  readonly credit: string;
  /** ProviderId in lower case, the first part of it that tells. */
  readonly providers: RegExp;
  /** Where its clock stands, for times without a zone (IANA). */
  readonly timeZone?: string | undefined;
  /** A NewsItem is a dossier: each component below the first is an item of its own, and its number is the identity. */
  readonly componentsAreItems?: boolean;
  /** It signs with its credit line where it names no author. */
  readonly creditIsByline?: boolean;
  /** Properties of AdministrativeMetadata whose value is a note to editors. */
  readonly noteProperties?: readonly string[];
};

const dialects: readonly Newsml1Dialect[] = [
  { credit: 'AFP', providers: /^(?:www\.)?afp\.com/ },
  { credit: 'Reuters', providers: /reuters\.com$/ },
  { credit: 'EFE', providers: /(?:^|\.)efe(?:servicios)?\.(?:com|es)$/, timeZone: homeOf('EFE') },
  { credit: 'Business Wire', providers: /^(?:www\.)?businesswire\.com/ },
  { credit: 'ANSA', providers: /(?:^|\.)ansa\.it$/, timeZone: homeOf('ANSA') },
  { credit: 'TASS', providers: /(?:^|[.-])tass\.(?:com|ru)$/ },
  { credit: 'ATS', providers: /(?:^|\.)(?:ats|sda|keystone-sda|keystone-ats)\.ch$/, timeZone: homeOf('ATS') },
  { credit: 'APA', providers: /(?:^|\.)apa\.at$/, timeZone: homeOf('APA') },
  { credit: 'Kyodo', providers: /kyodo/, timeZone: homeOf('Kyodo') },
  { credit: 'ANA-MPA', providers: /(?:^|\.)(?:ana(?:-mpa)?|amna)\.gr$/, timeZone: homeOf('ANA-MPA') },
  {
    credit: 'Belga',
    providers: /^(?:www\.)?belga\.be$/,
    timeZone: homeOf('Belga'),
    componentsAreItems: true,
    creditIsByline: true,
    noteProperties: ['EditorialInfo'],
  },
  { credit: 'Belga', providers: /^belga\b/, timeZone: homeOf('Belga'), creditIsByline: true },
];

/** The dialect of a provider, or undefined when it keeps to the standard as far as we know. */
export const newsml1Dialect = (provider: string | undefined): Newsml1Dialect | undefined =>
  provider === undefined ? undefined : dialects.find(({ providers }) => providers.test(provider.toLowerCase()));

/** What the content of a component is by its Role; any other role is the story itself. Agencies write them in any case. */
export type Role = 'headline' | 'subtitle' | 'abstract' | 'lead' | 'caption' | 'after' | 'note' | 'ignored' | 'body';

const roles: Readonly<Record<string, Role>> = {
  headline: 'headline',
  title: 'headline',
  hl1: 'headline',
  subheadline: 'subtitle',
  subtitle: 'subtitle',
  abstract: 'abstract',
  summary: 'abstract',
  synopsis: 'abstract',
  teaser: 'abstract',
  lead: 'lead',
  caption: 'caption',
  legend: 'caption',
  contact: 'after',
  advisory: 'note',
  editorialnote: 'note',
  note: 'note',
  stylesheet: 'ignored',
  script: 'ignored',
  keyword: 'ignored',
  keywords: 'ignored',
};

export const roleOf = (formalName: string | undefined): Role =>
  entryOf(roles, formalName?.toLowerCase() ?? '') ?? 'body';

const kinds: readonly (readonly [RegExp, string])[] = [
  [/photo|picture|image|jpe?g|png|gif|tiff?|webp|logo|quicklook|thumbnail|highres|highdef/, 'picture'],
  [/graphic|infographic|illustrator|\beps\b|svg/, 'graphic'],
  [/video|mpe?g-?4|mp4|\bmov\b|quicktime|animation|clip|flash/, 'video'],
  [/audio|sound|mp3|mpeg-?3|\bwav\b/, 'audio'],
];

/** The kind of a file (ninjs: picture, graphic, video, audio) from any word about it: media type, MIME type, format, role, name. */
export function mediaKind(...words: readonly (string | undefined)[]): string | undefined {
  for (const word of words) {
    const found = word === undefined ? undefined : kinds.find(([pattern]) => pattern.test(word.toLowerCase()));
    if (found) return found[1];
  }
  return undefined;
}

const renditions: Readonly<Record<string, string>> = {
  main: 'original',
  highdef: 'original',
  highres: 'original',
  clip: 'original',
  image: 'original',
  sound: 'original',
  quicklook: 'preview',
  preview: 'preview',
  thumbnail: 'thumbnail',
};

/** The name of a file among the files of one picture: the common ones by one name, any other by its role. */
export const renditionName = (role: string | undefined): string | undefined =>
  role === undefined ? undefined : (entryOf(renditions, role.toLowerCase()) ?? role.toLowerCase());

/** What a NewsLine of a type is. Lines of unknown types stay in the newsroom. */
export const isNoteForEditors = (lineType: string): boolean =>
  /advis|editor|note|embargo|correct|kill|instruct/i.test(lineType);
