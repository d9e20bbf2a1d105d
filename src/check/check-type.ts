import type { Draft, Finding } from '../story/furniture.ts';
import type { Alignment } from './reading/align.ts';
import type { Cut } from './reading/cuts/cut.ts';
import type { ReadCopy } from './reading/region.ts';

/** The places for derived words. Their limits are in form.ts. */
export type ElementKind = 'displayHeadline' | 'standfirst' | 'summary' | 'keyPointsTitle' | 'keyPoint';

/** What every check sees: the draft, the copy, and how the draft's words lie in the copy (null: they do not). */
export type Checked = {
  readonly draft: Draft;
  readonly kind: ElementKind;
  readonly story: ReadCopy;
  readonly alignment: Alignment | null;
  readonly cuts: readonly Cut[];
};

export type Check = (checked: Checked) => readonly Finding[];
