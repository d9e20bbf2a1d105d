import { check } from '../check/check.ts';
import { checkPullQuote } from '../check/check-pull-quote.ts';
import type { ElementKind } from '../check/check-type.ts';
import type { CopyToCheck } from '../check/reading/region.ts';
import { isAnswered } from '../check/seal-furniture.ts';
import { ENGINE } from '../edit/cutting/write.ts';
import type { CopyToEdit } from '../edit/story-view.ts';
import type { Draft, Element, Furniture, PullQuote } from '../story/furniture.ts';
import { copySentences } from '../story/reading/copy-sentences.ts';
import type { Evidence } from '../story/span.ts';

/** The version of a story that was furnished before this one. */
export type Previous = { readonly copy: CopyToEdit; readonly furniture: Furniture };

/** Elements of a list that stay as they are; `whole` when there were some and none of them is missing. */
export type KeptList = { readonly elements: readonly Element[]; readonly whole: boolean };

/** What a new version of the copy leaves as it was, its evidence moved to where the new version says the same. */
export type Kept = {
  readonly displayHeadline: Element | null;
  readonly standfirst: Element | null;
  readonly keyPointsTitle: Element | null;
  readonly summary: KeptList;
  readonly keyPoints: KeptList;
  readonly pullQuote: PullQuote | null;
  /** Whether a draft rests on a sentence that the previous version did not have. */
  isNew(draft: Draft): boolean;
};

const NOTHING: KeptList = { elements: [], whole: false };
export const KEPT_NOTHING: Kept = {
  displayHeadline: null,
  standfirst: null,
  keyPointsTitle: null,
  summary: NOTHING,
  keyPoints: NOTHING,
  pullQuote: null,
  isNew: () => true,
};

/**
 * Which elements of the previous furniture a new version does not touch: every sentence that one rests on stands in the new
 * version too, word for word; the opening still is the opening; a title's headline is the agency's still; this engine made
 * it; and every check passes it against the new version, or finds only what an editor has answered for.
 */
export function keptFurniture({ copy: before, furniture }: Previous, after: CopyToCheck): Kept {
  const move = mover(before, after);
  const sameHeadline = before.headline === after.headline;
  const keep = (element: Element | null, kind: ElementKind): Element | null => {
    if (!element || (element.madeBy.kind === 'engine' && !isOurs(element))) return null;
    const evidence = element.evidence.map(move.evidence);
    if (!evidence.every((one) => one !== null)) return null;
    const moved = { ...element, evidence };
    return isAnswered(moved, check(moved, after, kind)) ? moved : null;
  };
  const keepAll = (elements: readonly Element[], kind: ElementKind): KeptList => {
    const kept = elements.map((element) => keep(element, kind)).filter((element) => element !== null);
    return { elements: kept, whole: elements.length > 0 && kept.length === elements.length };
  };
  return {
    displayHeadline: sameHeadline ? keep(furniture.displayHeadline, 'displayHeadline') : null,
    standfirst: keep(furniture.standfirst, 'standfirst'),
    keyPointsTitle: sameHeadline ? keep(furniture.keyPointsTitle, 'keyPointsTitle') : null,
    summary: keepAll(furniture.summary, 'summary'),
    keyPoints: keepAll(furniture.keyPoints, 'keyPoint'),
    pullQuote: keptQuote(furniture.pullQuote, move, after),
    isNew: ({ evidence }) => evidence.some((one) => one.part === 'text' && !move.wasThere(one.start)),
  };
}

/** An engine that has learnt something since makes its own anew. */
const isOurs = ({ madeBy }: Element): boolean =>
  madeBy.kind === 'engine' && ENGINE.kind === 'engine' && madeBy.version === ENGINE.version;

function keptQuote(quote: PullQuote | null, move: Mover, after: CopyToCheck): PullQuote | null {
  const place = quote && move.evidence({ part: 'text', start: quote.start, end: quote.end });
  if (!quote || !place) return null;
  const moved = { ...quote, start: place.start, end: place.end };
  return checkPullQuote(moved, after).length === 0 ? moved : null;
}

type Mover = {
  /** The same words in the new version, or null when their sentence changed or is not the opening any more. */
  evidence(evidence: Evidence): Evidence | null;
  /** Whether the sentence at this place of the new version stood in the previous one. */
  wasThere(start: number): boolean;
};

function mover(before: CopyToEdit, after: CopyToEdit): Mover {
  const old = placed(before.text);
  const now = placed(after.text);
  const nowAt = new Map(now.map((sentence) => [sentence.key, sentence.start]));
  const oldKeys = new Set(old.map((sentence) => sentence.key));
  const [oldOpening, opening] = [firstParagraph(before.text), firstParagraph(after.text)];
  return {
    evidence(evidence) {
      if (evidence.part === 'headline') return before.headline === after.headline ? evidence : null;
      const under = old.filter(({ start, end }) => start < evidence.end && evidence.start < end);
      const shifts = new Set(under.map(({ key, start }) => (nowAt.get(key) ?? Number.NaN) - start));
      const shift = shifts.size === 1 ? [...shifts][0]! : Number.NaN;
      if (Number.isNaN(shift)) return null;
      const moved = { part: evidence.part, start: evidence.start + shift, end: evidence.end + shift };
      if (evidence.start < oldOpening !== moved.start < opening) return null;
      const same = before.text.slice(evidence.start, evidence.end) === after.text.slice(moved.start, moved.end);
      return same ? moved : null;
    },
    wasThere(start) {
      const sentence = now.find((one) => one.start <= start && start < one.end);
      return sentence !== undefined && oldKeys.has(sentence.key);
    },
  };
}

/** Sentences with a key that tells the first of two equal ones from the second. */
function placed(text: string): readonly { readonly key: string; readonly start: number; readonly end: number }[] {
  const times = new Map<string, number>();
  return copySentences(text).map(({ start, end }) => {
    const words = text.slice(start, end);
    const count = (times.get(words) ?? 0) + 1;
    times.set(words, count);
    return { key: `${count} ${words}`, start, end };
  });
}

/** Where the first paragraph ends. */
function firstParagraph(text: string): number {
  const end = text.indexOf('\n\n');
  return end < 0 ? text.length : end;
}
