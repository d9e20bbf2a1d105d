import type { Change, Store } from '../store.ts';

export type Announcer = {
  readonly onChange: Store['onChange'];
  announce(changes: Iterable<Change>): void;
};

/** Tells listeners about changes, each once per call. A listener that throws does not keep the others from hearing. */
export function createAnnouncer(): Announcer {
  const listeners = new Set<(change: Change) => void>();
  return {
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce(changes) {
      for (const change of distinct(changes)) {
        for (const listener of listeners) {
          try {
            listener(change);
          } catch (error) {
            process.emitWarning(error instanceof Error ? error : String(error));
          }
        }
      }
    },
  };
}

/** The same changes, each once. */
export function distinct(changes: Iterable<Change>): Change[] {
  return [...new Map([...changes].map((change) => [JSON.stringify(change), change])).values()];
}
