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

/** What decides about a story besides people: its newest version, and whether any version was canceled. */
export type Standing = {
  readonly pubStatus: PubStatus;
  /** ISO 8601 with a zone; anything else holds. */
  readonly embargoedUntil?: string;
  readonly canceled: boolean;
  readonly correction: boolean;
  /** The newest version's text says "kill", "withhold" or the like in words. */
  readonly killWords?: string;
  /** Checked furniture of the newest version is in the store. */
  readonly furnished: boolean;
  /** When the newest version arrived: an editor's release covers only what she could see. */
  readonly receivedAt: string;
};

export type Decision = { readonly state: StoryState; readonly reason?: string; readonly embargoedUntil?: string };

/** The one rule for a story's state. Kills win over all; what cannot be read is held; a person's last word is next. */
export function decideState(standing: Standing, actions: readonly StoryAction[], now: Date): Decision {
  const last = actions.at(-1);
  const killed = actions.find((action) => action.kind === 'kill');
  if (killed) return { state: 'killed', reason: killed.reason ?? 'Killed by the newsroom.' };
  if (standing.canceled) return { state: 'killed', reason: 'The agency killed this story.' };
  if (last?.kind === 'spike') return { state: 'spiked', reason: last.reason ?? 'Spiked by the newsroom.' };
  if (last?.kind === 'hold') return { state: 'held', reason: last.reason ?? 'Held by the newsroom.' };
  if (standing.pubStatus === 'withheld')
    return { state: 'held', reason: 'The agency withholds this story until further notice.' };
  const released = last?.kind === 'release' && last.at >= standing.receivedAt;
  if (!released) {
    if (standing.pubStatus === 'unreadable')
      return { state: 'held', reason: 'The agency’s status for this story cannot be read.' };
    if (standing.killWords)
      return { state: 'held', reason: `The copy says “${standing.killWords}”: a person must look at it.` };
  }
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
