import type { Received, Round, Taken } from '../../src/wire/receive/receiver.ts';

/** A round whose memory lasts as long as the test, and what it brought. */
export type TestRound = Round & {
  readonly taken: Received[];
  readonly names: () => string[];
  readonly stop: () => void;
};

/** Makes a round; `take` decides what becomes of each file (default: it is kept). Give it to a receiver again and again. */
export function testRound(take: (file: Received) => Promise<Taken> = async () => ({ ok: true })): TestRound {
  const kept = new Map<string, string>();
  const taken: Received[] = [];
  const control = new AbortController();
  return {
    taken,
    names: () => taken.map((file) => file.name),
    stop: () => control.abort(),
    signal: control.signal,
    now: () => new Date('2031-05-04T09:30:00Z'),
    memory: {
      read: async (key) => kept.get(key),
      write: async (key, value) => {
        kept.set(key, value);
      },
    },
    async take(file) {
      const outcome = await take(file);
      taken.push(file);
      return outcome;
    },
  };
}

/** The words of a file. */
export const wordsOf = (file: Received | undefined): string => Buffer.from(file?.bytes ?? []).toString('utf8');
