import type { Finding } from '../story/furniture.ts';
import type { Alignment } from './align.ts';
import type { Checked } from './check-type.ts';
import { mayClose } from './cut-at-end.ts';
import { mayOpen } from './cut-at-start.ts';
import { mayJoin } from './cut-inside.ts';

/** What is cut leaves a sentence behind: only whole phrases go, and no words meet that the copy does not let meet. */
export function checkJoints({ alignment, cuts, kind }: Checked): Finding[] {
  if (!alignment) return [];
  const { tokens } = alignment.region;
  return [
    ...verbForms(alignment),
    ...cuts.flatMap((cut) => {
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
    }),
  ];
}

/** "adding" becomes "adds" only where its speaker stands right before it in the draft; no other verb changes its form so. */
function verbForms({ region, units, map, tokens }: Alignment): Finding[] {
  return units.flatMap((unit, i) => {
    const place = region.units[map[i] ?? -1];
    if (!unit.verb || !place?.verb || unit.verb.form === place.verb.form) return [];
    const source = region.tokens[place.first]!;
    const before = region.units[map[i - 1] ?? -1];
    const behindSpeaker = before !== undefined && /^(?:NOUN|PROPN|PRON|NUM|ADV)$/.test(region.tokens[before.last]!.pos);
    const finite = unit.verb.form !== 'ing' && (place.verb.form !== 'ing' || behindSpeaker);
    if (finite) return [];
    return [{ check: 'joints', message: `“${source.text}” cannot become “${tokens[unit.first]!.text}” here.` }];
  });
}
