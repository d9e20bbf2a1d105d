/** What the agency says about the place of a version among others. */
export type VersionMark = {
  readonly guid: string;
  readonly agencyVersion?: string;
  /** ISO 8601 with a zone. */
  readonly versionCreated?: string;
};

/**
 * Whether a version that has just arrived takes the place of the one that was newest until now. In order: a guid that the
 * agency has replaced is older than one that it has not; the agency's own number, when both are numbers and the guid is
 * the same; the time it gives; and last the arrival, so that a version which says nothing about itself is the newest.
 */
export function isNewer(arrived: VersionMark, newest: VersionMark, replaced: ReadonlySet<string> = new Set()): boolean {
  if (arrived.guid !== newest.guid && replaced.has(arrived.guid) !== replaced.has(newest.guid)) {
    return replaced.has(newest.guid);
  }
  // Two guids count their versions each for itself.
  const numbers = arrived.guid === newest.guid ? compare(numberOf(arrived), numberOf(newest)) : 0;
  if (numbers !== 0) return numbers > 0;
  const times = compare(timeOf(arrived), timeOf(newest));
  return times >= 0;
}

/** Less than 0, 0 or more than 0; 0 also when one of them is not known. */
function compare(one: number | bigint | undefined, other: number | bigint | undefined): number {
  if (one === undefined || other === undefined || one === other) return 0;
  return one > other ? 1 : -1;
}

/**
 * `7`, `20260205143000` (some agencies use a time of 14 digits and more) or `2.1`, where the tenth after the ninth is `2.10`.
 * Nothing else has an order that we can trust.
 */
function numberOf({ agencyVersion }: VersionMark): bigint | undefined {
  const [, whole = '', part = ''] = /^(\d{1,30})(?:\.(\d{1,9}))?$/.exec(agencyVersion?.trim() ?? '') ?? [];
  return whole === '' ? undefined : BigInt(whole) * 1_000_000_000n + BigInt(part);
}

function timeOf({ versionCreated }: VersionMark): number | undefined {
  const time = versionCreated === undefined ? Number.NaN : Date.parse(versionCreated);
  return Number.isNaN(time) ? undefined : time;
}
