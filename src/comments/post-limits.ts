import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** So many comments in so many seconds. */
export type Limit = { readonly comments: number; readonly seconds: number };

/** For one sender: a person corrects herself at once and then goes on reading; a program does not. */
export const DEFAULT_LIMITS: readonly Limit[] = [
  { comments: 2, seconds: 20 },
  { comments: 5, seconds: 600 },
];

/** Counts what a sender posts. `take` gives the seconds to wait when it was too much, else undefined and counts one. */
export type PostLimits = { take(sender: string): Promise<number | undefined> };

/** Limits that this process keeps in memory; a restart forgets them. The first one met decides. */
export function createPostLimits(limits: readonly Limit[] = DEFAULT_LIMITS): PostLimits {
  const limiters = limits.map(
    ({ comments, seconds }) => new RateLimiterMemory({ points: comments, duration: seconds }),
  );
  return {
    async take(sender) {
      for (const limiter of limiters) {
        try {
          await limiter.consume(sender);
        } catch (refusal) {
          if (!(refusal instanceof RateLimiterRes)) throw refusal;
          return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        }
      }
      return undefined;
    },
  };
}
