import { check } from './check/check.ts';
import { checkClaim } from './check/check-claim.ts';
import type { ElementKind } from './check/check-type.ts';
import { sealFurniture } from './check/seal-furniture.ts';
import type { Newsroom } from './newsroom.ts';
import { findEditable } from './store/made/editable.ts';
import { closeModelWork } from './store/made/model-work.ts';
import { saveFurniture } from './store/made/work.ts';
import { CopydeskError } from './story/errors.ts';
import type { Element, Finding, Furniture } from './story/furniture.ts';

/** Where an element stands: a single one by its name, one of a list by its number from 1. */
export type ElementPlace =
  | { readonly kind: 'displayHeadline' | 'standfirst' | 'keyPointsTitle' }
  | { readonly kind: 'summary' | 'keyPoint'; readonly number: number };

/** What an editor wants: other words for an element, or none at all. With `reason` she answers for what the checks refuse. */
export type Edit = {
  readonly place: ElementPlace;
  readonly text: string | null;
  readonly by: string;
  readonly reason?: string;
};

export type Edited = { readonly ok: true } | { readonly ok: false; readonly findings: readonly Finding[] };

/** A reason that says less is none. Characters. */
const SHORTEST_REASON = 10;

/**
 * Changes one element of the furniture of a story's newest version. An editor's words go through the same checks as the
 * engine's; what they find is returned and nothing changes, unless she gives a reason and so answers for it by name.
 */
export async function editElement({ store, now }: Newsroom, slug: string, edit: Edit): Promise<Edited> {
  const found = await findEditable(store, slug);
  if (!found) throw new CopydeskError('not-found', `No story with furniture has the address "${slug}".`);
  const { copy, furniture, quotations, storyVersionId } = found;
  if (edit.by.trim() === '') throw new CopydeskError('bad-input', 'Say who edits: --by NAME.');
  if (edit.reason !== undefined && edit.reason.trim().length < SHORTEST_REASON)
    throw new CopydeskError('bad-input', `Give a reason of at least ${SHORTEST_REASON} characters: readers see it.`);
  const at = now();
  const checked = { ...copy, quotations };
  let element: Element | null = null;
  if (edit.text !== null) {
    const made = elementOf(edit.text.trim(), edit, { checked, at: at.toISOString() });
    if (!made.ok) return made;
    element = made.element;
  }
  const changed = withElement(furniture, edit.place, element);
  const seal = sealFurniture(changed, { kept: copy, checked });
  // What an editor decided about, a language model is not asked about any more.
  await closeModelWork(store, storyVersionId, 'edited', at);
  await saveFurniture(store, storyVersionId, { furniture: changed, quotations, findings: [], seal }, at);
  return { ok: true };
}

type Made =
  | { readonly ok: true; readonly element: Element }
  | { readonly ok: false; readonly findings: readonly Finding[] };

function elementOf(
  text: string,
  { place, by, reason }: Edit,
  { checked, at }: { readonly checked: Parameters<typeof checkClaim>[1]; readonly at: string },
): Made {
  const [sentence, ...more] = checkClaim(text, checked).sentences;
  if (!sentence?.against || more.length > 0) {
    const message = sentence ? 'One element is one sentence.' : 'There are no words.';
    return { ok: false, findings: [{ check: 'form', message }] };
  }
  const draft = { text, madeBy: { kind: 'editor', name: by.trim() }, evidence: [sentence.against] } as const;
  const findings = check(draft, checked, place.kind satisfies ElementKind);
  if (findings.length > 0 && reason === undefined) return { ok: false, findings };
  const override = { by: by.trim(), reason: reason?.trim() ?? '', at, findings };
  return { ok: true, element: { ...draft, findings: [], ...(findings.length > 0 && { override }) } };
}

function withElement(furniture: Furniture, place: ElementPlace, element: Element | null): Furniture {
  if (!('number' in place)) return { ...furniture, [place.kind]: element };
  const key = place.kind === 'summary' ? 'summary' : 'keyPoints';
  const list = furniture[key];
  const at = place.number - 1;
  if (at < 0 || at > list.length || (element === null && at === list.length))
    throw new CopydeskError('bad-input', `There is no ${place.kind} ${place.number}: there are ${list.length}.`);
  return { ...furniture, [key]: [...list.slice(0, at), ...(element ? [element] : []), ...list.slice(at + 1)] };
}
