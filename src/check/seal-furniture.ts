import type { Copy } from '../story/copy.ts';
import { CopydeskError } from '../story/errors.ts';
import type { Element, Finding, Furniture } from '../story/furniture.ts';
import { type Seal, sealDigest } from '../story/furniture-seal.ts';
import { check } from './check.ts';
import { checkPullQuote } from './check-pull-quote.ts';
import type { ElementKind } from './check-type.ts';
import type { CopyToCheck } from './reading/region.ts';

/** Which checks these are; raised whenever one of them changes what it lets pass. */
export const CHECKS_VERSION = '13';

type Copies = {
  /** The copy as it is kept. */
  readonly kept: Pick<Copy, 'headline' | 'text'>;
  /** The same as it was worked on: of very long copy its first part, with its quotations. */
  readonly checked: CopyToCheck;
};

/**
 * The one door to the store: every element goes through the gate, whoever made it, and what passes as a whole gets a seal.
 * Throws `bad-input` for an element that has a finding and no editor who answers for it.
 */
export function sealFurniture(furniture: Furniture, { kept, checked }: Copies): Seal {
  const verify = (elements: readonly (Element | null)[], kind: ElementKind) => {
    for (const element of elements) if (element) verifyElement(element, kind, checked);
  };
  verify([furniture.displayHeadline], 'displayHeadline');
  verify([furniture.standfirst], 'standfirst');
  verify(furniture.summary, 'summary');
  verify([furniture.keyPointsTitle], 'keyPointsTitle');
  verify(furniture.keyPoints, 'keyPoint');
  const [quoted] = furniture.pullQuote ? checkPullQuote(furniture.pullQuote, checked) : [];
  if (quoted) refuse(furniture.pullQuote?.text ?? '', quoted);
  return { checks: CHECKS_VERSION, digest: sealDigest(furniture, kept, CHECKS_VERSION) };
}

/** Whether an element may be published: no check finds anything, or an editor answers for just what they find. */
export function isAnswered(element: Element, findings: readonly Finding[]): boolean {
  if (findings.length === 0) return true;
  if (!element.override?.by.trim() || !element.override.reason.trim()) return false;
  const answered = new Set(element.override?.findings.map(({ check: name, message }) => `${name}: ${message}`));
  return findings.every(({ check: name, message }) => answered.has(`${name}: ${message}`));
}

function verifyElement(element: Element, kind: ElementKind, copy: CopyToCheck): void {
  if (element.madeBy.kind === 'agency' && isWhole(element, copy)) return;
  const findings = check(element, copy, kind);
  const [first] = findings;
  if (first && !isAnswered(element, findings)) refuse(element.text, first);
}

/** The agency's headline as it is, in whatever language: there is nothing that could be wrong with it. */
function isWhole({ text, evidence: [first] }: Element, copy: CopyToCheck): boolean {
  return (
    first?.part === 'headline' &&
    copy.headline.trim() === text &&
    copy.headline.slice(first.start, first.end).trim() === text
  );
}

function refuse(text: string, { check: name, message }: Finding): never {
  throw new CopydeskError('bad-input', `Cannot publish “${text}”: ${message} (${name})`);
}
