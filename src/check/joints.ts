import type { Finding } from '../story/furniture.ts';
import type { Checked } from './check-type.ts';
import { mayClose } from './cut-at-end.ts';
import { mayOpen } from './cut-at-start.ts';
import { mayJoin } from './cut-inside.ts';

/** What is cut leaves a sentence behind: only whole phrases go, and no words meet that the copy does not let meet. */
export function checkJoints({ alignment, cuts, kind }: Checked): Finding[] {
  if (!alignment) return [];
  const { tokens } = alignment.region;
  return cuts.flatMap((cut) => {
    const allowed =
      cut.before < 0
        ? mayOpen(alignment, cut)
        : cut.after < 0
          ? mayClose(alignment, cut)
          : mayJoin(alignment, cut, kind);
    if (allowed) return [];
    const words = cut.words.map(({ text }) => text).join(' ');
    const near = cut.before < 0 ? 'at the start' : `after “${tokens[cut.before]!.text}”`;
    return [{ check: 'joints', message: `Without “${words}” ${near} the sentence does not hold together.` }];
  });
}
