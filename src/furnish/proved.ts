import { check, passes } from '../check/check.ts';
import type { ElementKind } from '../check/check-type.ts';
import type { CopyToCheck } from '../check/reading/region.ts';
import { onDemand } from '../edit/cutting/on-demand.ts';
import type { Draft, Drafts, Element, Finding } from '../story/furniture.ts';
import type { Kept, KeptList } from './kept-furniture.ts';

/** Findings kept with an element, of the first candidate that was refused: they say enough, and finding all takes long. */
const MOST_FINDINGS = 6;

export type Gate = {
  readonly copy: CopyToCheck;
  readonly missing: Finding[];
  /** What was refused once, by kind and words: the same draft may stand in several lists. */
  readonly refused: Set<string>;
};

/** The first draft without a finding, with what was said of the first one before it; null when there is none. */
export function firstProved(drafts: Iterable<Draft>, gate: Gate, kind: ElementKind): Element | null {
  let refused: Draft | undefined;
  for (const draft of drafts) {
    const key = `${kind} ${draft.evidence[0]?.start} ${draft.text}`;
    if (!gate.refused.has(key) && passes(draft, gate.copy, kind))
      return { ...draft, findings: refused ? check(refused, gate.copy, kind).slice(0, MOST_FINDINGS) : [] };
    gate.refused.add(key);
    refused ??= draft;
  }
  return null;
}

/** Those that a test lets through, looked for only as far as somebody reads. */
export function only(drafts: Iterable<Draft>, test: (draft: Draft) => boolean): Iterable<Draft> {
  return onDemand(function* () {
    for (const draft of drafts) if (test(draft)) yield draft;
  });
}

/** "…, she said." leaves a reader on the least that it tells: only where nothing else is proved. */
export const flowing = (drafts: Iterable<Draft>) => only(drafts, ({ text }) => !/\b(?:said|says|added)[.]$/.test(text));

/** Whether two of them rest on one sentence. */
export const restOnOne = ({ evidence: [one] }: Draft, { evidence: [other] }: Draft): boolean =>
  one !== undefined && other !== undefined && one.part === other.part && one.start < other.end && other.start < one.end;

export const startOf = ({ evidence }: Draft): number => evidence.find(({ part }) => part === 'text')?.start ?? 0;
export const inOrder = (a: Draft, b: Draft): number => startOf(a) - startOf(b);

/** Places that a kept list leaves to fill: none that it fills itself, and while it is whole only what is new in the copy. */
export function placesLeft(
  places: Drafts['summary'],
  kept: KeptList,
  isNew: Kept['isNew'],
): readonly Iterable<Draft>[] {
  const filled = new Set(kept.elements.map(startOf));
  if (filled.size === 0 && !kept.whole) return places;
  return places.filter(([first]) => first && !filled.has(startOf(first)) && (!kept.whole || isNew(first)));
}
