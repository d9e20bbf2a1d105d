/** Searches that may come at once, and how many more each second: each costs a few milliseconds of the database. */
const AT_ONCE = 40;
const EACH_SECOND = 20;

/** Lets through as many searches as the process bears; the answer is whether this one may run. */
export function createSearchLimit(now: () => Date): () => boolean {
  let left = AT_ONCE;
  let last = now().getTime();
  return () => {
    const time = now().getTime();
    left = Math.min(AT_ONCE, left + (Math.max(0, time - last) / 1000) * EACH_SECOND);
    last = time;
    if (left < 1) return false;
    left--;
    return true;
  };
}
