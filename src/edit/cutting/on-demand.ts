/** A list that is made item by item as it is read, and each item once: most candidates are never needed. */
export function onDemand<T>(make: () => Iterator<T>): Iterable<T> {
  const made: T[] = [];
  let rest: Iterator<T> | undefined;
  return {
    *[Symbol.iterator]() {
      for (let i = 0; ; i++) {
        if (i === made.length) {
          rest ??= make();
          const next = rest.next();
          if (next.done) return;
          made.push(next.value);
        }
        yield made[i]!;
      }
    },
  };
}
