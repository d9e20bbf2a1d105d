import type { Pace } from '../store/discussion/pace.ts';

/** So many in so many seconds. */
export type Limit = { readonly many: number; readonly seconds: number };

/** How busy a sender may be. Every number here has its reason; `createCommentRoutes` takes others. */
export type Limits = {
  /** From one address, before work is asked for: a person corrects herself at once and then goes on reading. */
  readonly calm: readonly Limit[];
  /** From one address at all: an office or a campus may share one, and its browsers have shown their work by then. */
  readonly most: readonly Limit[];
  /** From one reader before work is asked for, whatever address she comes from. */
  readonly reader: Limit;
  /** To one story before work is asked for: the fastest discussions of large papers stay below one a second. */
  readonly story: Limit;
  /** Respects from one address: as fast as a person reads. */
  readonly respects: Limit;
  /** Reports from one address, and from one address of one comment. */
  readonly reports: Limit;
  readonly reportsOfOne: Limit;
  /** Asking from one address what would help a comment: at each pause of a person who types. */
  readonly advice: Limit;
};

export const DEFAULT_LIMITS: Limits = {
  calm: [
    { many: 2, seconds: 20 },
    { many: 5, seconds: 600 },
  ],
  most: [{ many: 10, seconds: 600 }],
  reader: { many: 20, seconds: 3600 },
  story: { many: 120, seconds: 60 },
  respects: { many: 40, seconds: 600 },
  reports: { many: 10, seconds: 3600 },
  reportsOfOne: { many: 1, seconds: 86_400 },
  advice: { many: 60, seconds: 300 },
};

/** Limits as the store counts them: `what` is counted of one sender, beside all else that is. */
export const pacesOf = (what: string, sender: string, limits: readonly Limit[]): Pace[] =>
  limits.map(({ many, seconds }) => ({ key: sender, share: `${what}/${seconds}`, many, seconds }));

/** How busy a story is, whoever writes. */
export const storyPace = (storyId: number, { story }: Limits): Pace => ({ key: `story:${storyId}`, ...story });

/** How long to wait, in words. */
export function waitingTime(seconds: number): string {
  if (seconds >= 5400) return `${Math.ceil(seconds / 3600)} hours`;
  if (seconds >= 90) return `${Math.ceil(seconds / 60)} minutes`;
  return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
}
