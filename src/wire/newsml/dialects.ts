import { homeOf } from '../times/agency-clock.ts';

/** Who may read a note to editors: readers when it says what was corrected, editors, or nobody outside the newsroom. */
export type Audience = 'readers' | 'editors' | 'nobody';

/** What an agency says in NewsML-G2 in its own words. Keys are QCodes as the agency writes them. */
export type G2Dialect = {
  readonly agency: string;
  /** Its guids or its name as provider. */
  readonly of?: RegExp;
  /** Where its clock stands (IANA), for times without a zone. */
  readonly timeZone?: string | undefined;
  readonly notes?: Readonly<Record<string, Audience>>;
  readonly signals?: Readonly<Record<string, string>>;
  /** Signals that an item is gone: beside the status "usable" nobody can say which of the two is meant. */
  readonly gone?: readonly string[];
  /** Aliases of the schemes whose subjects are the desk or section of a story. */
  readonly sections?: readonly string[];
};

export const g2Dialects: readonly G2Dialect[] = [
  {
    agency: 'Reuters',
    signals: { 'edStat:U': 'update', 'edStat:C': 'correction', 'edStat:R': 'repeat' },
    gone: ['edStat:D'],
  },
  {
    agency: 'dpa',
    of: /dpa\.com|\bdpa\b/i,
    timeZone: homeOf('dpa'),
    notes: {
      'dpaednoterole:correction': 'readers',
      'dpaednoterole:correctionshort': 'readers',
      'dpaednoterole:closingline': 'nobody',
      'dpaednoterole:notepad': 'nobody',
      'dpaednoterole:contacts': 'nobody',
      'dpaednoterole:dpacontacts': 'nobody',
      'dpaednoterole:localities': 'nobody',
    },
    sections: ['dpacat'],
  },
  {
    agency: 'APA',
    of: /apa\.at|\bapa\b/i,
    timeZone: homeOf('APA'),
    notes: { 'aparole:correctionnote': 'readers', 'aparole:closing': 'nobody' },
    sections: ['apares', 'apadesk'],
  },
  {
    agency: 'STT',
    of: /stt\.fi|\bstt\b/i,
    timeZone: homeOf('STT'),
    notes: { 'sttnote:public': 'readers', 'sttnote:private': 'nobody' },
    signals: {
      'update:append-major-content': 'update',
      'update:append-minor-content': 'update',
      'update:correction': 'correction',
    },
    sections: ['sttdepartment'],
  },
  { agency: 'TT', of: /tt\.se|\btt\b/i, timeZone: homeOf('TT'), signals: { 'tt_sig:replace': 'update' } },
  { agency: 'NTB', of: /ntb\.no|\bntb\b/i, timeZone: homeOf('NTB') },
  { agency: 'Ritzau', of: /ritzau/i, timeZone: homeOf('Ritzau') },
  { agency: 'EFE', of: /efe\.(?:com|es)|\befe\b/i, timeZone: homeOf('EFE') },
  { agency: 'ANSA', of: /ansa\.it|\bansa\b/i, timeZone: homeOf('ANSA'), sections: ['FIEG_Categories'] },
  { agency: 'AFP', of: /afp\.com|\bafp\b/i, timeZone: homeOf('AFP'), sections: ['afpcat'] },
  { agency: 'AP', of: /ap\.org|\bassociated press\b/i, sections: ['apcategorycode'] },
];

const merged = <T>(of: (dialect: G2Dialect) => Readonly<Record<string, T>> | undefined): ReadonlyMap<string, T> =>
  new Map(g2Dialects.flatMap((dialect) => Object.entries(of(dialect) ?? {})));

// One agency's copy comes through another's wire with its own codes; no two agencies share an alias.
export const noteAudiences = merged((dialect) => dialect.notes);
export const ownSignals = merged((dialect) => dialect.signals);
export const goneSignals: ReadonlySet<string> = new Set(g2Dialects.flatMap(({ gone }) => gone ?? []));
export const sectionSchemes: ReadonlySet<string> = new Set(g2Dialects.flatMap(({ sections }) => sections ?? []));

/** The zone of the clock of the agency with this guid or name, for times without one. */
export const clockOf = (guid: string, provider: string): string | undefined =>
  g2Dialects.find(({ of }) => of?.test(guid) || of?.test(provider))?.timeZone;
