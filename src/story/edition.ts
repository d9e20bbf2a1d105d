/** What the publisher decides about her site. Kept in the store's settings. */
export type Edition = {
  readonly name: string;
  readonly tagline: string;
  /** House spelling of what is made here, and the language of the pages. The agency's own words are never touched. */
  readonly language: 'en-US' | 'en-GB';
  /** IANA zone in which readers are shown times. */
  readonly timeZone: string;
  readonly policy: string;
  /** Address for readers' complaints and corrections. */
  readonly contact?: string;
  /** Days after publication in which readers may comment; without it a discussion stays open until somebody closes it. */
  readonly commentDays?: number;
};

export const DEFAULT_EDITION: Edition = {
  name: 'Copydesk',
  tagline: 'News from the wire, edited here',
  language: 'en-US',
  timeZone: 'UTC',
  policy: 'We welcome thoughtful discussions from our readers. Please keep comments respectful and on-topic.',
};
