import { check } from './check/check.ts';
import type { ElementKind } from './check/check-type.ts';
import type { CopyToCheck } from './check/reading/region.ts';
import { askModel } from './edit/llm/ask.ts';
import type { Model } from './edit/llm/model.ts';
import { furnish } from './furnish/furnish.ts';
import type { Newsroom } from './newsroom.ts';
import {
  claimModelWork,
  closeModelWork,
  type ModelWork,
  postponeModelWork,
  saveModelFurniture,
} from './store/made/model-work.ts';
import { readEdition } from './store/settings.ts';
import type { Draft, Drafts, Element, Finding, Furniture } from './story/furniture.ts';

/** After the endpoint was out of reach: how long a story rests before it is tried again. */
const REST_MS = 5 * 60_000;

/**
 * Puts every waiting version to the language model, one after the other, until none waits, the endpoint is out of reach, or
 * `stop`. What readers see was published before and stays until something better has passed the gate. @returns how many were asked.
 */
export async function askWaiting(newsroom: Newsroom, model: Model, stop?: AbortSignal): Promise<number> {
  const { language } = await readEdition(newsroom.store);
  let asked = 0;
  for (;;) {
    if (stop?.aborted) return asked;
    const claimMs = model.timeLimit + 30_000;
    const work = await claimModelWork(newsroom.store, newsroom.now(), { claimMs });
    if (!work) return asked;
    if (!(await askAbout(work, { newsroom, model, language, ...(stop && { stop }) }))) return asked;
    asked++;
  }
}

type Around = {
  readonly newsroom: Newsroom;
  readonly model: Model;
  readonly language: 'en-US' | 'en-GB';
  readonly stop?: AbortSignal;
};

/** @returns false when there is no use in asking about another story now. */
async function askAbout(work: ModelWork, { newsroom, model, language, stop }: Around): Promise<boolean> {
  const { store, log, now } = newsroom;
  const { storyVersionId, slug: story, copy } = work;
  const asked = await askModel(model, copy, stop ? { stop } : {});
  const note = { story, model: model.name, ...asked.use };
  if (!asked.ok && asked.kind === 'unreachable') {
    const forget = stop?.aborted ?? false;
    await postponeModelWork(store, storyVersionId, {
      until: new Date(now().getTime() + (forget ? 0 : REST_MS)),
      forget,
    });
    if (!forget)
      log.warn({ ...note, why: asked.why }, 'the language model could not be asked; the story stays as it is');
    return false;
  }
  if (!asked.ok) {
    log.warn({ ...note, why: asked.why }, 'the language model gave no furniture; the story stays as it is');
    await closeModelWork(store, storyVersionId, 'unusable', now());
    return true;
  }
  try {
    const made = furnish(copy, {
      language,
      drafts: asked.drafts,
      previous: { copy, furniture: settled(work.furniture) },
    });
    const taken = partsOf(made.furniture).filter(({ madeBy }) => madeBy.kind === 'model').length;
    const refused = refusedOf(asked.drafts, { ...copy, quotations: made.quotations });
    const findings = [...made.findings, ...asked.findings, ...refused.flatMap(({ findings: found }) => found)];
    const outcome = taken > 0 ? 'taken' : 'refused';
    const saved =
      keepsPeople(work.furniture, made.furniture) &&
      (await saveModelFurniture(store, storyVersionId, { made: { ...made, findings }, now: now(), outcome }));
    if (!saved) await closeModelWork(store, storyVersionId, 'outdated', now());
    log.info({ ...note, taken, refused: refused.length, kept: saved }, 'the language model was asked');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    log.error({ ...note, why }, 'what the language model wrote could not be used; the story stays as it is');
    await closeModelWork(store, storyVersionId, 'unusable', now());
  }
  return true;
}

/** What a model may not touch: an editor's words, a list that she had a hand in, and what a model wrote for an earlier version. */
function settled(furniture: Furniture): Furniture {
  const isSettled = (element: Element) => element.madeBy.kind === 'editor' || element.madeBy.kind === 'model';
  const one = (element: Element | null) => (element && isSettled(element) ? element : null);
  const list = (elements: readonly Element[]) => (elements.some(isSettled) ? elements : []);
  return {
    ...furniture,
    displayHeadline: one(furniture.displayHeadline),
    standfirst: one(furniture.standfirst),
    keyPointsTitle: one(furniture.keyPointsTitle),
    summary: list(furniture.summary),
    keyPoints: list(furniture.keyPoints),
  };
}

const partsOf = (furniture: Furniture): Element[] =>
  [
    furniture.displayHeadline,
    furniture.standfirst,
    furniture.keyPointsTitle,
    ...furniture.summary,
    ...furniture.keyPoints,
  ].filter((element) => element !== null);

/** Whether every element of an editor is still there, word for word. */
function keepsPeople(before: Furniture, after: Furniture): boolean {
  const words = new Set(partsOf(after).map(({ text }) => text));
  return partsOf(before).every(({ madeBy, text }) => madeBy.kind !== 'editor' || words.has(text));
}

/** What a model wrote that does not pass, with what the gate says against it. */
export function refusedOf(
  drafts: Drafts,
  copy: CopyToCheck,
): readonly { readonly draft: Draft; readonly kind: ElementKind; readonly findings: readonly Finding[] }[] {
  return draftsIn(drafts).flatMap(({ kind, draft }) => {
    const findings = check(draft, copy, kind).map(({ check: name, message }) => ({
      check: name,
      message: `The model’s “${draft.text}” is refused: ${message}`,
    }));
    return findings.length > 0 ? [{ draft, kind, findings }] : [];
  });
}

/** Every candidate with its place. */
export const draftsIn = (drafts: Drafts): readonly { readonly kind: ElementKind; readonly draft: Draft }[] => {
  const of = (kind: ElementKind, ...lists: readonly Iterable<Draft>[]) =>
    lists.flatMap((list) => [...list].map((draft) => ({ kind, draft })));
  return [
    ...of('displayHeadline', drafts.displayHeadline),
    ...of('standfirst', drafts.standfirst),
    ...of('keyPointsTitle', drafts.keyPointsTitle),
    ...of('keyPoint', ...drafts.keyPoints),
    ...of('summary', ...drafts.summary),
  ];
};
