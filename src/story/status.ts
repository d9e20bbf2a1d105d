import type { PubStatus } from './copy.ts';
import type { StoryState } from './story.ts';

/** What the newsroom's people did to a story; append-only. */
export type StoryAction = {
  readonly kind: 'hold' | 'release' | 'spike' | 'kill';
  readonly at: string;
  /** For the newsroom. */
  readonly reason?: string;
  /** For readers, of a kill. */
  readonly notice?: string;
  readonly by?: string;
};

/** What one version says about its publication. */
export type Clearance = {
  readonly pubStatus: PubStatus;
  /** Why `pubStatus` is `unreadable`, or why there are no words, where it is known. */
  readonly problem?: string;
  /** ISO 8601 with a zone; anything else holds. */
  readonly embargoedUntil?: string;
  /** When the item says that its licence ends: ISO 8601 with a zone; anything else holds. */
  readonly licenceEnds?: string;
  /** The text says "kill", "withhold" or the like in words. */
  readonly killWords?: string;
  /** Why the contract with its source does not cover it (`whyOutside`): then it is held. */
  readonly outside?: string;
  /** It has a headline at most. */
  readonly wordless?: boolean;
  /** When it arrived (ISO 8601, UTC): an editor's release covers only what she could see. */
  readonly receivedAt: string;
};

/** What decides about a story besides people: what its newest version says, and three facts about all of them. */
export type Standing = Clearance & {
  /** The agency canceled any version of it. */
  readonly canceled: boolean;
  /** Another item of the agency has it withheld. */
  readonly withheldByAnother?: boolean;
  /** The version to show, or one before it, corrects an error. */
  readonly correction: boolean;
  /** There is a version to show: one that `mayShow` lets pass, with checked furniture. While a newer one waits, an older serves. */
  readonly furnished: boolean;
  /** Why the contract wants a person to release the story before its first publication; absent once readers have seen it. */
  readonly review?: string;
  /** When the licence for the story ends (ISO 8601, UTC). */
  readonly expiresAt?: string;
};

export type Decision = { readonly state: StoryState; readonly reason?: string; readonly embargoedUntil?: string };

/**
 * The one rule for a story's state. Kills win over all, then the end of the licence; what cannot be read or is outside the
 * contract is held; a person's last word is next.
 */
export function decideState(standing: Standing, actions: readonly StoryAction[], now: Date): Decision {
  const last = actions.at(-1);
  const killed = actions.find((action) => action.kind === 'kill');
  if (killed) return { state: 'killed', reason: killed.reason ?? 'Killed by the newsroom.' };
  if (standing.canceled) return { state: 'killed', reason: 'The agency killed this story.' };
  if (standing.expiresAt !== undefined && Date.parse(standing.expiresAt) <= now.getTime())
    return { state: 'expired', reason: 'The agency’s licence for this story has ended.' };
  if (last?.kind === 'spike') return { state: 'spiked', reason: last.reason ?? 'Spiked by the newsroom.' };
  if (last?.kind === 'hold') return { state: 'held', reason: last.reason ?? 'Held by the newsroom.' };
  if (standing.pubStatus === 'withheld' || standing.withheldByAnother)
    return { state: 'held', reason: 'The agency withholds this story until further notice.' };
  const released = isReleased(standing, actions);
  if (!released) {
    if (standing.pubStatus === 'unreadable')
      return { state: 'held', reason: standing.problem ?? 'The agency’s status for this story cannot be read.' };
    if (standing.killWords)
      return { state: 'held', reason: `The copy says “${standing.killWords}”: a person must look at it.` };
    if (standing.outside) return { state: 'held', reason: standing.outside };
    if (standing.licenceEnds !== undefined && Number.isNaN(Date.parse(standing.licenceEnds)))
      return { state: 'held', reason: 'The agency’s licence for this story ends at a time that cannot be read.' };
    if (standing.wordless)
      return { state: 'held', reason: standing.problem ?? 'The copy has no text yet, only a headline.' };
  }
  if (standing.review && !actions.some((action) => action.kind === 'release'))
    return { state: 'held', reason: standing.review };
  if (standing.embargoedUntil !== undefined) {
    const lifts = Date.parse(standing.embargoedUntil);
    if (Number.isNaN(lifts)) {
      if (!released) return { state: 'held', reason: 'The story is embargoed until a time that cannot be read.' };
    } else if (lifts > now.getTime()) {
      return { state: 'embargoed', embargoedUntil: new Date(lifts).toISOString() };
    }
  }
  if (!standing.furnished) return { state: 'received' };
  return { state: standing.correction ? 'corrected' : 'live' };
}

/**
 * Whether readers may be given this version's words when the story is live. The newest version's embargo is the story's
 * own and `decideState` keeps it; an earlier version's must have lifted by `now`.
 */
export function mayShow(
  version: Clearance,
  options: { readonly actions: readonly StoryAction[]; readonly newest: boolean; readonly now: Date },
): boolean {
  if (version.pubStatus === 'withheld' || version.pubStatus === 'canceled') return false;
  const released = isReleased(version, options.actions);
  if (!released && (version.pubStatus === 'unreadable' || version.killWords || version.outside || version.wordless))
    return false;
  if (version.embargoedUntil === undefined) return true;
  const lifts = Date.parse(version.embargoedUntil);
  return Number.isNaN(lifts) ? released : options.newest || lifts <= options.now.getTime();
}

/** A person's last word is that the story may go out, and she said it when this version was already here. */
function isReleased(version: Clearance, actions: readonly StoryAction[]): boolean {
  const last = actions.at(-1);
  return last?.kind === 'release' && last.at >= version.receivedAt;
}
